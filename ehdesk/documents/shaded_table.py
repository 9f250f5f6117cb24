"""A table whose head stands on a shade, and is drawn again on every page that it runs on to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ehdesk.documents.blocks import Column, rule, text
from ehdesk.documents.layout import Band, Box, Frame, beside, framed, tie_rows
from ehdesk.documents.style import Ink, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import header_cell

LineT = TypeVar("LineT")

_HEAD = inter(9, 13, Weight.SEMIBOLD, Ink.TEXT2)
_WHOLE = 110.0
"""Points: a row up to this height is not split."""


def shaded_table(
    parent: Element,
    titles: Sequence[str],
    places: Sequence[Column],
    lines: Iterable[LineT],
    row_of: Callable[[Element, LineT], list[Band]],
    *,
    column: Column,
    between: float,
) -> list[Band]:
    """A row for each line.

    :param places: where each title, and what is under it, stands.
    :param row_of: what a line says, given the element of its row.
    :param between: points from one row to the next, with a line in their middle.
    """
    table = parent.child("Table")
    top = table.child("THead").child("TR")
    named = zip(titles, places, strict=True)
    head = beside(*(text(header_cell(top, "Column"), title, at, _HEAD) for title, at in named))
    shade = Frame((Box(column.x, column.width, fill=Ink.SUNKEN),), radius=5, above=4, below=4)
    shaded = framed(shade, [replace(band, keep=True) for band in head])
    again = (*head, rule(column, 6, Ink.LINE_MID))
    body = table.child("TBody")
    rows: list[list[Band]] = []
    for number, line in enumerate(lines):
        told = row_of(body.child("TR"), line)
        rows.append([*([rule(column, between)] if number else []), *told])
    return [*shaded, *framed(Frame(above=3, repeat=again), tie_rows(rows, whole=_WHOLE))]
