"""The closure form: why help is ending, how far the family has come and what carries on.

For the file, the family and those who stay with them; Inter throughout. Its parts follow the
order of the closure wizard.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ehdesk.documents import glyphs
from ehdesk.documents.blocks import Column, rule, text
from ehdesk.documents.distance_table import OutcomeDistance, distance_table
from ehdesk.documents.facts import facts_panel
from ehdesk.documents.furniture import DRAFT, Footer, Masthead, masthead, printed_on, short
from ehdesk.documents.layout import (
    Band,
    Frame,
    Piece,
    beside,
    framed,
    gap,
    hold,
    leading_in,
    tie_rows,
)
from ehdesk.documents.own_words import OwnWords, own_words
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import BODY, INDENT, Parts, signature_lines
from ehdesk.documents.style import Family, Ink, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import header_cell, list_below
from ehdesk.documents.ticked import ticked_line
from ehdesk.kernel.dates import say_long_date, say_short_date

__all__ = [
    "CarriesOn",
    "ClosingReason",
    "ClosureForm",
    "ManagerLine",
    "NeedOutcome",
    "OutcomeDistance",
    "OwnWords",
    "build",
    "missing",
]


@dataclass(frozen=True, kw_only=True)
class ClosingReason:
    """One reason of the list, in the words of the list, and whether it applies."""

    label: str
    ticked: bool = False


@dataclass(frozen=True, kw_only=True)
class NeedOutcome:
    """What came of one need: ``outcome`` in words ("Met"), and how we know."""

    need: str
    outcome: str
    evidence: str = ""


@dataclass(frozen=True, kw_only=True)
class CarriesOn:
    """A service that stays or was suggested, and what it will do."""

    service: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class ManagerLine:
    """What the manager decided or said about the closure."""

    name: str
    words: str = ""
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ClosureForm:
    """All that the closure form says. Empty words leave their line out."""

    family_name: str
    reference: str
    closed_on: date | None = None
    children: tuple[str, ...] = ()
    carers: tuple[str, ...] = ()
    lead_practitioner: str = ""
    lead_words: str = "Lead practitioner"
    """What the authority calls them."""
    opened_on: date | None = None
    opened_words: str = ""
    help_type: str = ""
    meetings_words: str = ""
    reasons: tuple[ClosingReason, ...] = ()
    needs: tuple[NeedOutcome, ...] = ()
    outcomes: tuple[OutcomeDistance, ...] = ()
    started_on: date | None = None
    numbers_words: str = ""
    voices: tuple[OwnWords, ...] = ()
    carries_on: tuple[CarriesOn, ...] = ()
    manager: ManagerLine | None = None
    signatures: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    draft: bool = False
    version: int = 1
    marking: str = "Confidential"
    title: str = "Closure form"


_TOP = 32.0
_SERVICE = Column(INDENT.x, 82)
_DETAIL = Column(INDENT.x + 92, INDENT.width - 92)
_NEED = Column(INDENT.x, 150)
_CAME = Column(INDENT.x + 160, 82)
_KNOWN = Column(INDENT.x + 252, INDENT.width - 252)
_LONG_COPIES = 120
_SIGNED_WITH = 60.0
"""Points: as much at least of the form stands on the page that is signed."""
_WHOLE = 110.0
"""Points: a row of a table up to this height is not split."""

_LOOK = Masthead(
    mark=28,
    title=inter(21, 25, Weight.BOLD),
    support=inter(12, 16, ink=Ink.TEXT2),
    facts=(
        inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2),
        inter(11.5, 15, Weight.SEMIBOLD),
    ),
)
_BODY_TYPE = inter(11, 15)
_STRONG = inter(11, 15, Weight.SEMIBOLD)
_LABEL = inter(9, 12.5, Weight.SEMIBOLD, Ink.TEXT2)
_SMALL = inter(9.2, 12.5, ink=Ink.TEXT2)
_VOICE = inter(11, 17, ink=Ink.VOICE)


def build(form: ClosureForm, *, when: datetime) -> bytes:
    """The closure form as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    support = "\xa0\xa0 ".join(
        part for part in (f"{form.family_name} family", form.reference) if part
    )
    closed = f"Closed {say_long_date(form.closed_on)}" if form.closed_on else ""
    closed = DRAFT if form.draft else closed
    bands = masthead(root, _LOOK, BODY, form.title, support, (form.marking, closed))
    bands += [gap(8), *_facts(root, form), gap(2)]
    parts = Parts(root)
    bands += parts.part("Why it is closing", lambda under: _reasons(under, form.reasons))
    if form.needs:
        bands += parts.part("What came of each need", lambda under: _needs(under, form.needs))
    bands += parts.part("How far the family has come", lambda under: _distances(under, form))
    bands += parts.part("In the family’s words", lambda under: _voices(under, form.voices))
    bands += parts.part(
        "What carries on after today", lambda under: _carrying_on(under, form.carries_on)
    )
    manager = form.manager
    if manager:
        bands += hold(parts.part("The manager’s decision", lambda under: _manager(under, manager)))
    if len(_copies(form)) > _LONG_COPIES:
        # More than a footer can say goes into the text, whole.
        bands += [gap(12), *text(root.child("P"), _copies(form), INDENT, _BODY_TYPE)]
    if form.signatures:
        # Nobody signs a page that says nothing.
        bands = leading_in(bands, _SIGNED_WITH)
        bands += hold(parts.part("Signed", lambda under: signature_lines(under, form.signatures)))
    said = about(Family.INTER, when, form.title, form.reference)
    footer = Footer(_footer_words(form, when), family=Family.INTER, column=BODY)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP)


