"""Puts bands on paper: from a document's bands to the bytes of a tagged PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from threading import Lock

from ehdesk.documents import glyphs
from ehdesk.documents.furniture import FOOT, Footer
from ehdesk.documents.layout import Band, Page, Panel, Piece, paginate
from ehdesk.documents.style import PAGE, Family, Weight, font
from ehdesk.documents.tagging import About, Element, TaggedCanvas

_one_at_a_time = Lock()  # ReportLab's fonts keep state while a document is written


def about(family: Family, when: datetime, *title: str) -> About:
    """What the file says of itself. ``title`` is what the paper is called and whose it is, as far
    as both are known."""
    words = glyphs.plain(", ".join(part for part in title if part))
    return About(words, when, font(family, Weight.REGULAR))


def print_bands(
    bands: Sequence[Band],
    *,
    root: Element,
    about: About,
    footer: Footer,
    top: float,
    page_size: tuple[float, float] = PAGE,
) -> bytes:
    """The document as PDF/UA-1.

    ``root`` is the whole logical tree; every piece of ``bands`` belongs to it or is an artifact.
    ``top`` is the margin above the body in points. What is drawn is written in reading order,
    whatever its place on the page.
    """
    height = page_size[1]
    body = height - top - footer.height - FOOT
    with _one_at_a_time:
        pages = paginate(bands, body)
        order = {element: number for number, element in enumerate(root.walk())}
        canvas = TaggedCanvas(root, about, page_size)
        for number, page in enumerate(pages, 1):
            _draw(canvas, page, height - top, order)
            canvas.belongs_to(None)
            footer.draw(canvas, number, len(pages))
            canvas.showPage()
        return canvas.finish()


def _draw(canvas: TaggedCanvas, page: Page, top: float, order: dict[Element, int]) -> None:
    canvas.belongs_to(None)
    for panel in page.panels:
        _draw_panel(canvas, panel, top)
    pieces = [(piece, top - placed.top) for placed in page.bands for piece in placed.band.pieces]
    for piece, y in sorted(pieces, key=lambda placed: _place(placed[0], order)):
        canvas.belongs_to(piece.element)
        canvas.saveState()
        piece.draw(canvas, y)
        canvas.restoreState()


def _place(piece: Piece, order: dict[Element, int]) -> int:
    """Where a piece is drawn: decoration first, beneath all else, then in reading order."""
    return -1 if piece.element is None else order[piece.element]


def _draw_panel(canvas: TaggedCanvas, panel: Panel, top: float) -> None:
    for box in panel.frame.boxes:
        canvas.saveState()
        if box.fill:
            canvas.setFillColor(box.fill.colour)
        if box.stroke:
            canvas.setStrokeColor(box.stroke.colour)
            canvas.setLineWidth(1)
        canvas.roundRect(
            box.x,
            top - panel.bottom,
            box.width,
            panel.bottom - panel.top,
            panel.frame.radius,
            stroke=1 if box.stroke else 0,
            fill=1 if box.fill else 0,
        )
        canvas.restoreState()
