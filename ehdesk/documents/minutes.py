"""Minutes of a Team Around the Family (TAF) meeting: the family first, then each child by name.

"Not agreed by everyone" is always there, with "None" when nobody thought otherwise. The whole
record of the meeting is another paper (`form_paper`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.facts import facts_panel
from ehdesk.documents.furniture import DRAFT, Footer, Masthead, masthead, printed_on
from ehdesk.documents.layout import (
    Band,
    Box,
    Frame,
    abreast,
    beside,
    framed,
    gap,
    height_of,
    tie_rows,
)
from ehdesk.documents.lines import Run
from ehdesk.documents.minutes_actions import AgreedAction, action_table
from ehdesk.documents.own_words import OwnWords, own_words
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.parts import BODY, Body
from ehdesk.documents.style import Family, Ink, Type, Weight, inter
from ehdesk.documents.tagging import Element
from ehdesk.documents.tagging.tree import list_below

__all__ = ["AgreedAction", "Attender", "OwnWords", "Said", "TafMinutes", "build"]


@dataclass(frozen=True, kw_only=True)
class Attender:
    """Somebody who was invited, and in which role ("Mum", "health visitor")."""

    name: str
    role: str = ""


@dataclass(frozen=True, kw_only=True)
class Said:
    """Somebody by name, or a matter, and what was said about them."""

    who: str
    words: str


@dataclass(frozen=True, kw_only=True)
class TafMinutes:
    """All that the minutes say. Empty words leave their line out."""

    title: str
    family_name: str
    team: str = "The family’s team"
    team_short: str = "Team"
    reference: str = ""
    held_words: str = ""
    when_where: str = ""
    chair: str = ""
    minute_taker: str = ""
    came: tuple[Attender, ...] = ()
    apologies: tuple[Attender, ...] = ()
    absent: tuple[Attender, ...] = ()
    family_said: tuple[OwnWords, ...] = ()
    going_well: str = ""
    worries: str = ""
    children: tuple[Said, ...] = ()
    agencies: tuple[Said, ...] = ()
    more: tuple[Said, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    not_agreed: str = ""
    decision: str = ""
    next_words: str = ""
    closing: tuple[str, ...] = ()
    copy_words: str = ""
    draft: bool = False
    form_version: int = 1
    marking: str = "Confidential"


_TOP = 30.0
_LOOK = Masthead(
    mark=28,
    title=inter(20, 25, Weight.BOLD),
    support=inter(11.5, 16, ink=Ink.TEXT2),
    facts=(inter(9.6, 25, Weight.SEMIBOLD, Ink.TEXT2), inter(11, 15, Weight.SEMIBOLD)),
)
_PART = inter(12.5, 18, Weight.SEMIBOLD, Ink.ACCENT)
_WORRIED = replace(_PART, ink=Ink.TRACK)
_WORDS = inter(10.5, 14.5)
_STRONG = inter(10.5, 14.5, Weight.SEMIBOLD)
_QUIET = inter(10.5, 14.5, ink=Ink.TEXT2)
_VOICE = inter(10.5, 15, ink=Ink.VOICE)
_SMALL = inter(9.4, 13, ink=Ink.TEXT2)
_LABELS = Column(BODY.x, 92)
_TEXTS = Column(BODY.x + 98, BODY.width - 98)
_HALF = (BODY.width - 16) / 2
_LEFT = Column(BODY.x, _HALF)
_RIGHT = Column(BODY.x + _HALF + 16, _HALF)
_WHOLE = 160.0
"""Points: what is said of one matter is not split up to this height."""
_LOW = 220.0
"""Points: the two boxes at the end are kept whole up to this height."""


def build(minutes: TafMinutes, *, when: datetime) -> bytes:
    """The minutes as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    family = f"{minutes.team}, {minutes.family_name} family"
    support = "\xa0\xa0 ".join(part for part in (family, minutes.reference) if part)
    state = DRAFT if minutes.draft else minutes.held_words
    bands = masthead(root, _LOOK, BODY, minutes.title, support, (minutes.marking, state))
    facts = (
        ("When and where", minutes.when_where),
        ("Chair", minutes.chair),
        ("Notes taken by", minutes.minute_taker),
    )
    bands += [gap(8), *facts_panel(root, BODY, (facts,), widths=(0.56, 0.22, 0.22)), gap(6)]
    bands += _invited(root, minutes)
    bands += _part(root, "The family spoke first", _voices(minutes.family_said))
    bands += [gap(10), *_well_and_worries(root, minutes)]
    bands += _part(root, "About each child", _by_name(minutes.children, "No child was named."))
    if minutes.agencies:
        bands += _part(root, "What the agencies said", _by_name(minutes.agencies, ""))
    if minutes.more:
        bands += _part(root, "Also talked about", _by_name(minutes.more, ""))
    bands += _part(root, "What we agreed to do", lambda under: _actions(under, minutes.actions))
    bands += _part(root, "Not agreed by everyone", _paragraph(minutes.not_agreed or "None"))
    bands += [gap(9), *_decision_and_next(root, minutes), gap(8)]
    for words in minutes.closing:
        bands += text(root.child("P"), words, BODY, _SMALL)
    said = about(Family.INTER, when, minutes.title, minutes.reference)
    footer = Footer(_footer_words(minutes, when), family=Family.INTER, column=BODY)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP)