def missing(form: ClosureForm) -> tuple[str, ...]:
    """The characters of the form that print as words in brackets, as no font has them."""
    return glyphs.missing(form)


def _copies(form: ClosureForm) -> str:
    return f"Copies to: {', '.join(form.copies_to)}." if form.copies_to else ""


def _footer_words(form: ClosureForm, when: datetime) -> tuple[str, ...]:
    copies = _copies(form)
    if len(copies) > _LONG_COPIES:
        copies = ""
    marks = f"{form.marking}." if form.marking else ""
    named = ", ".join(part for part in (form.reference, short(form.title)) if part)
    paper = f"{named}, version {form.version} of the form."
    return (marks, f"{DRAFT}." if form.draft else "", paper, copies, printed_on(when))


def _facts(root: Element, form: ClosureForm) -> list[Band]:
    """The panel at the top: who, since when, what kind of help."""
    opened = [say_long_date(form.opened_on) if form.opened_on else "", form.opened_words]
    rows = (
        (("Children", "\n".join(form.children)), ("Opened", ", ".join(filter(None, opened)))),
        (("Parent or carer", "\n".join(form.carers)), ("Type of help", form.help_type)),
        ((form.lead_words, form.lead_practitioner), ("Meetings", form.meetings_words)),
    )
    return facts_panel(root, BODY, rows, widths=(0.56, 0.44))


def _nothing(parent: Element, words: str) -> list[Band]:
    return text(parent.child("P"), words, INDENT, replace(_BODY_TYPE, ink=Ink.TEXT2))


def _reasons(parent: Element, reasons: Sequence[ClosingReason]) -> list[Band]:
    """Two columns of tick boxes, read row by row."""
    if not reasons:
        return _nothing(parent, "No reason was recorded.")
    ticks = list_below(parent)
    half = INDENT.width / 2
    cells = [
        _reason(ticks.child("LI"), reason, Column(INDENT.x + half * (index % 2), half - 12))
        for index, reason in enumerate(reasons)
    ]
    bands: list[Band] = []
    for index in range(0, len(cells), 2):
        bands += [*beside(*cells[index : index + 2]), Band(4)]
    return bands


