"""Advice given without a case, and what belongs to no case beside it: checks of lists, drafts and
papers of the desk itself."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from ehdesk.store.tables.base import Base, Keyed, refers_to

CLEARED = {"history": False}
"""Of a column that is emptied when the contact's time is over: history never holds what it said, so
that nothing is left of it."""


class AdviceContactRow(Keyed, Base):
    """Somebody asked and was answered; no case was opened.

    When its time is over what was said and who it was goes for good, and the row stays as the
    record that somebody was advised that day.
    """

    __tablename__ = "advice_contacts"

    started_at: Mapped[datetime]
    finished_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"), index=True)
    who: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    about: Mapped[list[str]] = mapped_column(default=list)
    services: Mapped[list[str]] = mapped_column(default=list)
    more: Mapped[str] = mapped_column(default="")
    first_name: Mapped[str] = mapped_column(default="", info=CLEARED)
    postcode_area: Mapped[str] = mapped_column(default="", info=CLEARED)
    ages: Mapped[str] = mapped_column(default="", info=CLEARED)
    question: Mapped[str] = mapped_column(default="", info=CLEARED)
    said: Mapped[str] = mapped_column(default="", info=CLEARED)
    same_as: Mapped[UUID | None] = mapped_column(refers_to("advice_contacts.id"))
    """An earlier contact of the same person, where somebody said that it is."""
    became_case_id: Mapped[UUID | None] = mapped_column(refers_to("cases.id"))
    """The case that was begun because it was more than advice."""
    cleared_on: Mapped[date | None] = mapped_column(index=True)


class AdviceClearingRow(Keyed, Base):
    """One clearing of contacts whose time was over."""

    __tablename__ = "advice_clearings"
    __append_only__ = True

    at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    before: Mapped[date]
    """Contacts of days before this one were cleared."""
    contacts: Mapped[int]
    drafts: Mapped[int]


class ListCheckRow(Keyed, Base):
    """Somebody made sure that a list of the authority is right: its contacts, or one service."""

    __tablename__ = "list_checks"
    __append_only__ = True

    what: Mapped[str] = mapped_column(index=True)
    """``contacts``, or ``service:`` and its code."""
    checked_on: Mapped[date]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))


class DeskDraftRow(Base):
    """The boxes of one small page that belongs to no case, as one person left them."""

    __tablename__ = "desk_drafts"
    __history__ = False  # no part of any record yet

    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"), primary_key=True)
    page: Mapped[str] = mapped_column(primary_key=True)
    typed: Mapped[dict[str, Any]]
    begun_at: Mapped[datetime]
    saved_at: Mapped[datetime]


class DeskPaperRow(Keyed, Base):
    """A print or saved file of a paper that belongs to no case. The paper itself is not kept."""

    __tablename__ = "desk_papers"
    __append_only__ = True

    kind: Mapped[str]
    title: Mapped[str]
    made_at: Mapped[datetime]
    user_id: Mapped[UUID] = mapped_column(refers_to("users.id"))
    way: Mapped[str]
    pages: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str]
