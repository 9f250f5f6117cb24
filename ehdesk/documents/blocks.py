"""Text as bands: paragraphs, headings and lines drawn across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ehdesk.documents.glyphs import plain
from ehdesk.documents.layout import Band, Piece, tie
from ehdesk.documents.lines import Line, Run, break_lines
from ehdesk.documents.style import Ink, Type
from ehdesk.documents.tagging import Element, TaggedCanvas


@dataclass(frozen=True)
class Column:
    """Where text runs: left edge and width in points, and which edge it keeps to."""

    x: float
    width: float
    right: bool = False


def text(
    element: Element | None, words: str | Sequence[Run], column: Column, type_: Type | None = None
) -> list[Band]:
    """A paragraph, a band for each line. Plain words need the type they are set in."""
    if isinstance(words, str):
        if type_ is None:
            raise TypeError("plain words need a type")
        words = (Run(words, type_),)
    leading = max(run.type.leading for run in words)
    drop = max(run.type.drop for run in words)
    links: dict[str, Element] = {}
    return tie(
        [
            Band(leading, (Piece(element, _LineDrawing(line, column, drop, links)),))
            for line in break_lines(words, column.width)
        ]
    )


def heading(element: Element, words: str, level: int, bands: list[Band]) -> list[Band]:
    """``bands`` as a heading: an outline entry at ``level``, and what follows is kept with it."""
    title = " ".join(plain(words).split())

    def enter(canvas: TaggedCanvas, top: float) -> None:
        canvas.outline(title, level, top)

    kept = [*bands[:-1], replace(bands[-1], keep=True)]
    kept[0] = replace(kept[0], pieces=(Piece(element, enter), *kept[0].pieces))
    return kept


def rule(column: Column, height: float, ink: Ink = Ink.LINE, *, keep: bool = False) -> Band:
    """A thin line across, in the middle of a band."""

    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.setStrokeColor(ink.colour)
        canvas.setLineWidth(0.8)
        y = top - height / 2
        canvas.line(column.x, y, column.x + column.width, y)

    return Band(height, (Piece(None, draw),), keep=keep)


@dataclass(frozen=True)
class _LineDrawing:
    line: Line
    column: Column
    drop: float
    links: dict[str, Element]
    """The paragraph's links by address: one that runs over several lines stays one link."""

    def __call__(self, canvas: TaggedCanvas, top: float) -> None:
        owner = canvas.current
        x = self.column.x + (self.column.width - self.line.width if self.column.right else 0)
        y = top - self.drop
        last = len(self.line.stretches) - 1
        for index, stretch in enumerate(self.line.stretches):
            address = stretch.run.address if owner else ""  # no links in an artifact
            link = self._link(address, owner) if address else None
            canvas.belongs_to(link or owner)
            size = stretch.run.type.size
            canvas.setFillColor(stretch.run.type.ink.colour)
            canvas.setFont(stretch.font, size)
            # The space keeps words apart for whoever reads the text and not the page.
            end = " " if index == last and self.line.spaced else ""
            canvas.drawString(x, y, stretch.text + end)
            if link:
                canvas.link(link, address, x, y - size * 0.25, stretch.width, size * 1.2)
            x += stretch.width

    def _link(self, address: str, owner: Element | None) -> Element:
        if address not in self.links:
            self.links[address] = Element("Link", owner, inline=True)
        return self.links[address]