def _reason(item: Element, reason: ClosingReason, column: Column) -> list[Band]:
    look = _STRONG if reason.ticked else _BODY_TYPE
    return ticked_line(item, reason.label, column, look, size=12.5, ticked=reason.ticked)


def _needs(parent: Element, needs: Sequence[NeedOutcome]) -> list[Band]:
    table = parent.child("Table")
    titles = ("Need", "What came of it", "How we know")
    columns = (_NEED, _CAME, _KNOWN)
    head, repeat = _table_head(table, [*zip(titles, columns, strict=True)])
    rows: list[list[Band]] = []
    body = table.child("TBody")
    for need in needs:
        row = body.child("TR")
        told = [
            *beside(
                text(header_cell(row, "Row"), need.need, _NEED, _BODY_TYPE),
                text(row.child("TD"), need.outcome, _CAME, _STRONG),
                text(row.child("TD"), need.evidence or "Nothing written", _KNOWN, _BODY_TYPE),
            ),
            rule(INDENT, 9),
        ]
        told[-2] = replace(told[-2], keep=True)
        rows.append(told)
    return framed(Frame(repeat=repeat), head + tie_rows(rows, whole=_WHOLE))


def _table_head(
    table: Element, titles: Sequence[tuple[str, Column]], extra: Sequence[Piece] = ()
) -> tuple[list[Band], tuple[Band, ...]]:
    """A table's head, and the same again for the pages that it runs on to."""
    row = table.child("THead").child("TR")
    cells = [text(header_cell(row, "Column"), title, at, _LABEL) for title, at in titles]
    head = beside(*cells)
    head[0] = replace(head[0], pieces=(*head[0].pieces, *extra))
    line = rule(INDENT, 6, Ink.LINE_MID)
    kept = [replace(band, keep=True) for band in (*head, line)]
    return kept, (*head, line)


def _distances(parent: Element, form: ClosureForm) -> list[Band]:
    if not form.outcomes:
        return _nothing(parent, "The plan had no outcomes.")
    table = distance_table(parent, form.outcomes, INDENT)
    return table + text(parent.child("P"), _key_words(form), INDENT, _SMALL)


def _key_words(form: ClosureForm) -> str:
    start = f", {say_short_date(form.started_on)}" if form.started_on else ""
    same = any(each.start is not None and each.start == each.now for each in form.outcomes)
    parts = (
        f"Ring: at the start{start}.",
        "Dot: now.",
        "Ring round the dot: no change." if same else "",
        "Flag: what the family hoped for.",
        form.numbers_words,
    )
    return " ".join(part for part in parts if part)


def _voices(parent: Element, voices: Sequence[OwnWords]) -> list[Band]:
    if not voices:
        return _nothing(parent, "No words of the family were written down.")
    quoted = [replace(voice, words=f"“{voice.words}”") for voice in voices]
    return own_words(parent, quoted, INDENT, _VOICE, name_last=True)


def _carrying_on(parent: Element, services: Sequence[CarriesOn]) -> list[Band]:
    if not services:
        return _nothing(parent, "Nothing was set up to carry on.")
    items = list_below(parent)
    bands: list[Band] = []
    for service in services:
        item = items.child("LI")
        columns = [text(item.child("Lbl"), service.service, _SERVICE, _STRONG)]
        if service.detail:
            columns.append(text(item.child("LBody"), service.detail, _DETAIL, _BODY_TYPE))
        row = beside(*columns)
        row[-1] = replace(row[-1], keep=True)
        bands += [*row, rule(INDENT, 7, Ink.LINE_MID)]
    return bands


def _manager(parent: Element, manager: ManagerLine) -> list[Band]:
    bands: list[Band] = []
    if manager.words:
        bands = text(parent.child("P"), manager.words, INDENT, _BODY_TYPE)
    day = say_long_date(manager.on) if manager.on else ""
    who = ", ".join(part for part in (manager.name, day) if part)
    return bands + (text(parent.child("P"), who, INDENT, _STRONG) if who else [])
