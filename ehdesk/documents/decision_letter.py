"""What was decided about a request: the letter for the family, and the reply to whoever asked.

Both are one page in one frame: the answer is the heading, below it what happens now in dated
steps, then why, and last that it is still the family's choice. A letter that says no uses the
same frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ehdesk.documents import glyphs
from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.brand import draw_mark
from ehdesk.documents.furniture import FOOT, Footer, printed_on
from ehdesk.documents.layout import (
    Band,
    Box,
    Drawing,
    Frame,
    Piece,
    beside,
    framed,
    gap,
    hold,
    paginate,
)
from ehdesk.documents.lines import Run
from ehdesk.documents.marks import disc
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.style import PAGE, Family, Ink, Type, Weight
from ehdesk.documents.tagging import Element, TaggedCanvas
from ehdesk.documents.tagging.tree import list_below
from ehdesk.kernel.dates import say_long_date


@dataclass(frozen=True)
class LetterStep:
    """Something that happens next: by when, in words, and what."""

    when: str
    what: str


@dataclass(frozen=True)
class LetterPart:
    """A paragraph with its first words in bold. ``points`` stand below it, a line each."""

    lead: str
    words: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DecisionLetter:
    """All that the letter says. Empty words leave their line out.

    ``for_family`` sets it in the family's type; the reply to a professional is set smaller.
    """

    title: str
    sender: str
    place: str
    on: date
    reference: str
    to: tuple[str, ...]
    dear: str
    heading: str
    opening: str
    steps_title: str
    steps: tuple[LetterStep, ...]
    parts: tuple[LetterPart, ...]
    signed_by: str
    signed_role: str
    phone: str
    footing: str = ""
    for_family: bool = True
    marking: str = ""
    version: int = 1


_EDGE = 60.0
_TOP = 44.0
_BODY = Column(_EDGE, PAGE[0] - 2 * _EDGE)
_MARK = 34.0
_PADDING = 22.0
_DISC = 9.6


@dataclass(frozen=True)
class _Look:
    """Sizes of the letter, in points."""

    sender: Type
    small: Type
    plain: Type
    strong: Type
    answer: Type
    box_title: Type
    phone: Type
    between: float

    @classmethod
    def of(cls, letter: DecisionLetter, room: _Room) -> _Look:
        """A family's letter is in Lexend and larger; a professional's is in Inter."""
        family = Family.LEXEND if letter.for_family else Family.INTER
        size = room.family if letter.for_family else room.professional
        leading = size * room.leading
        plain = Type(family, Weight.REGULAR, size, leading)
        return cls(
            sender=Type(family, Weight.SEMIBOLD, size + 2, leading + 1),
            small=Type(family, Weight.REGULAR, size - 1, leading - 2.5, Ink.TEXT2),
            plain=plain,
            strong=replace(plain, weight=Weight.SEMIBOLD),
            answer=Type(family, Weight.SEMIBOLD, size + 9, size + 17, Ink.ACCENT),
            box_title=Type(family, Weight.SEMIBOLD, size + 2, leading + 4, Ink.ACCENT),
            phone=Type(family, Weight.SEMIBOLD, size + 2, leading + 2, Ink.ACCENT),
            between=room.between,
        )


@dataclass(frozen=True)
class _Room:
    """How much room the text takes: sizes in points, lines as a part of them, gaps in points."""

    family: float
    professional: float
    leading: float
    between: float


_ROOMS = (
    _Room(12, 10.5, 1.5, 10),
    _Room(12, 10.5, 1.4, 8),
    _Room(11.5, 10.2, 1.36, 7),
    _Room(11, 10, 1.33, 5),
)
"""From roomy to close; the first in which the letter is one page is taken, else the last."""


def build(letter: DecisionLetter, *, when: datetime) -> bytes:
    """The letter as PDF, on one page where that can be. ``when`` is the moment of printing."""
    family = Family.LEXEND if letter.for_family else Family.INTER
    footer = Footer(_footer_words(letter, when), family=family, column=_BODY)
    height = PAGE[1] - _TOP - footer.height - FOOT
    looks = [_Look.of(letter, room) for room in _ROOMS]
    look = next((one for one in looks if _pages(letter, one, height) == 1), looks[-1])
    root = Element("Document")
    bands = _bands(root, letter, look)
    said = about(family, when, letter.title, letter.reference)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP)


def _pages(letter: DecisionLetter, look: _Look, height: float) -> int:
    return len(paginate(_bands(Element("Document"), letter, look), height))


def _bands(root: Element, letter: DecisionLetter, look: _Look) -> list[Band]:
    bands = [*_letterhead(root, letter, look), gap(16 + look.between)]
    bands += _address(root, letter, look)
    bands += text(root.child("P"), f"Dear {letter.dear},", _BODY, look.plain)
    h1 = root.child("H1")
    answer = text(h1, letter.heading, _BODY, look.answer)
    bands += [Band(look.between - 2), *heading(h1, letter.heading, 0, answer), Band(3)]
    bands += text(root.child("P"), letter.opening, _BODY, look.plain)
    bands += [gap(look.between + 2), *_what_happens(root, letter, look), gap(look.between + 4)]
    for part in letter.parts:
        bands += [*_part(root, part, look), gap(look.between)]
    bands += _signature(root, letter, look)
    if letter.footing:
        footing = text(root.child("P"), letter.footing, _BODY, look.small)
        bands += [gap(look.between), rule(_BODY, 8), *footing]
    return bands


def missing(letter: DecisionLetter) -> tuple[str, ...]:
    """The characters of the letter that print as words in brackets, as no font has them."""
    return glyphs.missing(letter)


def _letterhead(root: Element, letter: DecisionLetter, look: _Look) -> list[Band]:
    """The mark and who writes at the left; the day and the reference at the right."""
    left = Column(_BODY.x + _MARK + 12, _BODY.width * 0.6 - _MARK - 12)
    right = Column(_BODY.x + _BODY.width * 0.6, _BODY.width * 0.4, right=True)
    names = text(root.child("P"), letter.sender, left, look.sender)
    if letter.place:
        names += text(root.child("P"), letter.place, left, look.small)
    facts = text(root.child("P"), say_long_date(letter.on), right, look.small)
    facts += text(root.child("P"), letter.reference, right, look.small)
    bands = beside(names, facts)

    def mark(canvas: TaggedCanvas, top: float) -> None:
        draw_mark(canvas, _BODY.x, top - _MARK - 1, _MARK)

    return [replace(bands[0], pieces=(Piece(None, mark), *bands[0].pieces)), *bands[1:]]


def _address(root: Element, letter: DecisionLetter, look: _Look) -> list[Band]:
    if not letter.to:
        return []
    return [*text(root.child("P"), "\n".join(letter.to), _BODY, look.plain), gap(6 + look.between)]


def _what_happens(root: Element, letter: DecisionLetter, look: _Look) -> list[Band]:
    """The tinted box with its steps, each behind its number."""
    section = root.child("Sect")
    inside = Column(_BODY.x + _PADDING, _BODY.width - 2 * _PADDING)
    h2 = section.child("H2")
    title = text(h2, letter.steps_title, inside, look.box_title)
    bands = [*heading(h2, letter.steps_title, 1, title), Band(2, keep=True)]
    steps = list_below(section, "Decimal")
    column = Column(inside.x + 2 * _DISC + 12, inside.width - 2 * _DISC - 12)
    for number, step in enumerate(letter.steps, 1):
        item = steps.child("LI")
        label, body = item.child("Lbl"), item.child("LBody")
        first = text(body.child("P"), step.when, column, look.strong)
        rows = first + text(body.child("P"), step.what, column, look.plain)
        numbered = Piece(label, _number(number, inside.x + _DISC, look))
        rows[0] = replace(rows[0], pieces=(numbered, *rows[0].pieces))
        bands += [*hold(rows), Band(5)]
    frame = Frame((Box(_BODY.x, _BODY.width, fill=Ink.ACCENT_TINT),), above=11, below=7)
    return framed(frame, hold(bands) if len(letter.steps) <= 4 else bands)


def _number(number: int, x: float, look: _Look) -> Drawing:
    def draw(canvas: TaggedCanvas, top: float) -> None:
        disc(canvas, x, top - look.strong.leading / 2, _DISC, str(number), look.plain.family)

    return draw


def _part(root: Element, part: LetterPart, look: _Look) -> list[Band]:
    runs = [Run(f"{part.lead} ", look.strong)] if part.lead else []
    if part.words:
        runs.append(Run(part.words, look.plain))
    bands = text(root.child("P"), runs, _BODY)
    if part.points:
        points = list_below(root)
        column = Column(_BODY.x + 14, _BODY.width - 14)
        for point in part.points:
            item = points.child("LI")
            rows = text(item.child("LBody").child("P"), point, column, look.plain)
            rows[0] = replace(rows[0], pieces=(Piece(None, _dot(look)), *rows[0].pieces))
            bands += rows
    return bands


def _dot(look: _Look) -> Drawing:
    def draw(canvas: TaggedCanvas, top: float) -> None:
        canvas.setFillColor(Ink.ACCENT.colour)
        canvas.circle(_BODY.x + 4, top - look.plain.leading / 2, 2.2, stroke=0, fill=1)

    return draw


def _signature(root: Element, letter: DecisionLetter, look: _Look) -> list[Band]:
    """Room to sign; who it is and how to ring them."""
    bands = [*text(root.child("P"), "Yours sincerely,", _BODY, look.plain), Band(14 + look.between)]
    bands += text(root.child("P"), letter.signed_by, _BODY, look.strong)
    if letter.signed_role:
        bands += text(root.child("P"), letter.signed_role, _BODY, look.small)
    if letter.phone:
        bands += text(root.child("P"), letter.phone, _BODY, look.phone)
    return hold(bands)


def _footer_words(letter: DecisionLetter, when: datetime) -> Sequence[str]:
    return (
        letter.marking and f"{letter.marking}.",
        f"{letter.reference}, version {letter.version}. {printed_on(when)}",
    )
