"""What somebody has typed on a small page and has not recorded yet."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, refers_to


class DraftRow(Base):
    """The boxes of one small page of a case, as one person left them.

    It goes in the unit of work of the record that it becomes, and history begins with that record.
    """

    __tablename__ = "drafts"
    __history__ = False  # no part of anybody's record yet

    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), primary_key=True)
    page: Mapped[str] = mapped_column(primary_key=True)
    typed: Mapped[dict[str, Any]]
    begun_at: Mapped[datetime]
    saved_at: Mapped[datetime]
