"""What somebody was told without a case being opened, to take home: no name is on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from ehdesk.documents import glyphs
from ehdesk.documents.blocks import heading, rule, text
from ehdesk.documents.furniture import Footer, Masthead, masthead, printed_on
from ehdesk.documents.layout import Band, Box, Frame, framed, gap
from ehdesk.documents.lines import Run
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import BODY
from ehdesk.documents.style import Family, Ink, Weight, lexend
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import list_below
from ehdesk.kernel.dates import say_long_date

__all__ = ["AdviceGiven", "GivenService", "build", "missing"]


@dataclass(frozen=True, kw_only=True)
class GivenService:
    """A service as a family reads it. Empty words leave their line out."""

    name: str
    what: str
    when: str = ""
    how: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class AdviceGiven:
    """All that the paper says."""

    services: tuple[GivenService, ...]
    on: date
    ring_name: str
    ring_phone: str
    harm_words: str
    title: str = "What we talked about"


_TOP = 32.0
_LOOK = Masthead(
    mark=36,
    title=lexend(26, 31, Weight.SEMIBOLD),
    support=lexend(13, 17, ink=Ink.TEXT2),
    facts=(lexend(12, 24, ink=Ink.TEXT2), lexend(12, 16)),
)
_WORDS = lexend(13, 19)
_QUIET = lexend(12, 17, ink=Ink.TEXT2)
_NAME = lexend(16, 22, Weight.SEMIBOLD)
_PHONE = lexend(17, 24, Weight.SEMIBOLD, Ink.ACCENT)
_PART = lexend(14, 20, Weight.SEMIBOLD, Ink.ACCENT)


def build(paper: AdviceGiven, *, when: datetime) -> bytes:
    """The paper as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    said = f"On {say_long_date(paper.on)}"
    bands = masthead(root, _LOOK, BODY, paper.title, "Places that can help", (said, ""))
    bands += [gap(10)]
    items = list_below(root) if paper.services else root
    for one in paper.services:
        bands += [rule(BODY, 8), *_service(items.child("LI").child("LBody"), one), gap(6)]
    if not paper.services:
        nothing = "We did not write down a service this time. You can ring us again."
        bands += [*text(root.child("P"), nothing, BODY, _WORDS), gap(8)]
    bands += [gap(8), *_ring(root, paper)]
    footer = Footer(
        ("No case was opened. No name is on this paper.", printed_on(when)),
        family=Family.LEXEND,
        column=BODY,
    )
    title = about(Family.LEXEND, when, paper.title)
    return print_bands(bands, root=root, about=title, footer=footer, top=_TOP)


def missing(paper: AdviceGiven) -> tuple[str, ...]:
    """The characters of the paper that no font has."""
    return glyphs.missing(paper)


def _service(element: Element, one: GivenService) -> list[Band]:
    bands = text(element.child("P"), one.name, BODY, _NAME)
    for words, look in ((one.what, _WORDS), (one.when, _WORDS), (one.how, _QUIET)):
        if words:
            bands += text(element.child("P"), words, BODY, look)
    if one.phone:
        bands += text(element.child("P"), (Run(one.phone, _PHONE, _telephone(one.phone)),), BODY)
    return bands


def _ring(root: Element, paper: AdviceGiven) -> list[Band]:
    section = root.child("Sect")
    h2 = section.child("H2")
    frame = Frame((Box(BODY.x, BODY.width, fill=Ink.ACCENT_TINT),), above=10, below=12)
    at = type(BODY)(BODY.x + 16, BODY.width - 32)
    bands = heading(h2, "If you need more", 1, text(h2, "If you need more", at, _PART))
    bands += text(section.child("P"), paper.ring_name, at, _WORDS)
    if paper.ring_phone:
        number = Run(paper.ring_phone, _PHONE, _telephone(paper.ring_phone))
        bands += text(section.child("P"), (number,), at)
    bands += text(section.child("P"), paper.harm_words, at, _WORDS)
    return framed(frame, bands)


def _telephone(number: str) -> str:
    """A link that dials."""
    dialled = re.sub(r"\s", "", number)
    return f"tel:{dialled}" if re.fullmatch(r"\+?[0-9]{3,15}", dialled) else ""
