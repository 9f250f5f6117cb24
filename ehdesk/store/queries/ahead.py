"""Reviews to come, meetings held and planned, and what was ticked off: lists beside the cases."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, ScalarSelect, case, func, select

from ehdesk.domain.lists import CaseCounts, DoneLine, MeetingLine, ReviewLine
from ehdesk.store.tables.summaries import CaseSummaryRow, ObligationRow
from ehdesk.store.tables.work import ActionRow, AttendanceRow, MeetingRow, OutcomeRow


def review_lines(connection: Connection, most: int) -> tuple[ReviewLine, ...]:
    """The next review of each case with a plan, the one that is due first on top."""
    query = (
        select(
            ObligationRow.case_id,
            ObligationRow.family,
            ObligationRow.detail,
            ObligationRow.due,
            ObligationRow.waiting_since,
            CaseSummaryRow.lead,
            CaseSummaryRow.reference,
        )
        .join(CaseSummaryRow, CaseSummaryRow.case_id == ObligationRow.case_id)
        .where(ObligationRow.kind == "review")
        .order_by(ObligationRow.due, ObligationRow.family, ObligationRow.case_id)
        .limit(most)
    )
    return tuple(ReviewLine(*row) for row in connection.execute(query))


def meetings_planned(connection: Connection, most: int, called: str) -> tuple[MeetingLine, ...]:
    """Meetings of the families' teams that were agreed and not held yet, soonest first. ``called``
    is the authority's short word for them."""
    query = (
        select(
            ObligationRow.case_id,
            ObligationRow.family,
            ObligationRow.kind,
            ObligationRow.detail,
            ObligationRow.due,
        )
        .where(ObligationRow.kind.in_(("meeting", "first_taf")))
        .order_by(ObligationRow.due, ObligationRow.family, ObligationRow.id)
        .limit(most)
    )
    lines = []
    for row in connection.execute(query):
        first = row.kind == "first_taf"
        name, _, venue = (f"{called} 1", "", "") if first else row.detail.partition(", ")
        lines.append(
            MeetingLine(
                case_id=row.case_id,
                family=row.family,
                name=name,
                day=row.due,
                starts="",
                venue=venue,
                invited=0,
                came=0,
                held=False,
            )
        )
    return tuple(lines)


def meetings_held(connection: Connection, most: int, called: str) -> tuple[MeetingLine, ...]:
    """The meetings held last, newest first, each with how many of those invited came. ``called`` is
    the authority's short word for them."""
    query = (
        select(
            MeetingRow.case_id,
            MeetingRow.number,
            MeetingRow.held_on,
            MeetingRow.venue,
            MeetingRow.starts,
            CaseSummaryRow.family,
            func.count(AttendanceRow.id).label("invited"),
            func.sum(case((AttendanceRow.came == "came", 1), else_=0)).label("came"),
        )
        .join(CaseSummaryRow, CaseSummaryRow.case_id == MeetingRow.case_id)
        .outerjoin(
            AttendanceRow,
            (AttendanceRow.meeting_id == MeetingRow.id) & AttendanceRow.removed.is_(False),
        )
        .where(MeetingRow.finished, MeetingRow.held_on.is_not(None))
        .group_by(MeetingRow.id, CaseSummaryRow.family)
        .order_by(MeetingRow.held_on.desc(), MeetingRow.id.desc())
        .limit(most)
    )
    return tuple(
        MeetingLine(
            case_id=row.case_id,
            family=row.family,
            name=f"{called} {row.number}",
            day=row.held_on,
            starts=row.starts,
            venue=row.venue,
            invited=row.invited,
            came=row.came or 0,
            held=True,
        )
        for row in connection.execute(query)
    )


def done_on(connection: Connection, day: date) -> tuple[DoneLine, ...]:
    """Actions ticked off on a day."""
    query = (
        select(
            ActionRow.case_id,
            ActionRow.id,
            CaseSummaryRow.family,
            ActionRow.what,
            ActionRow.who,
        )
        .join(CaseSummaryRow, CaseSummaryRow.case_id == ActionRow.case_id)
        .join(OutcomeRow, OutcomeRow.id == ActionRow.outcome_id)
        .where(
            OutcomeRow.removed.is_(False),
            ActionRow.done_on == day,
            ActionRow.progress == "done",
            ActionRow.removed.is_(False),
        )
        .order_by(CaseSummaryRow.sort_family, ActionRow.id)
    )
    return tuple(DoneLine(*row) for row in connection.execute(query))


def case_counts(connection: Connection, worker: UUID) -> CaseCounts:
    """How many cases are a worker's own, open, and closed."""

    def many(*that: ColumnElement[bool]) -> ScalarSelect[int]:
        return select(func.count()).select_from(CaseSummaryRow).where(*that).scalar_subquery()

    row = connection.execute(
        select(
            many(CaseSummaryRow.open.is_(True), CaseSummaryRow.worker_id == worker),
            many(CaseSummaryRow.open.is_(True)),
            many(CaseSummaryRow.open.is_(False)),
        )
    ).one()
    return CaseCounts(mine=row[0], everyone=row[1], closed=row[2])
