"""Management oversight, supervision, restricted notes that were opened, and disagreements."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed, Listed, refers_to


class OversightRow(Keyed, Base):
    """An entry of management oversight (``ehdesk.domain.oversight.Entry``). Only ever added to."""

    __tablename__ = "oversight"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    record_id: Mapped[UUID | None] = mapped_column(refers_to("form_records.id"), index=True)
    kind: Mapped[str]
    at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    asked_of: Mapped[UUID | None] = mapped_column(refers_to("users.id"))
    text: Mapped[str] = mapped_column(default="")
    seen: Mapped[str] = mapped_column(default="")
    """SHA-256 of what the record said when it was signed."""


class PinRow(Keyed, Base):
    """A manager's comment, pinned to one answer of a record."""

    __tablename__ = "oversight_pins"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    record_id: Mapped[UUID] = mapped_column(refers_to("form_records.id"), index=True)
    number: Mapped[int]
    field: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))


class PinAnswerRow(Keyed, Base):
    """What was answered to a comment."""

    __tablename__ = "oversight_answers"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    pin_id: Mapped[UUID] = mapped_column(refers_to("oversight_pins.id"), index=True)
    text: Mapped[str]
    at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))


class SupervisionRow(Keyed, Base):
    """A manager and a worker looked at the worker's families together. Part of the manager's own
    file: no column here is called ``case_id``, so that nothing of it stands in a family's."""

    __tablename__ = "supervisions"

    manager_id: Mapped[UUID] = mapped_column(refers_to("users.id"), index=True)
    worker_id: Mapped[UUID] = mapped_column(refers_to("users.id"), index=True)
    held_on: Mapped[date]
    finished_at: Mapped[datetime | None]


class SupervisionNoteRow(Keyed, Base):
    """What was said about one family in supervision."""

    __tablename__ = "supervision_notes"

    supervision_id: Mapped[UUID] = mapped_column(refers_to("supervisions.id"), index=True)
    about_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    text: Mapped[str] = mapped_column(default="")
    looked_at: Mapped[datetime | None]


class SupervisionActionRow(Listed, Base):
    """What somebody will do after supervision."""

    __tablename__ = "supervision_actions"

    supervision_id: Mapped[UUID] = mapped_column(refers_to("supervisions.id"), index=True)
    about_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    what: Mapped[str]
    who_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    by_when: Mapped[date | None]
    """Asked no more: nothing of this file is due on a list that everybody reads."""
    done_on: Mapped[date | None]


class OpeningRow(Keyed, Base):
    """A restricted note was opened: by whom, when, and why."""

    __tablename__ = "openings"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    contact_id: Mapped[UUID] = mapped_column(refers_to("contacts.id"), index=True)
    at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    reason: Mapped[str]


class DisagreementRow(Keyed, Base):
    """Professionals see something about this family differently."""

    __tablename__ = "disagreements"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    about: Mapped[str]
    with_whom: Mapped[str]
    raised_on: Mapped[date]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))


class DisagreementStepRow(Keyed, Base):
    """What happened to a disagreement: raised, answered, escalated, settled."""

    __tablename__ = "disagreement_steps"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    disagreement_id: Mapped[UUID] = mapped_column(refers_to("disagreements.id"), index=True)
    number: Mapped[int]
    kind: Mapped[str]
    level: Mapped[str]
    on: Mapped[date]
    recorded_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    text: Mapped[str] = mapped_column(default="")
