"""Lines of the consent form, each with three boxes: yes, ask me first, no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ehdesk.documents.blocks import Column, rule, text
from ehdesk.documents.layout import Band, Frame, Piece, beside, framed
from ehdesk.documents.marks import tick_box
from ehdesk.documents.style import Ink, Weight, lexend, width_of
from ehdesk.documents.tagging import Element, TaggedCanvas
from ehdesk.documents.tagging.tree import header_cell


@dataclass(frozen=True, kw_only=True)
class ShareLine:
    """Who may know something, or what may be known, and the family's choice.

    ``choice`` is ``yes``, ``ask``, ``no``, ``not_needed``, or empty: then no box is ticked.
    """

    who: str
    detail: str = ""
    choice: str = ""


_CHOICES = (("yes", "Yes"), ("ask", "Ask me first"), ("no", "No"))
_WHO = lexend(11.5, 16, Weight.SEMIBOLD)
_DETAIL = lexend(11, 16, ink=Ink.TEXT2)
_HEAD = lexend(10.5, 15, Weight.SEMIBOLD, Ink.TEXT2)
_BOX = 15.5
_BOXES = 210.0
"""Points at the right that the three boxes share."""
_NOT_NEEDED = "not needed"


def share_table(
    parent: Element, lines: Sequence[ShareLine], column: Column, *, head: str
) -> list[Band]:
    """A table with a row a line; ``head`` says what its first column names."""
    table = parent.child("Table")
    room = column.width - _BOXES
    named = any(line.detail for line in lines)
    who_at = Column(column.x, room * (0.48 if named else 0.97))
    detail_at = Column(column.x + room * 0.51, room * 0.47)
    middles = [column.x + room + _BOXES * part for part in (0.14, 0.5, 0.86)]
    top = table.child("THead").child("TR")
    titles = [text(header_cell(top, "Column"), head, who_at, _HEAD)]
    if named:
        titles.append(text(header_cell(top, "Column"), "Name or kind", detail_at, _HEAD))
    for (_code, words), middle in zip(_CHOICES, middles, strict=True):
        width = width_of(words, _HEAD.font_for("a"), _HEAD.size) + 0.5
        cell = header_cell(top, "Column")
        titles.append(text(cell, words, Column(middle - width / 2, width), _HEAD))
    line = rule(column, 7, Ink.LINE_MID)
    first = beside(*titles)
    bands = [replace(band, keep=True) for band in (*first, line)]
    body = table.child("TBody")
    for share in lines:
        row = body.child("TR")
        who, detail = share.who, share.detail
        if share.choice == "not_needed":
            who = f"{who} ({_NOT_NEEDED})"
        cells = [text(header_cell(row, "Row"), who, who_at, _WHO)]
        if named:
            cells.append(text(row.child("TD"), detail, detail_at, _DETAIL))
        told = beside(*cells)
        boxes = [
            _box(row.child("TD"), middle, words, ticked=share.choice == code)
            for (code, words), middle in zip(_CHOICES, middles, strict=True)
        ]
        told[0] = replace(told[0], pieces=(*told[0].pieces, *boxes))
        told[-1] = replace(told[-1], keep=True)
        bands += [Band(4, keep=True), *told, rule(column, 9)]
    return framed(Frame(repeat=(*first, line)), bands)


def _box(cell: Element, middle: float, words: str, *, ticked: bool) -> Piece:
    state = "ticked" if ticked else "not ticked"
    figure = cell.child("Figure", alt=f"{words}: {state}")

    def draw(canvas: TaggedCanvas, top: float) -> None:
        height = top - _WHO.leading / 2
        canvas.box(figure, middle - _BOX / 2, height - _BOX / 2, _BOX, _BOX)
        tick_box(canvas, middle - _BOX / 2, height, _BOX, ticked=ticked)

    return Piece(figure, draw)
