"""Why a move may not be made yet, in words. No reasons means that it may.

Only the law and the pathway say no here; guidance such as the needs count never does.
"""

from __future__ import annotations

from collections.abc import Callable

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import may, move_title

Guard = Callable[[Case, Pack], list[str]]


def reasons_against(move: str, case: Case, pack: Pack) -> tuple[str, ...]:
    """What still stands against the move, each as a sentence."""
    if not may(move, case.state):
        title = move_title(move, pack)
        return (f"This case cannot take the step “{title}” from where it is.",)
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
    """Whether a child is at risk now, the family was not asked, and the reason is recorded. All
    three: a reason that was typed before the first answer changed says nothing any more."""
    draft = case.draft("request")
    if draft is None or (case.consent and case.consent.how in ("written", "verbal")):
        return False
    at_risk = draft.answers.get("before_you_start.harm") == "yes"
    return at_risk and bool(str(draft.answers.get("consent.at_risk_reason") or "").strip())


def _first_taf(case: Case, pack: Pack) -> list[str]:
    reasons = []
    if not case.finished("eha") and case.draft("eha") is None:
        reasons.append(
            pack.say("Start the assessment first; the first {taf} meeting finalises it.")
        )
    # Schools' page, first principle: consent gained. A request about a child at risk may have
    # gone without; a plan with the family does not.
    if case.consent is None or not case.consent.is_written:
        reasons.append("Record the family’s written consent in the assessment.")
    elif _no_longer_agrees(case):
        reasons.append("The family no longer agrees, says the assessment. Close the case instead.")
    if case.lead_practitioner is None:
        reasons.append(pack.say("Choose the {lead_practitioner.name}."))
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


def _back_to_plan(case: Case, pack: Pack) -> list[str]:
    return [] if case.plan_agreed_on else [pack.say("There was no plan before {das} was called.")]


def _back_to_request(case: Case, pack: Pack) -> list[str]:
    if case.plan_agreed_on:
        return ["There was a plan already; go back to the plan."]
    return [] if case.step_on("send") else ["The request was never sent; go back to writing it."]


def _back_to_draft(case: Case, pack: Pack) -> list[str]:
    return ["The request was sent already."] if case.step_on("send") else []


_GUARDS: dict[str, Guard] = {
    "send": _send,
    "first_taf": _first_taf,
    "close": _close,
    "back_to_draft": _back_to_draft,
    "back_to_plan": _back_to_plan,
    "back_to_request": _back_to_request,
}
