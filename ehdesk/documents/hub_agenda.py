"""The agenda of a day of the hub: each slot with its time, the family and who can answer.

It names several families, so it is for those who sit at the table and is marked so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ehdesk.documents.blocks import Column, text
from ehdesk.documents.facts import facts_panel
from ehdesk.documents.furniture import Footer, Masthead, masthead, printed_on
from ehdesk.documents.layout import Band, beside, gap
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import BODY
from ehdesk.documents.shaded_table import shaded_table
from ehdesk.documents.style import Family, Ink, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import header_cell

__all__ = ["AgendaLine", "HubAgenda", "build"]


@dataclass(frozen=True)
class AgendaLine:
    """A slot, or a break. ``about`` says more of the family, ``state`` whether its page is in."""

    time: str
    what: str
    about: str = ""
    asked_by: str = ""
    state: str = ""


@dataclass(frozen=True, kw_only=True)
class HubAgenda:
    """All that the agenda says."""

    title: str
    hub: str = ""
    when: str = ""
    chair: str = ""
    minutes: int = 30
    lines: tuple[AgendaLine, ...] = ()
    marking: str = "Confidential"


_TOP = 30.0
_LOOK = Masthead(
    mark=28,
    title=inter(20, 25, Weight.BOLD),
    support=inter(11.5, 16, ink=Ink.TEXT2),
    facts=(inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2), inter(11, 15, Weight.SEMIBOLD)),
)
_WORDS = inter(10.5, 14.5)
_QUIET = inter(10.5, 14.5, ink=Ink.TEXT2)
_STRONG = inter(10.5, 14.5, Weight.SEMIBOLD)
_TITLES = ("Time", "Family", "Who can answer", "Proforma")


def build(agenda: HubAgenda, *, when: datetime) -> bytes:
    """The agenda as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    bands = masthead(root, _LOOK, BODY, agenda.title, agenda.hub, (agenda.marking, ""))
    facts = (
        ("When and where", agenda.when),
        ("Chair", agenda.chair or "Not named"),
        ("Each request", f"{agenda.minutes} minutes"),
    )
    bands += [gap(8), *facts_panel(root, BODY, (facts,), widths=(0.56, 0.22, 0.22)), gap(10)]
    bands += _table(root, agenda.lines, BODY)
    footer = Footer(
        (
            f"{agenda.marking}.",
            "Several families are on this page: for those who sit at the table, and not filed.",
            printed_on(when),
        ),
        family=Family.INTER,
        column=BODY,
    )
    said = about(Family.INTER, when, agenda.title)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP)


def _table(parent: Element, lines: Sequence[AgendaLine], column: Column) -> list[Band]:
    """A row for each slot."""
    left, width = column.x + 7, column.width - 14
    places = (
        Column(left, 52),
        Column(left + 58, width * 0.5 - 58),
        Column(left + width * 0.52, width * 0.3),
        Column(left + width * 0.84, width * 0.16),
    )

    def row_of(row: Element, line: AgendaLine) -> list[Band]:
        time = text(header_cell(row, "Row"), line.time, places[0], _STRONG)
        cell = row.child("TD")
        look = _STRONG if line.about else _QUIET
        what = text(cell.child("P"), line.what, places[1], look)
        if line.about:
            what += text(cell.child("P"), line.about, places[1], _QUIET)
        told = beside(
            time,
            what,
            text(row.child("TD"), line.asked_by, places[2], _WORDS) if line.asked_by else [],
            text(row.child("TD"), line.state, places[3], _WORDS) if line.state else [],
        )
        if not line.asked_by:
            row.child("TD")
        if not line.state:
            row.child("TD")
        return told

    return shaded_table(parent, _TITLES, places, lines, row_of, column=column, between=9)
