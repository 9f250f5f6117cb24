"""The rows of a plan."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ehdesk.store.tables.work import ActionRow, OutcomeRow


def live_plan(session: Session, case_id: UUID) -> list[OutcomeRow | ActionRow]:
    """Every outcome and action of the plan that was not taken out of it."""
    rows: list[OutcomeRow | ActionRow] = []
    for kind in (OutcomeRow, ActionRow):
        query = select(kind).where(kind.case_id == case_id, kind.removed.is_(False))
        rows += session.scalars(query)
    return rows
