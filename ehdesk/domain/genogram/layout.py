"""Where everybody stands.

A *row* is a chain of people joined by couples: a mother, her former partner, his wife. The children
of a couple hang between the two, those of a parent alone under that parent; a child with a family
of its own brings its own row. Grandparents stand above. Every couple and every parent has a stretch
of the row to itself, so no line can cross another. What would not fit so (a third partner, parents
of somebody in the middle of a row who have more children) is drawn apart, with a second symbol.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

from ehdesk.domain.genogram.drawing import RADIUS, Genogram, Line, LineKind, Point, Shape, Symbol
from ehdesk.domain.genogram.homes import boxes_for, numbers_of_homes
from ehdesk.domain.genogram.kin import Union, unions
from ehdesk.domain.people import Home, Person, Relationship

ROW: Final = 2.2
"""From one generation to the next."""
_COUPLE: Final = 0.6
_BAR: Final = 1.2
"""How far below its people the line of a couple runs, and the bar that children hang from."""
_ASIDE: Final = 0.12
"""How far from the middle of a symbol the lines to its couples leave it."""
_BETWEEN: Final = 1.0
"""Room between parts that have no line in common."""


def draw(
    people: Sequence[Person],
    links: Iterable[Relationship],
    homes: Sequence[Home] = (),
    restricted: Collection[UUID] = (),
) -> Genogram:
    """The drawing of a family. ``restricted`` are those whom a restriction holds for.

    People whom nobody has related to anyone stand by themselves, without a line.
    """
    part = _Plan(people, unions(people, links), restricted).whole()
    boxes, numbers = boxes_for(part.symbols, numbers_of_homes(people, homes))
    height = max((symbol.at[1] for symbol in part.symbols), default=0.0)
    return Genogram(tuple(part.symbols), tuple(part.lines), boxes, numbers, part.width, height)


@dataclass
class _Part:
    """A part of the drawing; its left edge is at 0, its own row at y = 0, ancestors above that."""

    symbols: list[Symbol] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    width: float = 0.0

    def add(self, other: _Part, x: float, y: float) -> None:
        """Put another part in, moved right and down."""
        self.symbols += [replace(s, at=(s.at[0] + x, s.at[1] + y)) for s in other.symbols]
        for line in other.lines:
            points = tuple((px + x, py + y) for px, py in line.points)
            strokes = (line.strokes[0] + x, line.strokes[1] + y) if line.strokes else None
            self.lines.append(replace(line, points=points, strokes=strokes))
        self.width = max(self.width, x + other.width)


@dataclass(frozen=True)
class _Row:
    """People joined in a chain: ``couples[n]`` stands between the nth and the next; ``alone`` are
    parents with children of theirs alone."""

    people: tuple[UUID, ...]
    couples: tuple[Union, ...]
    alone: Mapping[UUID, Union]


@dataclass(frozen=True)
class _Children:
    """The children of one couple or parent, side by side, and where each stands among them."""

    part: _Part
    at: Mapping[UUID, float]


class _Plan:
    """Places each couple once and each person once; whoever comes up again is drawn again."""

    def __init__(
        self, people: Sequence[Person], families: Sequence[Union], restricted: Collection[UUID]
    ) -> None:
        self._people = {person.id: person for person in people}
        self._left = list(families)
        self._placed: set[UUID] = set()
        self._restricted = frozenset(restricted)

    def whole(self) -> _Part:
        """Everybody, part beside part, the family of the case first."""
        parts = []
        while self._left:
            parts.append(self._with_ancestors(max(self._left, key=self._weight)))
        parts.append(self._unrelated())
        whole = _Part()
        for part in parts:
            if part.symbols:
                gap = _BETWEEN if whole.symbols else 0.0
                top = min(symbol.at[1] for symbol in part.symbols)
                whole.add(part, whole.width + gap, -top)
        return whole

    def _weight(self, union: Union) -> tuple[int, int]:
        """How much a couple is the middle of the case: by the case's own children, then by all."""
        own = sum(self._people[child].in_request == "yes" for child in union.children)
        return own, len(union.children)

    def _unrelated(self) -> _Part:
        part = _Part()
        adults, children = 0, 0
        for person in self._people.values():
            if person.id in self._placed:
                continue
            place = children if person.is_child else adults
            part.symbols.append(self._symbol(person.id, (place + 0.5, ROW * person.is_child)))
            adults, children = adults + (not person.is_child), children + person.is_child
        part.width = float(max(adults, children))
        return part

    def _symbol(self, person_id: UUID, at: Point) -> Symbol:
        person = self._people[person_id]
        again = person_id in self._placed
        self._placed.add(person_id)
        return Symbol(
            person_id,
            at,
            _shape(person),
            again,
            in_case=person.is_child and person.in_request != "no",
            restricted=person_id in self._restricted,
        )

    # Rows

    def _row(self, start: Union) -> _Row:
        """The chain of couples that ``start`` belongs to. They are no longer left to place."""
        self._left.remove(start)
        people = list(start.partners)
        couples = [start] if len(people) == 2 else []
        while (union := self._next(people[-1], people)) is not None:
            people.append(_other(union, people[-1]))
            couples.append(union)
        while (union := self._next(people[0], people)) is not None:
            people.insert(0, _other(union, people[0]))
            couples.insert(0, union)
        alone = {start.partners[0]: start} if len(start.partners) == 1 else {}
        for union in [u for u in self._left if len(u.partners) == 1 and u.partners[0] in people]:
            self._left.remove(union)
            alone[union.partners[0]] = union
        return _Row(tuple(people), tuple(couples), alone)

    def _next(self, end: UUID, row: Collection[UUID]) -> Union | None:
        """Another couple of the person at the end of a row, with somebody not placed yet."""
        for union in self._left:
            if len(union.partners) == 2 and end in union.partners:
                other = _other(union, end)
                if other not in row and other not in self._placed:
                    self._left.remove(union)
                    return union
        return None

    def _below(self, row: _Row, least: Mapping[UUID, float]) -> tuple[_Part, list[float]]:
        """A row with all that hangs from it, and where each of its people stands. ``least`` is the
        room that what stands above somebody needs."""
        part, xs, x = _Part(), list[float](), 0.0
        for person in row.people:  # before the children: they may come up again among them
            part.symbols.append(self._symbol(person, (0.0, 0.0)))
        for place, person in enumerate(row.people):
            own = self._children(row.alone[person].children) if person in row.alone else None
            room = max(1.0, own.part.width if own else 0.0, least.get(person, 0.0))
            middle = x + room / 2
            xs.append(middle)
            part.symbols[place] = replace(part.symbols[place], at=(middle, 0.0))
            if own is not None:
                left = middle - own.part.width / 2
                part.add(own.part, left, ROW)
                _hang(part, row.alone[person], own, left, (middle, RADIUS))
            x += room
            if place < len(row.couples):
                x = self._between(part, row.couples[place], x)
        part.width = max(part.width, x)
        for place, union in enumerate(row.couples):
            _join(part, union, xs[place] + _ASIDE, xs[place + 1] - _ASIDE)
        return part, xs

    def _between(self, part: _Part, union: Union, x: float) -> float:
        """The children of a couple from ``x`` on; where their stretch of the row ends."""
        if not union.children:
            return x
        children = self._children(union.children)
        part.add(children.part, x, ROW)
        _hang(part, union, children, x, (x + children.part.width / 2, _COUPLE))
        return x + children.part.width

    def _children(self, children: Sequence[UUID]) -> _Children:
        part, at = _Part(), dict[UUID, float]()
        for child in children:
            own = None if child in self._placed else self._family_of(child)
            if own is None:
                one = _Part([self._symbol(child, (0.5, 0.0))], width=1.0)
                middle = 0.5
            else:
                row = self._row(own)
                one, xs = self._below(row, {})
                middle = xs[row.people.index(child)]
            at[child] = part.width + middle
            part.add(one, part.width, 0.0)
        return _Children(part, at)

    def _family_of(self, person: UUID) -> Union | None:
        return next((union for union in self._left if person in union.partners), None)

    # Grandparents

    def _with_ancestors(self, start: Union) -> _Part:
        row = self._row(start)
        above = {person: self._take_parents(person, row) for person in row.people}
        least = {p: float(len(u.partners)) for p, u in above.items() if u is not None}
        main, xs = self._below(row, least)
        first = above[row.people[0]]
        left = len(first.children) - 1 if first else 0
        part = _Part()
        part.add(main, float(left), 0.0)
        for person, x in zip(row.people, xs, strict=True):
            union = above[person]
            if union is not None:
                step = -1 if person == row.people[0] else 1
                edge = float(left) if step < 0 else left + main.width
                self._place_above(part, union, person, x + left, edge, step)
        return part

    def _take_parents(self, person: UUID, row: _Row) -> Union | None:
        """The parents to stand above somebody in a row; brothers and sisters only find room beside
        the first and the last."""
        at_an_end = person in (row.people[0], row.people[-1])
        for union in self._left:
            outside = not set(union.partners) & set(row.people)
            fits = at_an_end or len(union.children) == 1
            if person in union.children and outside and fits:
                self._left.remove(union)
                return union
        return None

    def _place_above(
        self, part: _Part, union: Union, person: UUID, x: float, edge: float, step: int
    ) -> None:
        at = {person: x}
        for number, sibling in enumerate(c for c in union.children if c != person):
            at[sibling] = edge + step * (number + 0.5)
            part.symbols.append(self._symbol(sibling, (at[sibling], 0.0)))
        part.width = max(part.width, max(at.values()) + 0.5)
        middle = (min(at.values()) + max(at.values())) / 2
        xs = (middle - 0.5, middle + 0.5) if len(union.partners) == 2 else (middle,)
        for partner, partner_x in zip(union.partners, xs, strict=True):
            part.symbols.append(self._symbol(partner, (partner_x, -ROW)))
        above, stem = _Part(), (middle, RADIUS)
        if len(xs) == 2:
            _join(above, union, xs[0] + _ASIDE, xs[1] - _ASIDE)
            stem = (middle, _COUPLE)
        _hang(above, union, _Children(_Part(), at), 0.0, stem)
        part.add(above, 0.0, -ROW)


def _other(union: Union, person: UUID) -> UUID:
    return union.partners[1] if union.partners[0] == person else union.partners[0]


def _shape(person: Person) -> Shape:
    if person.unborn:
        return "triangle"
    shapes: dict[str, Shape] = {"M": "square", "F": "circle"}
    return shapes.get(person.sex, "diamond")


def _join(part: _Part, union: Union, left: float, right: float) -> None:
    """The line of a couple, with two strokes where they have parted."""
    points = ((left, RADIUS), (left, _COUPLE), (right, _COUPLE), (right, RADIUS))
    strokes = ((left + 3 * right) / 4, _COUPLE) if union.apart else None
    kind: LineKind = "apart" if union.apart else "couple"
    part.lines.append(Line(kind, points, union.partners, strokes))


def _hang(part: _Part, union: Union, children: _Children, left: float, stem: Point) -> None:
    """A line from ``stem`` to each child, by way of the bar they share."""
    for child, x in children.at.items():
        points = (stem, (stem[0], _BAR), (left + x, _BAR), (left + x, ROW - RADIUS))
        part.lines.append(Line("child", points, (*union.partners, child)))
