"""The consent form: what a family is told, what may be shared with whom, and who agrees.

A family paper, Lexend throughout. It prints blank, to be filled in by hand, and filled from the
record, by the same lines: "ask me first" is as easy to choose as yes. What families are told is the
pack's wording (``consent_topics``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.consent_lines import ShareLine, share_table
from ehdesk.documents.furniture import Footer, Masthead, masthead, printed_on, short
from ehdesk.documents.layout import (
    Band,
    Box,
    Frame,
    Piece,
    abreast,
    beside,
    framed,
    gap,
    height_of,
    hold,
)
from ehdesk.documents.lines import Run
from ehdesk.documents.marks import disc
from ehdesk.documents.own_words import OwnWords, own_words
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import Body
from ehdesk.documents.style import PAGE, Family, Ink, Weight, lexend
from ehdesk.documents.tagging import Element, TaggedCanvas
from ehdesk.kernel.dates import say_long_date

__all__ = ["ConsentForm", "ConsentTopic", "ShareLine", "Signer", "build"]


@dataclass(frozen=True, kw_only=True)
class ConsentTopic:
    """Something the family is told: its heading, and plain words."""

    heading: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Somebody who signs: name, a few words ("Mum"), and what is recorded of their answer."""

    name: str
    detail: str = ""
    answer: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class ConsentForm:
    """All that the consent form says. Empty words leave their line out, or free to write on."""

    first_names: tuple[str, ...]
    family_name: str
    reference: str = ""
    read_with: str = ""
    start: tuple[ConsentTopic, ...] = ()
    recorded: tuple[ConsentTopic, ...] = ()
    lines: tuple[ShareLine, ...] = ()
    not_with: str = ""
    shared: tuple[ConsentTopic, ...] = ()
    separate: tuple[ShareLine, ...] = ()
    without_asking: tuple[ConsentTopic, ...] = ()
    signing: tuple[ConsentTopic, ...] = ()
    given_words: str = ""
    stopped_words: str = ""
    signers: tuple[Signer, ...] = ()
    ask_again_on: date | None = None
    ending: tuple[ConsentTopic, ...] = ()
    blank: bool = False
    version: int = 1
    title: str = "Consent form"
    help_name: str = "early help"
    """What the authority calls it."""


_EDGE = 45.0
_BODY = Column(_EDGE, PAGE[0] - 2 * _EDGE)
_INDENT = Column(_BODY.x + 28, _BODY.width - 28)
_TOP = 34.0
_LOOK = Masthead(
    mark=36,
    title=lexend(24, 29, Weight.SEMIBOLD),
    support=lexend(12.5, 17, ink=Ink.TEXT2),
    facts=(lexend(11, 24, ink=Ink.TEXT2), lexend(11, 16, Weight.SEMIBOLD, Ink.ACCENT)),
)
_PLAIN = lexend(11.5, 16.5)
_STRONG = lexend(11.5, 16.5, Weight.SEMIBOLD)
_PART = lexend(14, 20, Weight.SEMIBOLD)
_SMALL = lexend(11, 15, ink=Ink.TEXT2)
_NAME = lexend(11, 15, Weight.SEMIBOLD)
_VOICE = lexend(11.5, 16.5, ink=Ink.VOICE)
_LOW = 200.0
"""Points: signatures side by side are at most this high, or they run down the page."""
_AGREE = (
    "By signing I agree to take part in {help}, and to what is ticked here. "
    "If you would rather say it than sign, we write down that you said it."
)


