"""Where one case is on the leaflet's map, read from its recorded steps."""

from __future__ import annotations

from datetime import date

from ehdesk.domain.case import Case
from ehdesk.domain.pathway import State
from ehdesk.domain.pathway_map import MapFacts, StepTaken

_CURRENT = {
    State.DRAFT: "request",
    State.SENT: "checks",
    State.DAS: "safeguarding",
    State.SIGNPOSTED: "below_threshold",
    State.UNDER_SIX_WEEKS: "under_six_weeks",
    State.TWELVE_WEEKS: "twelve_weeks",
    State.ASSESSING: "assessment",
    State.PLAN: "review",
    State.MASP: "masp",
    State.CLOSED: "close",
    State.WITHDRAWN: "request",
}

_REACHED = {
    "begin": ("request",),
    "begin_step_down": ("request",),
    "send": ("request",),
    "withdraw": (),
    "refer_to_das": ("safeguarding",),
    "not_met": ("below_threshold",),
    "accept_under_6_weeks": ("accepted", "checks", "under_six_weeks"),
    "accept_twelve_weeks": ("accepted", "checks", "twelve_weeks"),
    "accept_eha": ("accepted", "checks", "assessment"),
    "escalate": ("work_no_taf", "assessment"),
    "first_taf": ("first_taf", "review"),
    "meet": (),
    "review": ("review",),
    "social_care_told": (),
    "refer_to_masp": ("masp",),
    "resources_agreed": ("resources",),
    "panel_advised": (),
    "panel_deferred": (),
    "panel_steps_up": (),
    "panel_closes": (),
    "step_up": ("safeguarding",),
    "step_down": ("assessment",),
    "back_to_draft": (),
    "back_to_request": (),
    "back_to_under_6_weeks": (),
    "back_to_twelve_weeks": (),
    "back_to_assessment": (),
    "back_to_plan": (),
    "back_to_panel": (),
    "taken_by_das": (),
    "close": ("close",),
}
"""The nodes of the map that each move reaches."""

_NODE_OF_MOVE = {move: nodes[-1] if nodes else "" for move, nodes in _REACHED.items()} | {
    "first_taf": "first_taf",
    "meet": "review",
    "withdraw": "request",
    "back_to_draft": "request",
    "back_to_request": "checks",
    "back_to_under_6_weeks": "under_six_weeks",
    "back_to_twelve_weeks": "twelve_weeks",
    "back_to_assessment": "assessment",
    "back_to_plan": "review",
    "back_to_panel": "masp",
    "social_care_told": "review",
    "panel_advised": "masp",
    "panel_deferred": "masp",
    "panel_steps_up": "masp",
    "panel_closes": "masp",
    "taken_by_das": "safeguarding",
}


def map_facts(case: Case, today: date) -> MapFacts:
    """What the map draws for this case."""
    dates: dict[str, date] = {}
    for step in case.steps:
        for node in _REACHED.get(step.move, ()):
            if node != "review":
                dates[node] = step.happened_on
    if case.held_reviews or case.plan_agreed_on:
        looked = [r.held_on for r in case.held_reviews if r.held_on]
        dates["review"] = max([*looked, case.plan_agreed_on or date.min])
    held = len(case.held_reviews)
    words = f"Review {held} held, {held + 1} due" if held else "Review 1 due"
    return MapFacts(
        dates=dates,
        current=_CURRENT[case.state],
        today=today,
        review_loop_words=words if case.plan_agreed_on else "",
    )


def steps_taken(case: Case, titles: dict[str, str]) -> tuple[StepTaken, ...]:
    """The steps so far, newest first, in the words of ``titles`` by move."""
    return tuple(
        StepTaken(
            on=step.happened_on,
            node=_NODE_OF_MOVE.get(step.move, ""),
            step=titles.get(step.move, step.move),
            who=step.by,
            why=step.reason,
        )
        for step in reversed(case.steps)
    )
