"""A table of how far each outcome has come: title, drawing, result in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ehdesk.documents.blocks import Column, rule, text
from ehdesk.documents.layout import (
    Band,
    Drawing,
    Frame,
    Piece,
    abreast,
    beside,
    framed,
)
from ehdesk.documents.marks import Scale, arrow_down
from ehdesk.documents.style import Family, Ink, Weight, font, inter, width_of
from ehdesk.documents.tagging import Element, TaggedCanvas
from ehdesk.documents.tagging.tree import header_cell
from ehdesk.domain.travelled import Result, Travelled


@dataclass(frozen=True, kw_only=True)
class OutcomeDistance:
    """An outcome of the plan with its numbers, 0 to 10; None where none was given."""

    title: str
    start: int | None = None
    now: int | None = None
    hoped: int | None = None


_LABEL = inter(9, 12.5, Weight.SEMIBOLD, Ink.TEXT2)
_TITLE = inter(11, 15)
_WORD = inter(11, 15, Weight.SEMIBOLD)
_SMALL = inter(9.2, 12.5, ink=Ink.TEXT2)
_ROW = 27.0
_LONG_TITLE = 3
_INKS = {Result.REACHED: Ink.ACCENT, Result.CLOSER: Ink.TRACK}


@dataclass(frozen=True)
class _Places:
    """Where the three columns stand in the column that the table has."""

    title: Column
    scale: Scale
    result: Column


def _places(column: Column) -> _Places:
    scale = Scale(
        x=column.x + 196,
        width=189,
        ring=8.3,
        disc=9,
        thickness=5,
        family=Family.INTER,
        numbered_ring=True,
    )
    return _Places(Column(column.x, 174), scale, Column(column.x + 416, column.width - 416))


def distance_table(
    parent: Element, outcomes: Sequence[OutcomeDistance], column: Column
) -> list[Band]:
    """The table, a row for each outcome; its head is drawn again on every page.

    ``column`` has to be about 490 points wide. There must be at least one outcome.
    """
    places = _places(column)
    table = parent.child("Table")
    row = table.child("THead").child("TR")
    cells = (
        text(header_cell(row, "Column"), "What we hoped for", places.title, _LABEL),
        [Band(12.5, (Piece(header_cell(row, "Column"), _numbers(places.scale)),))],
        text(header_cell(row, "Column"), "Result", places.result, _LABEL),
    )
    line = rule(column, 6, Ink.LINE_MID)
    head = [replace(band, keep=True) for band in (*beside(*cells), line)]
    body = table.child("TBody")
    rows: list[Band] = []
    for outcome in outcomes:
        between = [rule(column, 2)] if rows else []
        rows += [*between, *_row(body.child("TR"), outcome, places)]
    rows[-1] = replace(rows[-1], keep=True)
    return framed(Frame(repeat=tuple(head)), head + rows)


def _numbers(scale: Scale) -> Drawing:
    def draw(canvas: TaggedCanvas, top: float) -> None:
        name = font(Family.INTER, Weight.REGULAR)
        canvas.setFont(name, _SMALL.size)
        canvas.setFillColor(Ink.TEXT2.colour)
        for score in range(11):
            words = str(score)
            middle = scale.at(score) - width_of(words, name, _SMALL.size) / 2
            canvas.drawString(middle, top - _SMALL.drop, words + " ")

    return draw


def _row(row: Element, outcome: OutcomeDistance, places: _Places) -> list[Band]:
    title = text(header_cell(row, "Row"), outcome.title, places.title, _TITLE)
    drawing = _drawing(row.child("TD"), outcome, places.scale)
    came = Travelled(outcome.start, outcome.now, outcome.hoped)
    ink = _INKS.get(came.result, Ink.NONE)
    cell = row.child("TD")
    at = places.result
    words = text(cell, came.result.value, at, replace(_WORD, ink=ink))
    more = came.more() or "no number at closing"
    if came.result is Result.LOWER:
        detail = text(cell, more, Column(at.x + 9, at.width - 9), _SMALL)
        arrow = Piece(None, _down(at.x, ink))
        detail[0] = replace(detail[0], pieces=(arrow, *detail[0].pieces))
    else:
        detail = text(cell, more, at, _SMALL)
    cells = (title, [drawing], words + detail)
    if len(title) <= _LONG_TITLE:
        rows = [abreast(*cells, centred=True)]
    else:
        rows = beside(title, [replace(drawing, height=_TITLE.leading)], words + detail)
    rows[-1] = replace(rows[-1], keep=True)
    return [Band(5.5, keep=True), *rows, Band(5.5)]


def _drawing(cell: Element, outcome: OutcomeDistance, scale: Scale) -> Band:
    scores = (outcome.start, outcome.now, outcome.hoped)
    figure = cell.child("Figure", alt=Travelled(*scores).sentence())

    def draw(canvas: TaggedCanvas, top: float) -> None:
        y = top - _ROW / 2
        canvas.box(figure, scale.x - 14, y - 14, scale.width + 28, 36)
        scale.draw(canvas, y, *scores)

    return Band(_ROW, (Piece(figure, draw),))


def _down(x: float, ink: Ink) -> Drawing:
    return lambda canvas, top: arrow_down(canvas, x, top - _SMALL.leading / 2, ink)
