"""The needs on the Hub's page: areas ticked or not, and how many needs point to which help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ehdesk.documents.blocks import Column, text
from ehdesk.documents.layout import Band, Piece, beside
from ehdesk.documents.shortening import cut
from ehdesk.documents.style import Family, Ink, Weight, font, inter, width_of
from ehdesk.documents.tagging import Element, TaggedCanvas
from ehdesk.documents.tagging.tree import list_below
from ehdesk.documents.ticked import ticked_line, words_beside


@dataclass(frozen=True, kw_only=True)
class HubArea:
    """An area of need, and whether the family needs help with it."""

    label: str
    ticked: bool = False


_WORDS = inter(10.5, 15, ink=Ink.TEXT2)
_TICKED = inter(10.5, 15, Weight.SEMIBOLD)
_SMALL = inter(9.2, 12.8, ink=Ink.TEXT2)
_LINES = 2
"""What the name of an area may take."""
_CHIP, _CHIP_HEIGHT, _MOST = 36.0, 18.0, 6


def needs_ticks(parent: Element, areas: Sequence[HubArea], column: Column) -> list[Band]:
    """Two columns of boxes, read down the left one first."""
    ticks = list_below(parent)
    half = column.width / 2
    rows = (len(areas) + 1) // 2
    cells = [
        _tick(
            ticks.child("LI"),
            area,
            Column(column.x + half * (number // rows), half - 12),
        )
        for number, area in enumerate(areas)
    ]
    bands: list[Band] = []
    for row in range(rows):
        bands += beside(*cells[row::rows])
        bands.append(Band(1.5))
    return bands


def _tick(item: Element, area: HubArea, column: Column) -> list[Band]:
    look, size = _TICKED if area.ticked else _WORDS, 11.5
    words = cut(area.label, look, words_beside(column, size).width, _LINES)[0]
    return ticked_line(item, words, column, look, size=size, ticked=area.ticked)


def needs_count(
    parent: Element, count: int, assessment_from: int, guidance: str, column: Column
) -> list[Band]:
    """Chips from 1 to 6 or more with the count filled in, and that it is guidance."""
    points = "an assessment" if count >= assessment_from else "targeted support"
    say = f"{count} of the family’s needs were counted. That points to {points}."
    figure = parent.child("Figure", alt=say if count else "No needs were counted.")
    width = _CHIP * _MOST + 5 * (_MOST - 1)

    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.box(figure, column.x, top - _CHIP_HEIGHT, width, _CHIP_HEIGHT)
        for number in range(1, _MOST + 1):
            _chip(canvas, column.x + (number - 1) * (_CHIP + 5), top, number, count)

    at = Column(column.x + width + 18, column.width - width - 18)
    said = text(
        parent.child("P"),
        guidance or "Guidance only. The Hub decides.",
        at,
        replace(_SMALL, leading=_CHIP_HEIGHT),
    )
    bands = beside([Band(_CHIP_HEIGHT + 2, (Piece(figure, draw),))], said)
    names = (
        f"1 to {assessment_from - 1}: targeted support.\xa0 {assessment_from} or more: assessment."
    )
    return [*bands, *text(parent.child("P"), names, column, _SMALL)]


def _chip(canvas: TaggedCanvas, x: float, top: float, number: int, count: int) -> None:
    here = min(count, _MOST) == number
    canvas.setFillColor((Ink.ACCENT if here else Ink.SUNKEN).colour)
    canvas.setStrokeColor((Ink.ACCENT if here else Ink.LINE_STRONG).colour)
    canvas.setLineWidth(1)
    canvas.roundRect(x, top - _CHIP_HEIGHT, _CHIP, _CHIP_HEIGHT, 5, stroke=1, fill=1)
    words = f"{number}+" if number == _MOST else str(number)
    name = font(Family.INTER, Weight.SEMIBOLD)
    canvas.setFillColor((Ink.SURFACE if here else Ink.TEXT2).colour)
    canvas.setFont(name, 10)
    middle = x + _CHIP / 2 - width_of(words, name, 10) / 2
    # The space keeps numbers apart for whoever reads the text and not the page.
    canvas.drawString(middle, top - _CHIP_HEIGHT / 2 - 3.5, words + " ")
