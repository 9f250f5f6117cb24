"""Advice without a case: taken down, turned into a request where it is more, and cleared when its
time is over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.advice import (
    AdviceContact,
    AdviceTyped,
    Clearing,
    More,
    carried_words,
    faults_of,
    may_be_same,
)
from ehdesk.forms.spec import Form
from ehdesk.kernel.clock import local
from ehdesk.kernel.errors import EhdeskError, NotFound
from ehdesk.kernel.ids import new_id
from ehdesk.services.drafts import drop_draft
from ehdesk.services.forms import pack_form, write_values
from ehdesk.services.new_cases import Begun, begin_case
from ehdesk.services.service import Service, record_row
from ehdesk.store.access import Session
from ehdesk.store.queries.advice import (
    contact_row,
    contact_rows,
    drafts_of_page,
    last_clearing,
    oldest_first,
)
from ehdesk.store.tables.advice import AdviceClearingRow, AdviceContactRow

PAGE = "advice"
"""What its draft is called."""

_PERSONAL = ("first_name", "postcode_area", "ages", "question", "said")
_KINDS = {"parent": "parent", "young_person": "young_person", "professional": "professional"}


@dataclass(frozen=True)
class Finished:
    """What came of a contact: its key, and the case that was begun where it was more."""

    contact_id: UUID
    case_id: UUID | None = None
    record_id: UUID | None = None
    """The request's form, begun with what was said."""


