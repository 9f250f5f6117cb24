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
from ehdesk.domain.pathway import State, may, move_title

SIGNIFICANT_HARM = "4"
"""The level of need at which a request goes ahead without consent, with the reason recorded."""

STOPS: Final[Mapping[str, str]] = {
    "send": "send",
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
    said = tuple(where(case)) if where else ()
    return said + tuple(
        rule.told()
        for rule in pack.rules
        if STOPS.get(move) in rule.stops
        and rule.code not in but
        and rule.code in BROKEN
        and BROKEN[rule.code](case)
    )


def goes_without_consent(case: Case) -> bool:
    """Whether a child may be harmed (now, or at level 4, significant harm), the family was not
    asked, and the reason is recorded. All three: a reason that was typed before the first answer
    changed says nothing any more.

    Leaflet: immediate safeguarding goes ahead; the reason is recorded instead.
    """
    draft = case.draft("request")
    if draft is None or (case.consent and case.consent.how in ("written", "verbal")):
        return False
    at_risk = (
        draft.answers.get("before_you_start.harm") == "yes"
        or draft.answers.get("before_you_start.level") == SIGNIFICANT_HARM
    )
    return at_risk and bool(at_risk_reason(case))


def at_risk_reason(case: Case) -> str:
    """Why a request about a child at risk goes without the family's consent, as it was typed."""
    draft = case.draft("request")
    return str(draft.answers.get("consent.at_risk_reason") or "").strip() if draft else ""


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


BROKEN: Final[Mapping[str, Callable[[Case], bool]]] = {
    "written_consent": lambda case: _not_written(case) and not goes_without_consent(case),
    "consent_giver": lambda case: _no_giver(case) and not goes_without_consent(case),
    "consent_stands": lambda case: _withdrawn(case) and not goes_without_consent(case),
    "family_named": lambda case: not case.family.name,
    "one_child": lambda case: not case.children,
    "step_down_form": lambda case: case.draft("step_down") is None,
    "assessment_begun": lambda case: not case.finished("eha") and case.draft("eha") is None,
    # A request about a child at risk may have gone without; a plan with the family does not.
    "consent_at_assessment": _not_written,
    "still_agrees": _no_longer_agrees,
    "lead_practitioner": lambda case: case.lead_practitioner is None,
    "first_plan": lambda case: not any(action.what for action in case.actions),
    "closure_form": lambda case: case.draft("closure") is None and not case.finished("closure"),
    "need_outcomes": lambda case: any(not need.outcome for need in case.needs),
}
"""Whether the record breaks a rule, by the rule's code."""


def _social_care_told(case: Case) -> list[str]:
    if case.step_on("step_down") is None:
        return ["This family did not come from social care."]
    return ["This was recorded already."] if case.step_on("social_care_told") else []


def _back_to(state: State) -> Callable[[Case], list[str]]:
    """The duty service took no further action: a case goes on where it was."""

    def guard(case: Case) -> list[str]:
        return [] if case.came_from == state else ["That is not where this case was."]

    return guard


def _back_to_plan(case: Case) -> list[str]:
    return [] if case.plan_agreed_on else ["There was no plan before social care was called."]


def _back_to_request(case: Case) -> list[str]:
    if case.plan_agreed_on:
        return ["There was a plan already; go back to the plan."]
    if not case.step_on("send"):
        return ["The request was never sent; go back to writing it."]
    return _back_to(State.SENT)(case)


def _back_to_draft(case: Case) -> list[str]:
    if case.step_on("send"):
        return ["The request was sent already."]
    return _back_to(State.DRAFT)(case)


_WHERE: Final[Mapping[str, Callable[[Case], list[str]]]] = {
    "social_care_told": _social_care_told,
    "back_to_draft": _back_to_draft,
    "back_to_under_6_weeks": _back_to(State.UNDER_SIX_WEEKS),
    "back_to_twelve_weeks": _back_to(State.TWELVE_WEEKS),
    "back_to_assessment": _back_to(State.ASSESSING),
    "back_to_panel": _back_to(State.MASP),
    "back_to_plan": _back_to_plan,
    "back_to_request": _back_to_request,
}
"""Moves that depend on where the case came from."""
