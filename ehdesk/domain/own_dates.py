"""School terms and bank holidays that a store keeps itself, instead of its authority's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ehdesk.authority.days_off import with_own_dates
from ehdesk.authority.items import BankHoliday, SchoolTerm, Status
from ehdesk.authority.pack import Pack
from ehdesk.kernel.dates import say_short_date

_SOURCE = "store: School terms"

Faults = tuple[tuple[str, str], ...]
"""(field, words) pairs. A field is ``term 3 starts`` or ``bank 2 day``, counted from 0."""


@dataclass(frozen=True)
class TermDates:
    """A stretch of school as somebody typed it; None for a date that is missing."""

    name: str
    starts: date | None
    ends: date | None
    then: str


@dataclass(frozen=True)
class DayOff:
    """A bank holiday as somebody typed it."""

    name: str
    day: date | None


@dataclass(frozen=True)
class OwnDates:
    """All dates of a store."""

    terms: tuple[TermDates, ...]
    bank_holidays: tuple[DayOff, ...]


def dates_of(pack: Pack) -> OwnDates:
    """The dates that a pack holds."""
    return OwnDates(
        tuple(TermDates(one.name, one.starts, one.ends, one.then) for one in pack.school_terms),
        tuple(DayOff(one.name, one.day) for one in pack.bank_holidays if one.usable),
    )


def faults_of(dates: OwnDates) -> Faults:
    """What has to be put right before they can be used."""
    return (*_terms_wrong(dates.terms), *_days_wrong(dates.bank_holidays))


def _terms_wrong(terms: Sequence[TermDates]) -> Iterator[tuple[str, str]]:
    before: date | None = None
    for place, term in enumerate(terms):
        field = f"term {place}"
        if not term.name.strip():
            yield f"{field} name", "Enter what this part of the year is called"
        if not term.then.strip():
            yield f"{field} then", "Enter what the holiday after it is called"
        if term.starts is None:
            yield f"{field} starts", "Enter the first day of school"
        elif before is not None and term.starts <= before:
            words = f"Enter a day after {say_short_date(before)}, when the one before it ends"
            yield f"{field} starts", words
        if term.ends is None:
            yield f"{field} ends", "Enter the last day of school"
        elif term.starts is not None and term.ends < term.starts:
            yield f"{field} ends", "Enter a day that is not before the first day"
        before = term.ends or before


def _days_wrong(days: Sequence[DayOff]) -> Iterator[tuple[str, str]]:
    seen: set[date] = set()
    for place, one in enumerate(days):
        if not one.name.strip():
            yield f"bank {place} name", "Enter what the day is called"
        if one.day is None:
            yield f"bank {place} day", "Enter the day"
        elif one.day in seen:
            yield f"bank {place} day", "This day is in the list already"
        else:
            seen.add(one.day)


def as_setting(dates: OwnDates) -> dict[str, Any]:
    """What a store keeps of them."""
    return {
        "terms": [
            [one.name.strip(), _iso(one.starts), _iso(one.ends), one.then.strip()]
            for one in dates.terms
        ],
        "bank_holidays": [[one.name.strip(), _iso(one.day)] for one in dates.bank_holidays],
    }


def in_use(pack: Pack, setting: Mapping[str, Any] | None) -> Pack:
    """The pack with the dates of the store, where it keeps its own."""
    if not setting:
        return pack
    terms = tuple(
        SchoolTerm(
            code=f"own_{place}",
            name=name,
            starts=date.fromisoformat(starts),
            ends=date.fromisoformat(ends),
            then=then,
            source=_SOURCE,
            since="",
            status=Status.CURRENT,
        )
        for place, (name, starts, ends, then) in enumerate(setting["terms"])
    )
    days = tuple(
        BankHoliday(
            code=f"own_{place}",
            name=name,
            day=date.fromisoformat(day),
            source=_SOURCE,
            since="",
            status=Status.CURRENT,
        )
        for place, (name, day) in enumerate(setting["bank_holidays"])
    )
    return with_own_dates(pack, terms, days)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
