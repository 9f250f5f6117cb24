"""What lists show of each case, worked out again inside every unit of work that touches it.

Nothing here is typed by anyone, so it is not kept in history and can be rebuilt at any time.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed, refers_to


class CaseSummaryRow(Base):
    """A case as a line of a list."""

    __tablename__ = "case_summaries"
    __history__ = False
    __table_args__ = (
        Index("ix_case_summaries_due", "open", "sort_due", "case_id"),
        Index("ix_case_summaries_family", "open", "sort_family", "case_id"),
        Index("ix_case_summaries_opened", "open", "opened_on", "case_id"),
    )

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), primary_key=True)
    reference: Mapped[str]
    open: Mapped[bool]
    state: Mapped[str] = mapped_column(index=True)
    route: Mapped[str]
    worker_id: Mapped[UUID | None] = mapped_column(index=True)
    family: Mapped[str]
    children: Mapped[list[Any]] = mapped_column(JSON)
    lead: Mapped[str]
    where_words: Mapped[str]
    track: Mapped[int]
    track_words: Mapped[str]
    next_step: Mapped[str]
    next_detail: Mapped[str]
    next_kind: Mapped[str]
    due: Mapped[date | None]
    waiting_since: Mapped[date | None]
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    sort_due: Mapped[str]
    sort_family: Mapped[str]
    search: Mapped[str]


class ObligationRow(Keyed, Base):
    """Something that is due for a case; Today reads these."""

    __tablename__ = "obligations"
    __history__ = False
    __table_args__ = (Index("ix_obligations_due", "due", "case_id"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("cases.id"), index=True)
    worker_id: Mapped[UUID | None]
    kind: Mapped[str]
    family: Mapped[str]
    title: Mapped[str]
    detail: Mapped[str]
    why: Mapped[str]
    due: Mapped[date | None]
    waiting_since: Mapped[date | None]
    subject_id: Mapped[UUID | None]
