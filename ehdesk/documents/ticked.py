"""A line of a list with its tick box."""

from __future__ import annotations

from dataclasses import replace

from ehdesk.documents.blocks import Column, text
from ehdesk.documents.layout import Band, Piece
from ehdesk.documents.marks import tick_box
from ehdesk.documents.style import Type
from ehdesk.documents.tagging import Element, TaggedCanvas


def words_beside(column: Column, size: float) -> Column:
    """Where the words stand beside a box of ``size``."""
    return Column(column.x + size + 7, column.width - size - 7)


def ticked_line(
    item: Element, words: str, column: Column, type_: Type, *, size: float, ticked: bool
) -> list[Band]:
    """The box beside the first of its words, which a reader hears as ticked or not."""
    box = item.child("Lbl").child("Figure", alt="Ticked" if ticked else "Not ticked")

    def draw(canvas: TaggedCanvas, top: float) -> None:
        middle = top - type_.leading / 2
        canvas.box(box, column.x, middle - size / 2, size, size)
        tick_box(canvas, column.x, middle, size, ticked=ticked)

    bands = text(item.child("LBody"), words, words_beside(column, size), type_)
    bands[0] = replace(bands[0], pieces=(Piece(box, draw), *bands[0].pieces))
    return bands
