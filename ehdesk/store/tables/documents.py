"""The log of papers made: what left the store, when, by whom, and its fingerprint."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed, refers_to


class DocumentRow(Keyed, Base):
    """One print or saved file. The paper itself is not kept; it can be made again."""

    __tablename__ = "documents"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    kind: Mapped[str]
    title: Mapped[str]
    made_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    way: Mapped[str]
    pages: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str]


class SendingRow(Keyed, Base):
    """A request that was sent: to whom, how, and the receipt."""

    __tablename__ = "sendings"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    sent_on: Mapped[date]
    way: Mapped[str]
    receipt: Mapped[str] = mapped_column(default="")
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
