"""Who lives in which home, and where everyone else is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.domain.case import Case
from ehdesk.domain.people import Person, Restriction


@dataclass(frozen=True)
class Resident:
    """Somebody in a home, and when: "Every night", "Sun to Fri", or "" when that is not known."""

    person: Person
    when: str


@dataclass(frozen=True)
class Household:
    """One home with those who are there. ``number`` counts from 1; 0 is for who is in no home.

    A child in two homes is a resident of both.
    """

    number: int
    title: str
    address: str
    is_confidential: bool
    residents: tuple[Resident, ...]


def households(case: Case) -> tuple[Household, ...]:
    """The family's own home, its other homes in their order, and those at none of them."""
    own = [p for p in case.people if p.lives in ("here", "part", "")]
    family = case.family
    address = ", ".join(part for part in (family.address, family.postcode) if part)
    found = [
        Household(
            1,
            _title(1, own),
            address,
            family.is_confidential,
            tuple(Resident(p, _own_nights(p)) for p in own),
        )
    ]
    placed = {person.id for person in own}
    for number, home in enumerate(case.homes, 2):
        there = [p for p in case.people if p.other_home == home.id]
        placed |= {person.id for person in there}
        residents = tuple(Resident(p, _other_nights(p)) for p in there)
        whole = [p for p in there if p.lives == "elsewhere"]
        found.append(
            Household(number, _title(number, whole), home.title, home.is_confidential, residents)
        )
    rest = [person for person in case.people if person.id not in placed]
    if rest:
        title = "Not at either home" if len(found) == 2 else "Not at this home"
        others = tuple(Resident(p, p.nights) for p in rest)
        found.append(Household(0, title, "", False, others))
    return tuple(found)


def holding(case: Case, today: date) -> tuple[Restriction, ...]:
    """The restrictions that hold today."""
    return tuple(one for one in case.restrictions if one.holds_on(today))


def restricted_ids(restrictions: tuple[Restriction, ...]) -> frozenset[UUID]:
    """Whom these restrictions are about, as far as they are in the list of people."""
    return frozenset(one.person_id for one in restrictions if one.person_id is not None)


def _title(number: int, people: list[Person]) -> str:
    """``Home 2, with Dad``: by the first adult who lives there."""
    adult = next((person for person in people if not person.is_child), None)
    who = (adult.relationship or adult.first_name) if adult else ""
    return f"Home {number}, with {who}" if who else f"Home {number}"


def _own_nights(person: Person) -> str:
    if person.lives == "here":
        return "Most nights" if person.other_home else "Every night"
    return "Part of the week" if person.lives == "part" else ""


def _other_nights(person: Person) -> str:
    if person.nights:
        return person.nights
    return "Every night" if person.lives == "elsewhere" else "Some nights"
