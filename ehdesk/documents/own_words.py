"""What people said themselves, on a tinted panel: the same on every paper, plum on plum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ehdesk.documents.blocks import Column, text
from ehdesk.documents.layout import Band, Box, Frame, framed, height_of, hold
from ehdesk.documents.lines import Run
from ehdesk.documents.style import Ink, Type, Weight
from ehdesk.documents.tagging import Element

_INSIDE = 14.0
_LOW = 220.0
"""Points: a panel up to this height is kept in one piece."""


@dataclass(frozen=True, kw_only=True)
class OwnWords:
    """Somebody's own words. ``who`` may be empty."""

    who: str = ""
    words: str


def words_column(column: Column) -> Column:
    """Where the words stand in a panel as wide as ``column``."""
    return Column(column.x + _INSIDE, column.width - 2 * _INSIDE)


def own_words(
    parent: Element,
    said: Sequence[OwnWords],
    column: Column,
    look: Type,
    *,
    name_last: bool = False,
    edge: bool = False,
) -> list[Band]:
    """A paragraph for each; the name stands before the words, or with ``name_last`` after them.

    ``edge`` draws a line round the panel.
    """
    strong = replace(look, weight=Weight.SEMIBOLD)
    bands: list[Band] = []
    for one in said:
        spoken = Run(one.words, look)
        if name_last:
            runs = (spoken, Run(f" {one.who}", strong)) if one.who else (spoken,)
        else:
            runs = (Run(f"{one.who} ", strong), spoken) if one.who else (spoken,)
        bands += text(parent.child("P"), runs, words_column(column))
    stroke = Ink.VOICE if edge else None
    box = Box(column.x, column.width, fill=Ink.VOICE_TINT, stroke=stroke)
    panel = Frame((box,), radius=9, above=7, below=8)
    return framed(panel, hold(bands) if height_of(bands) < _LOW else bands)