def _footer_words(minutes: TafMinutes, when: datetime) -> tuple[str, ...]:
    return (
        f"{minutes.marking}." if minutes.marking else "",
        f"{DRAFT}." if minutes.draft else "",
        f"{minutes.reference}, {minutes.team_short} minutes, "
        f"version {minutes.form_version} of the form.",
        f"{minutes.copy_words}." if minutes.copy_words else "",
        printed_on(when),
    )


def _part(root: Element, title: str, bands: Body) -> list[Band]:
    section = root.child("Sect")
    return [gap(9), *_heading(section, title, BODY, _PART), *bands(section)]


def _heading(section: Element, title: str, column: Column, look: Type) -> list[Band]:
    h2 = section.child("H2")
    return [*heading(h2, title, 1, text(h2, title, column, look)), Band(2, keep=True)]


def _invited(root: Element, minutes: TafMinutes) -> list[Band]:
    """Who came, who sent apologies and who did not come, each in a line that may run on."""
    groups = (
        ("Came", minutes.came, replace(_STRONG, ink=Ink.ACCENT)),
        ("Apologies", minutes.apologies, replace(_STRONG, ink=Ink.TEXT2)),
        ("Did not come", minutes.absent, replace(_STRONG, ink=Ink.TEXT2)),
    )
    lists = list_below(root)
    bands: list[Band] = []
    for label, people, look in groups:
        if people or label == "Came":
            item = lists.child("LI")
            bands += beside(
                text(item.child("Lbl"), label, _LABELS, look),
                text(item.child("LBody"), _names(people), _TEXTS),
            )
            bands.append(Band(3))
    return bands


def _names(people: Sequence[Attender]) -> list[Run]:
    runs: list[Run] = []
    for number, person in enumerate(people):
        after = "," if number < len(people) - 1 else ""
        role = f" ({person.role})" if person.role else ""
        runs.append(Run(person.name, _STRONG))
        runs.append(Run(f"{role}{after} ", _WORDS))
    return runs or [Run("Nobody is written down", _QUIET)]


def _voices(said: Sequence[OwnWords]) -> Body:
    def bands(under: Element) -> list[Band]:
        if not said:
            return text(under.child("P"), "Nothing the family said is written down.", BODY, _QUIET)
        return own_words(under, said, BODY, _VOICE, edge=True)

    return bands


def _well_and_worries(root: Element, minutes: TafMinutes) -> list[Band]:
    columns = []
    for title, words, column, look in (
        ("What is going well", minutes.going_well, _LEFT, _PART),
        ("What we are worried about", minutes.worries, _RIGHT, _WORRIED),
    ):
        section = root.child("Sect")
        said = text(
            section.child("P"),
            words or "Nothing is written down",
            column,
            _WORDS if words else _QUIET,
        )
        columns.append([*_heading(section, title, column, look), *said])
    return beside(*columns)


def _by_name(said: Sequence[Said], nothing: str) -> Body:
    def bands(under: Element) -> list[Band]:
        if not said:
            return text(under.child("P"), nothing, BODY, _QUIET)
        items = list_below(under)
        rows: list[list[Band]] = []
        for number, one in enumerate(said):
            item = items.child("LI")
            told = beside(
                text(item.child("Lbl"), one.who, _LABELS, _STRONG),
                text(
                    item.child("LBody"),
                    one.words or "Nothing is written down",
                    _TEXTS,
                    _WORDS if one.words else _QUIET,
                ),
            )
            rows.append([rule(BODY, 7), *told] if number else told)
        return tie_rows(rows, whole=_WHOLE)

    return bands


def _paragraph(words: str) -> Body:
    return lambda under: text(under.child("P"), words, BODY, _WORDS)


def _actions(under: Element, actions: Sequence[AgreedAction]) -> list[Band]:
    if not actions:
        return text(under.child("P"), "Nothing is left to do in the plan.", BODY, _QUIET)
    return action_table(under, actions, BODY)


def _decision_and_next(root: Element, minutes: TafMinutes) -> list[Band]:
    """Two boxes side by side: what was decided, and when it goes on."""
    frame = Frame(
        (
            Box(_LEFT.x, _LEFT.width, fill=Ink.ACCENT_TINT),
            Box(_RIGHT.x, _RIGHT.width, fill=Ink.SUNKEN),
        ),
        radius=9,
        above=7,
        below=8,
    )
    columns = []
    for title, words, box, nothing in (
        ("Decision", minutes.decision, _LEFT, "No decision is written down"),
        ("Next", minutes.next_words, _RIGHT, "No date is set"),
    ):
        column = Column(box.x + 13, box.width - 26)
        section = root.child("Sect")
        title_bands = _heading(section, title, column, replace(_PART, size=11, leading=15))
        said = text(section.child("P"), words or nothing, column, _WORDS)
        columns.append([*title_bands, *said])
    low = all(height_of(column) < _LOW for column in columns)
    return framed(frame, [abreast(*columns)] if low else beside(*columns))
