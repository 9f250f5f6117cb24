"""The pathway: every state a case can be in and every move between states.

Read from the leaflet's flow chart ("Pathway at a glance"). Guards that look at the records are in
``ehdesk.domain.guards``; this table says only what may follow what.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ehdesk.authority.pack import Pack


class State(StrEnum):
    """Where a case is."""

    DRAFT = "draft"
    SENT = "sent"
    DAS = "das"
    SIGNPOSTED = "signposted"
    UNDER_SIX_WEEKS = "under_6_weeks"
    TWELVE_WEEKS = "twelve_weeks"
    ASSESSING = "assessing"
    PLAN = "plan"
    MASP = "masp"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


FINAL = frozenset({State.SIGNPOSTED, State.CLOSED, State.WITHDRAWN})
"""States with no next step: the record stays readable and is only added to."""

OPEN = frozenset(State) - FINAL

_WORDS = {
    State.DRAFT: "Request being written",
    State.SENT: "Waiting for a decision",
    State.DAS: "With the {das.full}",
    State.SIGNPOSTED: "Threshold not met, signposted",
    State.UNDER_SIX_WEEKS: "{under_6_weeks.work}",
    State.TWELVE_WEEKS: "{twelve_weeks.work}",
    State.ASSESSING: "{eha.name}",
    State.PLAN: "{eha.name}",
    State.MASP: "{masp}",
    State.CLOSED: "Closed",
    State.WITHDRAWN: "Withdrawn",
}
"""In the program's sentences; the authority's words are put in by `state_words`."""


def state_words(state: State, pack: Pack) -> str:
    """Where a case is, in this authority's words."""
    return pack.say(_WORDS[state])


class Route(StrEnum):
    """The kind of help a request was accepted for (leaflet: three roads after the checks)."""

    UNDER_SIX_WEEKS = "under_6_weeks"
    TWELVE_WEEKS = "twelve_weeks"
    EHA = "eha"


@dataclass(frozen=True)
class Move:
    """A step along the pathway.

    ``by_form`` names the form whose finishing makes the move; a move without one is recorded on
    its own, with a reason. ``title`` is read through `move_title`. ``source`` is the place in the
    leaflet or page that says so.
    """

    code: str
    title: str
    starts: frozenset[State]
    ends: State
    by_form: str = ""
    source: str = ""


def _move(
    code: str, title: str, starts: tuple[State, ...], ends: State, by_form: str, source: str
) -> Move:
    return Move(code, title, frozenset(starts), ends, by_form, source)


