"""Which entries of people were joined, which are two people, and who is in two families."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Listed, refers_to


class NotTheSameRow(Listed, Base):
    """Two entries that look alike and are two people. Nobody is asked about them again."""

    __tablename__ = "not_the_same"

    person_id: Mapped[UUID] = mapped_column(refers_to("persons.id"), index=True)
    other_id: Mapped[UUID] = mapped_column(refers_to("persons.id"), index=True)


class InBothRow(Listed, Base):
    """One person with an entry in each of two families that stay apart: a father with children in
    two households, a brother who lives with somebody else."""

    __tablename__ = "in_both_families"

    person_id: Mapped[UUID] = mapped_column(refers_to("persons.id"), index=True)
    other_id: Mapped[UUID] = mapped_column(refers_to("persons.id"), index=True)


class JoiningRow(Listed, Base):
    """A joining of people of a case, a row for every case of the family. History has what it
    changed under ``operation_id``; ``words`` are the names. Removed once it is undone."""

    __tablename__ = "joinings"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    operation_id: Mapped[UUID]
    words: Mapped[str] = mapped_column(default="")
