"""A chronology: a drawing of what happened above, a table of it below (design 2, picture 45).

For professionals, on A4 turned on its side. The last column says what changed because of a thing,
as far as the record says; the drawing shows nothing that the table does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from ehdesk.documents.blocks import Column, rule, text
from ehdesk.documents.chronology_drawing import Drawing, Mark, Stage, drawing_band
from ehdesk.documents.furniture import Footer, Masthead, masthead, printed_on
from ehdesk.documents.layout import Band, Box, Frame, beside, framed, gap, tie_rows
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import EDGE
from ehdesk.documents.style import ACROSS, Family, Ink, Type, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import header_cell

__all__ = ["Chronology", "ChronologyLine", "Drawing", "Mark", "Stage", "build"]


@dataclass(frozen=True, kw_only=True)
class ChronologyLine:
    """A thing that happened. ``tone`` is a worry about safety, or somebody's own words."""

    when: str
    what: str
    detail: str = ""
    changed: str = ""
    tone: Literal["", "worry", "voice"] = ""


@dataclass(frozen=True, kw_only=True)
class Chronology:
    """All that the paper says. ``for_words`` is what it was made for, ``for_date`` when that is;
    ``picked_words`` says how many things there are and who chose these."""

    title: str = "Chronology"
    family_words: str = ""
    reference: str = ""
    for_words: str = ""
    for_date: str = ""
    drawing: Drawing
    lines: tuple[ChronologyLine, ...] = ()
    picked_words: str = ""
    seen_words: str = ""
    marking: str = "Confidential"


_BODY = Column(EDGE, ACROSS[0] - 2 * EDGE)
_INSIDE = 8.0
_WIDTHS = (0.11, 0.31, 0.37, 0.21)
_TOP = 30.0
_WHOLE = 110.0
_LOOK = Masthead(
    mark=30,
    title=inter(20, 25, Weight.BOLD),
    support=inter(11.5, 16, ink=Ink.TEXT2),
    facts=(inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2), inter(11.5, 16, Weight.SEMIBOLD)),
)
_LABEL = inter(9.2, 13, Weight.SEMIBOLD, Ink.TEXT2)
_WORDS = inter(10, 14)
_STRONG = inter(10, 14, Weight.SEMIBOLD)
_SMALL = inter(9, 12.5, ink=Ink.TEXT2)
_TONES = {"": Ink.TEXT, "worry": Ink.OVERDUE, "voice": Ink.VOICE}


def build(paper: Chronology, *, when: datetime) -> bytes:
    """The chronology as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    support = "\xa0\xa0 ".join(
        part for part in (paper.family_words, paper.reference, paper.for_words) if part
    )
    bands = masthead(root, _LOOK, _BODY, paper.title, support, (paper.marking, paper.for_date))
    bands += [gap(12), drawing_band(root, paper.drawing, _BODY), gap(12)]
    bands += _table(root, paper.lines)
    if paper.picked_words:
        bands += [Band(5), *text(root.child("P"), paper.picked_words, _BODY, _SMALL)]
    said = about(Family.INTER, when, paper.title, paper.reference)
    sentences = (f"{paper.marking}." if paper.marking else "", paper.seen_words, printed_on(when))
    footer = Footer(sentences, family=Family.INTER, column=_BODY)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP, page_size=ACROSS)


def _table(parent: Element, lines: Sequence[ChronologyLine]) -> list[Band]:
    if not lines:
        return text(parent.child("P"), "Nothing was chosen.", _BODY, replace(_WORDS, ink=Ink.TEXT2))
    columns = _columns()
    table = parent.child("Table")
    row = table.child("THead").child("TR")
    titles = ("Date", "What happened", "Detail, and who said so", "What changed because of it")
    cells = [
        text(header_cell(row, "Column"), title, column, _LABEL)
        for title, column in zip(titles, columns, strict=True)
    ]
    head = [replace(band, keep=True) for band in beside(*cells)]
    shaded = framed(Frame((Box(_BODY.x, _BODY.width, fill=Ink.SUNKEN),), 5, 4, 4), head)
    body = table.child("TBody")
    rows = [_row(body.child("TR"), line, columns) for line in lines]
    return [
        *shaded,
        *framed(Frame(repeat=(*beside(*cells), rule(_BODY, 6))), tie_rows(rows, whole=_WHOLE)),
    ]


def _row(row: Element, line: ChronologyLine, columns: Sequence[Column]) -> list[Band]:
    when, what, detail, changed = columns
    ink = _TONES[line.tone]
    strong: Type = replace(_STRONG, ink=ink)
    told = beside(
        text(header_cell(row, "Row"), line.when, when, _STRONG),
        text(row.child("TD"), line.what or "Not recorded", what, strong),
        text(row.child("TD"), line.detail or "No more is recorded", detail, _WORDS),
        text(row.child("TD"), line.changed or "Not recorded", changed, _WORDS),
    )
    told[-1] = replace(told[-1], keep=True)
    return [Band(3.5, keep=True), *told, rule(_BODY, 6)]


def _columns() -> list[Column]:
    room = _BODY.width - 2 * _INSIDE
    columns = []
    x = _BODY.x + _INSIDE
    for part in _WIDTHS:
        columns.append(Column(x, room * part - 10))
        x += room * part
    return columns
