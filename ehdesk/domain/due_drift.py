"""Help that goes on and on, and a family that cannot be reached: somebody asks in time.

Domain notes 10, rule 4: drift is looked for after the pack's time (12 months in Leicester), or
after three reviews without change. A manager's entry of oversight answers it, until the time is up
again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.due import Obligation
from ehdesk.domain.guards import BROKEN
from ehdesk.domain.moves import BEGINS_ASSESSING
from ehdesk.domain.oversight import last_overseen
from ehdesk.domain.pathway import ASSESSED, State
from ehdesk.domain.plan import Outcome, Review
from ehdesk.domain.reaching import unreached
from ehdesk.domain.words import plural
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_short_date

MANY_REVIEWS: Final = 3
"""So many reviews without change, and somebody asks."""
_PANEL_FIRST: Final = frozenset({State.ASSESSING, State.PLAN})
_UNREACHED: Final = 3
"""So many attempts in a row, where the authority names no number."""


def drift(case: Case, pack: Pack) -> Iterator[Obligation]:
    """Open too long, or no change in three reviews: a manager asks whether the plan still fits."""
    if case.road_state not in ASSESSED:
        return
    looked = last_overseen(case.oversight)
    stuck = stuck_since(case)
    if stuck is not None and (looked is None or looked < stuck):
        yield Obligation(
            "drift",
            "Ask why nothing changes",
            f"{plural(MANY_REVIEWS, 'review')} without change",
            "After three reviews without change somebody asks whether the plan fits",
            waiting_since=stuck,
        )
    clock, began = pack.clock_if_any("drift"), case.step_on(*BEGINS_ASSESSING)
    if clock is not None and began is not None:
        due = clock.after(began)
        while looked is not None and looked >= due:
            due = clock.after(due)
        yield Obligation(
            "drift",
            "Ask why it is still open",
            f"open since {say_short_date(began)}",
            pack.say("Help that lasts longer than {drift.length} is looked at anew"),
            due=due,
        )


def stuck_since(case: Case) -> date | None:
    """The day of the review that was the third in a row without change; None while something
    changes, or where nobody measured anything."""
    reviews = case.held_reviews
    measured = [outcome for outcome in case.outcomes if _numbers(outcome, reviews)]
    if len(reviews) < MANY_REVIEWS or not measured:
        return None
    last = reviews[-MANY_REVIEWS:]
    if any(_is_better(outcome, reviews, last) for outcome in measured):
        return None
    return last[-1].held_on


def _numbers(outcome: Outcome, reviews: tuple[Review, ...]) -> list[int]:
    keys = {review.id for review in reviews}
    return [m.score for m in outcome.measures if m.review_id in keys and m.score is not None]


def _is_better(outcome: Outcome, reviews: tuple[Review, ...], last: tuple[Review, ...]) -> bool:
    """Whether the number went up in the last reviews, from where it stood before them."""
    before = _numbers(outcome, reviews[: -len(last)])
    start = before[-1] if before else outcome.start
    now = _numbers(outcome, last)
    return bool(now) and (start is None or max(now) > start)


def panel_first(case: Case, pack: Pack) -> Iterator[Obligation]:
    """Leaflet: needs not met, or a family that disengaged, go to the panel before a case closes."""
    if case.road_state not in _PANEL_FIRST or case.step_on("refer_to_masp"):
        return
    closing = case.draft("closure")
    if (
        closing is not None
        and pack.rule("masp_considered")
        and BROKEN["masp_considered"](case, pack)
    ):
        yield _think_of_panel(case, pack, local(closing.started_at).date())
        return
    attempts = unreached(case)
    rule = pack.rule("attempts_recorded")
    enough = (rule.at_least if rule else 0) or _UNREACHED
    if closing is None and len(attempts) >= enough:
        yield _think_of_panel(case, pack, attempts[enough - 1])


def _think_of_panel(case: Case, pack: Pack, since: date) -> Obligation:
    return Obligation(
        "panel_first",
        pack.say("Think of the {masp.full} first"),
        f"{plural(len(unreached(case)), 'attempt')} to reach the family recorded",
        "Before a case closes because a family drew back, the panel is thought of",
        waiting_since=since,
    )
