"""One table of every page of an open store: where it is found in the demo, and what it says first.

The tour takes a picture of each, and the tests walk each with Tab and read it in another
authority's words. A kind of page, a tab or a form's own page that
is not in it fails ``test_no_page_is_forgotten``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from ehdesk.demo import panel_answers
from ehdesk.demo import side_roads as road
from ehdesk.demo.families import TILBROOK, invented
from ehdesk.demo.journey import Journey
from ehdesk.demo.make import USER
from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.pathway import Kind, State
from ehdesk.domain.records import Record
from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.home import Home
from tests.desks import KeptStore, a_clock
from tests.packs_in import edit, next_version, own_pack
from ui.cases.case_page import TABS
from ui.kit.navigation import Place

RUTH = "Ruth Hallam"
"""The manager of the demo: nobody signs what they wrote themselves."""
_NEWER = "closure"
"""The form that has a newer version than the one that is being written."""


@dataclass(frozen=True)
class Stop:
    """A page: what its picture is called, where it is, and what is heard first on it."""

    name: str
    place: Place
    says: str
    """The beginning of what the keyboard is on when the page opens."""
    who: str = USER
    part: tuple[str, str] = ("", "")
    """The button that shows it and what that stands under, where a page has several to show."""


def prepare(desk: Desk, clock: SetClock) -> None:
    """Add to a demo store what it has not got and a page needs, and go back to the same moment.

    Open it anew afterwards: a newer version of a form has come.
    """
    now, today = clock.now(), clock.today()
    found = Found(desk)

    def family(number: int) -> Journey:
        needs = tuple(need.code for need in desk.pack.needs if need.usable)
        name = ("Thistlewood-Marr", "Quarrington-Vale", "Pemberley-Holt")[number]
        return Journey(desk, clock, today, invented(200 + number, name, Random(number), needs))  # noqa: S311

    if not found.some(State.RETURNED):
        go = family(0)
        go.send(12)
        go.decide_otherwise(8, "returned")
    if desk.pack.hub is not None and not found.some(State.HUB):
        go = family(1)
        go.send(24)
        road.wait_for_the_hub(go, 18, meets_in=6)
    if not any(case.kind == Kind.OWN_EHA and case.is_open for case in found.cases):
        go = family(2)
        road.own_assessment(go, 74)
    clock.move_to(now)
    planned = found.case(State.PLAN, "Tilbrook").id
    desk.contacts.start(planned)
    referral = desk.case_forms.start(planned, "masp")
    answers = panel_answers.masp(TILBROOK, today, today + timedelta(days=9))
    told = {key: said for key, said in answers.items() if key.startswith(("why.", "ask."))}
    Journey(desk, clock, today, TILBROOK).save(referral, told)
    if not any(record.form == "hand_over" for case in found.cases for record in case.records):
        desk.case_forms.start(planned, "hand_over")
    forms = desk.home.packs_folder / desk.pack.code / "forms"
    if not forms.is_dir():
        own_pack(desk.home, desk.pack.code)
    newer = next_version(forms / f"{_NEWER}.yaml")
    edit(newer, "label: In a few words, what led to closing?", "label: What led to closing?")


@dataclass
class Found:
    """What is in a store, found by where it stands rather than by its name."""

    desk: Desk
    cases: list[Case] = field(init=False)

    def __post_init__(self) -> None:
        lists, cases = self.desk.lists, self.desk.cases
        keys = (
            key for over in (False, True) for key in lists.case_ids(CaseFilter(closed=over)).ids
        )
        self.cases = [cases.get(key) for key in keys]

    def some(self, *states: State, name: str = "") -> list[Case]:
        """Every case in one of the states, of the family if one is named."""
        return [c for c in self.cases if c.state in states and name in c.family.title]

    def case(self, state: State, name: str = "") -> Case:
        """One of them."""
        return self.some(state, name=name)[0]

    def record(self, form: str, *, finished: bool) -> Record:
        """A record of a form, being written or finished."""
        records = (r for c in self.cases for r in c.records if r.form == form)
        return next(r for r in records if bool(r.finished_at) == finished)

    def pinned(self) -> UUID | None:
        """A record with comments to answer, where the authority has any that is signed so."""
        return next((pin.record_id for case in self.cases for pin in case.pins), None)

    def waiting(self) -> UUID:
        """A record that waits for a manager to sign it."""
        records = ((case, record.id) for case in self.cases for record in case.records)
        return next(key for case, key in records if case.standing(key).waits_for_a_manager)

    def who(self, name: str) -> UUID:
        """Somebody who uses the store."""
        return next(one.user.id for one in self.desk.users.everyone() if one.user.name == name)


def _lists(found: Found) -> Iterator[Stop]:
    yield Stop("today", Place("today"), "Good morning, Anita")
    yield Stop("requests", Place("requests"), "Requests")
    yield Stop("cases", Place("cases"), "Cases")
    yield Stop("reviews", Place("reviews"), "Reviews")
    yield Stop("meetings", Place("meetings"), "Meetings")
    yield Stop("print-and-share", Place("print_and_share"), "Print and share")
    yield Stop("advice", Place("advice"), "Advice")
    yield Stop("advice-log", Place("advice_log"), "Advice contacts")
    advised = found.desk.advice.contacts()[0]
    yield Stop("advice-contact", Place("advice_contact", contact_id=advised.id), advised.first_name)
    yield Stop("services", Place("services"), "Services")
    yield Stop("contacts", Place("contacts"), "Contacts")
    word = found.desk.pack.glossary[0].code
    yield Stop("contacts-word", Place("contacts", word=word), f"{word}: ")
    yield Stop("terms", Place("terms"), "School terms")
    yield Stop("users", Place("users"), "People who use this store")
    yield Stop("user-new", Place("user"), "Name")
    yield Stop("user", Place("user", user_id=found.who("Owen Fairweather")), "Owen Fairweather")
    yield Stop("password", Place("password"), "The password you use now")
    yield Stop("keys", Place("keys"), "Keys and help")


def _deciding(found: Found) -> Iterator[Stop]:
    asked = found.case(State.SENT, "Brennan")
    yield Stop(
        "decide", Place("decide", case_id=asked.id), f"{asked.family.title}: decide the request"
    )
    back = found.case(State.RETURNED)
    sent_back = f"{back.family.title}: sent back for more"
    yield Stop("returned", Place("returned", case_id=back.id), sent_back)
    if found.desk.pack.hub is not None:
        hub = found.desk.pack.say("{hub}")
        yield Stop("hub", Place("hub"), hub)
        day = found.desk.hub.days()[0]
        yield Stop("hub-agenda", Place("hub_agenda", on=day), "Agenda")


def _case(found: Found) -> Iterator[Stop]:
    case = found.case(State.PLAN, "Tilbrook")
    for tab, words in TABS:
        place = Place("case", case_id=case.id, tab=tab)
        yield Stop(f"case-{tab}", place, case.family.title if tab == "overview" else words)
    known = found.case(State.PLAN, "Vadgama")
    for part in ("People", "Consent", "Sharing log", "Oversight", "Added since", "Changes"):
        place = Place("case", case_id=known.id, tab="record")
        yield Stop(
            f"record-{part.split()[0].lower()}",
            place,
            known.family.title,
            part=(part, "Parts of the record"),
        )


def _beside(found: Found) -> Iterator[Stop]:
    def small(kind: str, case: Case, words: str, name: str = "", **more: Any) -> Stop:
        place = Place(kind, case_id=case.id, **more)
        return Stop(name or kind.replace("_", "-"), place, f"{case.family.title}{words}")

    asked = found.case(State.SENT, "Brennan")
    planned = found.case(State.PLAN, "Tilbrook")
    yield small("step", asked, ": record a step", move="")
    yield small("das", planned, found.desk.pack.say(": call to {das}"))
    yield small(
        "das_answer",
        found.case(State.DAS, "Marchetti"),
        found.desk.pack.say(": the answer of {das}"),
    )
    yield small("begin_again", found.case(State.CLOSED), ": begin again")
    own = next(c for c in found.cases if c.kind == Kind.OWN_EHA and c.is_open)
    yield small("ask_support", own, ": ask for support")
    yield small("pause", planned, ": pause the case")
    yield small("holidays", planned, ": who holds the family in the holidays?")
    yield small("ehc_plan", planned, ": working with an EHC plan")
    yield small("moved_away", planned, ": the family moved away")
    yield small("lead_duties", planned, ": duties of the lead practitioner")
    disputed = next(case for case in found.cases if case.disagreements)
    yield small("short_work", disputed, ": short-term work")
    yield small("withdrawal", planned, ": record a withdrawal")
    yield small("sharing", planned, ": record a sharing")
    yield small("not_sharing", planned, ": record a decision not to share")
    same = Place("same_person", case_id=planned.id)
    yield Stop("same-person", same, "These are the same person")
    one, other = planned.children[:2]
    joining = Place("joining", stays=one.id, goes=other.id, case_id=planned.id)
    yield Stop("joining", joining, "Are these the same person?")
    yield small("disagreement", disputed, ": disagreement", "disagreement-new")
    yield small("disagreement", disputed, ": disagreement", key=disputed.disagreements[0].id)
    restricted = next(one for one in disputed.contacts if one.restricted)
    yield small("restricted", disputed, ": restricted note", contact_id=restricted.id)
    yield small("oversight_note", disputed, ": write a note")
    signable = ((case, one) for case in found.cases for one in found.desk.oversight.signable(case))
    writes, unsigned = next(signable)
    yield small("ask_signature", writes, ": ask a manager to sign", record_id=unsigned.id)


def _forms(found: Found) -> Iterator[Stop]:
    """The forms that open on pages of their own, and the wizard with each form being written."""
    for form, name, finished, says in (
        ("request", "wizard", False, "Before you start"),
        ("contact", "contact", False, "Call"),
        ("masp", "referral", False, "Tilbrook family: refer to the panel"),
        ("masp", "referral-sent", True, "Fenwick family: refer to the panel"),
    ):
        place = Place("wizard", record_id=found.record(form, finished=finished).id)
        yield Stop(name, place, says)
    newer = found.record(_NEWER, finished=False)
    yield Stop("new-version", Place("new_version", record_id=newer.id), "What changes")


def _papers(found: Found) -> Iterator[Stop]:
    planned = found.case(State.PLAN, "Tilbrook")
    yield Stop(
        "print", Place("print", paper="family-plan", case_id=planned.id), "Family action plan"
    )
    yield Stop("print-numbers", Place("print_desk", paper="contacts"), "Whom to ring")
    yield Stop("cover", Place("cover"), "Hand-over sheet")
    yield Stop("reports", Place("reports", period="year"), "How early help is going")
    tables = ("Tables", "Show as")
    yield Stop("reports-tables", Place("reports", period="year"), "How", part=tables)
    yield Stop("report-paper", Place("report_paper"), "Print the report")


def _overseeing(found: Found) -> Iterator[Stop]:
    waits = found.pinned() or found.waiting()
    case = next(one for one in found.cases if waits in {record.id for record in one.records})
    yield Stop("comments", Place("comments", record_id=waits), case.family.title)
    yield Stop("oversight", Place("oversight"), "Oversight", RUTH)
    anita = found.who(USER)
    yield Stop("supervision", Place("supervision", worker_id=anita), "Supervision with", RUTH)
    yield Stop("sign", Place("sign", record_id=found.waiting()), "Lakhani family", RUTH)


PARTS: Mapping[str, Callable[[Found], Iterator[Stop]]] = {
    "lists": _lists,
    "deciding": _deciding,
    "case": _case,
    "beside": _beside,
    "forms": _forms,
    "papers": _papers,
    "overseeing": _overseeing,
}
"""Every page in the order of the window, in parts that can be walked by themselves."""


def every_stop(desk: Desk) -> list[Stop]:
    """The whole table, for one store."""
    found = Found(desk)
    return [stop for part in PARTS.values() for stop in part(found)]


class EveryPageHome(KeptStore):
    """A demo store with something for each page, made from another; its pack comes along."""

    def __init__(self, folder: Path, demo: KeptStore) -> None:
        super().__init__(folder, lambda home: self._make(home, demo))

    def _make(self, folder: Path, demo: KeptStore) -> None:
        clock = a_clock()
        desk = demo.desk(folder, clock)
        prepare(desk, clock)
        desk.close()

    def copy_to(self, folder: Path) -> Home:
        home = super().copy_to(folder)
        shutil.copytree(self._folder / "packs", home.packs_folder)
        return home
