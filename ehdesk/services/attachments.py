"""Files kept with a case, encrypted like the rest of the store: added, looked at, taken out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.attachment import LARGEST_CASE, LARGEST_FILE, Attachment, CaseFull, TooLarge
from ehdesk.domain.file_types import file_type, fitting_name
from ehdesk.domain.picture_size import picture_size
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from ehdesk.kernel.ids import new_id
from ehdesk.services.service import Service, open_case_row, record_row
from ehdesk.store import blobs
from ehdesk.store.access import Session
from ehdesk.store.queries.attachments import attachments_of, next_position
from ehdesk.store.spine.files import Files
from ehdesk.store.tables.attachments import AttachmentRow
from ehdesk.store.tables.documents import DocumentRow
from ehdesk.store.tables.forms import FormRecordRow

COPY = "file"
"""What the log of papers calls a copy of an attached file that was saved outside the store."""


class AttachmentService(Service):
    """Drawings, scans and letters. Each method may be called on any thread."""

    def add(
        self,
        record_id: UUID,
        name: str,
        data: bytes,
        *,
        what: str = "",
        person_id: UUID | None = None,
        note: str = "",
    ) -> dict[str, Any]:
        """Keep a file with a form that is being filled in; gives the row of its answer.

        What it is is told by its content, whatever ``name`` says; the name is made to fit.

        :raises Refused: for a file of a kind that is not kept, programs above all.
        :raises TooLarge: over 10 MB. :raises CaseFull: over 100 MB for the case.
        :raises NotAllowed: when the form was finished or the case has ended.
        """
        self._allow(Deed.FILL_IN)
        kind = file_type(data, name)
        if len(data) > LARGEST_FILE:
            raise TooLarge(len(data), kind)
        width, height = picture_size(data) or (None, None)
        fingerprint = blobs.fingerprint(data)
        with self._access.changing("Add a file") as session:
            record = _open_record(session, record_id)
            there = blobs.kept_for(session.connection(), record.case_id)
            total = sum(there.values())
            if fingerprint not in there and total + len(data) > LARGEST_CASE:
                raise CaseFull(total, len(data))
            blobs.keep(session.connection(), fingerprint, data)
            row = AttachmentRow(
                id=new_id(),
                case_id=record.case_id,
                record_id=record.id,
                position=next_position(session, record.id),
                removed=False,
                sha256=fingerprint,
                name=fitting_name(name, kind),
                media_type=kind.media_type,
                size=len(data),
                what=what,
                person_id=person_id,
                note=note,
                width=width,
                height=height,
                added_at=self._clock.now(),
                added_by=self._user.id,
            )
            session.add(row)
            return Files().answer(row)

    def remove(self, attachment_id: UUID) -> None:
        """Take a file out of its form. It is only marked, so that it can be put back.

        :raises NotAllowed: when the form was finished or the case has ended.
        """
        self._allow(Deed.FILL_IN)
        self._mark(attachment_id, "Remove a file", removed=True)

    def put_back(self, attachment_id: UUID) -> None:
        """Undo the removing."""
        self._allow(Deed.FILL_IN)
        self._mark(attachment_id, "Put a file back", removed=False)

    def read(self, attachment_id: UUID) -> bytes:
        """The bytes as they were added, also of a file that was removed.

        :raises NotFound: when there is no such file.
        :raises EhdeskError: when it is not what was added any more.
        """
        with self._access.reading_rows() as session:
            row = _attachment(session, attachment_id)
            found = blobs.content(session.connection(), row.sha256)
        if found is None:
            raise EhdeskError(
                "This file is damaged",
                "It is not what was added, so it is not shown. The rest of the record is as it is.",
                "Restore a backup, or ask for the file again.",
            )
        return found

    def of_case(self, case_id: UUID) -> tuple[Attachment, ...]:
        """Every file of a case, in the order of its forms."""
        with self._access.reading() as connection:
            return attachments_of(connection, case_id)

    def log_copy(self, attachment_id: UUID) -> None:
        """Record that a copy was saved outside the store, where nothing protects it."""
        self._allow(Deed.TAKE_PAPER)
        with self._access.changing("Save a copy of a file") as session:
            row = _attachment(session, attachment_id)
            session.add(
                DocumentRow(
                    case_id=row.case_id,
                    kind=COPY,
                    title=row.name or "File",
                    made_at=self._clock.now(),
                    user_id=self._user.id,
                    way="saved",
                    sha256=row.sha256,
                )
            )

    def _mark(self, attachment_id: UUID, operation: str, *, removed: bool) -> None:
        with self._access.changing(operation) as session:
            row = _attachment(session, attachment_id)
            _open_record(session, row.record_id)
            if row.removed != removed:
                row.removed = removed


def _attachment(session: Session, attachment_id: UUID) -> AttachmentRow:
    row = session.get(AttachmentRow, attachment_id)
    if row is None:
        raise NotFound("That file is not in this store")
    return row


def _open_record(session: Session, record_id: UUID) -> FormRecordRow:
    """The form of that key, when it may still be changed."""
    record = record_row(session, record_id)
    open_case_row(session, record.case_id)
    if record.finished_at is not None:
        raise NotAllowed(
            "This form is finished",
            "Files are part of what it says, so none can be added or removed any more.",
            "Add the file to the next form.",
        )
    return record
