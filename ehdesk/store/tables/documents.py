"""The log of papers made: what left the store, when, by whom, and its fingerprint."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed, refers_to


class DocumentRow(Keyed, Base):
    """One print, saved file or packet. The paper itself is not kept; it can be made again. Whom
    it was given to is a line of the disclosure log."""

    __tablename__ = "documents"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    kind: Mapped[str]
    title: Mapped[str]
    made_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    way: Mapped[str]
    pages: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str]


class ShowingRow(Keyed, Base):
    """Somebody looked at something that is kept confidential on the screen."""

    __tablename__ = "showings"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    what: Mapped[str]
    at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
