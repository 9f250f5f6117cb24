"""The list of cases on paper, as it was narrowed on the screen (picture 03, "Print list").

It names families, so it is for whoever works with them. On A4 turned on its side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ehdesk.documents.blocks import Column, rule, text
from ehdesk.documents.furniture import Footer, Masthead, masthead, printed_on
from ehdesk.documents.layout import Band, Frame, beside, framed, gap, tie_rows
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import EDGE
from ehdesk.documents.style import ACROSS, Family, Ink, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import header_cell


@dataclass(frozen=True, kw_only=True)
class CaseListLine:
    """One case. ``then`` is what is said under the next step or how it ended, ``due_words`` how
    far away its day is."""

    family: str
    reference: str = ""
    children: str = ""
    where: str = ""
    next_step: str = ""
    then: str = ""
    due: str = ""
    due_words: str = ""
    late: bool = False
    lead: str = ""


@dataclass(frozen=True, kw_only=True)
class CaseList:
    """The whole list. ``chosen`` says in words which cases these are, ``closed`` whether they have
    ended."""

    title: str = "Cases"
    chosen: str = ""
    by: str = ""
    closed: bool = False
    lines: tuple[CaseListLine, ...] = ()
    marking: str = "Confidential"


_BODY = Column(EDGE, ACROSS[0] - 2 * EDGE)
_WIDTHS = (0.26, 0.19, 0.24, 0.14, 0.17)
_LOOK = Masthead(
    mark=28,
    title=inter(20, 25, Weight.BOLD),
    support=inter(11, 15.5, ink=Ink.TEXT2),
    facts=(inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2), inter(11, 15, Weight.SEMIBOLD)),
)
_HEAD = inter(9, 13, Weight.SEMIBOLD, Ink.TEXT2)
_WORDS = inter(10, 14)
_STRONG = inter(10, 14, Weight.SEMIBOLD)
_SMALL = inter(9, 12.5, ink=Ink.TEXT2)
_LATE = inter(9, 12.5, Weight.SEMIBOLD, Ink.OVERDUE)
_WHOLE = 90.0


def build(content: CaseList, *, when: datetime) -> bytes:
    """The list as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    count = len(content.lines)
    many = f"{count} {'case' if count == 1 else 'cases'}"
    bands = masthead(root, _LOOK, _BODY, content.title, content.chosen, (content.marking, many))
    bands.append(gap(10))
    if content.lines:
        bands += _table(root, content)
    else:
        bands += text(root.child("P"), "No cases.", _BODY, _WORDS)
    for_whom = f"{content.marking}. Printed by {content.by}." if content.by else content.marking
    sentences = (for_whom, "It names families: shred it after use.", printed_on(when))
    footer = Footer(sentences, family=Family.INTER, column=_BODY)
    said = about(Family.INTER, when, content.title)
    return print_bands(bands, root=root, about=said, footer=footer, top=30.0, page_size=ACROSS)


def _table(root: Element, content: CaseList) -> list[Band]:
    columns = _columns()
    table = root.child("Table")
    row = table.child("THead").child("TR")
    next_step, due = ("How it ended", "Ended") if content.closed else ("Next step", "Due")
    titles = ("Family", "Where they are", next_step, due, "Lead practitioner")
    cells = [
        text(header_cell(row, "Column"), title, column, _HEAD)
        for title, column in zip(titles, columns, strict=True)
    ]
    head = (*beside(*cells), rule(_BODY, 6, Ink.LINE_MID))
    body = table.child("TBody")
    rows = [_row(body.child("TR"), line, columns) for line in content.lines]
    kept = [replace(band, keep=True) for band in head]
    return framed(Frame(repeat=head), [*kept, *tie_rows(rows, whole=_WHOLE)])


def _row(row: Element, line: CaseListLine, columns: Sequence[Column]) -> list[Band]:
    family, where, step, due, lead = columns
    who = header_cell(row, "Row")
    named = text(who.child("P"), line.family, family, _STRONG)
    under = ", ".join(part for part in (line.children, line.reference) if part)
    if under:
        named += text(who.child("P"), under, family, _SMALL)
    at = text(row.child("TD"), line.where or "Not recorded", where, _WORDS)
    what = row.child("TD")
    told = text(what.child("P"), line.next_step or "Nothing is due", step, _WORDS)
    if line.then:
        told += text(what.child("P"), line.then, step, _SMALL)
    day = row.child("TD")
    dated = text(day.child("P"), line.due or "No date set", due, _WORDS)
    if line.due_words:
        dated += text(day.child("P"), line.due_words, due, _LATE if line.late else _SMALL)
    leads = text(row.child("TD"), line.lead or "Not allocated", lead, _WORDS)
    return [*beside(named, at, told, dated, leads), rule(_BODY, 8)]


def _columns() -> list[Column]:
    columns = []
    x = _BODY.x
    for part in _WIDTHS:
        columns.append(Column(x, _BODY.width * part - 10))
        x += _BODY.width * part
    return columns
