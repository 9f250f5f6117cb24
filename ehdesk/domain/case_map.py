"""Where one case is on the leaflet's map, read from its recorded steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import OPEN, State
from ehdesk.domain.pathway_map import MapFacts, NodeText, StepTaken, texts_of
from ehdesk.domain.records import Step
from ehdesk.kernel.dates import say_short_date

_CURRENT = {
    State.DRAFT: "request",
    State.RETURNED: "request",
    State.SENT: "request",
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
}

_REACHED = {
    "begin": ("request",),
    "begin_own_eha": ("assessment",),
    "begin_step_down": ("request",),
    "reopen": ("request",),
    "send": ("request",),
    "withdraw": (),
    "refer_to_das": ("safeguarding",),
    "return_request": ("request",),
    "not_met": ("below_threshold",),
    "advised": ("below_threshold",),
    "joins_existing": ("accepted", "checks", "assessment"),
    "accept": ("accepted", "checks"),
    "accept_under_6_weeks": ("accepted", "checks", "under_six_weeks"),
    "accept_twelve_weeks": ("accepted", "checks", "twelve_weeks"),
    "accept_eha": ("accepted", "checks", "assessment"),
    "accept_for_hub": ("accepted", "checks", "hub"),
    "hub_allocates": ("assessment",),
    "hub_joins": ("assessment",),
    "hub_defers": (),
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
    "taken_by_das": ("safeguarding",),
    "paused": (),
    "resumed": (),
    "close": ("close",),
    "followed_up": (),
}
"""The nodes of the map that each move reaches."""

_NODE_OF_MOVE = {move: nodes[-1] if nodes else "" for move, nodes in _REACHED.items()} | {
    "first_taf": "first_taf",
    "meet": "review",
    "hub_defers": "hub",
    "back_to_draft": "request",
    "back_to_request": "request",
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
    "followed_up": "close",
}
_SHORT_WORK = frozenset({State.UNDER_SIX_WEEKS.value, State.TWELVE_WEEKS.value})
_WHERE_IT_STANDS = frozenset({"handed_over", "paused", "resumed"})
"""Moves of which the node is the one that the case stood at."""

_WORDS: Mapping[str, tuple[str, str]] = {
    "begin": ("", "Begun {date}"),
    "begin_own_eha": ("", "Begun {date}"),
    "begin_step_down": ("", "Begun {date}"),
    "reopen": ("", "Begun {date}"),
    "return_request": ("", "Sent back {date}"),
    "withdraw": ("", "Withdrawn {date}"),
    "advised": ("Advice given", "On {date}"),
    "joins_existing": ("", "Joined {date}"),
    "hub_joins": ("", "Joined {date}"),
    "escalate": ("", "Moved up {date}"),
    "step_down": ("", "Begun {date}"),
    "taken_by_das": ("", "Taken on {date}"),
}
"""What the last node of a move says of itself, where that is not what it mostly says: a title, when
it has another, and the line under it."""


def node_of(move: str, before: State, after: State) -> str:
    """The node of the map that a move from one state to another belongs to."""
    if move == "withdraw":
        return _CURRENT[before]
    return _CURRENT[after] if move in _WHERE_IT_STANDS else _NODE_OF_MOVE.get(move, "")


def _here(state: State, pack: Pack) -> str:
    """The node of the map that is for a state, for the others `_stands_at` knows more."""
    node = _CURRENT[state]
    return node if node != "hub" or pack.hub else "checks"


def map_facts(case: Case, today: date, pack: Pack) -> MapFacts:
    """What the map draws for this case."""
    dates: dict[str, date] = {}
    words: dict[str, tuple[str, str]] = {}
    for step in case.steps:
        reached = _reached(step)
        for node in reached:
            if node != "review":
                dates[node] = step.happened_on
            words[node] = _WORDS.get(step.move, ("", "")) if node == reached[-1] else ("", "")
    if case.held_reviews or case.plan_agreed_on:
        looked = [r.held_on for r in case.held_reviews if r.held_on]
        dates["review"] = max([*looked, case.plan_agreed_on or date.min])
    return MapFacts(
        dates=dates,
        current=_stands_at(case, pack),
        today=today,
        review_loop_words=_loop_words(case),
        road=_road(case),
        ended=not case.is_open,
        goes_on_from=_here(State(case.came_from), pack) if case.state is State.DAS else "",
        said=_said(words, pack),
    )


def _stands_at(case: Case, pack: Pack) -> str:
    """A request that was withdrawn stands where it was, what social care took on with them, and
    short work that was looked at stands at its review."""
    if case.state is State.WITHDRAWN:
        return _here(State(case.came_from), pack)
    if case.state is State.CLOSED and case.came_from == State.DAS:
        ending = next(one for one in reversed(case.steps) if one.from_state != one.to_state)
        return "safeguarding" if ending.move == "taken_by_das" else "close"
    if case.state.value in _SHORT_WORK and case.step_on("short_reviewed"):
        return "work_no_taf"
    return _here(case.state, pack)


def _loop_words(case: Case) -> str:
    """What was looked at, and while the case is open what is looked at next."""
    held = len(case.held_reviews)
    if not case.is_open:
        return f"Review {held} held" if held else ""
    if not case.plan_agreed_on:
        return ""
    return f"Review {held} held, {held + 1} due" if held else "Review 1 due"


def _said(words: Mapping[str, tuple[str, str]], pack: Pack) -> dict[str, NodeText]:
    """The words of the nodes that say something else in this case."""
    usual = texts_of(pack)
    return {
        node: replace(usual[node], title=title or usual[node].title, reached=line)
        for node, (title, line) in words.items()
        if line and node in usual
    }


def _reached(step: Step) -> tuple[str, ...]:
    """The nodes that a step reached. Short work that closes was worked on and reviewed, whether or
    not a form says so; a request is withdrawn from where it is, and accepted only once."""
    if step.move == "withdraw":
        return (_CURRENT[State(step.from_state)],)
    if step.move == "close" and step.from_state in _SHORT_WORK:
        return ("work_no_taf", "close")
    nodes = _REACHED.get(step.move, ())
    if step.from_state == State.ACCEPTED:
        return tuple(node for node in nodes if node not in ("accepted", "checks"))
    return nodes


def _road(case: Case) -> frozenset[tuple[str, str]]:
    """The arrows this case has followed: from each node to the one reached next. A review, say one
    held while the panel has the case, leaves it where it is; that of short work is on the road."""
    been: list[str] = []
    for step in case.steps:
        moved_on = step.from_state != step.to_state
        if moved_on or step.move == "short_reviewed":
            been += _reached(step)
        after = State(step.to_state)
        if moved_on and after in OPEN:
            been.append(_CURRENT[after])
    return frozenset(pairwise(been))


def steps_taken(case: Case, titles: dict[str, str]) -> tuple[StepTaken, ...]:
    """The steps so far, newest first, in the words of ``titles`` by move; among them that the
    professionals of a request joined this case."""
    own = [
        StepTaken(
            on=step.happened_on,
            node=node_of(step.move, State(step.from_state or step.to_state), State(step.to_state)),
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
