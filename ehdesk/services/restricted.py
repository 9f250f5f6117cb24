"""Opening a restricted note: with a reason, and with a line that stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.restricted import MARK, is_restricted
from ehdesk.domain.user import User
from ehdesk.forms.display import as_finished
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from ehdesk.services.drafts import drop_draft
from ehdesk.services.service import Service, record_row
from ehdesk.store.access import Session
from ehdesk.store.queries.history import said_by
from ehdesk.store.queries.versions import earlier_versions
from ehdesk.store.tables.forms import FormRecordRow
from ehdesk.store.tables.oversight import OpeningRow
from ehdesk.store.tables.work import ContactRow


@dataclass(frozen=True)
class OpenedNote:
    """What a restricted note says, question by question."""

    on: date
    said: tuple[tuple[str, tuple[str, ...]], ...]


class RestrictedService(Service):
    """The one way to what a restricted note says."""

    def open(self, contact_id: UUID, reason: str, *, draft: str = "") -> OpenedNote:
        """Read the note. Who, when and why are recorded first, and are never taken out again.

        :raises EhdeskError: without a reason.
        :raises NotFound: when there is no such note.
        """
        self._allow(Deed.OPEN_RESTRICTED)
        if not reason.strip():
            raise EhdeskError(
                "Say why you open it", "Each opening is recorded with its reason.", "Enter why."
            )
        with self._access.changing("Open a restricted note") as session:
            row = session.get(ContactRow, contact_id)
            if row is None or not row.restricted:
                raise NotFound("That is not a restricted note")
            drop_draft(session, row.case_id, self._user, draft)
            session.add(
                OpeningRow(
                    case_id=row.case_id,
                    contact_id=row.id,
                    at=self._clock.now(),
                    user_id=self._user.id,
                    reason=reason.strip(),
                )
            )
            return OpenedNote(row.happened_on, tuple(_said(session, row)))


def _said(session: Session, row: ContactRow) -> list[tuple[str, tuple[str, ...]]]:
    record = record_row(session, row.record_id) if row.record_id else None
    if record is None or record.frozen is None:
        return [("Who with", (row.who,)), ("What was said", (row.note,))]
    said = [
        (answer.question or answer.label, answer.lines)
        for section in as_finished(record.frozen)
        for answer in section.answers
        if answer.lines
    ]
    for version in earlier_versions(session.connection(), record.id):
        said += [(str(one["label"]), tuple(one["lines"])) for one in version.left_behind]
    return said


def refuse_restricted(session: Session, record: FormRecordRow, user: User) -> None:
    """Before a form is shown: a restricted note is read on a page that asks for the reason. Who
    writes one goes on with it: whoever began it, and whoever said that it is restricted.

    :raises NotAllowed: for anybody else, and once it is finished.
    """
    if not is_restricted(record.form, record.answers):
        return
    if record.finished_at is None and (
        record.started_by == user.id
        or user.id in said_by(session.connection(), record.id, f"answers.{MARK}", "yes")
    ):
        return
    raise NotAllowed(
        "This note is restricted",
        "What it says is shown only to somebody who gives a reason, and that is recorded.",
        "Open it from the record of the case.",
    )
