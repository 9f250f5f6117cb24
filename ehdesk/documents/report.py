"""A manager's report on paper: the same cards and the same numbers as on the screen.

Every number stands in a table. The bars beside the numbers are decoration and no screen reader is
told of them; a small number has none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.furniture import Footer, Masthead, masthead, printed_on, short
from ehdesk.documents.layout import Band, Drawing, Piece, beside, gap, hold
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import BODY
from ehdesk.documents.style import Family, Ink, Weight, inter
from ehdesk.documents.tagging import Element, TaggedCanvas
from ehdesk.documents.tagging.tree import header_cell
from ehdesk.domain.report import FOOT, TOO_FEW, TOO_FEW_LINE, Card, Chart, Line, Report


@dataclass(frozen=True)
class ReportPaper:
    """The report and who printed it."""

    report: Report
    by: str


_TOP = 30.0
_LOOK = Masthead(
    mark=28,
    title=inter(20, 25, Weight.BOLD),
    support=inter(10.5, 15, ink=Ink.TEXT2),
    facts=(inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2), inter(9.6, 15, ink=Ink.TEXT2)),
)
_PART = inter(12.5, 18, Weight.SEMIBOLD, Ink.ACCENT)
_QUIET = inter(9.6, 13.5, ink=Ink.TEXT2)
_HEAD = inter(9, 13, Weight.SEMIBOLD, Ink.TEXT2)
_WORDS = inter(10.2, 14.5)
_NUMBER = inter(10.2, 14.5, Weight.SEMIBOLD)
_BAR = 8.0
_LABEL_SHARE, _NUMBER_WIDE = 0.36, 86.0


def build(content: ReportPaper, *, when: datetime) -> bytes:
    """The report as PDF. ``when`` is the moment of printing."""
    report = content.report
    root = Element("Document")
    bands = masthead(root, _LOOK, BODY, report.title, report.support, ("For managers", content.by))
    bands.append(gap(4))
    for card in report.cards:
        bands += _card(root, card)
    bands += [gap(10), *text(root.child("P"), FOOT, BODY, _QUIET)]
    footer = Footer(
        (f"{report.title}, {short(report.store)}.", printed_on(when)),
        family=Family.INTER,
        column=BODY,
    )
    said = about(Family.INTER, when, report.title, report.store)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP)


def _card(root: Element, card: Card) -> list[Band]:
    section = root.child("Sect")
    h2 = section.child("H2")
    bands = heading(h2, card.title, 1, text(h2, card.title, BODY, _PART))
    if card.is_empty:
        words = f"{TOO_FEW}. {TOO_FEW_LINE}"
        return [gap(10), *hold([*bands, *text(section.child("P"), words, BODY, _QUIET)])]
    if card.support:
        bands += text(section.child("P"), card.support, BODY, _QUIET)
    bands += [Band(3), *_table(section, card)]
    if card.note:
        bands += [Band(3), *text(section.child("P"), card.note, BODY, _QUIET)]
    # A long list of names may run on to the next page; the others stay whole.
    return [gap(10), *(hold(bands) if len(card.lines) <= 12 else bands)]


def _table(parent: Element, card: Card) -> list[Band]:
    label, bar, numbers = _places(len(card.columns))
    table = parent.child("Table")
    row = table.child("THead").child("TR")
    head = [text(header_cell(row, "Column"), card.head, label, _HEAD)]
    for title, at in zip(card.columns, numbers, strict=True):
        head.append(text(header_cell(row, "Column"), title, at, _HEAD))
    bands = [replace(band, keep=True) for band in (*beside(*head), rule(BODY, 5, Ink.LINE_MID))]
    body = table.child("TBody")
    longest = max(
        (line.values[0].number for line in card.lines if not line.values[0].is_hidden), default=0
    )
    for number, line in enumerate(card.lines):
        if number:
            bands.append(rule(BODY, 4))
        bands += _line(body.child("TR"), card, line, longest, (label, bar, numbers))
    return bands


def _places(columns: int) -> tuple[Column, Column, tuple[Column, ...]]:
    wide = BODY.width * _LABEL_SHARE
    right = BODY.x + BODY.width
    numbers = tuple(
        Column(right - _NUMBER_WIDE * (columns - place), _NUMBER_WIDE, right=True)
        for place in range(columns)
    )
    begin = BODY.x + wide + 10
    return Column(BODY.x, wide), Column(begin, numbers[0].x - begin), numbers


def _line(
    row: Element,
    card: Card,
    line: Line,
    longest: int,
    places: tuple[Column, Column, tuple[Column, ...]],
) -> list[Band]:
    label, bar, numbers = places
    cells = [text(header_cell(row, "Row"), line.label, label, _WORDS)]
    for value, at in zip(line.values, numbers, strict=True):
        cells.append(text(row.child("TD"), value.words, at, _NUMBER))
    bands = beside(*cells)
    first = line.values[0]
    if longest and not first.is_hidden and first.number:
        drawing = _bar(bar, first.number / longest, card.chart)
        bands[0] = replace(bands[0], pieces=(Piece(None, drawing), *bands[0].pieces))
    return bands


def _bar(at: Column, share: float, chart: Chart) -> Drawing:
    ink = Ink.ACCENT_LINE if chart in (Chart.SPREAD, Chart.SHARES) else Ink.ACCENT

    def draw(canvas: TaggedCanvas, top: float) -> None:
        y = top - _WORDS.leading / 2 - _BAR / 2
        width = max(2.0, at.width * share)
        canvas.setFillColor(Ink.SURFACE.colour if chart is Chart.LATE else ink.colour)
        canvas.setStrokeColor(ink.colour)
        canvas.setLineWidth(1)
        canvas.roundRect(at.x, y, width, _BAR, 1.5, stroke=1, fill=1)

    return draw
