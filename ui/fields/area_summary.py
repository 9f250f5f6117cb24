"""What everybody's numbers for one area come to, in a number and in words."""

from __future__ import annotations

from dataclasses import dataclass

from ehdesk.forms.spec import Row


@dataclass(frozen=True)
class AreaSummary:
    """``numbers`` are those given, lowest first. An average may mislead, so the spread is told."""

    numbers: tuple[int, ...]
    is_need: bool

    @classmethod
    def of(cls, row: Row) -> AreaSummary:
        """From an area as the form keeps it; numbers off the scale are left out."""
        given = (score["value"] for score in row.get("scores") or ())
        numbers = (n for n in given if isinstance(n, int) and 0 <= n <= 10)
        return cls(tuple(sorted(numbers)), row.get("need") == "yes")

    @property
    def average(self) -> float | None:
        """Of the numbers given, to one decimal; None without any."""
        return round(sum(self.numbers) / len(self.numbers), 1) if self.numbers else None

    @property
    def shown(self) -> str:
        """``5``, ``4.5``, or ``to do``."""
        return "to do" if self.average is None else f"{self.average:g}"

    def words(self) -> str:
        """``Average 5, numbers from 4 to 6, a need``."""
        said = []
        if self.average is None:
            said.append("No number yet")
        elif len(self.numbers) == 1:
            said.append(f"One number, {self.shown}")
        elif self.numbers[0] == self.numbers[-1]:
            said.append(f"Average {self.shown}, everyone the same")
        else:
            said.append(
                f"Average {self.shown}, numbers from {self.numbers[0]} to {self.numbers[-1]}"
            )
        if self.is_need:
            said.append("a need")
        return ", ".join(said)
