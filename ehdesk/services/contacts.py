"""Calls, visits and messages: when they happened is apart from when they were written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.restricted import MARK
from ehdesk.forms.checks import iso_date
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.ids import new_id
from ehdesk.services.form_outcomes import several, text
from ehdesk.services.forms import begin_record, finish_record, pack_form
from ehdesk.services.service import Service, open_case_row, record_row
from ehdesk.store.queries.case import load_case
from ehdesk.store.tables.contact_people import ContactPersonRow
from ehdesk.store.tables.work import ContactRow


class ContactService(Service):
    """Recording a contact with a family."""

    def start(self, case_id: UUID) -> UUID:
        """The key of a contact's form: one that they began earlier, or a new one dated today. What
        a colleague began is theirs: two people may each have had a call.

        :raises NotAllowed: when the case has ended.
        """
        self._allow(Deed.WORK)
        for record in self._load(case_id).records:
            mine = record.started_by == self._user.id and record.finished_at is None
            if mine and record.form == "contact":
                return record.id
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
            case = load_case(session.connection(), record.case_id)
            with_whom = several(values, "contact.people")
            named = [_names(case)[key] for key in with_whom if key in _names(case)]
            row = ContactRow(
                id=new_id(),
                case_id=record.case_id,
                record_id=record.id,
                kind=str(values["contact.kind"] or ""),
                happened_on=day,
                happened_at=str(values["contact.time"] or ""),
                who=", ".join(filter(None, (*named, text(values, "contact.who")))),
                note=str(values["contact.said"] or ""),
                reached=str(values.get("contact.reached") or ""),
                restricted=values.get(MARK) == "yes",
                significant="yes" in several(values, "contact.significant"),
                changed=text(values, "contact.changed"),
            )
            session.add(row)
            session.add_all(_at(row, with_whom, case))


def _names(case: Case) -> dict[str, str]:
    """How everybody of the record is called in a line, by key."""
    family = {str(one.id): one.first_name or one.name for one in case.people}
    return family | {str(one.id): one.name for one in case.professionals if one.name}


def _at(contact: ContactRow, with_whom: Iterable[str], case: Case) -> Iterator[ContactPersonRow]:
    """A row for each of those that the record knows."""
    family = {str(one.id): one.id for one in case.people}
    helping = {str(one.id): one.id for one in case.professionals}
    for key in with_whom:
        if key in family or key in helping:
            yield ContactPersonRow(
                id=new_id(),
                case_id=contact.case_id,
                contact_id=contact.id,
                person_id=family.get(key),
                professional_id=helping.get(key),
            )
