"""The morning digest: a plain sheet of what is due, for the person whose work it is.

It lies on desks and in bags, so it names no family: the reference is enough for whoever may open
the store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.furniture import Footer, Masthead, masthead, printed_on
from ehdesk.documents.layout import Band, Frame, Piece, beside, framed, gap, tie_rows
from ehdesk.documents.marks import tick_box
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import BODY
from ehdesk.documents.style import Family, Ink, Weight, inter
from ehdesk.documents.tagging import Element, TaggedCanvas
from ehdesk.documents.tagging.tree import header_cell
from ehdesk.kernel.dates import say_full_date

MARKING = "Confidential"


@dataclass(frozen=True, kw_only=True)
class DigestLine:
    """One thing to do. ``why`` says which rule or agreement asks for it."""

    reference: str
    what: str
    when_words: str
    why: str


@dataclass(frozen=True, kw_only=True)
class DigestGroup:
    """What is overdue, due today, waiting, or due later this week."""

    title: str
    lines: tuple[DigestLine, ...]


@dataclass(frozen=True, kw_only=True)
class Digest:
    """All that the sheet says. ``more`` is how much did not fit on it."""

    reader: str
    on: date
    groups: tuple[DigestGroup, ...]
    more: int = 0
    everyone: bool = False
    """Whether it is the work of all who use the store."""
    marking: str = MARKING


_LOOK = Masthead(
    mark=28,
    title=inter(21, 25, Weight.BOLD),
    support=inter(12, 16, ink=Ink.TEXT2),
    facts=(inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2), inter(11.5, 15, Weight.SEMIBOLD)),
)
_GROUP = inter(13.5, 20, Weight.SEMIBOLD)
_HEAD = inter(9, 13, Weight.SEMIBOLD, Ink.TEXT2)
_WORDS = inter(10.5, 14.5)
_STRONG = inter(10.5, 14.5, Weight.SEMIBOLD)
_WHY = inter(9.2, 12.5, ink=Ink.TEXT2)
_BOX = 11.0
_REFERENCE = Column(BODY.x + 20, 82)
_WHAT = Column(BODY.x + 106, 255)
_WHEN = Column(BODY.x + 373, BODY.width - 373)
_WHOLE = 90.0
"""Points: a row up to this height is not split."""


def build(digest: Digest, *, when: datetime) -> bytes:
    """The sheet as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    title = "What is due"
    whose = "For everyone who uses this store" if digest.everyone else f"For {digest.reader}"
    bands = masthead(root, _LOOK, BODY, title, whose, (digest.marking, say_full_date(digest.on)))
    shown = [group for group in digest.groups if group.lines]
    for group in shown:
        bands += _group(root, group)
    if not shown:
        bands += [gap(14), *text(root.child("P"), "Nothing is due.", BODY, _WORDS)]
    if digest.more:
        more = f"And {digest.more} more, on Today."
        bands += [gap(10), *text(root.child("P"), more, BODY, _WORDS)]
    footer = Footer(
        (
            f"{digest.marking}. For {digest.reader} only.",
            "It names no family: open the store for more. Shred it after use.",
            printed_on(when),
        ),
        family=Family.INTER,
        column=BODY,
    )
    said = about(Family.INTER, when, title)
    return print_bands(bands, root=root, about=said, footer=footer, top=32.0)


def _group(root: Element, group: DigestGroup) -> list[Band]:
    section = root.child("Sect")
    h2 = section.child("H2")
    words = f"{group.title}, {len(group.lines)}"
    bands = [gap(12), *heading(h2, words, 1, text(h2, words, BODY, _GROUP))]
    table = section.child("Table")
    top = table.child("THead").child("TR")
    titles = (("Case", _REFERENCE), ("What", _WHAT), ("When", _WHEN))
    head = beside(*(text(header_cell(top, "Column"), said, at, _HEAD) for said, at in titles))
    body = table.child("TBody")
    rows = [_row(body, line) for line in group.lines]
    again = (*head, rule(BODY, 6, Ink.LINE_MID))
    return bands + framed(Frame(repeat=again), [*_kept(again), *tie_rows(rows, whole=_WHOLE)])


def _kept(head: Sequence[Band]) -> list[Band]:
    return [Band(band.height, band.pieces, keep=True) for band in head]


def _row(body: Element, line: DigestLine) -> list[Band]:
    row = body.child("TR")
    reference = text(header_cell(row, "Row"), line.reference, _REFERENCE, _WORDS)
    what = row.child("TD")
    said = text(what.child("P"), line.what, _WHAT, _STRONG)
    said += text(what.child("P"), line.why, _WHAT, _WHY)
    told = beside(reference, said, text(row.child("TD"), line.when_words, _WHEN, _WORDS))

    def box(canvas: TaggedCanvas, top: float) -> None:
        tick_box(canvas, BODY.x, top - 7.5, _BOX, ticked=False)

    first = Band(told[0].height, (Piece(None, box), *told[0].pieces), keep=told[0].keep)
    return [first, *told[1:], rule(BODY, 8)]
