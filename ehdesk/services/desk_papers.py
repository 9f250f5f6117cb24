"""Papers that belong to no case: what was given with advice, the page of numbers, the record of a
supervision, and the list of cases as somebody narrowed it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.documents.advice_given import AdviceGiven, GivenService
from ehdesk.documents.case_list import CaseList, CaseListLine
from ehdesk.documents.catalogue import DOCUMENTS
from ehdesk.documents.contacts_sheet import ContactsSheet, SheetLine
from ehdesk.documents.supervision_record import (
    AgreedAction,
    FamilyTalkedAbout,
    SupervisionRecord,
)
from ehdesk.domain.access import Deed
from ehdesk.domain.directory import ListedService
from ehdesk.domain.glossary import find_terms
from ehdesk.domain.lists import CaseFilter, CaseLine
from ehdesk.domain.supervision import SupervisionAction
from ehdesk.domain.user import User
from ehdesk.domain.words import in_days, waiting
from ehdesk.kernel.clock import Clock, local
from ehdesk.kernel.dates import say_date, say_long_date
from ehdesk.kernel.errors import EhdeskError, NotFound
from ehdesk.kernel.ids import new_id
from ehdesk.services.advice import PAGE, AdviceService
from ehdesk.services.directory import DirectoryService
from ehdesk.services.drafts import DraftService
from ehdesk.services.papers import Made
from ehdesk.services.service import Service
from ehdesk.services.supervision import SupervisionService
from ehdesk.store.access import Access
from ehdesk.store.queries import lists
from ehdesk.store.queries.case import load_case
from ehdesk.store.tables.advice import DeskPaperRow

KINDS = ("advice-given", "contacts", "supervision", "cases")
TITLES = {kind: DOCUMENTS[kind].title for kind in KINDS}
"""Every kind there is, with its title."""
_AT_ONCE = 500
"""So many cases are read with one statement."""


class DeskPaperService(Service):
    """Made from the pack and one contact; logged when they leave the store, like any paper."""

    def __init__(
        self,
        access: Access,
        pack: Pack,
        clock: Clock,
        user: User,
        advice: AdviceService,
        directory: DirectoryService,
        drafts: DraftService,
        supervision: SupervisionService,
    ) -> None:
        super().__init__(access, pack, clock, user)
        self._advice, self._directory, self._drafts = advice, directory, drafts
        self._supervision = supervision

    def make(
        self,
        kind: str,
        contact_id: UUID | None = None,
        *,
        supervision_id: UUID | None = None,
        cases: CaseFilter | None = None,
        chosen: str = "",
    ) -> Made:
        """The paper as PDF. Changes nothing, so it may run beside other work.

        :param contact_id: whose advice it is; without, that which is being typed.
        :param supervision_id: which supervision; only for the manager whose it is.
        :param cases: which cases are listed, and ``chosen`` the same in words.
        :raises NotFound: when there is no such kind, or the contact is not there.
        """
        content: object
        if kind == "contacts":
            content = self._sheet()
        elif kind == "advice-given":
            content = self._given(contact_id)
        elif kind == "supervision" and supervision_id is not None:
            content = self._held(supervision_id)
        elif kind == "cases":
            content = self._list(cases or CaseFilter(), chosen)
        else:
            raise NotFound(f"There is no paper called “{kind}”")
        document = DOCUMENTS[kind]
        return Made(document.build(content, when=self._clock.now()), document.title)

    def log(self, kind: str, *, way: str, pdf: bytes, pages: int = 0) -> None:
        """Record that a paper left the store.

        :param way: ``printed`` or ``saved``.
        :raises EhdeskError: for any other way, or a kind that there is not.
        """
        self._allow(Deed.TAKE_PAPER)
        if way not in ("printed", "saved") or kind not in TITLES:
            raise EhdeskError(f"A paper is printed or saved, not “{way}”")
        with self._access.changing("Print" if way == "printed" else "Save a paper") as session:
            session.add(
                DeskPaperRow(
                    id=new_id(),
                    kind=kind,
                    title=TITLES[kind],
                    made_at=self._clock.now(),
                    user_id=self._user.id,
                    way=way,
                    pages=pages,
                    sha256=hashlib.sha256(pdf).hexdigest(),
                )
            )

    def _list(self, wanted: CaseFilter, chosen: str) -> CaseList:
        with self._access.reading() as connection:
            ids = lists.case_ids(connection, wanted).ids
            found = [
                line
                for first in range(0, len(ids), _AT_ONCE)
                for line in lists.case_lines(connection, ids[first : first + _AT_ONCE])
            ]
        today = self._clock.today()
        return CaseList(
            chosen=chosen,
            by=self._user.name,
            closed=wanted.closed,
            lines=tuple(_case_line(line, today) for line in found),
        )

    def _given(self, contact_id: UUID | None) -> AdviceGiven:
        codes, on = self._codes(contact_id)
        known = {one.code: one for one in self._directory.services()}
        pack = self._pack
        return AdviceGiven(
            services=tuple(_given_service(known[code]) for code in codes if code in known),
            on=on,
            ring_name=pack.contact("one_number").name,
            ring_phone=pack.contact("one_number").phone,
            harm_words=pack.say(
                "If a child is in danger now, ring {emergency.phone}. "
                "If you are worried about a child, ring {das.phone}."
            ),
        )

    def _held(self, supervision_id: UUID) -> SupervisionRecord:
        now = self._supervision.read(supervision_id)
        talked = dict.fromkeys(
            (*now.looked_at, *(key for key, note in now.notes.items() if note))
        ) | dict.fromkeys(action.about_id for action in now.actions)
        with self._access.reading() as connection:
            titles = {key: load_case(connection, key).family.title for key in talked}
        families = (
            FamilyTalkedAbout(
                family=title,
                note=now.notes.get(key, ""),
                actions=tuple(_agreed(one) for one in now.actions if one.about_id == key),
            )
            for key, title in sorted(titles.items(), key=lambda pair: pair[1])
        )
        return SupervisionRecord(
            worker=now.worker,
            manager=self._user.name,
            held_on=now.held_on,
            families=tuple(families),
        )

    def _codes(self, contact_id: UUID | None) -> tuple[tuple[str, ...], date]:
        if contact_id is not None:
            contact = self._advice.get(contact_id)
            return contact.services, contact.on
        draft = self._drafts.get(None, PAGE)
        typed: Mapping[str, Any] = draft.typed if draft else {}
        began = local(draft.begun_at).date() if draft else self._clock.today()
        return tuple(typed.get("services", ())), began

    def _sheet(self) -> ContactsSheet:
        pack = self._pack
        first = pack.contact("one_number")
        shown = {"one_number", "das", "emergency"}
        checked = self._directory.contacts_checked()
        same = {first.phone}
        return ContactsSheet(
            authority=pack.name,
            first=SheetLine(name=first.name, number=first.phone, words=first.purpose),
            harm=pack.say(
                "A child at risk of harm now: {emergency.phone} if it is happening, otherwise "
                "{das.phone} at any hour. Ask for {das.name}."
            ),
            localities=tuple(
                SheetLine(name=one.name, number=one.phone) for one in pack.localities if one.usable
            ),
            others=tuple(
                SheetLine(name=one.contact.name, number=one.contact.phone)
                for one in self._directory.contacts()
                if one.contact.code not in shown
                and one.contact.phone
                and one.contact.phone not in same
                and not one.is_older
            ),
            letters=tuple(
                SheetLine(name=term.name, number=term.code)
                for term in find_terms(pack.glossary, "")
            ),
            checked_words=f"Numbers checked {say_long_date(checked.on)}" if checked.on else "",
        )


def _agreed(one: SupervisionAction) -> AgreedAction:
    return AgreedAction(what=one.what, who=one.who, done=one.done_on is not None)


def _case_line(line: CaseLine, today: date) -> CaseListLine:
    same = CaseListLine(
        family=line.family,
        reference=line.reference,
        children=line.children_words(today),
        where=line.where,
        lead=line.lead,
    )
    if not line.open:
        ended = say_date(line.closed_on, today) if line.closed_on else "Not recorded"
        return replace(same, next_step=line.where, due=ended)
    return replace(
        same,
        next_step=line.next_step,
        then=f"{line.next_detail[:1].upper()}{line.next_detail[1:]}",
        due=say_date(line.due, today) if line.due else "",
        due_words=_when(line, today),
        late=line.due is not None and line.due < today,
    )


def _when(line: CaseLine, today: date) -> str:
    if line.due is not None:
        return in_days(line.due, today)
    return waiting(line.waiting_since, today) if line.waiting_since else ""


def _given_service(one: ListedService) -> GivenService:
    service = one.service
    facts = ". ".join(part for part in (service.when, service.cost) if part)
    ages = f"{service.ages}." if service.ages else ""
    return GivenService(
        name=service.name,
        what=f"{service.what} {ages}".strip(),
        when=f"{facts}." if facts else "",
        how="  ·  ".join(part for part in (one.place, service.website) if part),
        phone=service.phone,
    )
