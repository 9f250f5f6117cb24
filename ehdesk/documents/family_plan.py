"""The family's own copy of the plan: first names, large type, boxes to tick.

Lexend throughout. Shape and word carry meaning, so a black and white printer loses nothing. One
page holds three outcomes of three actions each; more of either goes on to further pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ehdesk.documents import glyphs
from ehdesk.documents.blocks import Column, heading, text
from ehdesk.documents.furniture import Footer, Masthead, masthead, printed_on, short
from ehdesk.documents.layout import Band, Box, Frame, abreast, beside, framed, gap, height_of
from ehdesk.documents.lines import Run, unbroken
from ehdesk.documents.paper import about, print_bands
from ehdesk.documents.plan_outcome import (
    BODY,
    PADDING,
    PlanAction,
    PlanOutcome,
    has_numbers,
    key,
    outcome_card,
)
from ehdesk.documents.style import Family, Ink, Weight, lexend
from ehdesk.documents.tagging import Element
from ehdesk.kernel.dates import say_long_date

__all__ = ["FamilyPlan", "PlanAction", "PlanOutcome", "build", "missing"]


@dataclass(frozen=True, kw_only=True)
class FamilyPlan:
    """All that the family's copy says. Empty words leave their line out."""

    first_names: tuple[str, ...]
    family_name: str
    outcomes: tuple[PlanOutcome, ...]
    agreed_on: date | None = None
    look_again_by: date | None = None
    ring_name: str = ""
    ring_role_words: str = ""
    ring_phone: str = ""
    meet_when_words: str = ""
    meet_where: str = ""
    version: int = 1
    marking: str = ""
    title: str = "Our plan"


_TOP = 32.0
_HALF = (BODY.width - 12) / 2
_FORMS_OF_ADDRESS = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Sister", "Nurse")
_LOOK = Masthead(
    mark=36,
    title=lexend(26, 31, Weight.SEMIBOLD),
    support=lexend(13, 17, ink=Ink.TEXT2),
    facts=(lexend(12, 24, ink=Ink.TEXT2), lexend(12, 16, Weight.SEMIBOLD, Ink.ACCENT)),
)
_INTRO = lexend(13, 19)
_INTRO_STRONG = lexend(13, 19, Weight.SEMIBOLD)
_BOX_HEADING = lexend(14, 20, Weight.SEMIBOLD)
_BOX = lexend(12, 17)
_BOX_STRONG = lexend(12, 17, Weight.SEMIBOLD)
_PHONE = lexend(17, 24, Weight.SEMIBOLD)


def build(plan: FamilyPlan, *, when: datetime) -> bytes:
    """The plan as PDF. ``when`` is the moment of printing."""
    root = Element("Document")
    bands = masthead(root, _LOOK, BODY, plan.title, _say_names(plan.first_names), _dates(plan))
    bands += [gap(7), *_introduction(root, plan), gap(9)]
    for outcome in plan.outcomes:
        bands += [*outcome_card(root.child("Sect"), outcome), gap(9)]
    if not plan.outcomes:
        nothing = "Nothing is in the plan yet. We will write it together when we meet."
        bands += [*text(root.child("P"), nothing, BODY, _INTRO), gap(14)]
    elif any(has_numbers(outcome) for outcome in plan.outcomes):
        bands += [*key(root), gap(7)]
    bands += _who_and_when(root, plan)
    said = about(Family.LEXEND, when, plan.title)
    footer = Footer(_footer_words(plan, when), family=Family.LEXEND, column=BODY)
    return print_bands(bands, root=root, about=said, footer=footer, top=_TOP)


def missing(plan: FamilyPlan) -> tuple[str, ...]:
    """The characters of the plan that print as words in brackets, as no font has them."""
    return glyphs.missing(plan)


