"""What can be done for a case beside its pathway: each only when it makes sense and one may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.episodes import can_ask_for_support, what_can_begin
from ehdesk.domain.guards import reasons_against
from ehdesk.domain.pathway import ASKED, ASSESSED
from ehdesk.domain.short_work import SHORT_WORK
from ui.kit.navigation import Command, Navigator, Place


def beside_commands(case: Case, desk: Desk, navigator: Navigator) -> tuple[Command, ...]:
    """The commands for where the case stands now: pages to read, and what one may record."""
    return _commands((*_to_read(case, desk), *_possible(case, desk)), case, navigator)


def reading_commands(case: Case, desk: Desk, navigator: Navigator) -> tuple[Command, ...]:
    """Of them those that only read, for a store in which nothing can be recorded."""
    return _commands(_to_read(case, desk), case, navigator)


def _commands(
    found: Iterable[tuple[str, str, str]], case: Case, navigator: Navigator
) -> tuple[Command, ...]:
    return tuple(
        Command(words, lambda kind=kind: navigator.go(Place(kind, case_id=case.id)), icon=icon)  # type: ignore[misc]
        for kind, words, icon in found
    )


def _to_read(case: Case, desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Kind of page, words and icon."""
    if case.state in ASSESSED:
        say = desk.pack.say
        yield "lead_duties", say("Duties of the {lead_practitioner.name}"), "list-checks"
    if case.state in SHORT_WORK:
        yield "short_work", "Short-term work", "clock"


def _possible(case: Case, desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Kind of page, words and icon."""
    if desk.may(Deed.BEGIN_CASE):
        if not case.is_open and what_can_begin(case):
            yield "begin_again", "Begin again for this family", "rotate-ccw"
        if can_ask_for_support(case):
            yield "ask_support", "Ask for support within this assessment", "hand-heart"
    if not case.is_open:
        return
    if desk.may(Deed.WORK):
        if case.pause is not None:
            yield "pause", "End or renew the pause", "play"
        elif not reasons_against("paused", case, desk.pack):
            yield "pause", "Pause the case", "pause"
        if case.state not in ASKED:
            yield "holidays", "Who holds the family in the holidays", "sun"
        yield "ehc_plan", "Education, Health and Care plan", "graduation-cap"
    may_end = case.state in ASKED or not reasons_against(
        "close", case, desk.pack, but=("closure_form", "need_outcomes", "masp_considered")
    )
    if may_end and desk.may(Deed.CLOSE):
        yield "moved_away", "The family moved away", "house"
