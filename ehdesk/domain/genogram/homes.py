"""Dashed boxes round the homes, where a box can be drawn without taking in somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from ehdesk.domain.genogram.drawing import HomeBox, Symbol
from ehdesk.domain.people import Home, Person

_ROOM: Final = 0.46
"""From the middle of a symbol to the box round it: less than half a step, so that boxes of people
who stand side by side do not touch."""
_NAME: Final = 0.62
"""The same above and below, where names stand."""


def numbers_of_homes(people: Sequence[Person], homes: Sequence[Home]) -> dict[UUID, int]:
    """The number of each person's main home: 1 is the family's own, others follow the list.

    Who lives there part of the week counts there; who lives elsewhere counts at that other home,
    when it is known.
    """
    order = {home.id: number for number, home in enumerate(homes, 2)}
    found = {}
    for person in people:
        if person.lives in ("here", "part"):
            found[person.id] = 1
        elif person.lives == "elsewhere" and person.other_home in order:
            found[person.id] = order[person.other_home]
    return found


def boxes_for(
    symbols: Sequence[Symbol], numbers: Mapping[UUID, int]
) -> tuple[tuple[HomeBox, ...], dict[UUID, int]]:
    """The boxes, and the number of everyone whose home has none: that is written at the symbol.

    A home is boxed when the box holds all who live there and nobody else, and no other box.
    """
    boxes: list[HomeBox] = []
    for number in sorted(set(numbers.values())):
        inside = [s for s in symbols if numbers.get(s.person_id) == number and not s.again]
        if not inside:
            continue
        box = HomeBox(
            number,
            min(s.at[0] for s in inside) - _ROOM,
            min(s.at[1] for s in inside) - _NAME,
            max(s.at[0] for s in inside) + _ROOM,
            max(s.at[1] for s in inside) + _NAME,
            tuple(s.person_id for s in inside),
        )
        others = [s for s in symbols if s not in inside]
        if not any(box.holds(s.at) for s in others) and not any(_touch(box, b) for b in boxes):
            boxes.append(box)
    boxed = {box.number for box in boxes}
    return tuple(boxes), {who: n for who, n in numbers.items() if n not in boxed}


def _touch(one: HomeBox, other: HomeBox) -> bool:
    across = one.left <= other.right and other.left <= one.right
    return across and one.top <= other.bottom and other.top <= one.bottom
