"""What one person has typed on the small pages of a case."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ehdesk.store.tables.advice import DeskDraftRow
from ehdesk.store.tables.drafts import DraftRow


def drafts_of(session: Session, user_id: UUID, case_id: UUID) -> Sequence[DraftRow]:
    """The drafts of one person in a case, what was begun first coming first."""
    return session.scalars(
        select(DraftRow)
        .where(DraftRow.user_id == user_id, DraftRow.case_id == case_id)
        .order_by(DraftRow.begun_at, DraftRow.page)
    ).all()


def desk_drafts_of(session: Session, user_id: UUID) -> Sequence[DeskDraftRow]:
    """The drafts of one person on pages that belong to no case."""
    return session.scalars(
        select(DeskDraftRow)
        .where(DeskDraftRow.user_id == user_id)
        .order_by(DeskDraftRow.begun_at, DeskDraftRow.page)
    ).all()
