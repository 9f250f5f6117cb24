"""The page for the Allocations Hub: everything about a request that its half hour needs.

One side of A4, whatever was written: what is too long is cut at the end of a sentence, and the
page says where there is more in the request.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.facts import facts_panel
from ehdesk.documents.furniture import (
    DRAFT,
    FOOT,
    Footer,
    Masthead,
    masthead,
    printed_on,
    short,
)
from ehdesk.documents.hub_needs import HubArea, needs_count, needs_ticks
from ehdesk.documents.layout import Band, beside, gap, paginate
from ehdesk.documents.own_words import OwnWords, own_words, words_column
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import BODY
from ehdesk.documents.shortening import cut
from ehdesk.documents.style import PAGE, Family, Ink, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import list_below

__all__ = ["HubArea", "HubItem", "HubProforma", "HubVoice", "build"]


@dataclass(frozen=True, kw_only=True)
class HubItem:
    """A line of the page: what it is about ("Why now") and what is said."""

    label: str
    words: str


@dataclass(frozen=True, kw_only=True)
class HubVoice:
    """What a child or parent said."""

    who: str
    words: str


@dataclass(frozen=True, kw_only=True)
class HubProforma:
    """All that the page says. Items come in the order they are printed."""

    family: str
    children: str = ""
    adults: str = ""
    school: str = ""
    answers: str = ""
    called: str = ""
    heard_words: str = ""
    areas: tuple[HubArea, ...] = ()
    needs: int = 0
    assessment_from: int = 3
    guidance: str = ""
    items: tuple[HubItem, ...] = ()
    voices: tuple[HubVoice, ...] = ()
    checked_words: str = ""
    draft: bool = False
    reference: str = ""
    form_version: int = 1
    marking: str = "Confidential"
    title: str = "Proforma for the hub"
    called_label: str = "Number called"


@dataclass(frozen=True)
class _Room:
    """How much of everything the page takes: lines of a text, areas and voices."""

    lines: int
    facts: int
    areas: int
    voices: int
    air: float
    """Points above and below each rule."""


_ROOMS = (
    *(_Room(lines, 3, 12, 4, 7) for lines in (40, 12)),
    *(_Room(lines, 3, 12, 4, 5) for lines in (40, 12, 9, 7, 6)),
    *(_Room(lines, 3, 12, 4, 3.5) for lines in (12, 9, 7, 6, 5, 4, 3)),
    *(_Room(lines, 2, 12, 3, 3.5) for lines in (3, 2)),
    *(_Room(lines, 1, areas, 2, 3) for lines, areas in ((2, 10), (1, 10), (1, 4), (1, 0))),
)
"""From roomy to bare; the first that fits on one page is taken."""
_MOST_ITEMS = 12
_TOP = 30.0
_LOOK = Masthead(
    mark=28,
    title=inter(20, 25, Weight.BOLD),
    support=inter(11, 16, ink=Ink.TEXT2),
    facts=(inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2), inter(11, 15, Weight.SEMIBOLD)),
)
_PART = inter(13, 18, Weight.SEMIBOLD, Ink.ACCENT)
_LABEL = inter(10.5, 14.5, Weight.SEMIBOLD, Ink.ACCENT)
_WORDS = inter(10.5, 14.5)
_FACT = inter(11, 15)
_VOICE = inter(10.5, 14.5, ink=Ink.VOICE)
_VOICE_NAMED = replace(_VOICE, weight=Weight.SEMIBOLD)
"""What is cut is measured in the wider type, as the name before it is set in that."""
_SMALL = inter(9.2, 12.8, ink=Ink.TEXT2)
_COUNT = replace(_SMALL, leading=_PART.leading)
_LABELS = Column(BODY.x, 104)
_TEXTS = Column(BODY.x + 114, BODY.width - 114)
_WIDTHS = (0.6, 0.4)


def build(page: HubProforma, *, when: datetime) -> bytes:
    """The page as PDF, always one. ``when`` is the moment of printing."""
    footer = Footer(_footer_words(page, when), family=Family.INTER, column=BODY)
    height = PAGE[1] - _TOP - footer.height - FOOT
    low, high = 0, len(_ROOMS) - 1
    while low < high:
        middle = (low + high) // 2
        if len(paginate(_Page(Element("Document"), page, _ROOMS[middle]).bands(), height)) == 1:
            high = middle
        else:
            low = middle + 1
    root = Element("Document")
    bands = _Page(root, page, _ROOMS[low]).bands()
    said = about(Family.INTER, when, page.title, page.reference)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP)


def _footer_words(page: HubProforma, when: datetime) -> tuple[str, ...]:
    return (
        f"{page.marking}." if page.marking else "",
        f"{DRAFT}." if page.draft else "",
        f"{page.reference}, version {page.form_version} of the form." if page.reference else "",
        f"{short(page.checked_words)}." if page.checked_words else "",
        printed_on(when),
    )


class _Page:
    """The page laid out once, with as much room for each text as ``room`` gives it."""

    def __init__(self, root: Element, page: HubProforma, room: _Room) -> None:
        self._root = root
        self._page = page
        self._room = room
        self._cut: list[str] = []

    def bands(self) -> list[Band]:
        page = self._page
        support = "For the 30 minutes your request is heard"
        heard, _was_cut = cut(page.heard_words, _LOOK.facts[1], 220, 1)
        bands = masthead(self._root, _LOOK, BODY, page.title, support, (page.marking, heard))
        bands += [gap(8), *self._facts(), gap(8), *self._needs(), gap(6)]
        bands += self._items()
        if self._cut:
            words = f"More in the request: {', '.join(self._cut)}."
            said, _was_cut = cut(words, _SMALL, BODY.width, 2)
            bands += [gap(5), *text(self._root.child("P"), said, BODY, _SMALL)]
        return bands

    def _short(self, label: str, words: str, width: float, lines: int) -> str:
        said, was_cut = cut(words, _FACT, width, lines)
        if was_cut and label not in self._cut:
            self._cut.append(label)
        return said

    def _facts(self) -> list[Band]:
        page, lines = self._page, self._room.facts
        left, right = ((BODY.width - 28) * part - 10 for part in _WIDTHS)
        rows = []
        for (label, words), (other_label, other) in (
            (("Family", page.family), ("School", page.school)),
            (("Children", page.children), ("Who can answer", page.answers)),
            (("Adults", page.adults), (page.called_label, page.called)),
        ):
            rows.append(
                (
                    (label, self._short(label, words, left, lines)),
                    (other_label, self._short(other_label, other, right, lines)),
                )
            )
        return facts_panel(self._root, BODY, rows, widths=_WIDTHS)

    def _needs(self) -> list[Band]:
        page = self._page
        section = self._root.child("Sect")
        h2 = section.child("H2")
        bands = heading(h2, "Needs", 1, text(h2, "Needs", BODY, _PART))
        ticked = [area for area in page.areas if area.ticked]
        count = (
            f"{len(ticked)} of {len(page.areas)} areas, "
            f"{page.assessment_from} or more needs point to an assessment"
        )
        beside_it = Column(BODY.x + 56, BODY.width - 56)
        bands = beside(bands, text(section.child("P"), count, beside_it, _COUNT))
        shown = [*ticked, *(area for area in page.areas if not area.ticked)][: self._room.areas]
        if len(shown) < len(page.areas):
            self._cut.append("Needs")
        else:
            shown = list(page.areas)
        if shown:
            bands += [Band(3, keep=True), *needs_ticks(section, shown, BODY), Band(4)]
        return bands + needs_count(
            section, page.needs, page.assessment_from, self._guidance(), BODY
        )

    def _guidance(self) -> str:
        return cut(self._page.guidance, _SMALL, 200, 2)[0]

    def _items(self) -> list[Band]:
        page = self._page
        items = list_below(self._root)
        bands: list[Band] = []
        half = next((n for n, item in enumerate(page.items) if item.label == "Attendance"), None)
        for number, item in enumerate(page.items[:_MOST_ITEMS]):
            if number == half and page.voices:
                bands += [gap(self._room.air)]
                bands += [*self._voices(self._root.child("Sect")), gap(2)]
                items = list_below(self._root)
            bands += [rule(BODY, 2 * self._room.air), *self._item(items.child("LI"), item)]
        if half is None and page.voices:
            bands += [gap(4), *self._voices(self._root.child("Sect"))]
        return bands

    def _item(self, element: Element, item: HubItem) -> list[Band]:
        words, was_cut = cut(item.words, _WORDS, _TEXTS.width, self._room.lines)
        if was_cut:
            self._cut.append(item.label)
        return beside(
            text(element.child("Lbl"), item.label, _LABELS, _LABEL),
            text(element.child("LBody"), words or "Not written", _TEXTS, _WORDS),
        )

    def _voices(self, section: Element) -> list[Band]:
        page = self._page
        said: list[OwnWords] = []
        for voice in page.voices[: self._room.voices]:
            whole = f"{voice.who} “{voice.words}”".strip()
            told, was_cut = cut(whole, _VOICE_NAMED, words_column(BODY).width, self._room.lines)
            if was_cut:
                self._cut.append("Own words")
            words = told.removeprefix(voice.who).strip()
            said.append(
                OwnWords(who=voice.who, words=words)
                if told.startswith(voice.who)
                else OwnWords(words=told)
            )
        if len(page.voices) > self._room.voices:
            self._cut.append("Own words")
        self._cut = list(dict.fromkeys(self._cut))
        return own_words(section, said, BODY, _VOICE, edge=True)
