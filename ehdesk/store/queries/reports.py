"""What a manager's report is worked out from, with a fixed number of selects and no family's name.

A store of thousands of families answers in well under a second each, and who waits can be told how
far it is, or stop, between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from sqlalchemy import Connection, and_, func, select

from ehdesk.domain.pathway import State
from ehdesk.domain.report_facts import (
    MOVES,
    CaseFact,
    EndFact,
    Facts,
    HeldFact,
    OverdueFact,
    ScoreFact,
    StepFact,
)
from ehdesk.store.tables.cases import CaseRow, ProfessionalRow, StepRow
from ehdesk.store.tables.summaries import ObligationRow
from ehdesk.store.tables.team import UserRow
from ehdesk.store.tables.work import ClosureRow, MeasureRow, OutcomeRow, ReviewRow

READS = 6
"""How many parts the facts are read in."""


def report_facts(
    connection: Connection, today: date, progress: Callable[[int, int], object]
) -> Facts:
    """Everything that a report needs; ``progress`` is told after each part, and may raise."""
    parts: list[tuple[object, ...]] = []
    for read in (_cases, _steps, _reviews, _scores, _endings):
        parts.append(tuple(read(connection)))
        progress(len(parts), READS)
    parts.append(tuple(_overdue(connection, today)))
    progress(len(parts), READS)
    return Facts(*parts)  # type: ignore[arg-type]  # in the order of its fields


def _cases(connection: Connection) -> Iterator[CaseFact]:
    names = {
        name.casefold(): name for name in connection.execute(select(UserRow.name)).scalars() if name
    }
    query = (
        select(
            CaseRow.id,
            CaseRow.family_id,
            CaseRow.state,
            CaseRow.kind,
            CaseRow.route,
            CaseRow.opened_on,
            CaseRow.closed_on,
            CaseRow.cluster,
            CaseRow.worker,
            UserRow.name.label("user"),
            ProfessionalRow.name.label("lead"),
        )
        .outerjoin(UserRow, UserRow.id == CaseRow.worker_id)
        .outerjoin(ProfessionalRow, ProfessionalRow.id == CaseRow.lead_practitioner_id)
    )
    for row in connection.execute(query):
        lead = str(row.lead or row.user or row.worker or "").strip()
        here = names.get(lead.casefold(), "")
        yield CaseFact(
            row.id,
            row.family_id,
            State(row.state),
            row.route,
            row.opened_on,
            row.closed_on,
            row.cluster,
            here,
            lead_elsewhere=bool(lead and not here),
        )


def _steps(connection: Connection) -> Iterator[StepFact]:
    query = (
        select(StepRow.case_id, StepRow.move, StepRow.happened_on)
        .where(StepRow.move.in_(MOVES))
        .order_by(StepRow.case_id, StepRow.number)
    )
    return (StepFact(*row) for row in connection.execute(query))


def _reviews(connection: Connection) -> Iterator[HeldFact]:
    query = select(ReviewRow.case_id, ReviewRow.held_on).where(
        ReviewRow.finished, ReviewRow.held_on.is_not(None)
    )
    return (HeldFact(row.case_id, row.held_on) for row in connection.execute(query) if row.held_on)


def _scores(connection: Connection) -> Iterator[ScoreFact]:
    """The last number of each outcome: that of the closing, else of the newest review held."""
    when = func.coalesce(ReviewRow.held_on, ClosureRow.closed_on)
    query = (
        select(
            OutcomeRow.id,
            OutcomeRow.case_id,
            OutcomeRow.start,
            MeasureRow.score,
            when.label("on"),
            MeasureRow.review_id,
        )
        .join(MeasureRow, MeasureRow.outcome_id == OutcomeRow.id)
        .outerjoin(ReviewRow, and_(ReviewRow.id == MeasureRow.review_id, ReviewRow.finished))
        .outerjoin(
            ClosureRow,
            and_(MeasureRow.review_id.is_(None), ClosureRow.case_id == MeasureRow.case_id),
        )
        .where(
            OutcomeRow.removed.is_(False),
            OutcomeRow.start.is_not(None),
            MeasureRow.score.is_not(None),
            when.is_not(None),
        )
        .order_by(OutcomeRow.id, when, MeasureRow.review_id.is_(None))
    )
    last = {row.id: row for row in connection.execute(query)}
    return (ScoreFact(row.case_id, row.start, row.score, row.on) for row in last.values())


def _endings(connection: Connection) -> Iterator[EndFact]:
    query = select(ClosureRow.case_id, ClosureRow.closed_on, ClosureRow.reason).join(
        CaseRow, and_(CaseRow.id == ClosureRow.case_id, CaseRow.state == State.CLOSED.value)
    )
    return (EndFact(*row) for row in connection.execute(query))


def _overdue(connection: Connection, today: date) -> Iterator[OverdueFact]:
    query = select(ObligationRow.case_id, ObligationRow.kind, ObligationRow.due).where(
        ObligationRow.due < today
    )
    rows = connection.execute(query)
    return (OverdueFact(row.case_id, row.kind, row.due) for row in rows if row.due)
