"""Who was told what, and the packets that were made to tell them. Only ever added to."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed, refers_to


class PacketRow(Keyed, Base):
    """Files made to be sent: names, sizes, fingerprints. The password is kept nowhere."""

    __tablename__ = "packets"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    record_id: Mapped[UUID] = mapped_column(refers_to("form_records.id"), index=True)
    made_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    made_of: Mapped[str]
    folder: Mapped[str]
    files: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    pages: Mapped[int]
    for_key: Mapped[bool]


class DisclosureRow(Keyed, Base):
    """One share, or one decision not to share (``ehdesk.domain.disclosures.Disclosure``)."""

    __tablename__ = "disclosures"
    __append_only__ = True

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    record_id: Mapped[UUID | None] = mapped_column(refers_to("form_records.id"))
    packet_id: Mapped[UUID | None] = mapped_column(refers_to("packets.id"))
    corrects_id: Mapped[UUID | None] = mapped_column(refers_to("disclosures.id"))
    recorded_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    shared: Mapped[bool]
    shared_on: Mapped[date]
    shared_at: Mapped[str] = mapped_column(default="")
    recipient: Mapped[str] = mapped_column(default="")
    agency: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    way: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    version: Mapped[str] = mapped_column(default="")
    files: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    purpose: Mapped[str] = mapped_column(default="")
    people: Mapped[list[str]] = mapped_column(default=list)
    information: Mapped[list[str]] = mapped_column(default=list)
    basis: Mapped[str] = mapped_column(default="")
    agreement: Mapped[str] = mapped_column(default="")
    override: Mapped[str] = mapped_column(default="")
    necessity: Mapped[str] = mapped_column(default="")
    harm_considered: Mapped[str] = mapped_column(default="")
    why_not: Mapped[str] = mapped_column(default="")
    family_told: Mapped[str] = mapped_column(default="")
    family_told_on: Mapped[date | None]
    family_not_told_why: Mapped[str] = mapped_column(default="")
    receipt: Mapped[str] = mapped_column(default="")
