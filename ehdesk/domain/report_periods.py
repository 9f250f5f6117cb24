"""The times that a report can be about, each ending today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from ehdesk.authority.items import SchoolTerm
from ehdesk.kernel.dates import add_months, say_long_date


@dataclass(frozen=True)
class Period:
    """From its first day to its last. ``name`` is said after "ended": "since April"."""

    code: str
    name: str
    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Whether the day is in it."""
        return day is not None and self.first <= day <= self.last

    @property
    def words(self) -> str:
        """``1 April to 17 November 2026``."""
        first, last = say_long_date(self.first), say_long_date(self.last)
        if self.first == self.last:
            return last
        if self.first.year == self.last.year:
            first = first.removesuffix(f" {self.first.year}")
        return f"{first} to {last}"


CODES = ("month", "term", "april", "year")
NAMES = {
    "month": "This month",
    "term": "This term",
    "april": "Since April",
    "year": "12 months",
}
_BETWEEN_TERMS: Final = timedelta(weeks=2)
"""So long at least school is out between two terms; a half-term is shorter."""


def period(code: str, today: date, terms: Sequence[SchoolTerm] = ()) -> Period:
    """One of `CODES`.

    :param terms: the stretches in which school is in, in the order of their days.
    :raises KeyError: for any other code, and for the term where its dates are not known.
    """
    firsts = {
        "month": today.replace(day=1),
        "april": date(today.year - (today.month < 4), 4, 1),
        "year": add_months(today, -12) + timedelta(days=1),
    }
    began = term_start(today, terms)
    if began is not None:
        firsts["term"] = began
    said = "in the last 12 months" if code == "year" else NAMES[code].replace("This", "this")
    return Period(code, said.replace("Since", "since"), firsts[code], today)


def codes(today: date, terms: Sequence[SchoolTerm]) -> tuple[str, ...]:
    """The times that can be asked about today: the term only where its dates are known."""
    known = term_start(today, terms) is not None
    return tuple(code for code in CODES if known or code != "term")


def term_start(today: date, terms: Sequence[SchoolTerm]) -> date | None:
    """The first day of the school term that runs, or in a holiday ran last; None outside the
    dates that are known. A half-term does not end a term."""
    if not any(term.starts <= today for term in terms) or today > terms[-1].ends:
        return None
    began = terms[0].starts
    for before, after in pairwise(terms):
        if after.starts > today:
            break
        if after.starts - before.ends >= _BETWEEN_TERMS:
            began = after.starts
    return began


def quarters(first: date, last: date) -> tuple[Period, ...]:
    """The quarters of the year, from January, that the days lie in, oldest first. The one that runs
    is "Since October"."""
    found = []
    start = date(first.year, (first.month - 1) // 3 * 3 + 1, 1)
    while start <= last:
        end = add_months(start, 3) - timedelta(days=1)
        name = f"{start:%B} to {end:%B}"
        if start.year != last.year:
            name += f" {start.year}"
        if end > last:
            name = f"Since {start:%B}"
        found.append(Period("quarter", name, max(start, first), min(end, last)))
        start = add_months(start, 3)
    return tuple(found)
