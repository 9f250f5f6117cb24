"""How old each child was on the day that something happened, not on the day it was written down."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from ehdesk.domain.case import Case
from ehdesk.domain.words import join_names


def ages_on(case: Case, day: date, only: Collection[UUID] = ()) -> str:
    """``Poppy was 11, Alfie 7``; of everybody, or of those whose keys are in ``only``. Empty when
    no age is known."""
    told = [
        (child.first_name or "A child", child.age(day))
        for child in case.children
        if not only or child.id in only
    ]
    known = [(name, age) for name, age in told if age is not None]
    if not known:
        return ""
    (name, age), *others = known
    return ", ".join([f"{name} was {age}", *(f"{one} {years}" for one, years in others)])


def told_of_day(case: Case, day: date | None, today: date, only: Collection[UUID] = ()) -> str:
    """Beside a date that is being entered: the ages on that day, and how late it is written down.

    ``Poppy was 11, Alfie 7 on that day. It happened 5 days before it is recorded.``
    """
    if day is None or day > today:
        return ""
    aged = ages_on(case, day, only)
    late = (today - day).days
    parts = (
        f"{aged} on that day." if aged else "",
        f"It happened {late} days before it is recorded." if late > 1 else "",
    )
    return " ".join(part for part in parts if part)


def names_with_ages_on(case: Case, day: date) -> str:
    """``Poppy 11 and Alfie 7``, for the head of a paper."""
    return join_names(
        f"{child.first_name} {age}" if (age := child.age(day)) is not None else child.first_name
        for child in case.children
        if child.first_name
    )
