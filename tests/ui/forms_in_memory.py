"""A desk that keeps forms in memory: just what a wizard asks of the real one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.directory import check_state
from ehdesk.domain.disclosures import Sharing
from ehdesk.domain.pathway import State
from ehdesk.domain.people import KnownProfessional
from ehdesk.forms.load import latest
from ehdesk.forms.spec import Form, Option, Value
from ehdesk.kernel.clock import LONDON, SetClock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.forms import OpenForm, Saved
from tests.packs_in import leicester

RECORD = UUID(int=1)
CASE = UUID(int=2)
NOW = datetime(2026, 11, 17, 10, 42, tzinfo=LONDON)
TODAY = NOW.date()


def pack() -> Pack:
    return leicester()


CODES = tuple(one.code for one in pack().forms)


@cache
def form(code: str) -> Form:
    return latest(pack().forms, code)


@dataclass
class FormsInMemory:
    """``saved`` is what a crash would leave; ``failing`` makes the next saves fail."""

    open_form: OpenForm
    clock: SetClock
    saved: dict[str, Value] = field(default_factory=dict)
    saves: list[dict[str, Value]] = field(default_factory=list)
    place: str = ""
    left: bool = False
    failing: EhdeskError | None = None

    def open(self, record_id: UUID) -> OpenForm:
        assert record_id == self.open_form.record_id
        return self.open_form

    def save(
        self,
        record_id: UUID,
        changes: Mapping[str, Value],
        *,
        place: str,
        steps_done: int,
        steps_total: int,
    ) -> Saved:
        assert record_id == self.open_form.record_id
        if self.failing is not None:
            raise self.failing
        self.saves.append(dict(changes))
        self.saved |= dict(changes)
        self.place = place
        return Saved(self.clock.now(), self.open_form.options, {})

    def leave(self, record_id: UUID) -> None:
        self.left = True


@dataclass
class ClosuresInMemory:
    lines: tuple[tuple[str, bool], ...] = (
        ("Reason for closing recorded", True),
        ("Manager has agreed", False),
    )

    def before_it_can_close(self, record_id: UUID) -> tuple[tuple[str, bool], ...]:
        return self.lines


@dataclass
class CasesInMemory:
    """One case, of which only the time before the open form is known."""

    plan_agreed_on: date | None = date(2026, 5, 20)
    held_meetings: tuple[object, ...] = (1, 2, 3)
    held_reviews: tuple[Any, ...] = (SimpleNamespace(held_on=date(2026, 9, 22)),)
    closed_on: date | None = None
    state: State = State.DRAFT

    def get(self, case_id: UUID) -> CasesInMemory:
        return self


@dataclass
class PeopleInMemory:
    """Knows one professional, made up."""

    known: tuple[KnownProfessional, ...] = (
        KnownProfessional(
            "Priya Nair", "Pastoral lead", "Larkmoor Primary", "primary", "0116 496 0123"
        ),
    )

    def known_professionals(self, typed: str) -> tuple[KnownProfessional, ...]:
        return tuple(one for one in self.known if one.name.lower().startswith(typed.lower()))


@dataclass
class RequestsInMemory:
    """Nothing stands in the way of sending, and nothing is typed yet. Sending itself is tried on a
    real store (``test_send_page.py``)."""

    referred: list[tuple[UUID, date, str, str]] = field(default_factory=list)

    def can_send(self, record_id: UUID) -> tuple[str, ...]:
        return ()

    def typed_sending(self, record_id: UUID) -> dict[str, Any]:
        return {}

    def sharing(self, record_id: UUID, *, way: str, sent_on: date) -> Sharing:
        return Sharing(shared_on=sent_on, basis="consent", agreement="Written consent")

    def refer_to_das(
        self,
        case_id: UUID,
        *,
        when: date,
        who_took_it: str,
        reason: str,
        at: str = "",
        meanwhile: str = "",
        draft: str = "",
    ) -> UUID:
        self.referred.append((case_id, when, at, who_took_it, reason, meanwhile))
        return case_id


@dataclass
class DraftsInMemory:
    """What is typed on the small pages, by page."""

    typed: dict[str, dict[str, Any]] = field(default_factory=dict)

    def get(self, case_id: UUID, page: str) -> Any:
        found = self.typed.get(page)
        return found and SimpleNamespace(typed=found, begun_at=NOW, saved_at=NOW)

    def keep(self, case_id: UUID, page: str, typed: Mapping[str, Any]) -> Any:
        self.typed[page] = dict(typed)
        return SimpleNamespace(at=NOW)

    def drop(self, case_id: UUID, page: str) -> Any:
        self.typed.pop(page, None)
        return SimpleNamespace(at=NOW)


class PacketsInMemory:
    """No packet was made."""

    def last(self, record_id: UUID) -> None:
        return None

    def left_out(self, record_id: UUID) -> tuple[str, ...]:
        return ("Your own case notes",)


def options() -> dict[str, tuple[Option, ...]]:
    """The run-time lists that a store would give."""
    book = pack()
    lists = {
        name: tuple(Option(code, text) for code, text in book.options(name))
        for name in ("agencies", "clusters", "roles", "routes", "needs", "closure_reasons")
    }
    lists["team"] = (Option(str(UUID(int=9)), "Anita Rowe", "SFSF"),)
    lists["children"] = (
        Option("zara", "Zara Lakhani", "Daughter"),
        Option("omar", "Omar Lakhani", "Son"),
    )
    lists["adults"] = (Option("farida", "Farida Lakhani", "Mum"),)
    lists["people"] = lists["adults"] + lists["children"]
    lists["professionals"] = (Option("priya", "Priya Nair", "Pastoral lead, Larkmoor Primary"),)
    return lists


def desk(
    code: str = "request",
    values: Mapping[str, Value] | None = None,
    *,
    title: str = "Brennan family",
    place: str = "",
    read_only: bool = False,
    brought_back: bool = False,
    **more: Any,
) -> Any:
    """A desk with one open record of the form."""
    clock = SetClock(NOW)
    opened = OpenForm(
        RECORD,
        CASE,
        "EH-26-0147",
        form(code),
        title,
        dict(values or {}),
        options(),
        {},
        place,
        clock.now(),
        read_only,
        brought_back,
        why_read_only="This record is finished and can only be read" if read_only else "",
        **more,
    )
    return SimpleNamespace(
        pack=pack(),
        clock=clock,
        forms=FormsInMemory(opened, clock),
        requests=RequestsInMemory(),
        drafts=DraftsInMemory(),
        people=PeopleInMemory(),
        duplicates=SimpleNamespace(like=lambda _who, **_but: ()),
        packets=PacketsInMemory(),
        cases=CasesInMemory(),
        closures=ClosuresInMemory(),
        attachments=SimpleNamespace(of_case=lambda _case: ()),
        read_only=False,
        may=lambda _deed: True,
        why_not=lambda _deed: "",
        user=SimpleNamespace(name="Anita Rowe"),
        directory=SimpleNamespace(contacts_checked=lambda: check_state(TODAY, "", TODAY)),
    )
