"""Advice without a case: somebody asks, is answered, and nothing is opened (leaflet: three offers,
"in need of information or advice or support without it becoming a case")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from ehdesk.kernel.words import plain

MOST_TOPICS = 3
"""What one call was about: more than three says nothing."""

WHO = (
    ("parent", "Parent or carer"),
    ("young_person", "Young person"),
    ("professional", "Professional"),
    ("other", "Other"),
)
HOW = (("phone", "Phone"), ("in_person", "In person"), ("email", "Email"))


class More(StrEnum):
    """Whether it is more than advice."""

    NO = "no"
    REQUEST = "request"
    DAS = "das"


@dataclass(frozen=True, kw_only=True)
class AdviceTyped:
    """What is said of one contact. Nothing is needed but the question and the answer."""

    started_at: datetime
    who: str = "parent"
    how: str = "phone"
    first_name: str = ""
    postcode_area: str = ""
    ages: str = ""
    question: str = ""
    about: tuple[str, ...] = ()
    said: str = ""
    services: tuple[str, ...] = ()
    more: More = More.NO
    same_as: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class AdviceContact:
    """One contact as it is kept. A cleared one says no more than that it was."""

    id: UUID
    started_at: datetime
    on: date
    user: str
    who: str
    how: str
    first_name: str = ""
    postcode_area: str = ""
    ages: str = ""
    question: str = ""
    about: tuple[str, ...] = ()
    said: str = ""
    services: tuple[str, ...] = ()
    more: More = More.NO
    same_as: UUID | None = None
    became_case_id: UUID | None = None
    cleared_on: date | None = None
    clears_on: date | None = None
    """The day from which it is cleared."""

    @property
    def is_cleared(self) -> bool:
        return self.cleared_on is not None

    @property
    def title(self) -> str:
        """Whom it was with: "Shabana, LE3", "Parent or carer"."""
        named = ", ".join(part for part in (self.first_name, self.postcode_area) if part)
        return named or dict(WHO).get(self.who, "Somebody")


@dataclass(frozen=True)
class Clearing:
    """What was cleared when."""

    at: datetime
    by: str
    contacts: int


def faults_of(typed: AdviceTyped) -> tuple[tuple[str, str], ...]:
    """What still has to be said, as (question, what to do).

    Somebody who rings about harm is not kept waiting for an answer to be written: what was given
    is then asked for by the record of the call to the duty service.
    """
    found = []
    if not typed.question.strip():
        found.append(("question", "Enter what they want to know"))
    if not typed.said.strip() and typed.more is not More.DAS:
        found.append(("said", "Enter what was said and given"))
    if len(typed.about) > MOST_TOPICS:
        found.append(("about", f"Choose up to {MOST_TOPICS}"))
    return tuple(found)


def same_area(one: str, other: str) -> bool:
    """Whether two postcodes, or beginnings of one, are in the same district: LE3 and LE3 0AA."""
    return bool(_outward(one)) and _outward(one) == _outward(other)


def _outward(postcode: str) -> str:
    """The district of a postcode: ``LE3 0AA`` and ``LE3`` give ``le3``."""
    parts = plain(postcode).split()
    if len(parts) > 1:
        return parts[0]
    whole = "".join(parts)
    return whole[:-3] if len(whole) > 4 and whole[-3].isdigit() else whole


def may_be_same(
    contacts: Iterable[AdviceContact], *, first_name: str, postcode_area: str
) -> tuple[AdviceContact, ...]:
    """Earlier contacts with the same first name from the same area, the newest first: offered to
    whoever takes the call, never joined by itself."""
    name = plain(first_name.strip())
    if not name or not postcode_area.strip():
        return ()
    found = (
        one
        for one in contacts
        if plain(one.first_name.strip()) == name and same_area(one.postcode_area, postcode_area)
    )
    return tuple(sorted(found, key=lambda one: one.started_at, reverse=True))


def carried_words(typed: AdviceTyped, about: Sequence[str]) -> str:
    """What a request begins with as the worry: the question, and what was told with it."""
    lines = [typed.question.strip()]
    if typed.ages.strip():
        lines.append(f"Children’s ages: {typed.ages.strip()}.")
    if typed.postcode_area.strip():
        lines.append(f"Postcode area: {typed.postcode_area.strip()}.")
    if about:
        lines.append(f"About: {', '.join(about)}.")
    return "\n".join(line for line in lines if line)
