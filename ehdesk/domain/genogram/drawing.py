"""What a genogram consists of, in steps: symbols stand at least one step apart; y goes down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

Point = tuple[float, float]

Shape = Literal["square", "circle", "diamond", "triangle"]
"""Male, female, another or not said, not born yet (design 2, "Genogram")."""

LineKind = Literal["couple", "apart", "child"]

RADIUS = 0.3
"""Half the width of a symbol, in steps."""


@dataclass(frozen=True)
class Symbol:
    """One person. ``again`` marks a second symbol of somebody who stands elsewhere already, so
    that no line has to cross another."""

    person_id: UUID
    at: Point
    shape: Shape
    again: bool = False
    in_case: bool = False
    restricted: bool = False


@dataclass(frozen=True)
class Line:
    """A line through ``points``. ``ends`` are the people it joins: a couple, or parents and child.

    A line of kind "apart" is a couple that has parted: two strokes stand at ``strokes``.
    """

    kind: LineKind
    points: tuple[Point, ...]
    ends: tuple[UUID, ...]
    strokes: Point | None = None


@dataclass(frozen=True)
class HomeBox:
    """A dashed box round everyone of one home; ``number`` is the home's, from 1."""

    number: int
    left: float
    top: float
    right: float
    bottom: float
    members: tuple[UUID, ...]

    def holds(self, at: Point) -> bool:
        """Whether a point lies in it."""
        return self.left <= at[0] <= self.right and self.top <= at[1] <= self.bottom


@dataclass(frozen=True)
class Genogram:
    """The whole drawing. ``home_of`` gives the number of each person's main home, for those whose
    home could not be boxed without taking in somebody who does not live there too."""

    symbols: tuple[Symbol, ...]
    lines: tuple[Line, ...]
    boxes: tuple[HomeBox, ...]
    home_of: dict[UUID, int]
    width: float
    height: float
