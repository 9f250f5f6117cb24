"""Who changed what, when and in which operation: one chain of rows, never edited."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base


class HistoryRow(Base):
    """One field of one row went from ``old`` to ``new`` (JSON texts, None: there was nothing).

    ``field`` is the column, or ``column.key`` inside a JSON object, or empty when the whole row
    was added (``old`` is None) or removed (``new`` is None). ``hash`` covers the row and the hash
    before it. Nothing here refers to other tables, so that history outlives what it tells of.
    """

    __tablename__ = "history"
    __history__ = False
    __table_args__ = (
        Index("ix_history_case", "case_id", "number"),
        Index("ix_history_row", "row_id", "field", "number"),
    )

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    operation_id: Mapped[UUID] = mapped_column(index=True)
    operation: Mapped[str]
    user_id: Mapped[UUID]
    at: Mapped[datetime]
    table: Mapped[str] = mapped_column("table_name")
    row_id: Mapped[str]
    case_id: Mapped[UUID | None]
    field: Mapped[str]
    old: Mapped[str | None]
    new: Mapped[str | None]
    previous_hash: Mapped[str]
    hash: Mapped[str]
