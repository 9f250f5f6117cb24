"""Families and the people in them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import LISTS_PEOPLE, Base, Keyed, Listed, refers_to


class FamilyRow(Keyed, Base):
    """A family, as the team knows it."""

    __tablename__ = "families"

    name: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    contact_note: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")
    interpreter_note: Mapped[str] = mapped_column(default="")
    address_kind: Mapped[str] = mapped_column(default="")
    confidential: Mapped[str] = mapped_column(default="")


class HomeRow(Listed, Base):
    """Another address of the family: a second home, a refuge, where a parent lives."""

    __tablename__ = "homes"

    family_id: Mapped[UUID] = mapped_column(refers_to("families.id"), index=True)
    kind: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    confidential: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")


class PersonRow(Listed, Base):
    """A child or an adult of a family, at home or elsewhere."""

    __tablename__ = "persons"

    family_id: Mapped[UUID] = mapped_column(refers_to("families.id"), index=True)
    kind: Mapped[str] = mapped_column(default="adult")
    given_name: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    known_as: Mapped[str] = mapped_column(default="")
    other_names: Mapped[str] = mapped_column(default="")
    relationship: Mapped[str] = mapped_column(default="")
    in_request: Mapped[str] = mapped_column(default="")
    unborn: Mapped[bool] = mapped_column(default=False)
    due_date: Mapped[date | None]
    due_date_typed: Mapped[str] = mapped_column(default="")
    date_of_birth: Mapped[date | None]
    date_of_birth_typed: Mapped[str] = mapped_column(default="")
    date_of_birth_not_known: Mapped[bool] = mapped_column(default=False)
    sex: Mapped[str] = mapped_column(default="")
    gender: Mapped[str] = mapped_column(default="")
    gender_words: Mapped[str] = mapped_column(default="")
    ethnicity: Mapped[str] = mapped_column(default="")
    religion: Mapped[str] = mapped_column(default="")
    first_language: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")
    communication: Mapped[str] = mapped_column(default="")
    nationality: Mapped[str] = mapped_column(default="")
    immigration: Mapped[str] = mapped_column(default="")
    disability: Mapped[list[str]] = mapped_column(default=list)
    diagnosis: Mapped[str] = mapped_column(default="")
    upn: Mapped[str] = mapped_column(default="")
    upn_unknown: Mapped[str] = mapped_column(default="")
    nhs_number: Mapped[str] = mapped_column(default="")
    uln: Mapped[str] = mapped_column(default="")
    la_id: Mapped[str] = mapped_column(default="")
    school: Mapped[str] = mapped_column(default="")
    year_group: Mapped[str] = mapped_column(default="")
    school_contact: Mapped[str] = mapped_column(default="")
    attendance: Mapped[int | None]
    attendance_typed: Mapped[str] = mapped_column(default="")
    suspensions: Mapped[int | None]
    suspensions_typed: Mapped[str] = mapped_column(default="")
    exclusion_risk: Mapped[str] = mapped_column(default="")
    sen: Mapped[str] = mapped_column(default="")
    sen_primary: Mapped[str] = mapped_column(default="")
    sen_secondary: Mapped[str] = mapped_column(default="")
    gp: Mapped[str] = mapped_column(default="")
    health_visitor: Mapped[str] = mapped_column(default="")
    young_carer: Mapped[str] = mapped_column(default="")
    looked_after: Mapped[str] = mapped_column(default="")
    social_work: Mapped[str] = mapped_column(default="")
    service_child: Mapped[str] = mapped_column(default="")
    private_fostering: Mapped[str] = mapped_column(default="")
    lives: Mapped[str] = mapped_column(default="here")
    other_home: Mapped[UUID | None] = mapped_column(refers_to("homes.id"))
    nights: Mapped[str] = mapped_column(default="")
    parental_responsibility: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    occupation: Mapped[str] = mapped_column(default="")
    employment: Mapped[str] = mapped_column(default="")
    safe_contact: Mapped[str] = mapped_column(default="")
    staff_risk: Mapped[str] = mapped_column(default="")
    staff_risk_note: Mapped[str] = mapped_column(default="")


class RelationshipRow(Listed, Base):
    """``person_id`` is the ``kind`` of ``to_id``, with or without parental responsibility."""

    __tablename__ = "relationships"

    family_id: Mapped[UUID] = mapped_column(refers_to("families.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(refers_to("persons.id"))
    to_id: Mapped[UUID | None] = mapped_column(refers_to("persons.id"))
    kind: Mapped[str] = mapped_column(default="")
    parental_responsibility: Mapped[str] = mapped_column(default="")


class RestrictionRow(Listed, Base):
    """Somebody who must not do or be told something, and who has seen the order."""

    __tablename__ = "restrictions"

    family_id: Mapped[UUID] = mapped_column(refers_to("families.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(refers_to("persons.id"))
    name: Mapped[str] = mapped_column(default="")
    protects: Mapped[list[str]] = mapped_column(default=list, info=LISTS_PEOPLE)
    what: Mapped[str] = mapped_column(default="")
    order: Mapped[str] = mapped_column(default="")
    until: Mapped[date | None]
    until_typed: Mapped[str] = mapped_column(default="")
    seen_by: Mapped[str] = mapped_column(default="")
    seen_on: Mapped[date | None]
    seen_on_typed: Mapped[str] = mapped_column(default="")
