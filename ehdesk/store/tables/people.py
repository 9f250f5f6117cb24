"""Families and the people in them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed, Listed, refers_to


class FamilyRow(Keyed, Base):
    """A family, as the team knows it."""

    __tablename__ = "families"

    name: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    contact_note: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")
    interpreter_note: Mapped[str] = mapped_column(default="")


class PersonRow(Listed, Base):
    """A child or an adult of a family, at home or elsewhere."""

    __tablename__ = "persons"

    family_id: Mapped[UUID] = mapped_column(refers_to("families.id"), index=True)
    kind: Mapped[str] = mapped_column(default="adult")
    given_name: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    relationship: Mapped[str] = mapped_column(default="")
    date_of_birth: Mapped[date | None]
    date_of_birth_typed: Mapped[str] = mapped_column(default="")
    date_of_birth_not_known: Mapped[bool] = mapped_column(default=False)
    school: Mapped[str] = mapped_column(default="")
    year_group: Mapped[str] = mapped_column(default="")
    lives: Mapped[str] = mapped_column(default="here")
    parental_responsibility: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
