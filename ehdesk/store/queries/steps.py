"""Numbers that go up: steps, meetings, reviews, references."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ehdesk.store.tables.cases import StepRow
from ehdesk.store.tables.pathway import DasReferralRow, PauseRow
from ehdesk.store.tables.team import StoreRow
from ehdesk.store.tables.work import MeetingRow, ReviewRow


def next_step_number(session: Session, case_id: UUID) -> int:
    return _next(session, StepRow, case_id)


def next_meeting_number(session: Session, case_id: UUID) -> int:
    return _next(session, MeetingRow, case_id)


def next_review_number(session: Session, case_id: UUID) -> int:
    return _next(session, ReviewRow, case_id)


def take_reference(session: Session, year: int) -> str:
    """The next free reference, such as ``EH-26-0147``."""
    store = session.scalars(select(StoreRow)).one()
    number = store.next_reference
    store.next_reference = number + 1
    return f"EH-{year % 100:02}-{number:04}"


def open_referrals(session: Session, case_id: UUID) -> list[DasReferralRow]:
    """What the duty service was told and has not answered yet."""
    query = select(DasReferralRow).where(
        DasReferralRow.case_id == case_id, DasReferralRow.answered_on.is_(None)
    )
    return list(session.scalars(query))


def pauses_that_run(session: Session, case_id: UUID) -> list[PauseRow]:
    """The pauses that nobody has ended."""
    query = select(PauseRow).where(PauseRow.case_id == case_id, PauseRow.ended_on.is_(None))
    return list(session.scalars(query))


def _next(session: Session, kind: type[StepRow | MeetingRow | ReviewRow], case_id: UUID) -> int:
    query = select(func.max(kind.number)).where(kind.case_id == case_id)
    return (session.execute(query).scalar_one() or 0) + 1
