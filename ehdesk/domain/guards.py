"""Why a move may not be made yet, in words. No reasons means that it may.

The pathway says no by its shape. Beyond that only the rules of the pack stop a move: here is how
each is looked up in the record, there what it is called, what to do and which source says so.
Guidance such as the needs count never stops anything.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import ASKED, State, may, move_title
from ehdesk.domain.reaching import unreached
from ehdesk.domain.records import Record

SIGNIFICANT_HARM = "4"
"""The level of need at which a request goes ahead without consent, with the reason recorded."""

STOPS: Final[Mapping[str, str]] = {
    "send": "send",
    **dict.fromkeys(
        (
            "accept",
            "accept_under_6_weeks",
            "accept_twelve_weeks",
            "accept_eha",
            "accept_for_hub",
            "joins_existing",
            "hub_allocates",
            "hub_joins",
            "escalate",
        ),
        "accept",
    ),
    "step_down": "step_down",
    "first_taf": "finalise",
    "close": "close",
}
"""The moves that rules of a pack may stop, and what the pack calls them."""


def reasons_against(
    move: str, case: Case, pack: Pack, *, but: Collection[str] = ()
) -> tuple[str, ...]:
    """What still stands against the move, each as a sentence that names its rule. ``but`` are the
    codes of rules that the next page will see to."""
    if not may(move, case.state):
        title = move_title(move, pack)
        return (f"This case cannot take the step “{title}” from where it is.",)
    where = _WHERE.get(move)
    said = tuple(pack.say(line) for line in where(case, pack)) if where else ()
    return said + tuple(
        rule.told()
        for rule in pack.rules
        if STOPS.get(move) in rule.stops
        and rule.code not in but
        and rule.code in BROKEN
        and BROKEN[rule.code](case, pack)
    )


def goes_without_consent(case: Case) -> bool:
    """Whether a child may be harmed (now, or at level 4, significant harm), the family was not
    asked, and the reason is recorded. All three: a reason that was typed before the first answer
    changed says nothing any more.

    Leaflet: immediate safeguarding goes ahead; the reason is recorded instead.
    """
    request = _request(case)
    if request is None or (case.consent and case.consent.how in ("written", "verbal")):
        return False
    at_risk = (
        request.answers.get("before_you_start.harm") == "yes"
        or request.answers.get("before_you_start.level") == SIGNIFICANT_HARM
    )
    return at_risk and bool(at_risk_reason(case))


def at_risk_reason(case: Case) -> str:
    """Why a request about a child at risk goes without the family's consent, as it was typed."""
    request = _request(case)
    return str(request.answers.get("consent.at_risk_reason") or "").strip() if request else ""


def _request(case: Case) -> Record | None:
    """The request as it stands: the one being written, otherwise the last that was sent."""
    return case.draft("request") or next(iter(reversed(case.finished("request"))), None)


def _not_written(case: Case) -> bool:
    return case.consent is None or not case.consent.is_written


def _no_giver(case: Case) -> bool:
    if case.consent is None or not case.consent.is_written:
        return False  # the rule on written consent says so already
    return not {person.id for person in case.people}.intersection(case.consent.given_by)


def _withdrawn(case: Case) -> bool:
    return case.consent is not None and case.consent.withdrawn_on is not None


def _no_longer_agrees(case: Case) -> bool:
    draft = case.draft("eha")
    said_no = draft is not None and draft.answers.get("family.still_right") == "no"
    return not _not_written(case) and (said_no or _withdrawn(case))


def _drew_back(case: Case, pack: Pack) -> bool:
    """Whether it closes for a reason for which the panel is thought of first."""
    closing = case.draft("closure")
    reason = closing.answers.get("why.reason") if closing else ""
    return any(one.code == reason and one.masp_first for one in pack.closure_reasons)


def _masp_thought_of(case: Case) -> bool:
    """Leaflet: needs not met, or a family that disengaged, go to the panel first."""
    closing = case.draft("closure")
    said = closing.answers.get("why.masp_asked") if closing else ""
    return case.step_on("refer_to_masp") is not None or said in ("asked", "considered")


def _at_least(rule: str, pack: Pack) -> int:
    found = pack.rule(rule)
    return found.at_least if found else 0


