"""Small numbers about people, as a report may show them.

A number of 1 to 4 could point at somebody, so it is never shown: it is "fewer than 5" (design,
part 2, rule 4). Nobody may work it out from the numbers around it either:

- A total of numbers of which one is hidden is "about" so many, and is worked out from what is
  shown alone. Whoever reads it learns nothing that the rows did not say.
- The same families may be divided in several ways, by who leads and by place. Each way adds up to
  the same total, so what one shows exactly takes away what another hides. `protect` shows the first
  way as it is, and the others as roughly as they must be, or not at all.

Noughts are shown: they point at nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

LEAST: Final = 5
"""The smallest number that is shown as it is."""
FEW_WORDS: Final = f"fewer than {LEAST}"
_BIG: Final = 10**9
_ROUND: Final = 10
"""What the numbers of a second way to divide families are rounded to."""


class Kind(Enum):
    """How much of a number is shown."""

    EXACT = "exact"
    FEW = "few"
    ABOUT = "about"


@dataclass(frozen=True)
class Shown:
    """A number as it is shown. ``number`` is 0 where it is not: nothing else of it is kept."""

    kind: Kind
    number: int = 0

    @property
    def words(self) -> str:
        """``14``, ``fewer than 5``, ``about 30``."""
        if self.kind is Kind.FEW:
            return FEW_WORDS
        return str(self.number) if self.kind is Kind.EXACT else f"about {self.number}"

    @property
    def plain(self) -> int | str:
        """A number where it is shown exactly, else its words: for a sheet or another program."""
        return self.number if self.kind is Kind.EXACT else self.words

    @property
    def is_hidden(self) -> bool:
        """Whether it is a small number, which no drawing may give a length."""
        return self.kind is Kind.FEW

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most that it can be, to whoever reads it."""
        if self.kind is Kind.FEW:
            return 1, LEAST - 1
        if self.kind is Kind.EXACT:
            return self.number, self.number
        return max(LEAST, self.number - _ROUND // 2), self.number + _ROUND // 2 - 1


@dataclass(frozen=True)
class Divided:
    """The same families, divided in one or more ways. A way that would give a small number away is
    None."""

    total: Shown
    ways: tuple[tuple[Shown, ...] | None, ...]


def shown(number: int) -> Shown:
    """A number as it may stand alone."""
    return Shown(Kind.FEW) if 1 <= number < LEAST else Shown(Kind.EXACT, number)


def total_of(parts: Sequence[Shown]) -> Shown:
    """The total of numbers that are shown, made of nothing but them."""
    exact = sum(part.number for part in parts)
    hidden = sum(part.is_hidden for part in parts)
    if hidden == 0 and all(part.kind is Kind.EXACT for part in parts):
        return Shown(Kind.EXACT, exact)
    if hidden == 1 and exact == 0:
        return Shown(Kind.FEW)
    # A hidden number counts as two and a half, the middle of 1 to 4; to the nearest five.
    return Shown(Kind.ABOUT, (2 * exact + 5 * hidden + 5) // 10 * 5)


def protect(first: Sequence[int], *others: Sequence[int]) -> Divided:
    """The same families divided in several ways, so that no small number can be worked out.

    :param first: the way that is shown as it is, but for its small numbers.
    """
    total = sum(first)
    if any(sum(way) != total for way in others):
        raise ValueError("each way has to divide the same families")
    roughness = [0] * len(others)
    main = tuple(map(shown, first))
    while True:
        ways = (main, *map(_show, others, roughness))
        given_away = _given_away(ways)
        if not given_away:
            return Divided(total_of(main), ways)
        # What gives itself away gives way first, then the last: to rounded numbers, then to none.
        can = [place for place, level in enumerate(roughness) if level < 2]
        roughness[max([at for at in can if at + 1 in given_away] or can)] += 1


def could_be(ways: Sequence[Sequence[Shown]]) -> list[list[tuple[int, int]]]:
    """What each number of these ways can be at least and at most, to whoever knows that they
    divide the same families."""
    sums = [_sum_bounds(way) for way in ways]
    low = max((least for least, _most in sums), default=0)
    high = min((most for _least, most in sums), default=_BIG)
    found = []
    for way, (least, most) in zip(ways, sums, strict=True):
        here = []
        for part in way:
            at_least, at_most = part.bounds
            # What is left for it when the others are as many, or as few, as they can be.
            here.append(
                (
                    max(at_least, low - (most - at_most)),
                    min(at_most, high - (least - at_least)),
                )
            )
        found.append(here)
    return found


def _given_away(ways: Sequence[tuple[Shown, ...] | None]) -> set[int]:
    """The ways with a small number that could not be any of 1 to 4 any more."""
    told = [(place, way) for place, way in enumerate(ways) if way is not None]
    if len(told) == 1:
        return set()  # nothing beside it says how many there are
    return {
        place
        for (place, way), could in zip(told, could_be([way for _, way in told]), strict=True)
        for part, bounds in zip(way, could, strict=True)
        if part.is_hidden and bounds != (1, LEAST - 1)
    }


def _show(way: Sequence[int], level: int) -> tuple[Shown, ...] | None:
    """The way as it is, roughly, or not at all."""
    if level == 2:
        return None
    if level == 0:
        return tuple(map(shown, way))
    return tuple(
        shown(number)
        if number < LEAST
        else Shown(Kind.ABOUT, (number + _ROUND // 2) // _ROUND * _ROUND)
        for number in way
    )


def _sum_bounds(way: Sequence[Shown]) -> tuple[int, int]:
    return sum(part.bounds[0] for part in way), sum(part.bounds[1] for part in way)
