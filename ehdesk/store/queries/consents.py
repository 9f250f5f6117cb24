"""The consent of a case."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ehdesk.kernel.ids import new_id
from ehdesk.store.tables.cases import ConsentRow


def consent_row(session: Session, case_id: UUID) -> ConsentRow:
    """The consent of a case; made when there is none yet."""
    row = session.scalar(select(ConsentRow).where(ConsentRow.case_id == case_id))
    if row is None:
        row = ConsentRow(id=new_id(), case_id=case_id, given_by=[], covers=[])
        session.add(row)
    return row