BROKEN: Final[Mapping[str, Callable[[Case, Pack], bool]]] = {
    "written_consent": lambda case, _pack: _not_written(case) and not goes_without_consent(case),
    "consent_giver": lambda case, _pack: _no_giver(case) and not goes_without_consent(case),
    "consent_stands": lambda case, _pack: _withdrawn(case) and not goes_without_consent(case),
    "family_named": lambda case, _pack: not case.family.name,
    "one_child": lambda case, _pack: not case.children,
    "step_down_form": lambda case, _pack: case.draft("step_down") is None,
    "assessment_begun": lambda case, _pack: not case.finished("eha") and case.draft("eha") is None,
    # A request about a child at risk may have gone without; a plan with the family does not.
    "consent_at_assessment": lambda case, _pack: _not_written(case),
    "still_agrees": lambda case, _pack: _no_longer_agrees(case),
    "lead_practitioner": lambda case, _pack: case.lead_practitioner is None,
    "first_plan": lambda case, _pack: not any(action.what for action in case.actions),
    "closure_form": lambda case, _pack: (
        case.draft("closure") is None and not case.finished("closure")
    ),
    "need_outcomes": lambda case, _pack: any(not need.outcome for need in case.needs),
    "masp_considered": lambda case, pack: _drew_back(case, pack) and not _masp_thought_of(case),
    "attempts_recorded": lambda case, pack: (
        _drew_back(case, pack) and len(unreached(case)) < _at_least("attempts_recorded", pack)
    ),
}
"""Whether the record breaks a rule, by the rule's code."""


_Where = Callable[[Case, Pack], list[str]]


def _social_care_told(case: Case, _pack: Pack) -> list[str]:
    if case.step_on("step_down") is None:
        return ["This family did not come from social care."]
    return ["This was recorded already."] if case.step_on("social_care_told") else []


def _back_to(state: State) -> _Where:
    """The duty service took no further action: a case goes on where it was."""

    def guard(case: Case, _pack: Pack) -> list[str]:
        return [] if case.came_from == state else ["That is not where this case was."]

    return guard


def _back_to_plan(case: Case, _pack: Pack) -> list[str]:
    return [] if case.plan_agreed_on else ["There was no plan before social care was called."]


def _back_to_request(case: Case, pack: Pack) -> list[str]:
    if case.plan_agreed_on:
        return ["There was a plan already; go back to the plan."]
    if not case.step_on("send"):
        return ["The request was never sent; go back to writing it."]
    return _back_to(State.SENT)(case, pack)


def _back_to_draft(case: Case, pack: Pack) -> list[str]:
    if case.step_on("send"):
        return ["The request was sent already."]
    return _back_to(State.DRAFT)(case, pack)


def _without_a_hub(_case: Case, pack: Pack) -> list[str]:
    """Schools' page: the front door decides threshold and route, the hub allocates."""
    return ["The {hub} allocates an assessment: accept it for the {hub}."] if pack.hub else []


def _with_a_hub(_case: Case, pack: Pack) -> list[str]:
    return [] if pack.hub else ["There is no {hub} here: allocate it with the decision."]


def _plan_there(case: Case, _pack: Pack) -> list[str]:
    return [] if case.plan_agreed_on else ["There is no plan yet."]


def _taken_by_das(case: Case, _pack: Pack) -> list[str]:
    """Leaflet: closed to EHA, complete closure form. A request that nobody had taken on ends with
    social care's answer alone."""
    return [] if _was_only_asked(case) else ["Early help was working: fill in the closure form."]


def _close(case: Case, _pack: Pack) -> list[str]:
    if case.state is State.DAS and _was_only_asked(case):
        return ["Nobody had taken the request on: record what {das} decided."]
    return []


def _was_only_asked(case: Case) -> bool:
    return case.came_from in ASKED


def _resumed(case: Case, _pack: Pack) -> list[str]:
    return [] if case.pause else ["This case is not paused."]


def _followed_up(case: Case, _pack: Pack) -> list[str]:
    return ["This was recorded already."] if case.finished("follow_up") else []


_WHERE: Final[Mapping[str, _Where]] = {
    "accept_eha": _without_a_hub,
    "accept_for_hub": _with_a_hub,
    "social_care_told": _social_care_told,
    "meet": _plan_there,
    "review": _plan_there,
    "back_to_draft": _back_to_draft,
    "back_to_returned": _back_to(State.RETURNED),
    "back_to_accepted": _back_to(State.ACCEPTED),
    "back_to_hub": _back_to(State.HUB),
    "back_to_under_6_weeks": _back_to(State.UNDER_SIX_WEEKS),
    "back_to_twelve_weeks": _back_to(State.TWELVE_WEEKS),
    "back_to_assessment": _back_to(State.ASSESSING),
    "back_to_panel": _back_to(State.MASP),
    "back_to_plan": _back_to_plan,
    "back_to_request": _back_to_request,
    "taken_by_das": _taken_by_das,
    "close": _close,
    "resumed": _resumed,
    "followed_up": _followed_up,
}
"""Moves that depend on where the case came from, and on how the authority does it."""
