"""Files kept with a case: what is known of each, and the bytes once for the same content."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Listed, refers_to


class BlobRow(Base):
    """The bytes of a file, under the SHA-256 of what they are.

    They never go into history; their hash does, with the attachment that names it.
    """

    __tablename__ = "blobs"
    __history__ = False

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]
    size: Mapped[int]


class AttachmentRow(Listed, Base):
    """A file that was added to a form of a case. Two of them may share a blob."""

    __tablename__ = "attachments"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    record_id: Mapped[UUID] = mapped_column(refers_to("form_records.id"), index=True)
    sha256: Mapped[str] = mapped_column(refers_to("blobs.sha256"), index=True)
    name: Mapped[str] = mapped_column(default="")
    media_type: Mapped[str]
    size: Mapped[int]
    what: Mapped[str] = mapped_column(default="")
    person_id: Mapped[UUID | None] = mapped_column(refers_to("persons.id"))
    note: Mapped[str] = mapped_column(default="")
    width: Mapped[int | None]
    height: Mapped[int | None]
    added_at: Mapped[datetime]
    added_by: Mapped[UUID] = mapped_column(refers_to("users.id"))
