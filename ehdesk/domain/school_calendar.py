"""When school is in, and what is there when it is not: from the terms that a pack or a store holds.

A day outside the terms that are known is neither in term nor in a holiday: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from ehdesk.authority.items import SchoolTerm

LONG: Final = timedelta(weeks=4)
"""From this length on a holiday is one in which a family would be alone for long: the summer."""
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Holiday:
    """A time without school, from its first to its last day, weekends beside it included.
    ``last_school_day`` is the day before it on which school was in."""

    name: str
    starts: date
    ends: date
    last_school_day: date

    @property
    def is_long(self) -> bool:
        return self.ends - self.starts >= LONG


def in_term(day: date, terms: Sequence[SchoolTerm]) -> bool:
    """Whether the day lies in a term, its weekends and bank holidays included."""
    return any(term.starts <= day <= term.ends for term in terms)


def holidays(terms: Sequence[SchoolTerm]) -> Iterator[Holiday]:
    """Every holiday whose two ends are known, in the order of their days."""
    for before, after in pairwise(terms):
        first, last = before.ends + _DAY, after.starts - _DAY
        if first <= last:
            yield Holiday(before.then, first, last, before.ends)


def holiday_on(day: date, terms: Sequence[SchoolTerm]) -> Holiday | None:
    """The holiday that the day lies in."""
    return next((one for one in holidays(terms) if one.starts <= day <= one.ends), None)


def long_holiday_on(day: date, terms: Sequence[SchoolTerm]) -> Holiday | None:
    """The long holiday that the day lies in; None in term and in a short one."""
    found = holiday_on(day, terms)
    return found if found is not None and found.is_long else None


def next_long_holiday(day: date, terms: Sequence[SchoolTerm]) -> Holiday | None:
    """The first long holiday that begins after the day."""
    return next((one for one in holidays(terms) if one.is_long and one.starts > day), None)
