"""How the product says names, counts and days, the same on every page and paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ehdesk.kernel.dates import say_date

FAR = 6
"""A due date more than this many days away also says how many (design, section 5, Due chip)."""


@dataclass(frozen=True)
class DueChip:
    """What a due chip shows: its tone in the theme, its words, and the smaller words beside it."""

    tone: str
    words: str
    more: str = ""

    @property
    def line(self) -> str:
        """Both in one line, for lists, papers and screen readers: "Fri 27 Nov, in 10 days"."""
        return f"{self.words}, {self.more}" if self.more else self.words


def join_names(names: Iterable[str]) -> str:
    """``Ana``, ``Ana and Luca``, ``Kayden, Isla and Rory``; empty names are left out."""
    found = [name for name in names if name]
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} and {found[-1]}"


def names_with_ages(people: Sequence[tuple[str, int | None]]) -> str:
    """``Callum, 8 and Niamh, 5``; a name alone where the age is not known."""
    return join_names(name if age is None else f"{name}, {age}" for name, age in people)


def names_and_ages(people: Sequence[tuple[str, int | None]]) -> str:
    """``Kayden 10, Isla 7, Rory 2``: the short form of lists."""
    return ", ".join(name if age is None else f"{name} {age}" for name, age in people if name)


def sentences(parts: Iterable[str]) -> str:
    """``Dawn. She rang, and said so.``: each part that says something ends like a sentence."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(part if part[-1] in ".!?" else f"{part}." for part in said)


def plural(count: int, one: str, many: str = "") -> str:
    """``1 day``, ``2 days``, ``3 families``."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def in_days(day: date, today: date) -> str:
    """``7 days overdue``, ``Due today``, ``Tomorrow``, ``In 9 days``."""
    days = (day - today).days
    if days < 0:
        return f"{plural(-days, 'day')} overdue"
    if days == 0:
        return "Due today"
    return "Tomorrow" if days == 1 else f"In {days} days"


def due_chip(due: date, today: date) -> DueChip:
    """The chip for something due on a day.

    Overdue and today are said in words, tomorrow too; later is the date, and more than six days
    away also "in N days".
    """
    days = (due - today).days
    if days < 0:
        return DueChip("overdue", in_days(due, today))
    if days == 0:
        return DueChip("soon", "Due today")
    if days == 1:
        return DueChip("track", "Tomorrow")
    return DueChip("track", say_date(due, today), f"in {days} days" if days > FAR else "")


def waiting(since: date, today: date) -> str:
    """``Waiting since today``, ``Waiting 1 day``, ``Waiting 3 days``."""
    days = (today - since).days
    return f"Waiting {plural(days, 'day')}" if days > 0 else "Waiting since today"
