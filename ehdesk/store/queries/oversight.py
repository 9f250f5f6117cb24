"""Oversight, openings of restricted notes and disagreements of one case."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, bindparam, select

from ehdesk.domain.disagreements import Disagreement, DisagreementStep, Happened
from ehdesk.domain.oversight import Entry, Pin, PinAnswer, Said
from ehdesk.domain.records import Opening
from ehdesk.store.tables.forms import FormRecordRow
from ehdesk.store.tables.history import HistoryRow
from ehdesk.store.tables.oversight import (
    DisagreementRow,
    DisagreementStepRow,
    OpeningRow,
    OversightRow,
    PinAnswerRow,
    PinRow,
)

Names = dict[UUID, str]


def oversight_of(connection: Connection, case_id: UUID, users: Names) -> dict[str, Any]:
    """The parts of a case that are kept here, by the names they have in `Case`."""
    return {
        "oversight": _entries(connection, case_id, users),
        "pins": _pins(connection, case_id, users),
        "openings": _openings(connection, case_id, users),
        "disagreements": _disagreements(connection, case_id, users),
    }


def writers_of(connection: Connection, record_id: UUID) -> frozenset[UUID]:
    """Who began, wrote in, finished, or asked for a signature of a record: nobody of them signs."""
    forms = select(FormRecordRow.started_by, FormRecordRow.finished_by).where(
        FormRecordRow.id == record_id
    )
    wrote = select(HistoryRow.user_id).where(
        HistoryRow.row_id == str(record_id), HistoryRow.table == FormRecordRow.__tablename__
    )
    asked = select(OversightRow.user_id).where(
        OversightRow.record_id == record_id, OversightRow.kind == Said.ASKED.value
    )
    found = {key for row in connection.execute(forms) for key in row if key is not None}
    found |= set(connection.execute(wrote).scalars())
    return frozenset(found | set(connection.execute(asked).scalars()))


def waiting_records(connection: Connection) -> tuple[tuple[UUID, UUID], ...]:
    """The case and record of each signature that a manager was asked for and has not answered."""
    rows = connection.execute(
        select(OversightRow.case_id, OversightRow.record_id, OversightRow.kind)
        .where(OversightRow.record_id.is_not(None))
        .order_by(OversightRow.at, OversightRow.id)
    )
    newest = {row.record_id: (row.case_id, row.record_id, row.kind) for row in rows}
    waits = (Said.ASKED.value, Said.TALK.value)
    return tuple((case, record) for case, record, kind in newest.values() if kind in waits)


def _rows(connection: Connection, kind: Any, case_id: UUID, *order: str) -> list[Row[Any]]:
    return list(connection.execute(_of_case(kind, order), {"owner": case_id}))


@cache
def _of_case(kind: Any, order: tuple[str, ...]) -> Select[Any]:
    """Made once each, as the statements of a case are (``ehdesk.store.queries.case``)."""
    table = kind.__table__
    column = table.c.case_id
    query = select(table).where(column == bindparam("owner", type_=column.type))
    return query.order_by(*(table.c[name] for name in order), table.c.id)


def _entries(connection: Connection, case_id: UUID, users: Names) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            r.id,
            r.record_id,
            Said(r.kind),
            r.at,
            users.get(r.user_id, ""),
            r.user_id,
            r.asked_of,
            r.text,
            r.seen,
        )
        for r in _rows(connection, OversightRow, case_id, "at")
    )


def _pins(connection: Connection, case_id: UUID, users: Names) -> tuple[Pin, ...]:
    pins = _rows(connection, PinRow, case_id, "number")
    answers: defaultdict[UUID, list[PinAnswer]] = defaultdict(list)
    for r in _rows(connection, PinAnswerRow, case_id, "at"):
        answers[r.pin_id].append(PinAnswer(r.text, r.at, users.get(r.user_id, "")))
    return tuple(
        Pin(
            r.id,
            r.record_id,
            r.number,
            r.field,
            r.text,
            r.at,
            users.get(r.user_id, ""),
            r.user_id,
            tuple(answers[r.id]),
        )
        for r in pins
    )


def _openings(connection: Connection, case_id: UUID, users: Names) -> tuple[Opening, ...]:
    return tuple(
        Opening(r.contact_id, r.at, users.get(r.user_id, ""), r.reason)
        for r in _rows(connection, OpeningRow, case_id, "at")
    )


def _disagreements(connection: Connection, case_id: UUID, users: Names) -> tuple[Disagreement, ...]:
    raised = _rows(connection, DisagreementRow, case_id, "raised_on")
    steps: defaultdict[UUID, list[DisagreementStep]] = defaultdict(list)
    for r in _rows(connection, DisagreementStepRow, case_id, "number"):
        steps[r.disagreement_id].append(
            DisagreementStep(
                r.number, Happened(r.kind), r.level, r.on, users.get(r.user_id, ""), r.text
            )
        )
    return tuple(
        Disagreement(
            r.id,
            r.about,
            r.with_whom,
            r.raised_on,
            users.get(r.user_id, ""),
            r.user_id,
            tuple(steps[r.id]),
        )
        for r in raised
    )
