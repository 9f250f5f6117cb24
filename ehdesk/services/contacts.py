"""Calls, visits and messages: when they happened is apart from when they were written down."""

from __future__ import annotations

from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.restricted import MARK
from ehdesk.forms.checks import iso_date
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.forms import begin_record, finish_record, pack_form
from ehdesk.services.service import Service, open_case_row, record_row
from ehdesk.store.tables.work import ContactRow


class ContactService(Service):
    """Recording a contact with a family."""

    def start(self, case_id: UUID) -> UUID:
        """The key of a contact's form: one begun earlier, or a new one dated today.

        :raises NotAllowed: when the case has ended.
        """
        self._allow(Deed.WORK)
        begun = self._load(case_id).draft("contact")
        if begun is not None:
            return begun.id
        with self._access.changing("Begin a contact") as session:
            return begin_record(
                session,
                open_case_row(session, case_id),
                pack_form(self._pack, "contact"),
                user=self._user,
                clock=self._clock,
                answers={"contact.on": self._clock.today().isoformat()},
            ).id

    def finish(self, record_id: UUID) -> None:
        """The contact is recorded, and stands on the timeline.

        :raises EhdeskError: without a day, or with one that has not come.
        """
        self._allow(Deed.WORK)
        with self._access.changing("Record a contact") as session:
            record = record_row(session, record_id)
            values = finish_record(
                session, record, pack=self._pack, user=self._user, clock=self._clock
            )
            day = iso_date(str(values["contact.on"] or ""))
            if day is None or day > self._clock.today():
                raise EhdeskError(
                    "Say when it happened", "", "Enter today's date or an earlier one."
                )
            session.add(
                ContactRow(
                    case_id=record.case_id,
                    record_id=record.id,
                    kind=str(values["contact.kind"] or ""),
                    happened_on=day,
                    happened_at=str(values["contact.time"] or ""),
                    who=str(values["contact.who"] or ""),
                    note=str(values["contact.said"] or ""),
                    reached=str(values.get("contact.reached") or ""),
                    restricted=values.get(MARK) == "yes",
                )
            )
