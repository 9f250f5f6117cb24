"""Why a move may not be made yet, in words. No reasons means that it may.

Only the law and the pathway say no here; guidance such as the needs count never does.
"""

from __future__ import annotations

from collections.abc import Callable

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import MOVES, State, may

SIGNIFICANT_HARM = "4"
"""The level of need at which a request goes ahead without consent, with the reason recorded."""

Guard = Callable[[Case, Pack], list[str]]


def reasons_against(move: str, case: Case, pack: Pack) -> tuple[str, ...]:
    """What still stands against the move, each as a sentence."""
    if not may(move, case.state):
        return (f"This case cannot take the step “{MOVES[move].title}” from where it is.",)
    guard = _GUARDS.get(move)
    return tuple(guard(case, pack)) if guard else ()


def _send(case: Case, pack: Pack) -> list[str]:
    reasons = []
    consent = case.consent
    family = {person.id for person in case.people}
    if goes_without_consent(case):
        pass  # leaflet: a child at risk goes ahead; the reason is recorded instead
    elif consent is None or not consent.is_written:
        reasons.append("Written consent is not recorded yet.")
    elif not family.intersection(consent.given_by):
        reasons.append("Say who gave consent.")
    if not case.children:
        reasons.append("Add at least one child.")
    if not case.family.name:
        reasons.append("Enter the family name.")
    return reasons


def goes_without_consent(case: Case) -> bool:
    """Whether a child may be harmed (now, or at level 4, significant harm), the family was not
    asked, and the reason is recorded. All three: a reason that was typed before the first answer
    changed says nothing any more."""
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


def _first_taf(case: Case, pack: Pack) -> list[str]:
    reasons = []
    if not case.finished("eha") and case.draft("eha") is None:
        reasons.append("Start the assessment first; the first TAF meeting finalises it.")
    # Schools' page, first principle: consent gained. A request about a child at risk may have
    # gone without; a plan with the family does not.
    if case.consent is None or not case.consent.is_written:
        reasons.append("Record the family’s written consent in the assessment.")
    elif _no_longer_agrees(case):
        reasons.append("The family no longer agrees, says the assessment. Close the case instead.")
    if case.lead_practitioner is None:
        reasons.append("Choose the lead practitioner.")
    if not any(action.what for action in case.actions):
        reasons.append("Agree at least one action for the first action plan.")
    return reasons


def _no_longer_agrees(case: Case) -> bool:
    draft = case.draft("eha")
    return draft is not None and draft.answers.get("family.still_right") == "no"


def _close(case: Case, pack: Pack) -> list[str]:
    if case.draft("closure") is None and not case.finished("closure"):
        return ["Fill in the closure form."]
    return []


def _step_down(case: Case, pack: Pack) -> list[str]:
    """Taking part is voluntary, whatever plan is ending (schools' page: consent gained)."""
    reasons = []
    if case.draft("step_down") is None:
        reasons.append("Fill in the step-down form.")
    if case.consent is None or not case.consent.is_written:
        reasons.append("Written consent is not recorded yet.")
    elif not {person.id for person in case.people}.intersection(case.consent.given_by):
        reasons.append("Say who gave consent.")
    if not case.children:
        reasons.append("Add at least one child.")
    if not case.family.name:
        reasons.append("Enter the family name.")
    return reasons


def _social_care_told(case: Case, pack: Pack) -> list[str]:
    if case.step_on("step_down") is None:
        return ["This family did not come from social care."]
    return ["This was recorded already."] if case.step_on("social_care_told") else []


def _back_to(state: State) -> Guard:
    """DAS took no further action: a case goes on where it was."""

    def guard(case: Case, pack: Pack) -> list[str]:
        return [] if case.came_from == state else ["That is not where this case was."]

    return guard


def _back_to_plan(case: Case, pack: Pack) -> list[str]:
    return [] if case.plan_agreed_on else ["There was no plan before DAS was called."]


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


_GUARDS: dict[str, Guard] = {
    "send": _send,
    "first_taf": _first_taf,
    "close": _close,
    "step_down": _step_down,
    "social_care_told": _social_care_told,
    "back_to_draft": _back_to_draft,
    "back_to_under_6_weeks": _back_to(State.UNDER_SIX_WEEKS),
    "back_to_twelve_weeks": _back_to(State.TWELVE_WEEKS),
    "back_to_assessment": _back_to(State.ASSESSING),
    "back_to_panel": _back_to(State.MASP),
    "back_to_plan": _back_to_plan,
    "back_to_request": _back_to_request,
}
