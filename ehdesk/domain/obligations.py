"""What is due for a case: computed from its records and the pack's clocks, never typed.

The first obligation is the case's next step. The order is the design's: safeguarding, then by the
day it is due on or has waited since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.consent_checks import next_consent_check
from ehdesk.domain.decided import CLOSES, done_after, last_decided, wants_assessment
from ehdesk.domain.needs import count_needs
from ehdesk.domain.pathway import State
from ehdesk.domain.plan import Meeting
from ehdesk.domain.records import Record
from ehdesk.domain.words import plural
from ehdesk.forms.checks import iso_date
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_short_date


@dataclass(frozen=True)
class Obligation:
    """One thing somebody must do.

    ``due`` is the last day it should be done on; where the pack has no clock for it, ``due`` is
    None and ``waiting_since`` says how long it has waited. ``why`` names the rule.
    """

    kind: str
    title: str
    detail: str
    why: str
    due: date | None = None
    waiting_since: date | None = None
    subject_id: UUID | None = None


SAFETY = frozenset({"safeguarding", "step_up"})
"""Kinds that come before everything else (design, note 08)."""


def obligations(case: Case, pack: Pack) -> tuple[Obligation, ...]:
    """Everything due for the case, the next step first."""
    found = list(_by_state(case, pack))
    if case.state is State.PLAN:
        found += _decided(case, pack)
        found += _social_care(case)
        found += _actions(case)
        found += _planned_meeting(case, pack)
    if case.state in (State.ASSESSING, State.PLAN):
        found += _consent(case, pack)
    if case.draft("closure"):
        found += _closing(case)
    found.sort(key=lambda o: (o.kind not in SAFETY, o.due or o.waiting_since or date.max))
    return tuple(found)


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


def _by_state(case: Case, pack: Pack) -> Iterator[Obligation]:
    match case.state:
        case State.DRAFT:
            yield _finish_draft(case)
        case State.SENT:
            back = sum(check.back for check in case.checks)
            detail = f"{back} of {len(case.checks)} checks back" if case.checks else ""
            asked = plural(count_needs((need.code for need in case.needs), pack), "need")
            yield Obligation(
                "decide",
                "Decide the request",
                ", ".join(part for part in (detail or "Checks not started", asked) if part),
                "The duty team checks each request and records its decision",
                waiting_since=case.step_on("send", "back_to_request"),
            )
        case State.DAS:
            yield _answer_of_das(case, pack)
        case State.UNDER_SIX_WEEKS:
            start = case.step_on("accept_under_6_weeks") or case.opened_on
            yield Obligation(
                "end_short_work",
                "Close, signpost or move up",
                pack.say("{under_6_weeks.work}, {who}", who=case.worker or "not allocated"),
                pack.say("Work kept by {ehdas} ends within {under_6_weeks.length}"),
                due=pack.clock("under_6_weeks").after(start),
            )
        case State.TWELVE_WEEKS:
            start = case.step_on("accept_twelve_weeks") or case.opened_on
            yield Obligation(
                "end_short_work",
                "Review and act: close, signpost or move up",
                pack.say("{twelve_weeks.work}, {who}", who=case.worker or "not allocated"),
                pack.say("Short-term work lasts {twelve_weeks.length}"),
                due=pack.clock("twelve_weeks").after(start),
            )
        case State.ASSESSING:
            yield from _assessing(case, pack)
        case State.PLAN:
            yield _next_review(case, pack)
        case State.MASP:
            yield from _panel(case, pack)
        case _:
            return


def _assessing(case: Case, pack: Pack) -> Iterator[Obligation]:
    start = case.step_on("accept_eha", "escalate", "step_down") or case.opened_on
    due = pack.clock("first_taf").after(start)
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
    return Obligation(
        "review",
        pack.say("Hold the {review.name}"),
        f"review {number}",
        pack.say("The plan is reviewed at least every {review.length}"),
        due=planned,
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


def _consent(case: Case, pack: Pack) -> Iterator[Obligation]:
    """Domain notes 2.9: consent is asked about again, and a family may stop on any day."""
    stopped_on = case.consent.withdrawn_on if case.consent else None
    due = next_consent_check(case, pack)
    if stopped_on is not None:
        yield Obligation(
            "consent_withdrawn",
            "Agree what happens now",
            "the family has withdrawn consent",
            "The plan pauses and nothing more is shared until the family says what it wants",
            waiting_since=stopped_on,
        )
    elif due is not None:
        yield Obligation(
            "ask_consent",
            "Ask about consent again",
            _so_far(case.draft("consent")) or "consent and sharing",
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
            _so_far(case.draft("masp")) or detail,
            "Needs not met, or the family disengaged, go to the panel",
            waiting_since=last.on,
        )
    elif last.what == "step_up" and not done_after(case, last, "step_up", "refer_to_das"):
        yield Obligation(
            "step_up",
            "Step up to social care",
            _so_far(case.draft("step_up")) or detail,
            "A worry that grows goes to the duty service",
            waiting_since=last.on,
        )
    elif wants_assessment(case):
        draft = case.draft("eha")
        yield Obligation(
            "assess",
            "Finish the new assessment" if draft else "Assess again",
            _so_far(draft) or detail,
            "New needs, or a plan that does not meet them, are assessed anew",
            waiting_since=last.on,
        )


def _so_far(draft: Record | None) -> str:
    return f"{draft.steps_done} of {draft.steps_total} steps done" if draft else ""


def _finish_draft(case: Case) -> Obligation:
    stepping_down = case.draft("step_down")
    if stepping_down is not None:
        return Obligation(
            "finish_request",
            "Finish the step-down form",
            _so_far(stepping_down),
            "Social care stays open until the assessment runs",
            waiting_since=case.opened_on,
        )
    return Obligation(
        "finish_request",
        "Finish the request",
        _so_far(case.draft("request")),
        "A request helps nobody until it is sent",
        waiting_since=case.opened_on,
    )


def _answer_of_das(case: Case, pack: Pack) -> Obligation:
    """Until the duty service has answered: it never waits out of sight for a day that is set."""
    detail = "Referred for safeguarding"
    if case.steps[-1].move == "step_up":
        ask_again = _date_in(case, "step_up", "send.chase_on")
        by = f", ask again on {say_short_date(ask_again)}" if ask_again else ""
        detail = f"Stepped up, early help waits for the answer{by}"
    return Obligation(
        "safeguarding",
        pack.say("Record what {das} decided"),
        detail,
        "A safeguarding concern is followed until somebody has answered",
        waiting_since=case.step_on("refer_to_das", "step_up"),
    )


def _panel(case: Case, pack: Pack) -> Iterator[Obligation]:
    """With the panel: its answer, or what its answer asks for."""
    moves = [s for s in case.steps if s.to_state == State.MASP]
    last = moves[-1]
    match last.move:
        case "panel_steps_up":
            yield Obligation(
                "step_up",
                "Step up to social care",
                _so_far(case.draft("step_up")) or "decided by the panel",
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
                due=_date_in(case, "panel", "follow.review_on"),
                waiting_since=last.happened_on,
            )
        case _:
            yield Obligation(
                "panel",
                "Record what the panel decided",
                pack.say("{masp.full}"),
                "The panel's answer goes back into the plan",
                due=_date_in(case, "masp", "send.panel_on"),
                waiting_since=case.step_on("refer_to_masp"),
            )


def _date_in(case: Case, form: str, key: str) -> date | None:
    """A date that the last finished record of a form gives."""
    records = case.finished(form)
    return iso_date(records[-1].answers.get(key)) if records else None


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
        yield Obligation(
            "meeting",
            pack.say("{taf.full} meeting"),
            pack.say("{taf} {number}{place}", number=last.number + 1, place=place),
            "Agreed at the last meeting",
            due=last.next_on,
        )
