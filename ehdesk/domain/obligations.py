"""What is due for a case: computed from its records and the pack's clocks, never typed.

The first obligation is the case's next step. The order is the design's: safeguarding, then by the
day it is due on or has waited since. The rules themselves are beside this module, by subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.consent_checks import next_consent_check
from ehdesk.domain.due import SAFETY, Obligation, so_far
from ehdesk.domain.due_before_help import before_help, unanswered_checks
from ehdesk.domain.due_beside import (
    consent_withdrawn,
    follow_up,
    second_case,
    with_the_pause,
)
from ehdesk.domain.due_das import answer_of_das, meanwhile
from ehdesk.domain.due_drift import drift, panel_first
from ehdesk.domain.due_holidays import who_holds
from ehdesk.domain.due_panel import panel, panel_left
from ehdesk.domain.due_plan import (
    actions,
    assessing,
    closing,
    decided,
    next_meeting,
    next_review,
    social_care,
)
from ehdesk.domain.due_sharing import minutes_to_share, tell_the_referrer
from ehdesk.domain.due_short_work import short_work
from ehdesk.domain.oversight_due import disagreements, oversight_due
from ehdesk.domain.pathway import HELPED, State

__all__ = ["BESIDE", "SAFETY", "Obligation", "obligations"]

BESIDE = frozenset(
    {
        *("oversight", "sign_off", "returned", "disagreement", "ask_consent", "panel_first"),
        *("checks", "tell_referrer", "minutes", "holidays", "drift"),
        *("hand_over", "refer", "panel_actions"),
    }
)
"""Kinds that are never the next step of a case while there is another: they are between workers, or
a duty beside the road, and the family comes first (design, note 08)."""


def obligations(case: Case, pack: Pack) -> tuple[Obligation, ...]:
    """Everything due for the case, the next step first. A case that has ended may still be looked
    at once more, and still be disagreed about."""
    if not case.is_open:
        return (
            *tell_the_referrer(case, pack),
            *disagreements(case, pack),
            *follow_up(case, pack),
        )
    road = list(_road(case, pack))
    if case.state is State.DAS:
        found = [answer_of_das(case, pack), *meanwhile(road, case, pack)]
    else:
        found = [*road, *social_care(case)]
    found += unanswered_checks(case, pack)
    found += tell_the_referrer(case, pack)
    found += minutes_to_share(case, pack)
    found += who_holds(case, pack)
    found += panel_first(case, pack)
    found += drift(case, pack)
    found += consent_withdrawn(case)
    found += second_case(case)
    found += _ask_consent(case, pack)
    found += closing(case)
    found += oversight_due(case, pack)
    if case.pause:
        found = list(with_the_pause(found, case.pause))
    found.sort(key=_order)
    return tuple(found)


def _order(one: Obligation) -> tuple[bool, bool, date]:
    return one.kind not in SAFETY, one.kind in BESIDE, one.due or one.waiting_since or date.max


def _road(case: Case, pack: Pack) -> Iterator[Obligation]:
    """What the place asks for at which the case is, or was before the duty service had it."""
    match case.road_state:
        case State.UNDER_SIX_WEEKS | State.TWELVE_WEEKS:
            yield from short_work(case, pack)
        case State.ASSESSING:
            yield from assessing(case, pack)
        case State.PLAN:
            yield from decided(case, pack)
            yield from _plan(case, pack)
        case State.MASP:
            asked = list(panel(case, pack))
            yield from asked
            known = {one.kind for one in asked}
            yield from (one for one in decided(case, pack) if one.kind not in known)
            yield from _plan(case, pack)
        case _ if case.state is not State.DAS:
            yield from before_help(case, pack)  # a request that comes back begins to wait anew


def _plan(case: Case, pack: Pack) -> Iterator[Obligation]:
    """The plan's clocks run on, whoever looks at it."""
    yield next_review(case, pack)
    yield from next_meeting(case, pack)
    yield from actions(case)
    yield from panel_left(case, pack)


def _ask_consent(case: Case, pack: Pack) -> Iterator[Obligation]:
    """Domain notes 2.9: consent is asked about again."""
    due = next_consent_check(case, pack) if case.road_state in HELPED else None
    if due is not None:
        yield Obligation(
            "ask_consent",
            "Ask about consent again",
            so_far(case.draft("consent")) or "consent and sharing",
            "Consent is asked about again, and before a new agency joins",
            due=due,
        )