def build(form: ConsentForm, *, when: datetime) -> bytes:
    """The consent form as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    names = f"For {_say(form.first_names)}" if form.first_names else ""
    facts = (form.reference, "" if form.blank else form.given_words)
    bands = [*masthead(root, _LOOK, _BODY, form.title, names, facts), gap(8)]
    if form.stopped_words:
        bands += [*_boxed(root, (ConsentTopic(heading="Stopped.", text=form.stopped_words),))]
        bands.append(gap(8))
    bands += [*_start(root, form), gap(4)]
    parts = _Parts(root)
    recorded, first = _split(form.recorded, "What we write down")
    bands += parts.part(first, lambda under: _topics(under, recorded))
    bands += parts.part(
        "Who may see it? Tick a box on every line", lambda under: _sharing(under, form)
    )
    if form.separate:
        bands += parts.part(
            "Some things need a separate yes",
            lambda under: _apart(under, form.separate),
        )
    if form.without_asking:
        bands += [gap(12), *_boxed(root, form.without_asking)]
    bands += parts.part("Signing", lambda under: _signing(under, form))
    bands += [gap(12), *_ending(root, form)]
    said = about(Family.LEXEND, when, form.title, form.reference)
    footer = Footer(_footer_words(form, when), family=Family.LEXEND, column=_BODY)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP)


def _say(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + "".join(names[-1:])


def _footer_words(form: ConsentForm, when: datetime) -> tuple[str, ...]:
    family = f"Private to the {short(form.family_name)} family and their team."
    paper = f"Consent form, version {form.version}."
    copies = "One copy for the family, one for the file."
    return (family if form.family_name else "", paper, copies, printed_on(when))


def _start(root: Element, form: ConsentForm) -> list[Band]:
    runs = [Run(f"Read this with {form.read_with}. ", _PLAIN)] if form.read_with else []
    for topic in form.start:
        runs += [Run(f"{topic.heading} ", _STRONG), Run(f"{topic.text} ", _PLAIN)]
    return text(root.child("P"), runs, _BODY) if runs else []


def _split(topics: Sequence[ConsentTopic], title: str) -> tuple[tuple[ConsentTopic, ...], str]:
    """The first topic's heading is the part's own, so it is not said twice."""
    if not topics:
        return (), title
    first = replace(topics[0], heading="")
    return (first, *topics[1:]), topics[0].heading


def _topics(
    parent: Element, topics: Sequence[ConsentTopic], column: Column = _INDENT
) -> list[Band]:
    bands: list[Band] = []
    for topic in topics:
        runs = [Run(f"{topic.heading}. ", _STRONG)] if topic.heading else []
        bands += [
            *([gap(5)] if bands else []),
            *text(parent.child("P"), [*runs, Run(topic.text, _PLAIN)], column),
        ]
    return bands or [Band(0)]


def _sharing(parent: Element, form: ConsentForm) -> list[Band]:
    bands = share_table(parent, form.lines, _INDENT, head="Who")
    question = "Is there anyone who must not see it? "
    bands.append(Band(8))
    if form.not_with:
        runs = (Run(question, _STRONG), Run(form.not_with, _PLAIN))
        bands += text(parent.child("P"), runs, _INDENT)
    else:
        bands += _to_write_on(parent, question.strip())
    if form.shared:
        bands += [gap(8), *_topics(parent, form.shared)]
    return bands


def _apart(parent: Element, lines: Sequence[ShareLine]) -> list[Band]:
    bands = share_table(parent, lines, _INDENT, head="Kind of information")
    return hold(bands) if height_of(bands) < PAGE[1] * 0.4 else bands


def _to_write_on(parent: Element, question: str) -> list[Band]:
    """A question with a line after it to write the answer on."""
    bands = text(parent.child("P"), question, _INDENT, _STRONG)
    line = rule(Column(_INDENT.x + 268, _INDENT.width - 268), _STRONG.leading + 8, Ink.TEXT2)
    return beside(bands, [replace(line, height=_STRONG.leading + 8)])


def _boxed(root: Element, topics: Sequence[ConsentTopic]) -> list[Band]:
    column = Column(_BODY.x + 16, _BODY.width - 32)
    bands: list[Band] = []
    for topic in topics:
        bands += text(root.child("P"), topic.heading, column, _STRONG)
        bands[-1] = replace(bands[-1], keep=True)
        bands += text(root.child("P"), topic.text, column, _PLAIN)
    box = Box(_BODY.x, _BODY.width, fill=Ink.SOON_TINT, stroke=Ink.SOON)
    frame = Frame((box,), above=8, below=9)
    return framed(frame, hold(bands) if height_of(bands) < PAGE[1] * 0.5 else bands)


def _signing(parent: Element, form: ConsentForm) -> list[Band]:
    bands = [*_topics(parent, form.signing), gap(6)] if form.signing else []
    return [*bands, *_agreeing(parent, form)]


def _agreeing(parent: Element, form: ConsentForm) -> list[Band]:
    """What is agreed to, with everybody's signature below it on the same page where it can be."""
    bands = text(parent.child("P"), _AGREE.format(help=form.help_name), _INDENT, _STRONG)
    said = [OwnWords(who=one.name, words=one.words) for one in form.signers if one.words]
    if said:
        bands += [gap(8), *own_words(parent, said, _INDENT, _VOICE)]
    half = (_INDENT.width - 18) / 2
    for start in range(0, len(form.signers), 2):
        pair = form.signers[start : start + 2]
        places = [Column(_INDENT.x + (half + 18) * place, half) for place in range(len(pair))]
        # The lines to sign on stand at one height, however much is recorded above them.
        answers = [height_of(text(None, signer.answer, places[0], _SMALL)) for signer in pair]
        room = max(32.0, *(height + 8 for height in answers))
        columns = [
            _signer(parent, signer, at, room) for signer, at in zip(pair, places, strict=True)
        ]
        low = all(height_of(column) < _LOW for column in columns)
        bands += [abreast(*columns)] if low else beside(*columns)
    return hold(bands) if height_of(bands) < PAGE[1] * 0.6 else bands


