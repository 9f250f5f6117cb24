"""Forms that were begun, what they say, and the frozen copy once they are final."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed, refers_to

NOT_KEPT = {"history": False}
"""Where someone was and when it was last saved: of use today, no part of the record."""


class FormRecordRow(Keyed, Base):
    """One form being filled or finished, in the version it was begun in.

    ``answers`` holds what is asked beyond the spine, ``sending`` what was typed on the send page
    until it is recorded as sent. ``frozen`` is everything the form said when
    it was finished, with its SHA-256, never changed after.
    """

    __tablename__ = "form_records"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    form: Mapped[str]
    form_version: Mapped[int]
    subject_id: Mapped[UUID | None]
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    sending: Mapped[dict[str, Any]] = mapped_column(default=dict, info=NOT_KEPT)
    place: Mapped[str] = mapped_column(default="", info=NOT_KEPT)
    steps_done: Mapped[int] = mapped_column(default=0, info=NOT_KEPT)
    steps_total: Mapped[int] = mapped_column(default=0, info=NOT_KEPT)
    started_at: Mapped[datetime]
    started_by: Mapped[UUID] = mapped_column(refers_to("users.id"))
    saved_at: Mapped[datetime] = mapped_column(info=NOT_KEPT)
    closed_cleanly: Mapped[bool] = mapped_column(default=True, info=NOT_KEPT)
    finished_at: Mapped[datetime | None] = mapped_column(index=True)
    finished_by: Mapped[UUID | None] = mapped_column(refers_to("users.id"))
    frozen: Mapped[dict[str, Any] | None]
    frozen_hash: Mapped[str] = mapped_column(default="")


class EarlierVersionRow(Keyed, Base):
    """What a form said when it was taken on in a newer version: the whole of it, frozen with its
    SHA-256, and in ``left_behind`` the answers that the newer version has no place for."""

    __tablename__ = "earlier_versions"

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    record_id: Mapped[UUID] = mapped_column(refers_to("form_records.id"), index=True)
    form_version: Mapped[int]
    left_at: Mapped[datetime]
    left_by: Mapped[UUID] = mapped_column(refers_to("users.id"))
    frozen: Mapped[dict[str, Any]]
    frozen_hash: Mapped[str]
    left_behind: Mapped[list[dict[str, Any]]]


class FormTextRow(Base):
    """A form that records of this store are in, as its file said. Packs lose old versions and
    stores go to other computers; a record is read in its version all the same."""

    __tablename__ = "form_texts"
    __history__ = False  # no part of anybody's record

    form: Mapped[str] = mapped_column(primary_key=True)
    form_version: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    kept_at: Mapped[datetime]