class AdviceService(Service):
    """Somebody rings, is answered, and nothing is opened (leaflet: three offers)."""

    def contacts(self) -> tuple[AdviceContact, ...]:
        """Every contact whose time is not over, the newest first."""
        with self._access.reading_rows() as session:
            return tuple(self._value(row, name) for row, name in contact_rows(session))

    def get(self, contact_id: UUID) -> AdviceContact:
        """One contact; a cleared one says only that it was.

        :raises NotFound: when the store has no such contact.
        """
        with self._access.reading_rows() as session:
            found = contact_row(session, contact_id)
            if found is None:
                raise NotFound("That advice contact is not in this store")
            return self._value(*found)

    def rang_before(self, *, first_name: str, postcode_area: str) -> tuple[AdviceContact, ...]:
        """Contacts that may have been with the same person. Nothing is joined by itself."""
        if not first_name.strip() or not postcode_area.strip():
            return ()
        return may_be_same(self.contacts(), first_name=first_name, postcode_area=postcode_area)

    def faults(self, typed: AdviceTyped) -> tuple[tuple[str, str], ...]:
        """What still has to be said, as (question, what to do)."""
        return faults_of(typed)

    def finish(self, typed: AdviceTyped, *, draft: str = "") -> Finished:
        """Record the contact. Where it is more than advice a request is begun in the same unit of
        work, with what was said carried across; for harm that is what the call is recorded on.

        :param draft: the page whose draft it was, which goes with it.
        :raises EhdeskError: when something still has to be said.
        """
        self._allow(Deed.ADVISE)
        if typed.more is More.REQUEST:
            self._allow(Deed.BEGIN_CASE)
        if typed.more is More.DAS:
            self._allow(Deed.REFER_TO_DAS)
        faults = faults_of(typed)
        if faults:
            raise EhdeskError("This contact is not complete yet", "", f"{faults[0][1]}.")
        with self._access.changing("Record advice") as session:
            drop_draft(session, None, self._user, draft)
            begun = self._begin(session, typed) if typed.more is not More.NO else None
            row = AdviceContactRow(
                id=new_id(),
                started_at=typed.started_at,
                finished_at=self._clock.now(),
                user_id=self._user.id,
                who=typed.who,
                how=typed.how,
                about=list(typed.about),
                services=list(typed.services),
                more=typed.more.value,
                first_name=typed.first_name.strip(),
                postcode_area=typed.postcode_area.strip(),
                ages=typed.ages.strip(),
                question=typed.question.strip(),
                said=typed.said.strip(),
                same_as=typed.same_as,
                became_case_id=begun.case_id if begun else None,
            )
            session.add(row)
            session.flush()
        return Finished(
            row.id, begun.case_id if begun else None, begun.record_id if begun else None
        )

    def clear_old(self) -> int:
        """Take away, for good, what was said in contacts whose time is over; how many there were.

        What stays is that somebody was advised that day, about what, and by whom. Nothing of what
        is taken away was ever in history. Each clearing is recorded. Drafts that nobody finished
        go by the same clock.
        """
        self._allow(Deed.ADVISE)
        today = self._clock.today()
        if not self._waiting(today):
            return 0
        with self._access.changing("Clear old advice contacts") as session:
            contacts = 0
            for row in list(oldest_first(session)):
                if self._clears_on(local(row.started_at).date()) > today:
                    break
                for name in _PERSONAL:
                    setattr(row, name, "")
                row.same_as = None
                row.cleared_on = today
                contacts += 1
            drafts = 0
            for draft in drafts_of_page(session, PAGE):
                if self._clears_on(local(draft.saved_at).date()) <= today:
                    session.delete(draft)
                    drafts += 1
            session.add(
                AdviceClearingRow(
                    id=new_id(),
                    at=self._clock.now(),
                    user_id=self._user.id,
                    before=self._kept_from(today),
                    contacts=contacts,
                    drafts=drafts,
                )
            )
        return contacts

    def last_clearing(self) -> Clearing | None:
        """The newest clearing; None when nothing was ever cleared."""
        with self._access.reading_rows() as session:
            found = last_clearing(session)
            return Clearing(found[0].at, found[1], found[0].contacts) if found else None

    @property
    def kept_words(self) -> str:
        """For how long a contact is kept: "12 months"."""
        return self._pack.clock("advice_kept").words

    def _waiting(self, today: date) -> bool:
        """Whether the time of anything is over."""
        with self._access.reading_rows() as session:
            first = next(oldest_first(session), None)
            old = first is not None and self._clears_on(local(first.started_at).date()) <= today
            return old or any(
                self._clears_on(local(draft.saved_at).date()) <= today
                for draft in drafts_of_page(session, PAGE)
            )

    def _clears_on(self, day: date) -> date:
        """The day after the last on which a contact of this day is kept."""
        return self._pack.clock("advice_kept").after(day) + timedelta(days=1)

    def _kept_from(self, today: date) -> date:
        """The first day whose contacts are still kept."""
        day = today - timedelta(days=1)
        while self._clears_on(day - timedelta(days=1)) > today:
            day -= timedelta(days=1)
        return day

    def _begin(self, session: Session, typed: AdviceTyped) -> Begun:
        """A request that begins with what was said, so that nobody asks it again."""
        begun = begin_case(
            session, "request", "begin", user=self._user, clock=self._clock, pack=self._pack
        )
        form = pack_form(self._pack, "request")
        write_values(
            session,
            record_row(session, begun.record_id),
            form,
            self._carried(form, typed),
            self._clock,
        )
        session.flush()
        return begun

    def _carried(self, form: Form, typed: AdviceTyped) -> Mapping[str, Any]:
        about = [self._pack.label("advice_topics", code) for code in typed.about]
        given = [self._pack.label("services", code) for code in typed.services]
        tried = [typed.said.strip(), f"Told about: {', '.join(given)}." if given else ""]
        said = {
            _bound(form, "asker.kind"): _KINDS.get(typed.who, ""),
            _bound(form, "asker.name"): typed.first_name.strip(),
            _named(form, "needs.worries"): carried_words(typed, about),
            _telling(form, "tried"): "\n".join(filter(None, tried)),
        }
        return {key: words for key, words in said.items() if key and words}

    def _value(self, row: AdviceContactRow, user: str) -> AdviceContact:
        on = local(row.started_at).date()
        return AdviceContact(
            id=row.id,
            started_at=row.started_at,
            on=on,
            user=user,
            who=row.who,
            how=row.how,
            first_name=row.first_name,
            postcode_area=row.postcode_area,
            ages=row.ages,
            question=row.question,
            about=tuple(row.about),
            said=row.said,
            services=tuple(row.services),
            more=More(row.more or "no"),
            same_as=row.same_as,
            became_case_id=row.became_case_id,
            cleared_on=row.cleared_on,
            clears_on=self._clears_on(on),
        )


def _bound(form: Form, bind: str) -> str:
    field = form.bound_to(bind)
    return field.key if field else ""


def _telling(form: Form, what: str) -> str:
    return next((field.key for field in form.fields() if field.tells == what), "")


def _named(form: Form, key: str) -> str:
    return key if any(field.key == key for field in form.fields()) else ""
