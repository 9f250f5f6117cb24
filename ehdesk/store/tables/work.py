"""The request's checks and decision, meetings, the plan, reviews and the closure."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import LISTS_PEOPLE, Base, Keyed, Listed, refers_to


class CheckRow(Listed, Base):
    """Asking a system or a person before deciding (leaflet: CDi and other professionals)."""

    __tablename__ = "checks"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    asked_on: Mapped[date | None]
    asked_on_typed: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    back: Mapped[bool] = mapped_column(default=False)


class DecisionRow(Keyed, Base):
    """What was decided about a request, and why (leaflet: record decision-making)."""

    __tablename__ = "decisions"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    decided_on: Mapped[date]
    decided_by: Mapped[UUID] = mapped_column(refers_to("users.id"))
    harm_now: Mapped[bool]
    threshold_met: Mapped[bool]
    route: Mapped[str] = mapped_column(default="")
    needs_count: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str]
    against_guidance: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="", server_default="")
    """The move that it made."""


class MeetingRow(Keyed, Base):
    """A Team Around the Family meeting, planned or held."""

    __tablename__ = "meetings"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    number: Mapped[int]
    planned_on: Mapped[date | None]
    held_on: Mapped[date | None]
    held_on_typed: Mapped[str] = mapped_column(default="")
    starts: Mapped[str] = mapped_column(default="")
    ends: Mapped[str] = mapped_column(default="")
    venue: Mapped[str] = mapped_column(default="")
    chair: Mapped[str] = mapped_column(default="")
    minute_taker: Mapped[str] = mapped_column(default="")
    next_on: Mapped[date | None]
    next_on_typed: Mapped[str] = mapped_column(default="")
    next_venue: Mapped[str] = mapped_column(default="")
    finished: Mapped[bool] = mapped_column(default=False)


class AttendanceRow(Listed, Base):
    """Someone invited to a meeting and whether they came."""

    __tablename__ = "attendance"

    meeting_id: Mapped[UUID] = mapped_column(refers_to("meetings.id"), index=True)
    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="professional")
    invited: Mapped[str] = mapped_column(default="")
    came: Mapped[str] = mapped_column(default="")
    report: Mapped[str] = mapped_column(default="")


class OutcomeRow(Listed, Base):
    """What the family wants to be different, with where it started and is hoped to get to."""

    __tablename__ = "outcomes"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    title: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    words_by: Mapped[str] = mapped_column(default="")
    needs: Mapped[list[str]] = mapped_column(default=list)
    people: Mapped[list[str]] = mapped_column(default=list, info=LISTS_PEOPLE)
    start: Mapped[int | None]
    hoped: Mapped[int | None]
    agreed_on: Mapped[date | None]


class ActionRow(Listed, Base):
    """Something somebody will do towards an outcome."""

    __tablename__ = "actions"

    outcome_id: Mapped[UUID] = mapped_column(refers_to("outcomes.id"), index=True)
    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    what: Mapped[str] = mapped_column(default="")
    who: Mapped[str] = mapped_column(default="")
    support: Mapped[str] = mapped_column(default="")
    by_when: Mapped[date | None]
    by_when_typed: Mapped[str] = mapped_column(default="")
    by_words: Mapped[str] = mapped_column(default="")
    measure: Mapped[str] = mapped_column(default="")
    progress: Mapped[str] = mapped_column(default="not_started")
    note: Mapped[str] = mapped_column(default="")
    agreed_on: Mapped[date | None]
    done_on: Mapped[date | None]


class ReviewRow(Keyed, Base):
    """A review of the plan (leaflet: every 3 months)."""

    __tablename__ = "reviews"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    number: Mapped[int]
    held_on: Mapped[date | None]
    held_on_typed: Mapped[str] = mapped_column(default="")
    was_due: Mapped[date]
    next_due: Mapped[date | None]
    next_due_typed: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="")
    finished: Mapped[bool] = mapped_column(default=False)


class MeasureRow(Keyed, Base):
    """Where one outcome stood at one review, or at the closing: words and a number."""

    __tablename__ = "measures"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    outcome_id: Mapped[UUID] = mapped_column(refers_to("outcomes.id"))
    review_id: Mapped[UUID | None] = mapped_column(refers_to("reviews.id"), index=True)
    words: Mapped[str] = mapped_column(default="")
    score: Mapped[int | None]


class ClosureRow(Keyed, Base):
    """Why a case closed and who agreed (leaflet: closed to EHA, complete closure form)."""

    __tablename__ = "closures"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), unique=True)
    closed_on: Mapped[date]
    reason: Mapped[str]
    manager: Mapped[str] = mapped_column(default="")
    manager_line: Mapped[str] = mapped_column(default="")


class SignpostRow(Listed, Base):
    """Where the family was pointed to, and what carries on there."""

    __tablename__ = "signposts"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    service: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="")


class ContactRow(Keyed, Base):
    """A call, visit or message. When it happened is apart from when it was recorded. ``reached`` is
    no for an attempt that reached nobody; ``changed`` is what changed because of it."""

    __tablename__ = "contacts"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    record_id: Mapped[UUID | None] = mapped_column(refers_to("form_records.id"))
    kind: Mapped[str]
    happened_on: Mapped[date]
    happened_at: Mapped[str] = mapped_column(default="")
    who: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    reached: Mapped[str] = mapped_column(default="", server_default="")
    restricted: Mapped[bool] = mapped_column(default=False)
    significant: Mapped[bool] = mapped_column(default=False)
    changed: Mapped[str] = mapped_column(default="", server_default="")
