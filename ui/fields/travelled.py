"""What came of an outcome between the start and now, as the closure form and its paper say it."""

from __future__ import annotations

from dataclasses import dataclass

from ehdesk.domain.words import plural
from ehdesk.forms.spec import Row


@dataclass(frozen=True)
class Travelled:
    """Whole numbers from 0 to 10; None for one that was not given."""

    start: int | None
    now: int | None
    hoped: int | None

    @classmethod
    def of(cls, row: Row) -> Travelled:
        """From a row of the question."""
        return cls(*(_number(row[key]) for key in ("start", "score", "hoped")))

    @property
    def is_reached(self) -> bool:
        """Whether now is where they hoped to be, and not lower than the start."""
        reached = self.now is not None and self.hoped is not None and self.now >= self.hoped
        return reached and not self.is_lower

    @property
    def is_lower(self) -> bool:
        """Whether now is lower than the start."""
        return self._change is not None and self._change < 0

    @property
    def is_closer(self) -> bool:
        """Whether now is higher than the start, and not yet where they hoped to be."""
        return not self.is_reached and self._change is not None and self._change > 0

    def pill(self) -> tuple[str, str, str]:
        """Words, tone and icon. Going down is told without alarm (design, part 2, rule 5)."""
        if self.now is None:
            return "Not given", "none", "circle-dashed"
        if self.is_reached:
            return "Reached", "done", "circle-check"
        if self._change is None:
            return "Not known", "none", "circle-dashed"
        if self.is_lower:
            return "Lower", "none", "trending-down"
        if self._change == 0:
            return "No change", "none", "equal"
        return "Closer", "track", "trending-up"

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

    @property
    def _change(self) -> int | None:
        return None if self.now is None or self.start is None else self.now - self.start


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and 0 <= value <= 10 else None
