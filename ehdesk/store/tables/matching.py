"""What people are looked up by when somebody is typed who may be known already.

Worked out from the people in the same unit of work, so it is not kept in history.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, refers_to


class PersonKeyRow(Base):
    """One thing to look a person up by (`ehdesk.domain.matching.keys`)."""

    __tablename__ = "person_keys"
    __history__ = False
    __table_args__ = (Index("ix_person_keys_person", "person_id"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(refers_to("persons.id"), primary_key=True)
