"""What is due while an assessment runs: the assessment and its first meeting, then the plan with
its reviews, meetings and actions, and what the team decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.decided import CLOSES, done_after, last_decided, wants_assessment
from ehdesk.domain.due import Obligation, so_far
from ehdesk.domain.due_holidays import before_the_holiday, why_before
from ehdesk.domain.due_panel import BACK_TO_THE_PLAN
from ehdesk.domain.due_sharing import referred_since
from ehdesk.domain.moves import BEGINS_ASSESSING
from ehdesk.domain.pathway import State
from ehdesk.domain.plan import Meeting
from ehdesk.domain.review_days import last_looked_at, next_review_due, review_day
from ehdesk.domain.school_calendar import long_holiday_on
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_short_date


def assessing(case: Case, pack: Pack) -> Iterator[Obligation]:
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


def next_review(case: Case, pack: Pack) -> Obligation:
    number = len(case.held_reviews) + 1
    last = last_looked_at(case)
    planned = next_review_due(case, pack)
    due, lawful, holiday = review_day(case, pack)
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


def closing(case: Case) -> Iterator[Obligation]:
    draft = case.draft("closure")
    if draft is not None:
        yield Obligation(
            "close",
            "Finish the closure form",
            f"{draft.steps_done} of {draft.steps_total} steps done",
            "A case closes with its closure form",
            waiting_since=local(draft.started_at).date(),
        )


def decided(case: Case, pack: Pack) -> Iterator[Obligation]:
    """What the last meeting or review decided and nobody has done yet. To close or to ask the panel
    is overtaken by what the panel said since."""
    last = last_decided(case)
    if last is None:
        return
    detail = pack.say(f"decided at {last.where}")
    asked = done_after(case, last, "refer_to_masp", *BACK_TO_THE_PLAN)
    if last.what in CLOSES and case.draft("closure") is None and not asked:
        yield Obligation(
            "close",
            "Fill in the closure form",
            detail,
            "A case closes with its closure form",
            waiting_since=last.on,
        )
    elif last.what == "masp" and case.road_state is State.PLAN and not asked:
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
    elif last.what == "change_lead" and not done_after(case, last, "handed_over"):
        yield Obligation(
            "hand_over",
            pack.say("Change the {lead_practitioner.name}"),
            so_far(case.draft("hand_over")) or detail,
            "Who leads next takes over with a hand-over",
            waiting_since=last.on,
        )
    elif last.what == "refer" and not referred_since(case, last.on):
        yield Obligation(
            "refer",
            "Refer to another service",
            detail,
            "A referral is in the log of what was shared",
            waiting_since=last.on,
        )


def social_care(case: Case) -> Iterator[Obligation]:
    """Domain notes 4.6: social care stays open until the assessment runs; then somebody says so."""
    told = case.state is not State.PLAN or case.step_on("social_care_told")
    if case.step_on("step_down") and not told:
        yield Obligation(
            "social_care",
            "Tell social care that the assessment runs",
            "Stepped down to early help",
            "Social care closes once early help runs",
            waiting_since=case.plan_agreed_on,
        )


def actions(case: Case) -> Iterator[Obligation]:
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


def next_meeting(case: Case, pack: Pack) -> Iterator[Obligation]:
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
