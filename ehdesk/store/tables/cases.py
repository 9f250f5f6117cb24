"""A case (one episode of help for a family), its steps along the pathway, its consent."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import LISTS_PEOPLE, Base, Keyed, Listed, refers_to


class CaseRow(Keyed, Base):
    """One episode of early help. ``state`` always equals the end of the last step.

    ``kind`` is a `ehdesk.domain.pathway.Kind`. ``previous_case_id`` is the case of the family that
    this one goes on from, ``joins_case_id`` the one that its professionals joined and
    ``joins_where`` says which that is when another store holds it. ``ehc_mode`` is how it goes
    together with a child's Education, Health and Care plan, ``holds_holidays`` who holds the family
    while school is out and ``held_until`` the last day of the holiday that was meant.
    ``referrer_told_on`` is when whoever asked was told, where that was after the decision.
    """

    __tablename__ = "cases"

    reference: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(default="request", server_default="request")
    family_id: Mapped[UUID] = mapped_column(refers_to("families.id"), index=True)
    state: Mapped[str] = mapped_column(index=True)
    route: Mapped[str] = mapped_column(default="")
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    request_type: Mapped[str] = mapped_column(default="")
    ehc_plan: Mapped[str] = mapped_column(default="")
    ehc_mode: Mapped[str] = mapped_column(default="", server_default="")
    holds_holidays: Mapped[str] = mapped_column(default="", server_default="")
    held_until: Mapped[date | None]
    referrer_told_on: Mapped[date | None]
    previous_case_id: Mapped[UUID | None] = mapped_column(refers_to("cases.id"))
    joins_case_id: Mapped[UUID | None] = mapped_column(refers_to("cases.id"))
    joins_where: Mapped[str] = mapped_column(default="", server_default="")
    cluster: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    worker: Mapped[str] = mapped_column(default="")
    worker_id: Mapped[UUID | None] = mapped_column(refers_to("users.id"), index=True)
    lead_practitioner_id: Mapped[UUID | None] = mapped_column(refers_to("professionals.id"))
    asker_kind: Mapped[str] = mapped_column(default="")
    asker_person_id: Mapped[UUID | None] = mapped_column(refers_to("persons.id"))
    asker_id: Mapped[UUID | None] = mapped_column(refers_to("professionals.id"))
    created_by: Mapped[UUID] = mapped_column(refers_to("users.id"))
    pinned: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    # Two writers never share a store, but a stale screen must not win silently either.
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 (SQLAlchemy reads it)


class StepRow(Keyed, Base):
    """A move along the pathway: dated, with who and why. Never edited."""

    __tablename__ = "steps"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    number: Mapped[int]
    move: Mapped[str]
    from_state: Mapped[str]
    to_state: Mapped[str]
    happened_on: Mapped[date]
    recorded_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    reason: Mapped[str] = mapped_column(default="")
    record_id: Mapped[UUID | None] = mapped_column(refers_to("form_records.id"))


class ConsentRow(Keyed, Base):
    """What the family agreed to for this case, and how."""

    __tablename__ = "consents"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    how: Mapped[str] = mapped_column(default="")
    given_on: Mapped[date | None]
    given_on_typed: Mapped[str] = mapped_column(default="")
    given_by: Mapped[list[str]] = mapped_column(default=list, info=LISTS_PEOPLE)
    covers: Mapped[list[str]] = mapped_column(default=list)
    not_with: Mapped[str] = mapped_column(default="")
    for_whom: Mapped[list[str]] = mapped_column(default=list, info=LISTS_PEOPLE)
    review_on: Mapped[date | None]
    review_on_typed: Mapped[str] = mapped_column(default="")
    withdrawn_on: Mapped[date | None]
    withdrawn_on_typed: Mapped[str] = mapped_column(default="")
    withdrawn_by: Mapped[str] = mapped_column(default="")
    withdrawn_how: Mapped[str] = mapped_column(default="")


class AgreementRow(Listed, Base):
    """What one person said about taking part."""

    __tablename__ = "agreements"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(refers_to("persons.id"))
    answer: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    on: Mapped[date | None]
    on_typed: Mapped[str] = mapped_column(default="")
    competent: Mapped[str] = mapped_column(default="")
    witness: Mapped[str] = mapped_column(default="")


class SharingRow(Listed, Base):
    """The family's choice for one agency and one kind of information."""

    __tablename__ = "sharing"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    who: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    choice: Mapped[str] = mapped_column(default="")


class ProfessionalRow(Listed, Base):
    """Someone who works with the family on this case."""

    __tablename__ = "professionals"

    case_id: Mapped[UUID] = mapped_column(
        refers_to("cases.id", use_alter="fk_professionals_case_id_cases"), index=True
    )
    name: Mapped[str] = mapped_column(default="", index=True)
    role: Mapped[str] = mapped_column(default="")
    agency: Mapped[str] = mapped_column(default="", index=True)
    agency_type: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    involvement: Mapped[str] = mapped_column(default="")
    involved: Mapped[str] = mapped_column(default="")
    since: Mapped[date | None]
    since_typed: Mapped[str] = mapped_column(default="")
    until: Mapped[date | None]
    until_typed: Mapped[str] = mapped_column(default="")
    aware: Mapped[str] = mapped_column(default="")
    taf: Mapped[str] = mapped_column(default="")


class AdditionRow(Keyed, Base):
    """Something added to a record: a work note, or what came after a case closed. The record itself
    is never edited. ``happened_on`` is None in what was added before it was asked."""

    __tablename__ = "additions"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    added_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    happened_on: Mapped[date | None]
    text: Mapped[str]
