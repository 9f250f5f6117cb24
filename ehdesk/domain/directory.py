"""The services a family can be pointed to and the numbers to ring, with when they were checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ehdesk.authority.items import CHECK_EVERY_DAYS, Contact, Locality, Service, Status
from ehdesk.kernel.words import begins_words

CONTACTS = "contacts"
"""What the check of all numbers is called in the store."""

AGES = (
    ("", "Any age", None),
    ("under_5", "Under 5", (0, 4)),
    ("5_to_10", "5 to 10", (5, 10)),
    ("11_to_17", "11 to 17", (11, 17)),
)
"""Filters by age: code, words, and the ages that are looked for."""


def service_check(code: str) -> str:
    """What the check of one service is called in the store."""
    return f"service:{code}"


@dataclass(frozen=True, kw_only=True)
class ListedService:
    """A service as a list shows it. ``place`` is where it is, ``kinds`` what it may answer."""

    service: Service
    place: str
    kinds: tuple[str, ...]
    checked: date | None
    is_past: bool
    """Its check date is over: it is hidden until somebody makes sure that it is right."""

    @property
    def code(self) -> str:
        return self.service.code

    @property
    def name(self) -> str:
        return self.service.name

    @property
    def facts(self) -> str:
        """Who it is for, when, and what it costs: "Under 5  ·  Thursdays 9:30am  ·  free"."""
        one = self.service
        cost = one.cost[:1].lower() + one.cost[1:] if one.is_free else one.cost
        return "  ·  ".join(part for part in (one.ages, one.when, cost) if part)

    @property
    def reach(self) -> str:
        """How to get there: place, number, website."""
        one = self.service
        return "  ·  ".join(part for part in (self.place, one.phone, one.website) if part)


@dataclass(frozen=True, kw_only=True)
class ServiceFilter:
    """What is looked for. ``topics`` only put what fits first, they hide nothing."""

    text: str = ""
    age: str = ""
    free: bool = False
    time: str = ""
    locality: str = ""
    topics: tuple[str, ...] = ()
    past: bool = False
    """Those past their check date too."""


@dataclass(frozen=True)
class FoundServices:
    """What was found, of how many, and how many are hidden as past their check date."""

    found: tuple[ListedService, ...]
    total: int
    hidden: int

    @property
    def words(self) -> str:
        """ "5 of 62 services. 3 are past their check date and hidden." """
        noun = "service" if self.total == 1 else "services"
        said = f"{len(self.found)} of {self.total} {noun}."
        if self.hidden:
            verb = "is past its" if self.hidden == 1 else "are past their"
            said += f" {self.hidden} {verb} check date and hidden."
        return said


def find_services(listed: Iterable[ListedService], wanted: ServiceFilter) -> FoundServices:
    """Those that fit, in the order of the pack; what answers a topic asked about comes first."""
    every = tuple(listed)
    shown = tuple(one for one in every if wanted.past or not one.is_past)
    found = [one for one in shown if _fits(one, wanted)]
    topics = set(wanted.topics)
    found.sort(key=lambda one: -len(topics.intersection(one.service.topics)))
    return FoundServices(tuple(found), len(every), len(every) - len(shown))


def _fits(one: ListedService, wanted: ServiceFilter) -> bool:
    service = one.service
    if wanted.free and not service.is_free:
        return False
    if wanted.time and wanted.time not in service.times:
        return False
    if wanted.locality and service.localities and wanted.locality not in service.localities:
        return False
    ages = next((ages for code, _words, ages in AGES if code == wanted.age), None)
    if ages and not _takes(service, *ages):
        return False
    told = (service.name, service.what, one.place, *one.kinds, service.where)
    return begins_words(wanted.text, " ".join(told))


def _takes(service: Service, youngest: int, oldest: int) -> bool:
    return service.ages_from <= oldest and (not service.under or service.under > youngest)


@dataclass(frozen=True, kw_only=True)
class ListedContact:
    """Somebody to ring, as a page shows it."""

    contact: Contact
    is_older: bool
    """A newer document gives another number, or another way in."""
    instead: str = ""
    """Whom to try first."""


@dataclass(frozen=True)
class CheckState:
    """When the numbers were checked last, and whether that is long ago."""

    on: date | None
    by: str
    is_old: bool

    @property
    def words(self) -> str:
        """What to do about it; nothing while it is not long ago."""
        if not self.is_old:
            return ""
        if self.on is None:
            return "Nobody has checked these numbers here yet."
        return f"These numbers were checked more than {CHECK_EVERY_DAYS} days ago."


def check_state(on: date | None, by: str, today: date) -> CheckState:
    """Numbers are checked again after 90 days (design: contacts)."""
    return CheckState(on, by, on is None or (today - on).days > CHECK_EVERY_DAYS)


def listed_contacts(contacts: Sequence[Contact]) -> tuple[ListedContact, ...]:
    """Every contact with a number or address, the ones in use first."""
    names = {one.code: one.name for one in contacts}
    found = [
        ListedContact(
            contact=one,
            is_older=one.status is Status.SUPERSEDED,
            instead=names.get(one.replaced_by, ""),
        )
        for one in contacts
        if one.status is not Status.RETIRED and (one.phone or one.email or one.website)
    ]
    return tuple(sorted(found, key=lambda one: one.is_older))


def locality_of(localities: Iterable[Locality], postcode: str) -> Locality | None:
    """Whose locality a postcode is in, where the pack says so; the longest match wins."""
    typed = _letters(postcode)
    best: tuple[int, Locality] | None = None
    for locality in localities:
        for said in locality.postcodes:
            size = len(_letters(said))
            if _lies_in(postcode, said, typed) and (best is None or size > best[0]):
                best = size, locality
    return best[1] if best else None


def _lies_in(postcode: str, said: str, typed: str) -> bool:
    """A district (LE3) is the whole first half of a postcode; a sector (LE3 0) begins it."""
    if " " in said.strip():
        return typed.startswith(_letters(said))
    head = postcode.strip().upper().split()
    if not head:
        return False
    first = head[0] if len(head) > 1 or len(typed) <= 4 else typed[:-3]
    return first == _letters(said)


def _letters(text: str) -> str:
    return "".join(text.upper().split())


def knows_postcodes(localities: Iterable[Locality]) -> bool:
    """Whether the pack says which postcodes lie where."""
    return any(locality.postcodes for locality in localities)


def latest(pack_date: date | None, stamps: Mapping[str, date], what: str) -> date | None:
    """The day of the last check, by the authority or in this store."""
    days = [day for day in (pack_date, stamps.get(what)) if day is not None]
    return max(days, default=None)
