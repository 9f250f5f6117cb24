"""Keeps the lines of lists and the list of what is due in step with the records.

Runs inside each unit of work, after its changes and before its commit, for the cases it touched.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Session

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.summary import Summary, summarise
from ehdesk.kernel.ids import new_id
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.matching import refresh_keys
from ehdesk.store.tables.summaries import CaseSummaryRow, ObligationRow

NO_DATE = "9999-12-31"
"""Sorts after every date: what has none comes last."""

_LEFT = "cases_left"


def keep_summaries(pack: Pack) -> Callable[[Session, set[UUID]], None]:
    """The hook for the unit of work."""

    def refresh(session: Session, cases: set[UUID]) -> None:
        connection = session.connection()
        left = session.info.setdefault(_LEFT, {})
        for case_id in sorted(cases):
            left[case_id] = refresh_case(connection, case_id, pack)
        refresh_keys(connection, cases)

    return refresh


def case_after(session: Session, case_id: UUID) -> Case | None:
    """The case as a unit of work left it, read for its line already; None when it did not touch
    the case. Ask after the unit of work has ended."""
    left: dict[UUID, Case] = session.info.get(_LEFT, {})
    return left.get(case_id)


def refresh_case(connection: Connection, case_id: UUID, pack: Pack) -> Case:
    """Work the case's line and obligations out again; the case they were worked out from."""
    case = load_case(connection, case_id)
    summary = summarise(case, pack)
    connection.execute(delete(CaseSummaryRow).where(CaseSummaryRow.case_id == case_id))
    connection.execute(delete(ObligationRow).where(ObligationRow.case_id == case_id))
    connection.execute(insert(CaseSummaryRow), [_line(summary)])
    due = _due(summary)
    if due:
        connection.execute(insert(ObligationRow), due)
    return case


def rebuild(connection: Connection, pack: Pack, *, ended: bool = True) -> int:
    """Work the lines of cases out again; the number of cases.

    :param ended: also of those that have ended.
    """
    query = select(CaseSummaryRow.case_id)
    keys = connection.execute(query if ended else query.where(CaseSummaryRow.open)).scalars().all()
    for case_id in keys:
        refresh_case(connection, case_id, pack)
    return len(keys)


def _line(summary: Summary) -> dict[str, object]:
    following = summary.next
    return {
        "case_id": summary.case_id,
        "reference": summary.reference,
        "open": summary.open,
        "state": summary.state.value,
        "route": summary.route,
        "worker_id": summary.worker_id,
        "family": summary.family,
        "children": [
            [child.first_name, child.born.isoformat() if child.born else None]
            for child in summary.children
        ],
        "lead": summary.lead,
        "where_words": summary.where,
        "track": summary.track,
        "track_words": summary.track_words,
        "next_step": following.title if following else "",
        "next_detail": following.detail if following else "",
        "next_kind": following.kind if following else "",
        "due": following.due if following else None,
        "waiting_since": following.waiting_since if following else None,
        "opened_on": summary.opened_on,
        "closed_on": summary.closed_on,
        "sort_due": _sort_due(summary),
        "sort_family": summary.family.casefold(),
        "search": summary.search,
    }


def _sort_due(summary: Summary) -> str:
    following = summary.next
    day: date | None = following.due if following else None
    return day.isoformat() if day else NO_DATE


def _due(summary: Summary) -> list[dict[str, object]]:
    return [
        {
            "id": new_id(),
            "case_id": summary.case_id,
            "worker_id": obligation.for_user,
            "kind": obligation.kind,
            "family": summary.family,
            "title": obligation.title,
            "detail": obligation.detail,
            "why": obligation.why,
            "due": obligation.due,
            "waiting_since": obligation.waiting_since,
            "subject_id": obligation.subject_id,
        }
        for obligation in summary.obligations
    ]