def _signer(parent: Element, signer: Signer, column: Column, room: float) -> list[Band]:
    """Lines for the name and the date, with ``room`` above them to sign in. What is recorded of
    the answer stands there."""
    answer = text(parent.child("P"), signer.answer, column, _SMALL) if signer.answer else []
    name = Column(column.x, column.width * 0.64)
    day = Column(column.x + column.width * 0.69, column.width * 0.31)
    named = text(parent.child("P"), signer.name, name, _NAME)
    if signer.detail:
        named += text(parent.child("P"), signer.detail, name, _SMALL)
    below = beside(
        [rule(name, 7, Ink.TEXT2), *named],
        [rule(day, 7, Ink.TEXT2), *text(parent.child("P"), "Date", day, _SMALL)],
    )
    return [Band(room - height_of(answer)), *answer, *below]


def _ending(root: Element, form: ConsentForm) -> list[Band]:
    look, strong = _SMALL, replace(_SMALL, weight=Weight.SEMIBOLD)
    runs: list[Run] = []
    for topic in form.ending:
        runs += [Run(f"{topic.heading} ", strong), Run(f"{topic.text} ", look)]
    if form.ask_again_on:
        runs.append(Run(f"At the latest on {say_long_date(form.ask_again_on)}.", strong))
    return text(root.child("P"), runs, _BODY) if runs else []


class _Parts:
    """Counts the parts as they are written: a number in a disc, and a heading."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._number = 0

    def part(self, title: str, bands: Body) -> list[Band]:
        """Room, and a heading that is kept with the first of what is below it."""
        self._number += 1
        number = str(self._number)
        section = self._root.child("Sect")
        h2 = section.child("H2")
        first = heading(h2, f"{number}. {title}", 1, text(h2, title, _INDENT, _PART))

        def mark(canvas: TaggedCanvas, top: float) -> None:
            disc(canvas, _BODY.x + 10, top - _PART.leading / 2, 10, number, Family.LEXEND)

        first[0] = replace(first[0], pieces=(Piece(h2, mark), *first[0].pieces))
        return [gap(13), *first, Band(4, keep=True), *bands(section)]
