"""Advice contacts, and what has been checked in the authority's lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ehdesk.store.tables.advice import (
    AdviceClearingRow,
    AdviceContactRow,
    DeskDraftRow,
    ListCheckRow,
)
from ehdesk.store.tables.team import UserRow


def contact_rows(session: Session) -> Sequence[tuple[AdviceContactRow, str]]:
    """Every contact that is not cleared, with who took it; the newest first."""
    query = (
        select(AdviceContactRow, UserRow.name)
        .join(UserRow, UserRow.id == AdviceContactRow.user_id)
        .where(AdviceContactRow.cleared_on.is_(None))
        .order_by(AdviceContactRow.started_at.desc(), AdviceContactRow.id.desc())
    )
    return [(row, name) for row, name in session.execute(query)]


def contact_row(session: Session, contact_id: UUID) -> tuple[AdviceContactRow, str] | None:
    """One contact with who took it."""
    row = session.get(AdviceContactRow, contact_id)
    user = session.get(UserRow, row.user_id) if row is not None else None
    return (row, user.name if user else "") if row is not None else None


def oldest_first(session: Session) -> Iterator[AdviceContactRow]:
    """Contacts that are not cleared, the oldest first."""
    query = (
        select(AdviceContactRow)
        .where(AdviceContactRow.cleared_on.is_(None))
        .order_by(AdviceContactRow.started_at)
    )
    yield from session.scalars(query)


def drafts_of_page(session: Session, page: str) -> Sequence[DeskDraftRow]:
    """Everybody's drafts of one page of the desk."""
    return session.scalars(select(DeskDraftRow).where(DeskDraftRow.page == page)).all()


def last_clearing(session: Session) -> tuple[AdviceClearingRow, str] | None:
    """The newest clearing and by whose opening of the store it came."""
    query = (
        select(AdviceClearingRow, UserRow.name)
        .join(UserRow, UserRow.id == AdviceClearingRow.user_id)
        .order_by(AdviceClearingRow.at.desc())
        .limit(1)
    )
    found = session.execute(query).first()
    return (found[0], found[1]) if found else None


def last_checks(session: Session) -> dict[str, date]:
    """The newest check of each list or service."""
    query = select(ListCheckRow.what, func.max(ListCheckRow.checked_on)).group_by(ListCheckRow.what)
    return {row[0]: row[1] for row in session.execute(query)}


def who_checked(session: Session, what: str) -> str:
    """Who checked it last; "" when nobody did."""
    query = (
        select(UserRow.name)
        .join(ListCheckRow, ListCheckRow.user_id == UserRow.id)
        .where(ListCheckRow.what == what)
        .order_by(ListCheckRow.checked_on.desc(), ListCheckRow.id.desc())
        .limit(1)
    )
    return session.scalar(query) or ""
