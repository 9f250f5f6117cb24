"""How long something may take: "3 months", "6 weeks", "14 days", "3 working days"."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from ehdesk.kernel.dates import add_months


@dataclass(frozen=True)
class Duration:
    """A length of time in one unit; exactly one of the four is more than 0.

    Months are calendar months: 30 November and 3 months is the last day of February, never
    1 March, so a limit in months is never stretched. Working days leave out Saturdays, Sundays and
    ``days_off``, the bank holidays that its pack knows.
    """

    months: int = 0
    weeks: int = 0
    days: int = 0
    working_days: int = 0
    days_off: frozenset[date] = field(default=frozenset(), repr=False, compare=False)

    def __post_init__(self) -> None:
        counts = (self.months, self.weeks, self.days, self.working_days)
        if min(counts) < 0 or sum(count > 0 for count in counts) != 1:
            raise ValueError("a duration has one unit and is longer than nothing")

    @classmethod
    def read(cls, text: str) -> Duration:
        """The duration written as ``3 months``, ``6 weeks``, ``1 day``, ``3 working days`` or, in
        months, ``25 years``.

        :raises ValueError: with words that say what to write.
        """
        found = re.fullmatch(r"([1-9]\d{0,3}) (year|month|week|day|working day)s?", text.strip())
        if found and found[2] == "year":
            return cls(months=12 * int(found[1]))
        if not found:
            raise ValueError("write a length like 3 months, 6 weeks, 14 days or 3 working days")
        counts: dict[str, Any] = {found[2].replace(" ", "_") + "s": int(found[1])}
        return cls(**counts)

    @property
    def words(self) -> str:
        """``3 months``, ``1 week``, ``3 working days``; from two whole years on, ``25 years``."""
        if self.months >= 24 and self.months % 12 == 0:
            return f"{self.months // 12} years"
        for count, unit in (
            (self.months, "month"),
            (self.weeks, "week"),
            (self.days, "day"),
            (self.working_days, "working day"),
        ):
            if count:
                return f"{count} {unit}" + ("" if count == 1 else "s")
        raise AssertionError("a duration has one unit")

    def after(self, day: date) -> date:
        """The day on which a time begun on ``day`` is up."""
        if self.months:
            return add_months(day, self.months)
        if self.working_days:
            return after_working_days(day, self.working_days, self.days_off)
        return day + timedelta(weeks=self.weeks, days=self.days)


def is_working_day(day: date, days_off: Set[date] = frozenset()) -> bool:
    """Whether people work on it: neither a Saturday nor a Sunday nor one of ``days_off``."""
    return day.weekday() < 5 and day not in days_off


def after_working_days(day: date, count: int, days_off: Set[date] = frozenset()) -> date:
    """The day that so many working days after ``day`` is, which itself does not count."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day, days_off)
    return day
