"""The actions of a meeting as a table: number, what, who, by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ehdesk.documents.blocks import Column, rule, text
from ehdesk.documents.layout import Band, Box, Frame, beside, framed, tie_rows
from ehdesk.documents.style import Ink, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import header_cell


@dataclass(frozen=True, kw_only=True)
class AgreedAction:
    """Something somebody will do. ``number`` is that of the plan, "1.2"."""

    number: str
    what: str
    who: str = ""
    when_words: str = ""


_HEAD = inter(9, 13, Weight.SEMIBOLD, Ink.TEXT2)
_WORDS = inter(10.5, 14.5)
_QUIET = inter(10.5, 14.5, ink=Ink.TEXT2)
_STRONG = inter(10.5, 14.5, Weight.SEMIBOLD)
_WHOLE = 110.0
"""Points: a row up to this height is not split."""
_TITLES = ("No.", "Action", "Who", "By when")


def action_table(parent: Element, actions: Sequence[AgreedAction], column: Column) -> list[Band]:
    """A row for each action; the head is drawn again on every page that the table runs on to."""
    left, width = column.x + 7, column.width - 14
    places = (
        Column(left, 28),
        Column(left + 34, width * 0.55 - 34),
        Column(left + width * 0.57, width * 0.22),
        Column(left + width * 0.81, width * 0.19),
    )
    table = parent.child("Table")
    top = table.child("THead").child("TR")
    titles = zip(_TITLES, places, strict=True)
    head = beside(*(text(header_cell(top, "Column"), title, at, _HEAD) for title, at in titles))
    shade = Frame((Box(column.x, column.width, fill=Ink.SUNKEN),), radius=5, above=4, below=4)
    shaded = framed(shade, [replace(band, keep=True) for band in head])
    again = (*head, rule(column, 6, Ink.LINE_MID))
    body = table.child("TBody")
    rows: list[list[Band]] = []
    for number, action in enumerate(actions):
        row = body.child("TR")
        between = [rule(column, 7)] if number else []
        told = beside(
            text(header_cell(row, "Row"), action.number, places[0], _QUIET),
            text(row.child("TD"), action.what, places[1], _WORDS),
            text(row.child("TD"), action.who, places[2], _WORDS),
            text(row.child("TD"), action.when_words, places[3], _STRONG),
        )
        rows.append([*between, *told])
    tied = tie_rows(rows, whole=_WHOLE)
    return [*shaded, *framed(Frame(above=3, repeat=again), tied)]
