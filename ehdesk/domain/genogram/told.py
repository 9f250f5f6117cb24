"""The genogram in words, a line for each person: the list beside the drawing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.domain.genogram.homes import numbers_of_homes
from ehdesk.domain.people import Home, Person, Relationship
from ehdesk.domain.words import join_names


@dataclass(frozen=True)
class Told:
    """What the drawing says of one person."""

    person_id: UUID
    name: str
    words: str


def told(
    people: Sequence[Person],
    links: Iterable[Relationship],
    homes: Sequence[Home],
    restricted: Collection[UUID],
    today: date,
    kind_words: Callable[[str], str],
) -> tuple[Told, ...]:
    """A line for each person: age, who they are to whom, where they live, and a restriction.

    ``kind_words`` puts the code of a relationship into words ("Mother").
    """
    names = {person.id: person.first_name for person in people}
    mine: dict[UUID, dict[tuple[str, str], list[str]]] = {}
    for link in links:
        if link.person_id in names and link.to_id in names and link.kind:
            key = (link.kind, link.parental_responsibility)
            mine.setdefault(link.person_id, {}).setdefault(key, []).append(names[link.to_id])
    numbers = numbers_of_homes(people, homes)
    return tuple(
        Told(
            person.id,
            person.name,
            " ".join(
                [
                    *_self(person, today),
                    *(
                        f"{kind_words(kind)} of {join_names(whom)}{_RESPONSIBLE.get(held, '')}."
                        for (kind, held), whom in mine.get(person.id, {}).items()
                    ),
                    *_lives(person, numbers),
                    *(["Contact is restricted."] if person.id in restricted else []),
                ]
            ),
        )
        for person in people
    )


_RESPONSIBLE = {
    "yes": ", with parental responsibility",
    "no": ", without parental responsibility",
    "not_known": ", parental responsibility not known",
}


def _self(person: Person, today: date) -> list[str]:
    if person.unborn:
        return ["Not born yet."]
    age = person.age(today)
    return [] if age is None else [f"{age}."]


def _lives(person: Person, numbers: dict[UUID, int]) -> list[str]:
    home = numbers.get(person.id)
    if home is None:
        return ["Lives elsewhere."] if person.lives == "elsewhere" else []
    part = " part of the week" if person.lives == "part" else ""
    return [f"Lives at home {home}{part}."]
