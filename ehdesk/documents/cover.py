"""The hand-over sheet for an absence: what a colleague who covers has to know of each family.

For professionals. What must not be done comes first, then whom to ring and how, then what is due.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.furniture import Footer, Masthead, masthead, printed_on
from ehdesk.documents.layout import Band, Box, Frame, beside, framed, gap, hold
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import BODY
from ehdesk.documents.style import Family, Ink, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import list_below


@dataclass(frozen=True, kw_only=True)
class CoverLine:
    """``label`` in a few words (a day, a name), ``words`` what is said of it."""

    label: str
    words: str


@dataclass(frozen=True, kw_only=True)
class CoverFamily:
    """One family: where it stands, what must not be done, whom to ring, what is due and when it
    meets."""

    title: str
    reference: str = ""
    stands: str = ""
    lead: str = ""
    children: str = ""
    careful: tuple[CoverLine, ...] = ()
    ring: tuple[CoverLine, ...] = ()
    due: tuple[CoverLine, ...] = ()
    meetings: tuple[CoverLine, ...] = ()
    notes: tuple[CoverLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CoverSheet:
    """The whole sheet. ``urgent`` is where to ring when a child is not safe; ``away`` the days of
    the absence, ``words`` what whoever goes away wrote for whoever covers."""

    title: str = "Hand-over sheet for an absence"
    worker: str = ""
    covers: str = ""
    away: str = ""
    words: str = ""
    families: tuple[CoverFamily, ...] = ()
    urgent: str = ""
    marking: str = "Confidential"


_KNOW = "What you should know"
_TOP = 32.0
_LOOK = Masthead(
    mark=28,
    title=inter(20, 25, Weight.BOLD),
    support=inter(11.5, 16, ink=Ink.TEXT2),
    facts=(inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2), inter(11, 15, Weight.SEMIBOLD)),
)
_FAMILY = inter(14, 20, Weight.SEMIBOLD)
_PART = inter(9.6, 14, Weight.SEMIBOLD, Ink.ACCENT)
_CAREFUL = inter(9.6, 14, Weight.SEMIBOLD, Ink.OVERDUE)
_LABEL = inter(10.5, 14.5, Weight.SEMIBOLD)
_WORDS = inter(10.5, 14.5)
_SMALL = inter(9.6, 13.5, ink=Ink.TEXT2)
_LABELS = Column(BODY.x + 10, 118)
_TEXTS = Column(BODY.x + 138, BODY.width - 148)
_WIDE = Column(BODY.x + 10, BODY.width - 20)


def build(sheet: CoverSheet, *, when: datetime) -> bytes:
    """The sheet as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    count = len(sheet.families)
    many = f"{count} {'family' if count == 1 else 'families'}"
    support = _for_whom(sheet)
    bands = masthead(root, _LOOK, BODY, sheet.title, support, (sheet.marking, many))
    if sheet.urgent:
        box = Frame((Box(BODY.x, BODY.width, fill=Ink.OVERDUE_TINT),), 7, 7, 7)
        bands += [gap(8), *framed(box, text(root.child("P"), sheet.urgent, _WIDE, _LABEL))]
    if sheet.words:
        section = root.child("Sect")
        h2 = section.child("H2")
        named = heading(
            h2, "What you should know", 1, text(h2, "What you should know", BODY, _PART)
        )
        bands += [gap(10), *named]
        for line in filter(str.strip, sheet.words.splitlines()):
            bands += text(section.child("P"), line.strip(), BODY, _WORDS)
    if not sheet.families:
        bands += [gap(10), *text(root.child("P"), "No open families.", _WIDE, _WORDS)]
    for family in sheet.families:
        bands += _family(root.child("Sect"), family)
    said = about(Family.INTER, when, sheet.title)
    marks = f"{sheet.marking}." if sheet.marking else ""
    paper = "Destroy it when the cover is over."
    footer = Footer((marks, paper, printed_on(when)), family=Family.INTER, column=BODY)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP)


def _for_whom(sheet: CoverSheet) -> str:
    """``For Dev Mistry, who covers for Anita Rowe · Monday 23 November to Friday 4 December``."""
    whom = ""
    if sheet.covers and sheet.worker:
        whom = f"For {sheet.covers}, who covers for {sheet.worker}"
    elif sheet.covers:
        whom = f"For {sheet.covers}"
    elif sheet.worker:
        whom = f"For a colleague who covers for {sheet.worker}"
    return " · ".join(part for part in (whom, sheet.away) if part)


def _family(parent: Element, family: CoverFamily) -> list[Band]:
    # The outline names the families only: the same four parts of each would hide them.
    title = parent.child("H2")
    named = heading(title, family.title, 1, text(title, family.title, BODY, _FAMILY))
    line = " · ".join(part for part in (family.reference, family.stands, family.lead) if part)
    bands: list[Band] = [gap(14), rule(BODY, 8, Ink.LINE_MID, keep=True), *named]
    for words in (line, family.children):
        if words:
            bands += _kept(text(parent.child("P"), words, BODY, _SMALL))
    if family.careful:
        bands += _careful(parent, family.careful)
    for name, lines, nothing in (
        ("Who to ring, and how", family.ring, "No number is recorded."),
        ("What is due", family.due, "Nothing is due."),
        ("Next meetings", family.meetings, "None is planned."),
        ("Good to know", family.notes, ""),
    ):
        if lines or nothing:
            bands += _part(parent, name, lines, nothing)
    return bands


def _careful(parent: Element, lines: tuple[CoverLine, ...]) -> list[Band]:
    """What must not be done, in a box of its own."""
    box = Frame((Box(BODY.x, BODY.width, fill=Ink.OVERDUE_TINT),), 7, 6, 6)
    head = parent.child("H3")
    inside = _kept(text(head, "Before you do anything", _WIDE, _CAREFUL))
    return [gap(5, keep=True), *framed(box, hold([*inside, *_lines(parent, lines)])), gap(3)]


def _part(parent: Element, name: str, lines: tuple[CoverLine, ...], nothing: str) -> list[Band]:
    head = parent.child("H3")
    bands = [gap(6), *_kept(text(head, name, _WIDE, _PART))]
    if not lines:
        return [*bands, *text(parent.child("P"), nothing, _WIDE, replace(_WORDS, ink=Ink.TEXT2))]
    return [*bands, *_lines(parent, lines)]


def _lines(parent: Element, lines: tuple[CoverLine, ...]) -> list[Band]:
    items = list_below(parent)
    bands: list[Band] = []
    for line in lines:
        item = items.child("LI")
        bands += beside(
            text(item.child("Lbl"), line.label or "No date", _LABELS, _LABEL),
            text(item.child("LBody"), line.words or "Nothing written", _TEXTS, _WORDS),
        )
    return bands


def _kept(bands: list[Band]) -> list[Band]:
    return [replace(band, keep=True) for band in bands]
