"""Any form as a paper: every question that was shown, with its answer, section by section.

Questions that nobody answered are named together at the end of their section.

For the file and the professionals round a family, or as a copy for the family; Inter throughout.
What a copy leaves out is decided before (`ehdesk.domain.paper_copy`): all that comes here is
printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ehdesk.documents import glyphs
from ehdesk.documents.blocks import Column, rule, text
from ehdesk.documents.facts import Fact, facts_panel
from ehdesk.documents.furniture import DRAFT, Footer, Masthead, masthead, printed_on, short
from ehdesk.documents.layout import (
    Band,
    Box,
    Frame,
    beside,
    framed,
    gap,
    height_of,
    hold,
    leading_in,
)
from ehdesk.documents.lines import Run
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import BODY, INDENT, Body, Parts, signature_lines
from ehdesk.documents.row_groups import rows_of
from ehdesk.documents.style import Family, Ink, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import list_below
from ehdesk.forms.display import Answer, SectionAnswers


@dataclass(frozen=True, kw_only=True)
class FormPaper:
    """All that one record of a form says. Empty words leave their line out.

    ``state`` is when it was finished, in words; a draft has none. ``source`` says whose form it
    is. ``note`` says what this copy leaves out.
    """

    title: str
    family_name: str
    reference: str
    sections: tuple[SectionAnswers, ...]
    form_title: str = ""
    form_version: int = 1
    state: str = ""
    facts: tuple[tuple[Fact, Fact], ...] = ()
    source: str = ""
    note: str = ""
    copy_words: str = ""
    signatures: tuple[str, ...] = ()
    marking: str = "Confidential"


_TOP = 32.0
_LOOK = Masthead(
    mark=28,
    title=inter(20, 25, Weight.BOLD),
    support=inter(12, 16, ink=Ink.TEXT2),
    facts=(
        inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2),
        inter(11, 15, Weight.SEMIBOLD),
    ),
)
_QUESTION = inter(10, 14, Weight.SEMIBOLD)
_ANSWER = inter(10.5, 14.5)
_NO_ANSWER = inter(10.5, 14.5, ink=Ink.TEXT2)
_EMPTY = inter(9.6, 13.5, ink=Ink.TEXT2)
_EMPTY_STRONG = replace(_EMPTY, weight=Weight.SEMIBOLD)
_VOICE = inter(10.5, 14.5, ink=Ink.VOICE)
_SMALL = inter(9.2, 12.8, ink=Ink.TEXT2)
_SOON = inter(10.5, 15, Weight.SEMIBOLD, Ink.SOON)
_QUESTIONS = Column(INDENT.x, 158)
_ANSWERS = Column(INDENT.x + 174, INDENT.width - 174)
_NONE = "Not answered"
_SHORT = 120.0
"""Points: a section up to this height is not split."""
_LAST_WITH = 14.0
"""Points: as much of a section stands with its last answer."""
_SIGNED_WITH = 40.0
"""Points: as much at least of the form stands on the page that is signed."""


def build(paper: FormPaper, *, when: datetime) -> bytes:
    """The record as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    family = f"{paper.family_name} family" if paper.family_name else ""
    support = "\xa0\xa0 ".join(part for part in (family, paper.reference) if part)
    facts = (paper.marking, paper.state or DRAFT)
    bands = [*masthead(root, _LOOK, BODY, paper.title, support, facts), gap(8)]
    if paper.facts:
        bands += [*facts_panel(root, BODY, paper.facts, widths=(0.56, 0.44)), gap(6)]
    if not paper.state:
        bands += [*_draft(root), gap(6)]
    for words in (paper.source, paper.note):
        if words:
            bands += [*text(root.child("P"), words, BODY, _SMALL), gap(3)]
    parts = Parts(root)
    for section in paper.sections:
        bands += parts.part(section.title, _section(section.answers))
    if paper.signatures:
        # Nobody signs a page that says nothing.
        bands = leading_in(bands, _SIGNED_WITH)
        signed = parts.part("Signed", lambda under: signature_lines(under, paper.signatures))
        bands += hold(signed)
    said = about(Family.INTER, when, paper.title, paper.reference)
    footer = Footer(_footer_words(paper, when), family=Family.INTER, column=BODY)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP)