def _say_names(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + "".join(names[-1:])


def _dates(plan: FamilyPlan) -> tuple[str, str]:
    agreed = f"Agreed on {say_long_date(plan.agreed_on)}" if plan.agreed_on else ""
    again = ""
    if plan.look_again_by:
        day = say_long_date(plan.look_again_by)
        if plan.agreed_on and plan.agreed_on.year == plan.look_again_by.year:
            day = day.rsplit(" ", 1)[0]
        again = f"We look at it again by {unbroken(day)}"
    return agreed, again


def _footer_words(plan: FamilyPlan, when: datetime) -> tuple[str, ...]:
    private = f"Private to the {short(plan.family_name)} family and their team."
    copy = f"Family copy, version {plan.version}. {printed_on(when)}"
    return (plan.marking and f"{plan.marking}.", private, copy)


def _introduction(root: Element, plan: FamilyPlan) -> list[Band]:
    name = _called(plan.ring_name)
    change = f"ring {name}" if name else "tell us"
    return text(
        root.child("P"),
        (
            Run("This plan is yours. It says what we all agreed to do. ", _INTRO),
            Run("Tick things off as they happen", _INTRO_STRONG),
            Run(f" and {change} if something needs to change.", _INTRO),
        ),
        BODY,
    )


def _called(name: str) -> str:
    """How a family would name someone: Anita Rowe is Anita, but Mr Obi stays Mr Obi."""
    first, *others = name.split() or [""]
    return name if others and first.rstrip(".") in _FORMS_OF_ADDRESS else first


def _who_and_when(root: Element, plan: FamilyPlan) -> list[Band]:
    """Two boxes at the end: whom to ring, and when we meet."""
    left = Column(BODY.x + PADDING, _HALF - 2 * PADDING)
    right = Column(BODY.x + _HALF + 12 + PADDING, _HALF - 2 * PADDING)
    frame = Frame(
        (
            Box(BODY.x, _HALF, fill=Ink.ACCENT_TINT),
            Box(BODY.x + _HALF + 12, _HALF, fill=Ink.SOON_TINT),
        ),
        above=9,
        below=10,
    )
    columns = (_ring(root, plan, left), _meet(root, plan, right))
    short = all(height_of(column) < 200 for column in columns)
    return framed(frame, [abreast(*columns)] if short else beside(*columns))


def _ring(root: Element, plan: FamilyPlan, column: Column) -> list[Band]:
    section = root.child("Sect")
    h2 = section.child("H2")
    look = replace(_BOX_HEADING, ink=Ink.ACCENT)
    bands = heading(h2, "Who to ring", 1, text(h2, "Who to ring", column, look))
    who = ", ".join(part for part in (plan.ring_name, plan.ring_role_words) if part)
    if who:
        bands += text(section.child("P"), who, column, _BOX)
    if plan.ring_phone:
        number = Run(plan.ring_phone, _PHONE, _telephone(plan.ring_phone))
        bands += text(section.child("P"), (number,), column)
    if not who and not plan.ring_phone:
        bands += text(section.child("P"), "We will tell you who to ring.", column, _BOX)
    return bands


def _telephone(number: str) -> str:
    """A link that dials, when ``number`` is nothing but a telephone number."""
    dialled = re.sub(r"[\s()\-.]", "", number)
    return f"tel:{dialled}" if re.fullmatch(r"\+?[0-9]{5,15}", dialled) else ""


def _meet(root: Element, plan: FamilyPlan, column: Column) -> list[Band]:
    section = root.child("Sect")
    h2 = section.child("H2")
    look = replace(_BOX_HEADING, ink=Ink.SOON)
    bands = heading(h2, "When we meet next", 1, text(h2, "When we meet next", column, look))
    when = plan.meet_when_words or "We have not set a date yet."
    bands += text(section.child("P"), when, column, _BOX_STRONG)
    if plan.meet_where:
        bands += text(section.child("P"), plan.meet_where, column, _BOX)
    bands += text(section.child("P"), "Bring anyone you like.", column, _BOX)
    return bands
