"""Lines of the consent form, each with three boxes: yes, ask me first, no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ehdesk.documents.blocks import Column, rule, text
from ehdesk.documents.layout import Band, Frame, Piece, abreast, beside, framed, tie_rows
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
_WHOLE = 180.0
"""Points: lines beside one name stand on one page up to this height."""
_NOT_NEEDED = "not needed"


def share_table(
    parent: Element, lines: Sequence[ShareLine], column: Column, *, head: str
) -> list[Band]:
    """A table with a row a line; ``head`` says what its first column names.

    Lines that follow each other and name the same stand beside one name.
    """
    table = parent.child("Table")
    places = _places(column, named=any(line.detail for line in lines))
    top = table.child("THead").child("TR")
    titles = [text(header_cell(top, "Column"), head, places.who, _HEAD)]
    if places.detail:
        titles.append(text(header_cell(top, "Column"), "Name or kind", places.detail, _HEAD))
    for (_code, words), middle in zip(_CHOICES, places.middles, strict=True):
        width = width_of(words, _HEAD.font_for("a"), _HEAD.size) + 0.5
        cell = header_cell(top, "Column")
        titles.append(text(cell, words, Column(middle - width / 2, width), _HEAD))
    line = rule(column, 7, Ink.LINE_MID)
    first = beside(*titles)
    body = table.child("TBody")
    groups: list[list[Band]] = []
    for who, alike in groupby(lines, key=_called):
        shares = tuple(alike)
        name = text(None, who, places.who, _WHO)
        if who and places.detail and len(name) <= len(shares):
            groups.append(_group(body, who, shares, places, column))
        else:
            groups += [_group(body, who, (share,), places, column) for share in shares]
    kept = [replace(band, keep=True) for band in (*first, line)]
    return framed(Frame(repeat=(*first, line)), kept + tie_rows(groups, whole=_WHOLE))


@dataclass(frozen=True)
class _Places:
    """Where the columns stand; without a ``detail`` the names have its room as well."""

    who: Column
    detail: Column | None
    middles: tuple[float, ...]
    """Of the boxes."""


def _places(column: Column, *, named: bool) -> _Places:
    room = column.width - _BOXES
    return _Places(
        Column(column.x, room * (0.48 if named else 0.97)),
        Column(column.x + room * 0.51, room * 0.47) if named else None,
        tuple(column.x + room + _BOXES * part for part in (0.14, 0.5, 0.86)),
    )


def _called(share: ShareLine) -> str:
    return f"{share.who} ({_NOT_NEEDED})" if share.choice == "not_needed" else share.who


def _group(
    body: Element, who: str, shares: Sequence[ShareLine], places: _Places, column: Column
) -> list[Band]:
    """The rows beside one name, with a line below each; the last goes right across."""
    bands: list[Band] = []
    for number, share in enumerate(shares):
        row = body.child("TR")
        columns = []
        if not number:
            name = text(header_cell(row, "Row", rows=len(shares)), who, places.who, _WHO)
            # Beside several rows the name takes no room of its own.
            over = abreast(name)
            columns.append(name if len(shares) == 1 else [replace(over, height=_WHO.leading)])
        if places.detail:
            columns.append(text(row.child("TD"), share.detail, places.detail, _DETAIL))
        told = beside(*columns)
        boxes = [
            _box(row.child("TD"), middle, words, ticked=share.choice == code)
            for (code, words), middle in zip(_CHOICES, places.middles, strict=True)
        ]
        told[0] = replace(told[0], pieces=(*told[0].pieces, *boxes))
        told[-1] = replace(told[-1], keep=True)
        last = number == len(shares) - 1
        left = column.x if last or not places.detail else places.detail.x
        below = rule(Column(left, column.x + column.width - left), 9)
        bands += [Band(4, keep=True), *told, below]
    return bands


def _box(cell: Element, middle: float, words: str, *, ticked: bool) -> Piece:
    state = "ticked" if ticked else "not ticked"
    figure = cell.child("Figure", alt=f"{words}: {state}")

    def draw(canvas: TaggedCanvas, top: float) -> None:
        height = top - _WHO.leading / 2
        canvas.box(figure, middle - _BOX / 2, height - _BOX / 2, _BOX, _BOX)
        tick_box(canvas, middle - _BOX / 2, height, _BOX, ticked=ticked)

    return Piece(figure, draw)