def missing(paper: FormPaper) -> tuple[str, ...]:
    """The characters of the paper that print as words in brackets, as no font has them."""
    return glyphs.missing(paper)


def _footer_words(paper: FormPaper, when: datetime) -> tuple[str, ...]:
    form = short(paper.form_title or paper.title)
    return (
        f"{paper.marking}." if paper.marking else "",
        "" if paper.state else f"{DRAFT}.",
        f"{paper.reference}, {form}, version {paper.form_version} of the form.",
        f"{paper.copy_words}." if paper.copy_words else "",
        printed_on(when),
    )


def _draft(root: Element) -> list[Band]:
    words = f"{DRAFT}. Answers may still change."
    column = Column(BODY.x + 14, BODY.width - 28)
    box = Box(BODY.x, BODY.width, fill=Ink.SOON_TINT, stroke=Ink.SOON)
    panel = Frame((box,), radius=9, above=6, below=6)
    return framed(panel, hold(text(root.child("P"), words, column, _SOON)))


def _section(answers: Sequence[Answer]) -> Body:
    def bands(under: Element) -> list[Band]:
        if not answers:
            return text(under.child("P"), "Nothing was asked here.", INDENT, _NO_ANSWER)
        told: list[Band] = []
        pairs: Element | None = None
        said = [answer for answer in answers if answer.rows or "".join(answer.lines).strip()]
        for index, answer in enumerate(said):
            if index:
                if index == len(said) - 1:
                    told = leading_in(told, _LAST_WITH)
                told.append(rule(INDENT, 9, keep=index == len(said) - 1))
            if answer.rows:
                pairs = None
                told += _rows(under.child("Sect"), answer)
            else:
                pairs = pairs or list_below(under)
                told += _pair(pairs.child("LI"), answer)
        empty = [answer for answer in answers if answer not in said]
        if empty:
            between = [rule(INDENT, 9, keep=True)] if told else []
            told = leading_in(told, _LAST_WITH) if told else []
            told += [*between, *text(under.child("P"), _unanswered(empty), INDENT)]
        return hold(told) if height_of(told) < _SHORT else told

    return bands


def _pair(item: Element, answer: Answer) -> list[Band]:
    """The question at the left, its answer beside it."""
    question = text(item.child("Lbl"), answer.question or answer.label, _QUESTIONS, _QUESTION)
    body = item.child("LBody")
    words = "\n".join(answer.lines)
    if not answer.voice:
        return _beside(question, text(body, words, _ANSWERS, _ANSWER))
    inside = Column(_ANSWERS.x + 10, _ANSWERS.width - 20)
    panel = Frame((Box(_ANSWERS.x, _ANSWERS.width, fill=Ink.VOICE_TINT),), 7, above=5, below=5)
    return framed(panel, _beside(question, text(body, words, inside, _VOICE)))


def _unanswered(answers: Sequence[Answer]) -> list[Run]:
    """The questions without an answer in one paragraph: each in a row of its own would hide what
    was answered."""
    asked = (answer.question or answer.label for answer in answers)
    words = " ".join(one if one.endswith(("?", ".", "…")) else f"{one}." for one in asked)
    return [Run(f"{_NONE}: ", _EMPTY_STRONG), Run(words, _EMPTY)]


def _beside(question: list[Band], answer: list[Band]) -> list[Band]:
    """Both columns, each line of the answer as high as its own type wants."""
    leading = max(_QUESTION.leading, _ANSWER.leading)
    level = [replace(band, height=leading) for band in question]
    return beside(level, answer)


def _rows(section: Element, answer: Answer) -> list[Band]:
    question = text(section.child("P"), answer.question or answer.label, INDENT, _QUESTION)
    kept = [replace(band, keep=True) for band in question]
    return [*kept, Band(4, keep=True), *rows_of(section, answer.rows, INDENT)]
