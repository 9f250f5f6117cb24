"""The times that a report can be about, each ending today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

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


def period(code: str, today: date) -> Period:
    """One of `CODES`. KeyError for any other."""
    first = {
        "month": today.replace(day=1),
        "term": term_start(today),
        "april": date(today.year - (today.month < 4), 4, 1),
        "year": add_months(today, -12) + timedelta(days=1),
    }[code]
    said = "in the last 12 months" if code == "year" else NAMES[code].replace("This", "this")
    return Period(code, said.replace("Since", "since"), first, today)


def term_start(today: date) -> date:
    """The first day of the school term that runs, or ran last: 1 September, 1 January, or the day
    after Easter Monday. Assumption: the same for every authority, where its dates are not known."""
    summer = easter(today.year) + timedelta(days=2)
    for start in (date(today.year, 9, 1), summer):
        if today >= start:
            return start
    return date(today.year, 1, 1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month, day = divmod(h - m + r + 114, 31)
    return date(year, month, day + 1)


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
