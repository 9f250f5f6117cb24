"""The one thing to do next for a case: its verb, and where the verb leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.obligations import Obligation
from ehdesk.domain.pathway import State
from ehdesk.domain.short_work import SHORT_WORK
from ui.cases.forms_to_begin import open_form
from ui.kit.navigation import Navigator, Place


@dataclass(frozen=True)
class Verb:
    """What the button of the next step says."""

    words: str
    icon: str


_NEAR: Final = timedelta(days=14)

_VERBS = {
    "finish_request": Verb("Continue the request", "square-pen"),
    "decide": Verb("Decide the request", "scale"),
    "allocate": Verb("Allocate", "scale"),
    "hub_proforma": Verb("Fill in the page", "file-text"),
    "hub": Verb("Record the decision", "users-round"),
    "follow_up": Verb("Record how they are", "phone"),
    "second_case": Verb("Record what happens now", "route"),
    "pause": Verb("Record what happens now", "pause"),
    "end_short_work": Verb("Open the work", "clock"),
    "panel": Verb("Record the answer", "landmark"),
    "first_taf": Verb("Record the meeting", "users-round"),
    "meeting": Verb("Record the meeting", "users-round"),
    "review": Verb("Hold the review", "calendar-check"),
    "close": Verb("Open the closure form", "archive"),
    "refer_to_masp": Verb("Refer to the panel", "landmark"),
    "step_up": Verb("Fill in the step-up form", "shield-alert"),
    "social_care": Verb("Record it", "route"),
    "ask_consent": Verb("Open the consent form", "handshake"),
    "consent_withdrawn": Verb("Record what happens now", "route"),
    "action": Verb("Mark as done", "check"),
    "sign_off": Verb("See where it is", "signature"),
    "returned": Verb("Answer the comments", "undo-2"),
    "oversight": Verb("Open the record", "eye"),
    "disagreement": Verb("Open the disagreement", "split"),
    "checks": Verb("Open the checks", "phone"),
    "tell_referrer": Verb("Mark as told", "mail"),
    "minutes": Verb("Record who got them", "send"),
    "holidays": Verb("Say who", "sun"),
    "drift": Verb("Open the record", "eye"),
    "panel_first": Verb("Refer to the panel", "landmark"),
}


_SHORT = frozenset({"under_six_weeks", "twelve_weeks", "work_no_taf"})
_DECIDED = frozenset({"under_six_weeks", "twelve_weeks", "below_threshold", "hub"})
"""Nodes that a decision leads to: its record says how, where they have none of their own."""


def verb(step: Obligation, case: Case, pack: Pack) -> Verb:
    """The words and the icon of the button for ``step``."""
    if step.kind == "safeguarding":
        return Verb("Record their answer", "shield-alert")
    if step.kind == "finish_request" and case.draft("step_down"):
        return Verb("Continue the form", "square-pen")
    if step.kind == "assess":
        words = "Continue the assessment" if case.draft("eha") else "Start the assessment"
        return Verb(words, "clipboard-list")
    if step.kind == "review" and case.draft("review"):
        return Verb("Continue the review", "calendar-check")
    if step.kind in ("first_taf", "meeting") and case.draft("taf_meeting"):
        return Verb("Continue the meeting", "users-round")
    return _VERBS[step.kind]


def near(due: Sequence[Obligation], case: Case, today: date) -> tuple[Obligation, ...]:
    """What a case's page says is next. A case that has ended says so, and speaks of the look after
    closing only when its day is near."""
    if case.is_open:
        return tuple(due)
    return tuple(one for one in due if one.due and one.due <= today + _NEAR)


def take(
    step: Obligation, case: Case, desk: Desk, navigator: Navigator
) -> Callable[[], None] | None:
    """Do what the button of the next step says; gives what takes it back, where that can be.

    :raises EhdeskError: when the case has moved on in the meantime.
    """
    match step.kind:
        case "finish_request":
            record = case.draft("request") or case.draft("step_down")
            if record is not None:
                navigator.open_record(record.id)
        case "decide" | "allocate":
            navigator.go(Place("decide", case_id=case.id))
        case "safeguarding" if case.state is State.DAS:
            navigator.go(Place("das_answer", case_id=case.id))
        case "pause":
            navigator.go(Place("pause", case_id=case.id))
        case "end_short_work":
            navigator.go(Place("short_work", case_id=case.id))
        case "safeguarding" | "consent_withdrawn" | "second_case":
            navigator.go(Place("step", case_id=case.id, move=""))
        case "social_care":
            navigator.go(Place("step", case_id=case.id, move="social_care_told"))
        case "refer_to_masp":
            open_form("masp", case, desk, navigator)
        case "hub":
            open_form("hub_decision", case, desk, navigator)
        case "panel" | "step_up" | "hub_proforma" | "follow_up":
            open_form(step.kind, case, desk, navigator)
        case "ask_consent":
            open_form("consent", case, desk, navigator)
        case "assess":
            navigator.open_record(desk.assessments.open(case.id))
        case "first_taf" | "meeting":
            navigator.open_record(desk.meetings.start(case.id))
        case "review":
            navigator.open_record(desk.reviews.start(case.id))
        case "close":
            navigator.open_record(desk.closures.start(case.id))
        case "sign_off":
            kind = "sign" if desk.may(Deed.SIGN_OFF) else "comments"
            navigator.go(Place(kind, record_id=step.subject_id))
        case "returned":
            navigator.go(Place("comments", record_id=step.subject_id))
        case "checks":
            navigator.go(Place("decide", case_id=case.id))
        case "tell_referrer":
            take_back = desk.cases.tell_referrer(case.id)
            navigator.say("Recorded that whoever asked was told today", take_back)
            return take_back
        case "minutes":
            about = step.title.removeprefix("Share the ")
            navigator.go(Place("sharing", case_id=case.id, about=about))
        case "holidays":
            navigator.go(Place("holidays", case_id=case.id))
        case "panel_first":
            open_form("masp", case, desk, navigator)
        case "oversight" | "drift":
            navigator.open_case(case.id, "record")
        case "disagreement":
            navigator.go(Place("disagreement", case_id=case.id, key=step.subject_id))
        case "action":
            if step.subject_id is not None:
                undo = desk.plans.mark_done(case.id, step.subject_id)
                number = step.detail.partition(",")[0].removeprefix("action ")
                navigator.say(f"Marked {number} as done", undo)
                return undo
    return None


def open_node(node: str, case: Case, desk: Desk, navigator: Navigator) -> None:
    """Open what belongs to a node of the pathway map: its record, its tab, or the page on which
    the step to it is recorded.

    :raises EhdeskError: when the case has moved on in the meantime.
    """
    tabs = {"assessment": "assessment", "first_taf": "meetings", "review": "reviews"}
    records = {"request": "request", "accepted": "decision", "checks": "decision"}
    of_panel = {
        "masp": "masp",
        "resources": "panel",
        "hub": "hub_decision",
        "work_no_taf": "short_review",
    }
    if node in tabs:
        navigator.open_case(case.id, tabs[node])
    elif node in records:
        found = [record for record in case.records if record.form == records[node]]
        if node != "request" and case.state in (State.SENT, State.ACCEPTED):
            navigator.go(Place("decide", case_id=case.id))
        elif found:
            navigator.open_record(found[-1].id)
        else:
            navigator.say("This comes once the request is sent.")
    elif node in of_panel and case.finished(of_panel[node]):
        navigator.open_record(case.finished(of_panel[node])[-1].id)
    elif node == "close" and case.records:
        _open_closure(case, desk, navigator)
    elif node == "safeguarding" and case.state is State.DAS:
        navigator.go(Place("das_answer", case_id=case.id))
    elif node == "safeguarding" and not case.is_open and case.das_referrals:
        navigator.open_case(case.id, "timeline")
    elif node == "safeguarding":
        navigator.go(Place("das", case_id=case.id))
    elif node in _SHORT and case.state in SHORT_WORK:
        navigator.go(Place("short_work", case_id=case.id))
    elif node in _DECIDED and case.finished("decision"):
        navigator.open_record(case.finished("decision")[-1].id)
    elif case.is_open:
        navigator.go(Place("step", case_id=case.id, move=""))
    else:
        navigator.open_case(case.id, "record")


def _open_closure(case: Case, desk: Desk, navigator: Navigator) -> None:
    closing = [record for record in case.records if record.form == "closure"]
    if case.is_open:
        navigator.open_record(desk.closures.start(case.id))
    elif closing:
        navigator.open_record(closing[-1].id)
    else:
        navigator.open_case(case.id, "record")
