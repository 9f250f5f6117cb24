"""What came of an outcome between the start and now, as the screens and the papers say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ehdesk.domain.words import plural
from ehdesk.forms.spec import Row


class Result(Enum):
    """The word for it. Going down is told without alarm, and no change is an answer too."""

    REACHED = "Reached"
    CLOSER = "Closer"
    NO_CHANGE = "No change"
    LOWER = "Lower"
    NOT_KNOWN = "Not known"
    NOT_GIVEN = "Not given"


@dataclass(frozen=True)
class Travelled:
    """Whole numbers from 0, as hard as can be, to 10; None for one that was not given."""

    start: int | None
    now: int | None
    hoped: int | None

    @classmethod
    def of(cls, row: Row) -> Travelled:
        """From a row of the question."""
        return cls(*(_number(row[key]) for key in ("start", "score", "hoped")))

    @property
    def result(self) -> Result:
        """Reached is where they hoped to be, and not lower than the start."""
        if self.now is None:
            return Result.NOT_GIVEN
        if self._change is not None and self._change < 0:
            return Result.LOWER
        if self.hoped is not None and self.now >= self.hoped:
            return Result.REACHED
        if self._change is None:
            return Result.NOT_KNOWN
        return Result.CLOSER if self._change else Result.NO_CHANGE

    def more(self) -> str:
        """``up 5 points``, ``still 4``, ``no number at the start``; "" without a number now."""
        if self.now is None:
            return ""
        if self._change is None:
            return "no number at the start"
        if self._change == 0:
            return f"still {self.now}"
        way = "up" if self._change > 0 else "down"
        return f"{way} {plural(abs(self._change), 'point')}"

    def sentence(self) -> str:
        """What a drawing of it shows, for whoever cannot see it."""
        parts = [
            f"started at {self.start}" if self.start is not None else "no number at the start",
            f"now {self.now}" if self.now is not None else "no number now",
            f"hoping for {self.hoped}" if self.hoped is not None else "no number hoped for",
        ]
        words = ", ".join(parts)
        return f"{words[0].upper()}{words[1:]}. 0 is as hard as it could be, 10 is as good."

    @property
    def _change(self) -> int | None:
        return None if self.now is None or self.start is None else self.now - self.start


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and 0 <= value <= 10 else None
