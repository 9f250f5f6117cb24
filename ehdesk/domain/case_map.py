"""Where one case is on the leaflet's map, read from its recorded steps."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import State
from ehdesk.domain.pathway_map import MapFacts, StepTaken
from ehdesk.domain.records import Step
from ehdesk.kernel.dates import say_short_date

_CURRENT = {
    State.DRAFT: "request",
    State.RETURNED: "request",
    State.SENT: "checks",
    State.ACCEPTED: "checks",
    State.HUB: "hub",
    State.DAS: "safeguarding",
    State.SIGNPOSTED: "below_threshold",
    State.ADVISED: "below_threshold",
    State.JOINED: "assessment",
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
    "begin_own_eha": ("assessment",),
    "begin_step_down": ("request",),
    "reopen": ("request",),
    "send": ("request",),
    "withdraw": (),
    "refer_to_das": ("safeguarding",),
    "return_request": (),
    "not_met": ("below_threshold",),
    "advised": ("below_threshold",),
    "joins_existing": ("accepted", "checks", "assessment"),
    "accept": ("accepted", "checks"),
    "accept_under_6_weeks": ("accepted", "checks", "under_six_weeks"),
    "accept_twelve_weeks": ("accepted", "checks", "twelve_weeks"),
    "accept_eha": ("accepted", "checks", "assessment"),
    "accept_for_hub": ("accepted", "checks", "hub"),
    "hub_allocates": ("hub", "assessment"),
    "hub_joins": ("hub", "assessment"),
    "hub_defers": ("hub",),
    "short_reviewed": ("work_no_taf",),
    "escalate": ("work_no_taf", "assessment"),
    "first_taf": ("first_taf", "review"),
    "meet": (),
    "review": ("review",),
    "social_care_told": (),
    "handed_over": (),
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
    "back_to_returned": (),
    "back_to_accepted": (),
    "back_to_hub": (),
    "back_to_under_6_weeks": (),
    "back_to_twelve_weeks": (),
    "back_to_assessment": (),
    "back_to_plan": (),
    "back_to_panel": (),
    "taken_by_das": (),
    "paused": (),
    "resumed": (),
    "close": ("close",),
    "followed_up": (),
}
"""The nodes of the map that each move reaches."""

_NODE_OF_MOVE = {move: nodes[-1] if nodes else "" for move, nodes in _REACHED.items()} | {
    "first_taf": "first_taf",
    "meet": "review",
    "withdraw": "request",
    "back_to_draft": "request",
    "return_request": "checks",
    "back_to_request": "checks",
    "back_to_returned": "request",
    "back_to_accepted": "checks",
    "back_to_hub": "hub",
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
    "followed_up": "close",
}
_SHORT_WORK = frozenset({State.UNDER_SIX_WEEKS.value, State.TWELVE_WEEKS.value})
_BACK_AT = {State.SENT: "request"}
"""A request that comes back from the duty service goes on from its first box."""
_WHERE_IT_STANDS = frozenset({"handed_over", "paused", "resumed"})
"""Moves of which the node is the one that the case stood at."""


def node_of(move: str, state: State) -> str:
    """The node of the map that a move of a case in ``state`` belongs to."""
    return _CURRENT[state] if move in _WHERE_IT_STANDS else _NODE_OF_MOVE.get(move, "")


def here(state: State, pack: Pack) -> str:
    """The node of the map at which a case in ``state`` stands."""
    node = _CURRENT[state]
    return node if node != "hub" or pack.hub else "checks"


def map_facts(case: Case, today: date, pack: Pack) -> MapFacts:
    """What the map draws for this case."""
    dates: dict[str, date] = {}
    for step in case.steps:
        for node in _reached(step):
            if node != "review":
                dates[node] = step.happened_on
    if case.held_reviews or case.plan_agreed_on:
        looked = [r.held_on for r in case.held_reviews if r.held_on]
        dates["review"] = max([*looked, case.plan_agreed_on or date.min])
    held = len(case.held_reviews)
    words = f"Review {held} held, {held + 1} due" if held else "Review 1 due"
    return MapFacts(
        dates=dates,
        current=here(case.state, pack),
        today=today,
        review_loop_words=words if case.plan_agreed_on else "",
        road=_road(case),
    )


def _reached(step: Step) -> tuple[str, ...]:
    """Short work that closes was worked on and reviewed, whether or not a form says so."""
    if step.move == "close" and step.from_state in _SHORT_WORK:
        return ("work_no_taf", "close")
    return _REACHED.get(step.move, ())


def _road(case: Case) -> frozenset[tuple[str, str]]:
    """The arrows this case has followed: from each node to the one reached next."""
    been: list[str] = []
    for step in case.steps:
        been += _reached(step)
        if step.move.startswith("back_to_") or step.move == "resources_agreed":
            been.append(_BACK_AT.get(State(step.to_state)) or _CURRENT[State(step.to_state)])
    return frozenset(pairwise(been))


def steps_taken(case: Case, titles: dict[str, str]) -> tuple[StepTaken, ...]:
    """The steps so far, newest first, in the words of ``titles`` by move; among them that the
    professionals of a request joined this case."""
    own = [
        StepTaken(
            on=step.happened_on,
            node=node_of(step.move, State(step.to_state)),
            step=titles.get(step.move, step.move),
            who=step.by,
            why=_why(step, case),
        )
        for step in reversed(case.steps)
    ]
    joined = [
        StepTaken(
            on=one.closed_on,
            node="assessment",
            step="Professionals of a request joined",
            who=one.asked_by,
            why=f"From {one.told}",
        )
        for one in reversed(case.joined_by)
        if one.closed_on is not None
    ]
    return tuple(sorted((*own, *joined), key=lambda step: step.on, reverse=True))


def _why(step: Step, case: Case) -> str:
    """Why a step was taken; of a pause also until when, and where professionals joined."""
    if step.move in ("joins_existing", "hub_joins"):
        where = case.joins.told if case.joins else case.joins_where
        return f"{where}. {step.reason}" if where else step.reason
    if step.move != "paused":
        return step.reason
    of_it = [pause for pause in case.pauses if pause.starts_on == step.happened_on]
    same = next((pause for pause in of_it if pause.reason == step.reason), None)
    return f"Until {say_short_date(same.until)}. {step.reason}" if same else step.reason
