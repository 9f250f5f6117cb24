"""The record of a supervision: what was said about each family, and what is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.furniture import Footer, Masthead, masthead, printed_on
from ehdesk.documents.layout import Band, Piece, beside, gap
from ehdesk.documents.marks import tick_box
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import BODY
from ehdesk.documents.style import Family, Ink, Weight, inter
from ehdesk.documents.tagging import Element, TaggedCanvas
from ehdesk.documents.tagging.tree import list_below
from ehdesk.kernel.dates import say_full_date

MARKING = "Confidential"


@dataclass(frozen=True, kw_only=True)
class AgreedAction:
    """What somebody does after supervision."""

    what: str
    who: str
    done: bool


@dataclass(frozen=True, kw_only=True)
class FamilyTalkedAbout:
    """One family of the walk."""

    family: str
    note: str
    actions: tuple[AgreedAction, ...]


@dataclass(frozen=True, kw_only=True)
class SupervisionRecord:
    """All that the paper says."""

    worker: str
    manager: str
    held_on: date
    families: tuple[FamilyTalkedAbout, ...]


_LOOK = Masthead(
    mark=28,
    title=inter(20, 25, Weight.BOLD),
    support=inter(11, 16, ink=Ink.TEXT2),
    facts=(inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2), inter(10, 15)),
)
_FAMILY = inter(12.5, 18, Weight.SEMIBOLD)
_WORDS = inter(10.5, 15)
_QUIET = inter(9.6, 14, ink=Ink.TEXT2)
_BOX = 11.0
_WHAT = Column(BODY.x + 20, BODY.width - 190)
_WHO = Column(BODY.x + BODY.width - 160, 160)


def build(record: SupervisionRecord, *, when: datetime) -> bytes:
    """The record as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    title = f"Supervision with {record.worker}"
    day = say_full_date(record.held_on)
    bands = masthead(root, _LOOK, BODY, title, f"Held by {record.manager}", (MARKING, day))
    for one in record.families:
        bands += _family(root, one)
    if not record.families:
        words = "No family has been talked about yet."
        bands += [gap(14), *text(root.child("P"), words, BODY, _WORDS)]
    footer = Footer(
        (
            f"{MARKING}. From the file of {record.manager}.",
            "It is no part of any family’s file.",
            printed_on(when),
        ),
        family=Family.INTER,
        column=BODY,
    )
    said = about(Family.INTER, when, title)
    return print_bands(bands, root=root, about=said, footer=footer, top=32.0)


def _family(root: Element, one: FamilyTalkedAbout) -> list[Band]:
    section = root.child("Sect")
    h2 = section.child("H2")
    bands = [gap(12), *heading(h2, one.family, 1, text(h2, one.family, BODY, _FAMILY))]
    if one.note:
        bands += text(section.child("P"), one.note, BODY, _WORDS)
    else:
        bands += text(section.child("P"), "Nothing was written down.", BODY, _QUIET)
    items = list_below(section) if one.actions else section
    for action in one.actions:
        bands += [rule(BODY, 8), *_action(items.child("LI"), action)]
    return bands


def _action(item: Element, action: AgreedAction) -> list[Band]:
    done = "Done. " if action.done else ""
    body = item.child("LBody")
    told = beside(
        text(body.child("P"), f"{done}{action.what}", _WHAT, _WORDS),
        text(body.child("P"), action.who, _WHO, _QUIET),
    )

    def box(canvas: TaggedCanvas, top: float) -> None:
        tick_box(canvas, BODY.x, top - 7.5, _BOX, ticked=action.done)

    first = Band(told[0].height, (Piece(None, box), *told[0].pieces), keep=told[0].keep)
    return [first, *told[1:]]
