"""Assessments that run, which the professionals of a request could join."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from ehdesk.domain.pathway import ASSESSED, OPEN
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.summaries import CaseSummaryRow

_RUNS = [state.value for state in sorted(ASSESSED)]


@dataclass(frozen=True)
class RunningCase:
    """A case with an assessment that runs, as a list names it."""

    case_id: UUID
    family_id: UUID
    family: str
    reference: str
    where: str
    lead: str


def running_of(connection: Connection, families: Collection[UUID]) -> tuple[RunningCase, ...]:
    """Those of some families. One statement."""
    if not families:
        return ()
    return _read(connection, _running().where(CaseRow.family_id.in_(families)))


def running_named(connection: Connection, text: str, most: int) -> tuple[RunningCase, ...]:
    """Those with each of the words in a name, an address or the reference. One statement."""
    query = _running()
    for word in text.casefold().split():
        query = query.where(CaseSummaryRow.search.contains(word, autoescape=True))
    return _read(connection, query.order_by(CaseSummaryRow.sort_family).limit(most))


def running(connection: Connection, chosen: str) -> RunningCase | None:
    """The one that an answer names by its key, while its assessment runs; None for anything else
    that the answer may hold."""
    try:
        case_id = UUID(chosen)
    except ValueError:
        return None
    found = _read(connection, _running().where(CaseSummaryRow.case_id == case_id))
    return next(iter(found), None)


def caseloads(connection: Connection) -> dict[UUID, int]:
    """How many families each colleague works with now. One statement."""
    query = (
        select(CaseRow.worker_id, func.count(CaseRow.family_id.distinct()))
        .where(CaseRow.worker_id.is_not(None), CaseRow.state.in_([s.value for s in sorted(OPEN)]))
        .group_by(CaseRow.worker_id)
    )
    return {row[0]: row[1] for row in connection.execute(query) if row[0] is not None}


def _running() -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = (
        select(
            CaseSummaryRow.case_id,
            CaseRow.family_id,
            CaseSummaryRow.family,
            CaseSummaryRow.reference,
            CaseSummaryRow.where_words,
            CaseSummaryRow.lead,
        )
        .join(CaseRow, CaseRow.id == CaseSummaryRow.case_id)
        .where(CaseSummaryRow.state.in_(_RUNS))
    )
    return query


def _read(connection: Connection, query: Select[*tuple[Any, ...]]) -> tuple[RunningCase, ...]:
    rows = connection.execute(query)
    return tuple(
        RunningCase(
            row.case_id, row.family_id, row.family, row.reference, row.where_words, row.lead
        )
        for row in rows
    )
