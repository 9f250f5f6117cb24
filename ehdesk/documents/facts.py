"""The panel of facts under a document's heading: who it is about, since when, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ehdesk.documents.blocks import Column, text
from ehdesk.documents.layout import Band, Box, Frame, beside, framed
from ehdesk.documents.style import Ink, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import list_below

Fact = tuple[str, str]
"""A label and what it says; empty words leave the place free."""

_LABEL = inter(9, 12.5, Weight.SEMIBOLD, Ink.TEXT2)
_VALUE = inter(11, 15)
_INSIDE = 14.0


def facts_panel(
    root: Element, body: Column, rows: Sequence[Sequence[Fact]], *, widths: Sequence[float]
) -> list[Band]:
    """A sunken panel with a row of facts for each of ``rows``.

    ``widths`` are the parts of the panel's width that the columns get, from the left.
    """
    room = body.width - 2 * _INSIDE
    columns: list[Column] = []
    x = body.x + _INSIDE
    for part in widths:
        columns.append(Column(x, room * part - 10))
        x += room * part
    facts = list_below(root)
    bands: list[Band] = []
    for row in rows:
        cells = [
            _fact(facts, label, value, column)
            for (label, value), column in zip(row, columns, strict=False)
            if label
        ]
        bands += [*beside(*cells), Band(3)]
    panel = Frame((Box(body.x, body.width, fill=Ink.SUNKEN),), radius=9, above=9, below=6)
    return framed(panel, bands)


def _fact(facts: Element, label: str, value: str, column: Column) -> list[Band]:
    item = facts.child("LI")
    first = text(item.child("Lbl"), label, column, _LABEL)
    first[-1] = replace(first[-1], keep=True)
    return first + text(item.child("LBody"), value or "Not recorded", column, _VALUE)
