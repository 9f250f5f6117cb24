"""The store itself and the people who use it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed


class StoreRow(Keyed, Base):
    """One row: what this store is called and whose words it speaks."""

    __tablename__ = "store"

    name: Mapped[str]
    authority: Mapped[str]
    created_at: Mapped[datetime]
    next_reference: Mapped[int] = mapped_column(default=1)
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)


class UserRow(Keyed, Base):
    """Someone who uses this store. The key is that of their slot in the key file."""

    __tablename__ = "users"

    name: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    agency: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    cluster: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)
    access: Mapped[list[str]] = mapped_column(default=list)
    """The roles they hold (``ehdesk.domain.access``)."""
    ended_on: Mapped[date | None]
    """The day from which they could not open the store any more."""
