"""What a manager's report says: cards of numbers that are safe to show.

Screen, spreadsheet and paper are made from these same values. Nothing in them holds a number that
is not shown: `ehdesk.domain.small_numbers` is the only way in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ehdesk.domain.report_periods import Period
from ehdesk.domain.small_numbers import LEAST, Shown

TOO_FEW = "Too few families to report"
TOO_FEW_LINE = f"There are fewer than {LEAST}, or none, for what is chosen."
FOOT = (
    f"Numbers under {LEAST} are shown as “fewer than {LEAST}”, and totals are rounded where they "
    "would give one away. No family is named here."
)


class Chart(Enum):
    """How a card is drawn. Its table says the same."""

    BARS = "bars"
    LATE = "late"
    """Bars of what is past its day."""
    SPREAD = "spread"
    SPLIT = "split"
    """Each line is divided in two: as it should be, and late."""
    SHARES = "shares"
    """One bar divided among the lines."""


@dataclass(frozen=True)
class Line:
    """One line of a card: what it is about and its numbers, one for each column."""

    label: str
    values: tuple[Shown, ...]


@dataclass(frozen=True)
class Spread:
    """How long something took, in days. What too few families stand behind is None."""

    middle: int
    half: tuple[int, int] | None
    most: tuple[int, int] | None
    aim: int
    aim_words: str


@dataclass(frozen=True)
class Card:
    """One subject. ``columns`` name the numbers of its lines; without lines it is too few."""

    code: str
    title: str
    chart: Chart
    head: str
    columns: tuple[str, ...]
    support: str = ""
    lines: tuple[Line, ...] = ()
    note: str = ""
    spread: Spread | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there are too few families to say anything."""
        return not self.lines

    def told(self) -> str:
        """All of it in words, for whoever cannot see the drawing."""
        if self.is_empty:
            return f"{TOO_FEW}."
        lines = []
        for line in self.lines:
            if len(self.columns) == 1:
                lines.append(f"{line.label}: {line.values[0].words}")
            else:
                numbers = zip(self.columns, line.values, strict=True)
                parts = (f"{value.words} {column.lower()}" for column, value in numbers)
                lines.append(f"{line.label}: {', '.join(parts)}")
        return ". ".join(part.rstrip(".") for part in (self.support, *lines, self.note) if part)


@dataclass(frozen=True)
class Question:
    """What a report is asked for: a time (`report_periods.CODES`), a cluster and a route of the
    pack, or all of them."""

    period: str = "april"
    cluster: str = ""
    route: str = ""


@dataclass(frozen=True)
class Report:
    """The whole report. ``scope`` says what it is about, in words."""

    title: str
    store: str
    question: Question
    period: Period
    scope: tuple[str, ...]
    cards: tuple[Card, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no card says anything."""
        return all(card.is_empty for card in self.cards)

    def as_data(self) -> dict[str, object]:
        """All that is shown, for another program: numbers, or words where one is not shown."""
        return {
            "title": self.title,
            "store": self.store,
            "period": self.question.period,
            "from": self.period.first,
            "to": self.period.last,
            "team": self.question.cluster,
            "help": self.question.route,
            "cards": [
                {
                    "code": card.code,
                    "title": card.title,
                    "support": card.support,
                    "columns": [card.head, *card.columns],
                    "lines": [
                        [line.label, *(value.plain for value in line.values)] for line in card.lines
                    ],
                    "note": card.note,
                }
                for card in self.cards
            ],
        }

    @property
    def support(self) -> str:
        """``West locality  ·  1 April to 17 November 2026  ·  counts of families ...``."""
        return "  ·  ".join(
            (self.store, self.period.words, *self.scope, "counts of families, not children")
        )
