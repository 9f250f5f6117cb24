"""The files of a case: what is known of each, never their bytes."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.orm import Session

from ehdesk.domain.attachment import Attachment
from ehdesk.store.tables.attachments import AttachmentRow
from ehdesk.store.tables.forms import FormRecordRow
from ehdesk.store.tables.team import UserRow

# Made once: a case is read at every save.
_OF_CASE = (
    select(AttachmentRow.__table__, UserRow.name.label("user"))
    .join(FormRecordRow, FormRecordRow.id == AttachmentRow.record_id)
    .join(UserRow, UserRow.id == AttachmentRow.added_by, isouter=True)
    .where(AttachmentRow.case_id == bindparam("case"), AttachmentRow.removed.is_(False))
    .order_by(FormRecordRow.started_at, FormRecordRow.id, AttachmentRow.position)
    .order_by(AttachmentRow.id)
)


def attachments_of(connection: Connection, case_id: UUID) -> tuple[Attachment, ...]:
    """Those not taken out, form by form in the order that they were begun."""
    return tuple(
        Attachment(
            id=row.id,
            record_id=row.record_id,
            name=row.name,
            media_type=row.media_type,
            size=row.size,
            sha256=row.sha256,
            what=row.what,
            person_id=row.person_id,
            note=row.note,
            width=row.width,
            height=row.height,
            added_at=row.added_at,
            added_by=row.user or "",
        )
        for row in connection.execute(_OF_CASE, {"case": case_id})
    )


def next_position(session: Session, record_id: UUID) -> int:
    """The place of a new file after those of its form."""
    query = select(func.max(AttachmentRow.position)).where(AttachmentRow.record_id == record_id)
    last = session.execute(query).scalar_one()
    return 0 if last is None else last + 1
