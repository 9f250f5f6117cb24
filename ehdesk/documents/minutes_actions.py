"""The actions of a meeting as a table: number, what, who, by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ehdesk.documents.blocks import Column, text
from ehdesk.documents.layout import Band, beside
from ehdesk.documents.shaded_table import shaded_table
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


_WORDS = inter(10.5, 14.5)
_QUIET = inter(10.5, 14.5, ink=Ink.TEXT2)
_STRONG = inter(10.5, 14.5, Weight.SEMIBOLD)
_TITLES = ("No.", "Action", "Who", "By when")


def action_table(parent: Element, actions: Sequence[AgreedAction], column: Column) -> list[Band]:
    """A row for each action."""
    left, width = column.x + 7, column.width - 14
    places = (
        Column(left, 28),
        Column(left + 34, width * 0.55 - 34),
        Column(left + width * 0.57, width * 0.22),
        Column(left + width * 0.81, width * 0.19),
    )

    def row_of(row: Element, action: AgreedAction) -> list[Band]:
        return beside(
            text(header_cell(row, "Row"), action.number, places[0], _QUIET),
            text(row.child("TD"), action.what, places[1], _WORDS),
            text(row.child("TD"), action.who, places[2], _WORDS),
            text(row.child("TD"), action.when_words, places[3], _STRONG),
        )

    return shaded_table(parent, _TITLES, places, actions, row_of, column=column, between=7)
