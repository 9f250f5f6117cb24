"""What is due for a case: computed from its records and the pack's clocks, never typed.

The first obligation is the case's next step. The order is the design's: safeguarding, then by the
day it is due on or has waited since.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.consent_checks import next_consent_check
from ehdesk.domain.decided import CLOSES, done_after, last_decided, wants_assessment
from ehdesk.domain.due import BEGINS_ASSESSING, SAFETY, Obligation, date_in, so_far
from ehdesk.domain.due_before_help import before_help, unanswered_checks
from ehdesk.domain.due_beside import (
    consent_withdrawn,
    follow_up,
    second_case,
    with_the_pause,
)
from ehdesk.domain.due_drift import drift, panel_first
from ehdesk.domain.due_holidays import before_the_holiday, who_holds, why_before
from ehdesk.domain.due_sharing import minutes_to_share, tell_the_referrer
from ehdesk.domain.due_short_work import short_work
from ehdesk.domain.oversight_due import oversight_due
from ehdesk.domain.pathway import State
from ehdesk.domain.plan import Meeting
from ehdesk.domain.school_calendar import Holiday, long_holiday_on
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_short_date

__all__ = [
    "SAFETY",
    "Obligation",
    "last_looked_at",
    "latest_review_day",
    "next_review_due",
    "obligations",
    "planned_meeting",
    "proposed_review",
]

OF_PANEL = (
    "refer_to_masp",
    "back_to_panel",
    "panel_deferred",
    "panel_steps_up",
    "panel_closes",
)
"""The moves that say where a case with the panel stands."""

BESIDE = frozenset(
    {
        *("oversight", "sign_off", "returned", "disagreement"),
        *("checks", "tell_referrer", "minutes", "holidays", "drift"),
    }
)
"""Kinds that are never the next step of a case while there is another: they are between workers, or
a duty beside the road, and the family comes first (design, note 08)."""


def obligations(case: Case, pack: Pack) -> tuple[Obligation, ...]:
    """Everything due for the case, the next step first. A case that has ended may still be looked
    at once more."""
    if not case.is_open:
        return (*tell_the_referrer(case, pack), *follow_up(case, pack))
    found = list(_by_state(case, pack))
    if case.state in (State.MASP, State.DAS) and case.plan_agreed_on:
        found.append(_next_review(case, pack))  # the plan's clock runs on meanwhile
    if case.state is State.PLAN:
        found += _decided(case, pack)
        found += _social_care(case)
        found += _planned_meeting(case, pack)
    if case.state in (State.PLAN, State.MASP):
        found += _actions(case)
    found += unanswered_checks(case, pack)
    found += tell_the_referrer(case, pack)
    found += minutes_to_share(case, pack)
    found += who_holds(case, pack)
    found += panel_first(case, pack)
    found += drift(case, pack)
    found += consent_withdrawn(case)
    found += second_case(case)
    if case.state in (State.ASSESSING, State.PLAN):
        found += _ask_consent(case, pack)
    if case.draft("closure"):
        found += _closing(case)
    found += oversight_due(case, pack)
    if case.pause:
        found = list(with_the_pause(found, case.pause))
    found.sort(key=_order)
    return tuple(found)


def _order(one: Obligation) -> tuple[bool, bool, date]:
    return one.kind not in SAFETY, one.kind in BESIDE, one.due or one.waiting_since or date.max


def latest_review_day(case: Case, pack: Pack) -> date | None:
    """The last lawful day for the next review: so long after the first TAF meeting or the last
    review held (leaflet: review action plan every 3 months; the pack's clock says how long)."""
    since = last_looked_at(case)
    return pack.clock("review").after(since) if since else None


def last_looked_at(case: Case) -> date | None:
    """The day the plan was agreed or last reviewed."""
    held = [review.held_on for review in case.held_reviews if review.held_on]
    return max(held) if held else case.plan_agreed_on


def next_review_due(case: Case, pack: Pack) -> date | None:
    """The day agreed at the last review, never beyond the last lawful one unless with a reason."""
    reviews = case.held_reviews
    if reviews and reviews[-1].next_due:
        return reviews[-1].next_due
    return latest_review_day(case, pack)


def proposed_review(case: Case, pack: Pack) -> date | None:
    """The day for the next review as it is shown: the one agreed, never beyond the last lawful one,
    and before a long holiday rather than in it."""
    return _review_day(case, pack)[0]


def _review_day(case: Case, pack: Pack) -> tuple[date | None, date | None, Holiday | None]:
    """The day proposed, the one it would be otherwise, and the holiday between them."""
    planned, latest = next_review_due(case, pack), latest_review_day(case, pack)
    if planned is None:
        return None, None, None
    lawful = min(planned, latest) if latest else planned
    day, holiday = before_the_holiday(lawful, last_looked_at(case), pack)
    return day, lawful, holiday


def _by_state(case: Case, pack: Pack) -> Iterator[Obligation]:
    match case.state:
        case State.DAS:
            yield _answer_of_das(case, pack)
        case State.UNDER_SIX_WEEKS | State.TWELVE_WEEKS:
            yield from short_work(case, pack)
        case State.ASSESSING:
            yield from _assessing(case, pack)
        case State.PLAN:
            yield _next_review(case, pack)
        case State.MASP:
            yield from _panel(case, pack)
        case _:
            yield from before_help(case, pack)


def _assessing(case: Case, pack: Pack) -> Iterator[Obligation]:
    start = case.step_on(*BEGINS_ASSESSING) or case.opened_on
    lawful = pack.clock("first_taf").after(start)
    due, holiday = before_the_holiday(lawful, start, pack)
    draft = case.draft("eha")
    kind = "assess"
    if draft is None and not case.finished("eha"):
        title, detail = "Start the assessment", pack.say("Then hold the first {taf} meeting")
    elif draft and draft.steps_done < draft.steps_total:
        title = "Finish the assessment"
        detail = f"{draft.steps_done} of {draft.steps_total} steps done"
    else:
        kind = "first_taf"
        title, detail = pack.say("Hold the first {taf} meeting"), "Assessment ready to agree"
    if holiday:
        detail = f"{detail}, {why_before(lawful, holiday)}"
    yield Obligation(
        kind,
        title,
        detail,
        pack.say("The first {taf} meeting agrees the assessment and the plan"),
        due=due,
    )


def _next_review(case: Case, pack: Pack) -> Obligation:
    number = len(case.held_reviews) + 1
    last = last_looked_at(case)
    planned = next_review_due(case, pack)
    due, lawful, holiday = _review_day(case, pack)
    detail = f"review {number}"
    if planned and lawful and planned > lawful:
        # It was agreed with a reason. The clock runs on all the same, so that nobody forgets why.
        detail = f"{detail}, agreed for {say_short_date(planned)} with a reason"
    if holiday and lawful:
        detail = f"{detail}, {why_before(lawful, holiday)}"
    return Obligation(
        "review",
        pack.say("Hold the {review.name}"),
        detail,
        pack.say("The plan is reviewed at least every {review.length}"),
        due=due,
        waiting_since=last,
    )


def _closing(case: Case) -> Iterator[Obligation]:
    draft = case.draft("closure")
    if draft is not None:
        yield Obligation(
            "close",
            "Finish the closure form",
            f"{draft.steps_done} of {draft.steps_total} steps done",
            "A case closes with its closure form",
            waiting_since=local(draft.started_at).date(),
        )


def _ask_consent(case: Case, pack: Pack) -> Iterator[Obligation]:
    """Domain notes 2.9: consent is asked about again."""
    stands = case.consent is None or case.consent.withdrawn_on is None
    due = next_consent_check(case, pack) if stands else None
    if due is not None:
        yield Obligation(
            "ask_consent",
            "Ask about consent again",
            so_far(case.draft("consent")) or "consent and sharing",
            "Consent is asked about again, and before a new agency joins",
            due=due,
        )


def _decided(case: Case, pack: Pack) -> Iterator[Obligation]:
    """What the last meeting or review decided and nobody has done yet."""
    last = last_decided(case)
    if last is None:
        return
    detail = pack.say(f"decided at {last.where}")
    if last.what in CLOSES and case.draft("closure") is None:
        yield Obligation(
            "close",
            "Fill in the closure form",
            detail,
            "A case closes with its closure form",
            waiting_since=last.on,
        )
    elif last.what == "masp" and not done_after(case, last, "refer_to_masp"):
        yield Obligation(
            "refer_to_masp",
            pack.say("Refer to the {masp.full}"),
            so_far(case.draft("masp")) or detail,
            "Needs not met, or the family disengaged, go to the panel",
            waiting_since=last.on,
        )
    elif last.what == "step_up" and not done_after(case, last, "step_up", "refer_to_das"):
        yield Obligation(
            "step_up",
            "Step up to social care",
            so_far(case.draft("step_up")) or detail,
            "A worry that grows goes to the duty service",
            waiting_since=last.on,
        )
    elif wants_assessment(case):
        draft = case.draft("eha")
        yield Obligation(
            "assess",
            "Finish the new assessment" if draft else "Assess again",
            so_far(draft) or detail,
            "New needs, or a plan that does not meet them, are assessed anew",
            waiting_since=last.on,
        )


def _answer_of_das(case: Case, pack: Pack) -> Obligation:
    """Until the duty service has answered: it never waits out of sight for a day that is set."""
    detail = "Referred for safeguarding"
    told = [step.move for step in case.steps if step.move in ("refer_to_das", "step_up")]
    if told[-1:] == ["step_up"]:
        ask_again = date_in(case, "step_up", "send.chase_on")
        by = f", ask again on {say_short_date(ask_again)}" if ask_again else ""
        detail = f"Stepped up, early help waits for the answer{by}"
    elif case.das_referral and case.das_referral.meanwhile:
        goes_on = case.das_referral.meanwhile == "goes_on"
        detail += ", the case goes on meanwhile" if goes_on else ", the case waits meanwhile"
    return Obligation(
        "safeguarding",
        pack.say("Record what {das} decided"),
        detail,
        "A safeguarding concern is followed until somebody has answered",
        waiting_since=case.step_on("refer_to_das", "step_up"),
    )


def _panel(case: Case, pack: Pack) -> Iterator[Obligation]:
    """With the panel: its answer, or what its answer asks for."""
    last = [step for step in case.steps if step.move in OF_PANEL][-1]
    match last.move:
        case "panel_steps_up":
            yield Obligation(
                "step_up",
                "Step up to social care",
                so_far(case.draft("step_up")) or "decided by the panel",
                "The panel decided to step up",
                waiting_since=last.happened_on,
            )
        case "panel_closes" if case.draft("closure") is None:
            yield Obligation(
                "close",
                "Fill in the closure form",
                "decided by the panel",
                "A case closes with its closure form",
                waiting_since=last.happened_on,
            )
        case "panel_closes":
            return
        case "panel_deferred":
            yield Obligation(
                "panel",
                "Tell the panel what it asked for",
                pack.say("{masp.full}"),
                "The panel needs to know more before it decides",
                due=date_in(case, "panel", "follow.review_on"),
                waiting_since=last.happened_on,
            )
        case _:
            yield Obligation(
                "panel",
                "Record what the panel decided",
                pack.say("{masp.full}"),
                "The panel's answer goes back into the plan",
                due=date_in(case, "masp", "send.panel_on"),
                waiting_since=case.step_on("refer_to_masp"),
            )


def _social_care(case: Case) -> Iterator[Obligation]:
    """Domain notes 4.6: social care stays open until the assessment runs; then somebody says so."""
    if case.step_on("step_down") and not case.step_on("social_care_told"):
        yield Obligation(
            "social_care",
            "Tell social care that the assessment runs",
            "Stepped down to early help",
            "Social care closes once early help runs",
            waiting_since=case.plan_agreed_on,
        )


def _actions(case: Case) -> Iterator[Obligation]:
    for action in case.actions:
        if action.is_open and action.by_when:
            yield Obligation(
                "action",
                action.what,
                f"action {action.number}" + (f", with {action.who}" if action.who else ""),
                "Agreed in the plan",
                due=action.by_when,
                subject_id=action.id,
            )


def planned_meeting(case: Case) -> Meeting | None:
    """The meeting held last, while the next one it agreed is still to come. A review held on that
    day or later was that meeting: the team has looked at the plan together."""
    last = case.held_meetings[-1] if case.held_meetings else None
    if last is None or last.next_on is None:
        return None
    reviewed = max((r.held_on for r in case.held_reviews if r.held_on), default=date.min)
    return None if reviewed >= last.next_on else last


def _planned_meeting(case: Case, pack: Pack) -> Iterator[Obligation]:
    last = planned_meeting(case)
    if last is not None:
        place = f", {last.next_venue}" if last.next_venue else ""
        why = "Agreed at the last meeting"
        holiday = long_holiday_on(last.next_on, pack.school_terms) if last.next_on else None
        if holiday is not None:
            # The team agreed on the day, so it stays; a better one is proposed.
            better = say_short_date(holiday.last_school_day)
            why = f"{why}. It falls in the {holiday.name.lower()}: better by {better}"
        yield Obligation(
            "meeting",
            pack.say("{taf.full} meeting"),
            pack.say("{taf} {number}{place}", number=last.number + 1, place=place),
            why,
            due=last.next_on,
        )
