"""The drawing above a chronology: a lane for each sort of thing, the months across.

It shows only what the table below it says, so what it cannot label it leaves to the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from ehdesk.documents.blocks import Column
from ehdesk.documents.glyphs import printable
from ehdesk.documents.layout import Band, Piece
from ehdesk.documents.style import Family, Ink, Type, Weight, font, width_of
from ehdesk.documents.tagging import Element, TaggedCanvas

Shape = Literal["dot", "ring", "diamond", "open_diamond", "worry", "voice"]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A stretch of the pathway; ``now`` is filled, what is to ``come`` is dashed."""

    label: str
    start: date
    end: date
    now: bool = False
    comes: bool = False


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A thing in a lane. ``due`` is the day it should have been, where that was another."""

    lane: str
    on: date
    label: str
    shape: Shape
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """All that is drawn. ``lanes`` come under the pathway, in their order; ``said`` tells it."""

    today: date
    stages: tuple[Stage, ...] = ()
    lanes: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    said: str = "The table below tells each thing."


PATHWAY: Final = "Pathway"
_HEAD = 17.0
_LANE = 22.0
_NAMES = 76.0
_EDGE = 8.0
_SIZE = 8.8
_NEAR = 12.0
"""Points that are left free between a label and the next mark (design 2, note 33)."""
_FEWEST_MONTHS = 6
_MOST_MONTHS = 15
"""With more months than this only each third one is named."""
_YEARS = 40
_INKS: Final[dict[str, tuple[Ink, Ink]]] = {
    "worry": (Ink.OVERDUE, Ink.OVERDUE_TINT),
    "voice": (Ink.VOICE, Ink.VOICE_TINT),
}


def drawing_band(parent: Element, drawing: Drawing, column: Column) -> Band:
    """The drawing in one band that never splits. It is a figure whose words are ``said``."""
    figure = parent.child("Figure", alt=drawing.said)
    height = _HEAD + _LANE * (1 + len(drawing.lanes))

    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.box(figure, column.x, top - height, column.width, height)
        _Painter(canvas, drawing, column, top, height).paint()

    return Band(height, (Piece(figure, draw),))


class _Painter:
    def __init__(
        self, canvas: TaggedCanvas, drawing: Drawing, column: Column, top: float, height: float
    ) -> None:
        self._canvas, self._drawing = canvas, drawing
        self._column, self._top, self._height = column, top, height
        self._left = column.x + _NAMES
        self._width = column.width - _NAMES - _EDGE
        days = [drawing.today, *(mark.on for mark in drawing.marks)]
        days += [mark.due for mark in drawing.marks if mark.due]
        days += [day for stage in drawing.stages for day in (stage.start, stage.end)]
        self._first = min(days).replace(day=1)
        self._last = _month_after(max(days))
        while len(_months(self._first, self._last)) < _FEWEST_MONTHS:
            self._last = _month_after(self._last)

    def paint(self) -> None:
        self._frame()
        self._head()
        for stage in dict.fromkeys(self._drawing.stages):  # the same twice is one
            self._stage(stage)
        self._today()
        for number, lane in enumerate(self._drawing.lanes, 1):
            marks = [mark for mark in self._drawing.marks if mark.lane == lane]
            self._lane(number, sorted(marks, key=lambda mark: mark.on))

    def _x(self, day: date) -> float:
        return self._left + self._width * ((day - self._first) / (self._last - self._first))

    def _middle(self, lane: int) -> float:
        return self._top - _HEAD - _LANE * (lane + 0.5)

    def _frame(self) -> None:
        canvas, column = self._canvas, self._column
        canvas.setLineWidth(0.7)
        canvas.setStrokeColor(Ink.LINE_MID.colour)
        canvas.setFillColor(Ink.SUNKEN.colour)
        canvas.rect(column.x, self._top - _HEAD, column.width, _HEAD, stroke=0, fill=1)
        ahead = self._x(self._drawing.today)
        right = column.x + column.width
        canvas.rect(ahead, self._top - self._height, right - ahead, self._height, stroke=0, fill=1)
        bottom = self._top - self._height
        canvas.roundRect(column.x, bottom, column.width, self._height, 6, stroke=1, fill=0)
        for lane in range(1 + len(self._drawing.lanes)):
            y = self._top - _HEAD - _LANE * lane
            canvas.line(column.x, y, column.x + column.width, y)
        canvas.line(self._left, self._top, self._left, bottom)
        for number, name in enumerate((PATHWAY, *self._drawing.lanes)):
            self._words(name, column.x + 10, self._middle(number), weight=Weight.SEMIBOLD)

    def _head(self) -> None:
        months = _months(self._first, self._last)
        step = 12 if len(months) > _YEARS else 3 if len(months) > _MOST_MONTHS else 1
        canvas = self._canvas
        for place, month in enumerate(months):
            if place % step:
                continue
            x = self._x(month)
            if place:
                canvas.setStrokeColor(Ink.LINE.colour)
                canvas.line(x, self._top, x, self._top - self._height)
            year = f" {month.year}" if place == 0 or month.month <= step else ""
            self._words(
                f"{month:%b}{year}", x + 4, self._top - _HEAD / 2, Ink.TEXT2, Weight.SEMIBOLD
            )

    def _today(self) -> None:
        canvas, x = self._canvas, self._x(self._drawing.today)
        canvas.setStrokeColor(Ink.TEXT.colour)
        canvas.setLineWidth(1.2)
        canvas.line(x, self._top - 2, x, self._top - self._height)
        words = f"{self._drawing.today.day} {self._drawing.today:%b}"
        wide = _width(words, Weight.SEMIBOLD) + 10
        left = min(x - wide / 2, self._column.x + self._column.width - wide)
        canvas.setFillColor(Ink.TEXT.colour)
        canvas.roundRect(left, self._top - 14, wide, 13, 3, stroke=0, fill=1)
        self._words(words, left + 5, self._top - 7.5, Ink.SURFACE, Weight.SEMIBOLD)

    def _stage(self, stage: Stage) -> None:
        canvas, y = self._canvas, self._middle(0)
        left = self._x(stage.start) + 0.8
        wide = max(self._x(stage.end) - left - 0.8, 2.0)
        canvas.saveState()
        if stage.comes:
            canvas.setDash(2, 2)
        fill = Ink.ACCENT if stage.now else Ink.SURFACE if stage.comes else Ink.ACCENT_TINT
        edge = Ink.LINE_STRONG if stage.comes else Ink.ACCENT if stage.now else Ink.ACCENT_LINE
        canvas.setFillColor(fill.colour)
        canvas.setStrokeColor(edge.colour)
        canvas.setLineWidth(0.8)
        canvas.roundRect(left, y - 7.5, wide, 15, 3.5 if wide > 8 else 0, stroke=1, fill=1)
        canvas.restoreState()
        words = _shortest(stage.label, wide - 8)
        ink = Ink.SURFACE if stage.now else Ink.TEXT2 if stage.comes else Ink.ACCENT
        if words:
            self._words(words, left + 5, y, ink, Weight.SEMIBOLD)

    def _lane(self, number: int, marks: Sequence[Mark]) -> None:
        y = self._middle(number)
        taken = [(self._x(mark.on) - 7, self._x(mark.on) + 7) for mark in marks]
        taken += [(self._x(mark.due) - 6, self._x(mark.due) + 6) for mark in marks if mark.due]
        now = self._x(self._drawing.today)
        taken.append((now - 2, now + 2))
        for mark in marks:
            x = self._x(mark.on)
            if mark.due is not None and mark.due < mark.on:
                self._late(self._x(mark.due), x, y)
            self._shape(mark.shape, x, y)
            wide = _width(mark.label)
            own = [one for one in taken if one != (x - 7, x + 7)]
            for left in (x + 10, x - 10 - wide):
                if left < self._left + 2 or left + wide > self._column.x + self._column.width - 3:
                    continue
                if any(a < left + wide + 2 and left - 2 < b for a, b in own):
                    continue
                self._words(mark.label, left, y)
                taken.append((left, left + wide + _NEAR / 2))
                break

    def _late(self, due: float, held: float, y: float) -> None:
        canvas = self._canvas
        canvas.setFillColor(Ink.OVERDUE_TINT.colour)
        canvas.rect(due, y - 4, held - due, 8, stroke=0, fill=1)
        self._diamond(due, y, 4.6, Ink.SURFACE, Ink.TEXT2)

    def _shape(self, shape: Shape, x: float, y: float) -> None:
        canvas = self._canvas
        match shape:
            case "dot" | "ring":
                canvas.setStrokeColor(Ink.ACCENT.colour)
                canvas.setLineWidth(1.4)
                canvas.setFillColor((Ink.ACCENT if shape == "dot" else Ink.SURFACE).colour)
                canvas.circle(x, y, 5.6, stroke=1, fill=1)
            case "diamond":
                self._diamond(x, y, 6.6, Ink.ACCENT, Ink.ACCENT)
            case "open_diamond":
                self._diamond(x, y, 6.2, Ink.SURFACE, Ink.TRACK)
            case _:
                ink, tint = _INKS[shape]
                canvas.setStrokeColor(ink.colour)
                canvas.setFillColor(tint.colour)
                canvas.setLineWidth(1)
                canvas.roundRect(x - 5.8, y - 5.8, 11.6, 11.6, 3, stroke=1, fill=1)
                sign = "!" if shape == "worry" else "“"
                drop = 0 if shape == "worry" else -2.2
                self._words(sign, x - _width(sign, Weight.BOLD) / 2, y + drop, ink, Weight.BOLD)

    def _diamond(self, x: float, y: float, reach: float, fill: Ink, edge: Ink) -> None:
        canvas = self._canvas
        canvas.setFillColor(fill.colour)
        canvas.setStrokeColor(edge.colour)
        canvas.setLineWidth(1.2)
        path = canvas.beginPath()
        path.moveTo(x, y + reach)
        for way in ((reach, 0), (0, -reach), (-reach, 0)):
            path.lineTo(x + way[0], y + way[1])
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)

    def _words(
        self,
        words: str,
        x: float,
        middle: float,
        ink: Ink = Ink.TEXT,
        weight: Weight = Weight.REGULAR,
    ) -> None:
        self._canvas.setFillColor(ink.colour)
        for char_font, run in _runs(words, weight):
            self._canvas.setFont(char_font, _SIZE)
            self._canvas.drawString(x, middle - _SIZE * 0.355, run)
            x += width_of(run, char_font, _SIZE)


def _runs(words: str, weight: Weight) -> list[tuple[str, str]]:
    """The words, with a space at their end, and the font that has each letter."""
    runs: list[tuple[str, str]] = []
    for char in " ".join(printable(words).split()) + " ":
        own = _face(char, weight)
        if runs and runs[-1][0] == own:
            runs[-1] = (own, runs[-1][1] + char)
        else:
            runs.append((own, char))
    return runs


def _face(char: str, weight: Weight) -> str:
    return Type(Family.INTER, weight, _SIZE, _SIZE).font_for(char)


def _width(words: str, weight: Weight = Weight.REGULAR) -> float:
    runs = _runs(words, weight)
    return sum(width_of(run, face, _SIZE) for face, run in runs) - width_of(
        " ", font(Family.INTER, weight), _SIZE
    )


def _shortest(label: str, room: float) -> str:
    """The label, else its first word, else nothing: what is cut is told in the table."""
    for words in (label, label.split(" ")[0] if label else ""):
        if words and _width(words, Weight.SEMIBOLD) <= room:
            return words
    return ""


def _month_after(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _months(first: date, last: date) -> list[date]:
    """The first day of each month from ``first`` until ``last``, which is left out."""
    months = [first]
    while (following := _month_after(months[-1])) < last:
        months.append(following)
    return months
