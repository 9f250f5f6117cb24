"""What is due beside the road: a withdrawn consent, a pause that ends, a look after closing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.beside import Pause
from ehdesk.domain.case import Case
from ehdesk.domain.due import SAFETY, Obligation, date_in, so_far
from ehdesk.domain.pathway import ASKED, OPEN, State
from ehdesk.kernel.dates import say_short_date


def consent_withdrawn(case: Case) -> Iterator[Obligation]:
    """A family may stop on any day, wherever the case stands (domain notes 2.9)."""
    stopped_on = case.consent.withdrawn_on if case.consent else None
    if stopped_on is not None:
        what = "Nothing is sent" if case.state in ASKED else "The plan pauses"
        yield Obligation(
            "consent_withdrawn",
            "Agree what happens now",
            "the family has withdrawn consent",
            f"{what} and nothing more is shared until the family says what it wants",
            waiting_since=stopped_on,
        )


def second_case(case: Case) -> Iterator[Obligation]:
    """Nobody can begin a second open case of one kind; two entries of one family that are made one
    may bring two together, and then one of them has to end."""
    others = [one for one in case.other_cases if one.state in OPEN and one.kind == case.kind]
    if others:
        yield Obligation(
            "second_case",
            "Go on with one case, and end the other",
            ", ".join(one.told for one in others),
            "A family has one open case of a kind",
            waiting_since=max(one.opened_on for one in (case, others[0])),
        )


def pause_words(pause: Pause) -> str:
    """What is said of a pause at the end of each thing that is due."""
    return f"paused until {say_short_date(pause.until)}: {pause.reason}"


def with_the_pause(found: Iterable[Obligation], pause: Pause) -> Iterator[Obligation]:
    """The same list, saying that it is paused and why. Clocks do not move, and a child's safety is
    never paused."""
    words = pause_words(pause)
    for one in found:
        detail = ", ".join(part for part in (one.detail, words) if part)
        yield one if one.kind in SAFETY else replace(one, detail=detail)
    yield Obligation(
        "pause",
        "Go on, or say why it is still paused",
        pause.reason,
        "A pause ends on its day, or is given a fresh reason",
        due=pause.until,
    )


def follow_up(case: Case, pack: Pack) -> Iterator[Obligation]:
    """Once after closing, when the family agreed to it (domain notes 4.5)."""
    day = follow_up_on(case, pack)
    if day is not None and not case.finished("follow_up"):
        yield Obligation(
            "follow_up",
            "Ask how the family is",
            so_far(case.draft("follow_up")) or "the family agreed when the case closed",
            "Whether it lasted shows later",
            due=day,
        )


def follow_up_on(case: Case, pack: Pack) -> date | None:
    """The day of the look after closing; None when the family did not agree to one."""
    closing = case.finished("closure")
    if case.state is not State.CLOSED or not closing or case.closed_on is None:
        return None
    if closing[-1].answers.get("after.follow_up") != "yes":
        return None
    clock = next((one for one in pack.clocks if one.code == "follow_up"), None)
    agreed = date_in(case, "closure", "after.follow_up_on")
    return agreed or (clock.after(case.closed_on) if clock else case.closed_on)
