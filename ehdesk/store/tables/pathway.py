"""What holds beside the state of a case: calls to the duty service, pauses, the hub's meetings."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed, refers_to


class DasReferralRow(Keyed, Base):
    """A worry about a child that the duty service was told of, and what it answered.

    ``meanwhile`` says what happens to the case until then: ``goes_on``, ``waits`` or, where nobody
    said, nothing.
    """

    __tablename__ = "das_referrals"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    happened_on: Mapped[date]
    happened_at: Mapped[str] = mapped_column(default="")
    taken_by: Mapped[str] = mapped_column(default="")
    said: Mapped[str] = mapped_column(default="")
    meanwhile: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")


class PauseRow(Keyed, Base):
    """A time in which less happens than was agreed, with its reason. Clocks do not move."""

    __tablename__ = "pauses"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    starts_on: Mapped[date]
    until: Mapped[date]
    reason: Mapped[str]
    ended_on: Mapped[date | None]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))


class HubMeetingRow(Keyed, Base):
    """A meeting of the hub that allocates."""

    __tablename__ = "hub_meetings"

    held_on: Mapped[date] = mapped_column(index=True)
    starts: Mapped[str] = mapped_column(default="")
    venue: Mapped[str] = mapped_column(default="")
    chair: Mapped[str] = mapped_column(default="")
    called_off: Mapped[bool] = mapped_column(default=False)


class HubSlotRow(Keyed, Base):
    """A time of a meeting in which one request is heard. ``outcome`` is what came of it: allocate,
    join, defer or return."""

    __tablename__ = "hub_slots"

    meeting_id: Mapped[UUID] = mapped_column(refers_to("hub_meetings.id"), index=True)
    number: Mapped[int]
    starts: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int]
    case_id: Mapped[UUID | None] = mapped_column(refers_to("cases.id"), index=True)
    placed_at: Mapped[datetime | None]
    heard_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(default="")


class HubQuestionRow(Keyed, Base):
    """What the hub wanted to know of a request, and what it was told."""

    __tablename__ = "hub_questions"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    slot_id: Mapped[UUID | None] = mapped_column(refers_to("hub_slots.id"))
    asked_on: Mapped[date]
    question: Mapped[str]
    answer: Mapped[str] = mapped_column(default="")
    answered_by: Mapped[str] = mapped_column(default="")
