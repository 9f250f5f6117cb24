"""What stands round a document's text: the heading with the brand mark, and the footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ehdesk.documents.blocks import Column, heading, text
from ehdesk.documents.brand import draw_mark
from ehdesk.documents.layout import Band, Piece, beside
from ehdesk.documents.lines import natural_width
from ehdesk.documents.style import Family, Ink, Type, Weight
from ehdesk.documents.tagging import Element, TaggedCanvas
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_long_date

FOOT = 26.0
"""Room below the footer, in points."""
_PAGE_OF_PAGES = 62.0
DRAFT = "Draft, not finished"
"""What a paper says of itself when it is printed before it is finished."""


@dataclass(frozen=True)
class Masthead:
    """Sizes of a document's heading, in points."""

    mark: float
    title: Type
    support: Type
    facts: tuple[Type, Type]


def masthead(
    parent: Element,
    look: Masthead,
    column: Column,
    title: str,
    support: str,
    facts: tuple[str, str],
) -> list[Band]:
    """The document's heading: brand mark, title with a line below it, two facts at the right.

    The title is the document's first heading. Facts may be empty.
    """
    x = column.x + look.mark + 12
    right = min(max(map(natural_width, facts, look.facts)) + 1, column.width * 0.45)
    room = column.x + column.width - 12 - x
    words = Column(x, room - right)
    # The title stands beside the first fact alone, and may be wider than what is below it.
    over = Column(x, room - min(natural_width(facts[0], look.facts[0]) + 1, right))
    wide = natural_width(title, look.title) <= over.width
    aside = Column(column.x + column.width - right, right, right=True)
    h1 = parent.child("H1")
    first = heading(h1, title, 0, text(h1, title, over if wide else words, look.title))
    below = text(parent.child("P"), support, words, look.support) if support else []
    facts_bands = [
        band
        for fact, look_of_fact in zip(facts, look.facts, strict=True)
        if fact
        for band in text(parent.child("P"), fact, aside, look_of_fact)
    ]

    def mark(canvas: TaggedCanvas, top: float) -> None:
        draw_mark(canvas, column.x, top - look.mark - 1, look.mark)

    bands = beside(first + below, facts_bands)
    top = bands[0]
    return [Band(top.height, (Piece(None, mark), *top.pieces), keep=True), *bands[1:]]


class Footer:
    """The foot of every page: what the paper is and whom it is for, printed when, page of pages.

    ``sentences`` may be empty ones; a line ends after a sentence wherever it can.

    All of it is an artifact: a screen reader is not stopped by it on every page.
    """

    def __init__(self, sentences: Sequence[str], *, family: Family, column: Column) -> None:
        self._type = Type(family, Weight.REGULAR, 8.8, 12.5, Ink.TEXT2)
        self._column = column
        at = Column(column.x, column.width - _PAGE_OF_PAGES)
        words = "\n".join(self._packed(sentences, at.width))
        self._bands = text(None, words, at, self._type)

    def _packed(self, sentences: Sequence[str], width: float) -> list[str]:
        """The sentences on as few lines as take them whole."""
        lines: list[str] = []
        for sentence in filter(None, sentences):
            longer = f"{lines[-1]}\xa0 {sentence}" if lines else sentence
            if natural_width(longer, self._type) <= width:
                lines[-1:] = [longer]
            else:
                lines.append(sentence)
        return lines

    @property
    def height(self) -> float:
        """With the line above it and room above that, in points."""
        return sum(band.height for band in self._bands) + 18

    def draw(self, canvas: TaggedCanvas, number: int, pages: int) -> None:
        top = FOOT + self.height - 8
        canvas.setStrokeColor(Ink.LINE_MID.colour)
        canvas.setLineWidth(1)
        canvas.line(self._column.x, top, self._column.x + self._column.width, top)
        y = top - 6
        page = text(
            None,
            f"{number} of {pages}",
            Column(self._column.x, self._column.width, right=True),
            self._type,
        )
        for band in page:
            for piece in band.pieces:
                piece.draw(canvas, y)
        for band in self._bands:
            for piece in band.pieces:
                piece.draw(canvas, y)
            y -= band.height


def short(words: str, most: int = 120) -> str:
    """``words`` for a footer. Furniture may be shortened: it would fill every page."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def printed_on(when: datetime) -> str:
    """``Printed 17 November 2026.``: the day on an English wall calendar."""
    return f"Printed {say_long_date(local(when).date())}."