S = State
MOVES: dict[str, Move] = {
    move.code: move
    for move in (
        _move("begin", "Request begun", (), S.DRAFT, "request", "leaflet: request by referrer"),
        _move(
            "begin_step_down",
            "Step down from social care begun",
            (),
            S.DRAFT,
            "step_down",
            "domain notes 4.6: a closing meeting of social care agrees to step down",
        ),
        _move(
            "send",
            "Request sent",
            (S.DRAFT,),
            S.SENT,
            "request",
            "leaflet: written consent gained and request fully completed",
        ),
        _move(
            "withdraw",
            "Request withdrawn",
            (S.DRAFT, S.SENT),
            S.WITHDRAWN,
            "",
            "taking part is voluntary",
        ),
        _move(
            "refer_to_das",
            "Referred to the {das.full}",
            (
                S.DRAFT,
                S.SENT,
                S.UNDER_SIX_WEEKS,
                S.TWELVE_WEEKS,
                S.ASSESSING,
                S.PLAN,
                S.MASP,
            ),
            S.DAS,
            "",
            "leaflet: immediate safeguarding issues identified, referred to DAS",
        ),
        _move(
            "not_met",
            "Threshold not met, signposted",
            (S.SENT,),
            S.SIGNPOSTED,
            "decision",
            "leaflet: does not meet thresholds, record decision-making, signposted",
        ),
        _move(
            "accept_under_6_weeks",
            "Accepted, {under_6_weeks.route}",
            (S.SENT,),
            S.UNDER_SIX_WEEKS,
            "decision",
            "leaflet: less than 6 weeks family support, EHDAS retain case",
        ),
        _move(
            "accept_twelve_weeks",
            "Accepted, {twelve_weeks.route}",
            (S.SENT,),
            S.TWELVE_WEEKS,
            "decision",
            "leaflet: short-term (12 weeks), allocated to FSM/SFSF/SCLF/TYS",
        ),
        _move(
            "accept_eha",
            "Accepted for an assessment",
            (S.SENT,),
            S.ASSESSING,
            "decision",
            "leaflet: long-term, allocated for Early Help Assessment",
        ),
        _move(
            "escalate",
            "Moved up to an assessment",
            (S.UNDER_SIX_WEEKS, S.TWELVE_WEEKS),
            S.ASSESSING,
            "",
            "leaflet: review and action, escalate",
        ),
        _move(
            "first_taf",
            "First {taf} meeting, plan agreed",
            (S.ASSESSING,),
            S.PLAN,
            "taf_meeting",
            "leaflet: first EHA TAF, assessment finalised and first action plan completed",
        ),
        _move(
            "meet",
            "{taf} meeting held",
            (S.PLAN,),
            S.PLAN,
            "taf_meeting",
            "leaflet: lead practitioner co-ordinates and chairs meetings",
        ),
        _move(
            "review",
            "Plan reviewed",
            (S.PLAN,),
            S.PLAN,
            "review",
            "leaflet: review action plan every 3 months and update",
        ),
        _move(
            "social_care_told",
            "Social care told that the assessment runs",
            (S.PLAN,),
            S.PLAN,
            "",
            "domain notes 4.6: social care stays open until the EHA is running",
        ),
        _move(
            "refer_to_masp",
            "Referred to the {masp.full}",
            (S.PLAN,),
            S.MASP,
            "masp",
            "leaflet: needs not met or family disengaged, refer to MASP",
        ),
        _move(
            "resources_agreed",
            "Panel agreed resources, back to the plan",
            (S.MASP,),
            S.PLAN,
            "panel",
            "leaflet: resources agreed, SUSD or LARP",
        ),
        _move(
            "panel_advised",
            "Panel advised, back to the plan",
            (S.MASP,),
            S.PLAN,
            "panel",
            "domain notes 4.7: continue with advice, new lead practitioner, new agency",
        ),
        _move(
            "panel_deferred",
            "Panel deferred, needs to know more",
            (S.MASP,),
            S.MASP,
            "panel",
            "domain notes 4.7: defer, information needed",
        ),
        _move(
            "panel_steps_up",
            "Panel decided to step up to social care",
            (S.MASP,),
            S.MASP,
            "panel",
            "domain notes 4.7 and 4.9: step up",
        ),
        _move(
            "panel_closes",
            "Panel decided to close",
            (S.MASP,),
            S.MASP,
            "panel",
            "domain notes 4.7 and 4.9: step down or close",
        ),
        _move(
            "step_up",
            "Stepped up to social care, with {das}",
            (S.UNDER_SIX_WEEKS, S.TWELVE_WEEKS, S.ASSESSING, S.PLAN, S.MASP),
            S.DAS,
            "step_up",
            "leaflet: referred to DAS; domain notes 4.6: the plan waits for the answer",
        ),
        _move(
            "step_down",
            "Stepped down from social care, to an assessment",
            (S.DRAFT, S.DAS),
            S.ASSESSING,
            "step_down",
            "domain notes 4.6: the analysis is carried into an EHA, finalised at the joint meeting",
        ),
        _move(
            "back_to_request",
            "{das} took no further action, back to the request",
            (S.DAS,),
            S.SENT,
            "",
            "leaflet: request for EH services",
        ),
        _move(
            "back_to_draft",
            "{das} took no further action, back to writing the request",
            (S.DAS,),
            S.DRAFT,
            "",
            "leaflet: written consent gained and request fully completed",
        ),
        *(
            _move(
                code,
                "{das} took no further action, back to " + where,
                (S.DAS,),
                state,
                "",
                source,
            )
            for code, where, state, source in (
                (
                    "back_to_under_6_weeks",
                    "{under_6_weeks.work}",
                    S.UNDER_SIX_WEEKS,
                    "leaflet: EHDAS retain case",
                ),
                (
                    "back_to_twelve_weeks",
                    "{twelve_weeks.work}",
                    S.TWELVE_WEEKS,
                    "leaflet: short-term (12 weeks)",
                ),
                (
                    "back_to_assessment",
                    "the assessment",
                    S.ASSESSING,
                    "leaflet: allocated for Early Help Assessment",
                ),
                ("back_to_plan", "the plan", S.PLAN, "leaflet: continue with EHA"),
                ("back_to_panel", "the {masp.full}", S.MASP, "leaflet: refer to MASP"),
            )
        ),
        _move(
            "taken_by_das",
            "Taken on by children's social care",
            (S.DAS,),
            S.CLOSED,
            "",
            "leaflet: referred to DAS",
        ),
        _move(
            "close",
            "Closed",
            (S.UNDER_SIX_WEEKS, S.TWELVE_WEEKS, S.ASSESSING, S.PLAN, S.MASP),
            S.CLOSED,
            "closure",
            "leaflet: closed to EHA, complete closure form, signpost",
        ),
    )
}


def move_title(code: str, pack: Pack) -> str:
    """What a move is called, in this authority's words."""
    return pack.say(MOVES[code].title)


def moves_from(state: State) -> tuple[Move, ...]:
    """What may happen next to a case in ``state``, in the table's order."""
    return tuple(move for move in MOVES.values() if state in move.starts)


def may(code: str, state: State) -> bool:
    """Whether the move may be made from ``state``."""
    return state in MOVES[code].starts


TRACK = {
    State.DRAFT: 1,
    State.SENT: 2,
    State.DAS: 2,
    State.SIGNPOSTED: 6,
    State.UNDER_SIX_WEEKS: 4,
    State.TWELVE_WEEKS: 4,
    State.ASSESSING: 3,
    State.PLAN: 5,
    State.MASP: 5,
    State.CLOSED: 6,
    State.WITHDRAWN: 6,
}
"""Stones passed of the six of the small track: request, checks, allocated, plan, review, close."""
