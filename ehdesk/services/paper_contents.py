"""What each paper says, taken from the case. One function a paper, one line in ``CONTENTS``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ehdesk.authority.pack import Pack
from ehdesk.documents.closure import (
    CarriesOn,
    ClosingReason,
    ClosureForm,
    ManagerLine,
    NeedOutcome,
    OutcomeDistance,
    OwnWords,
)
from ehdesk.documents.family_plan import FamilyPlan, PlanAction, PlanOutcome
from ehdesk.domain.case import Case
from ehdesk.domain.due_plan import planned_meeting
from ehdesk.domain.paper_copy import Audience
from ehdesk.domain.pathway import State
from ehdesk.domain.people import Person
from ehdesk.domain.plan import Action
from ehdesk.domain.review_days import next_review_due
from ehdesk.domain.user import User
from ehdesk.domain.words import join_names, plural
from ehdesk.kernel.dates import say_date, say_full_date
from ehdesk.services import paper_chronology as story
from ehdesk.services import paper_hub as hub
from ehdesk.services import paper_minutes as taf
from ehdesk.services.paper_consent import blank_consent, filled_consent, has_consent
from ehdesk.services.paper_cover import cover
from ehdesk.services.paper_decision import (
    NOBODY_ASKED,
    decision_letter,
    decision_reply,
    has_answer,
    has_referrer,
)
from ehdesk.services.paper_source import Source


@dataclass(frozen=True)
class Content:
    """When a paper exists for a case, what to say when it does not, and what it holds.

    ``form`` is the form whose records it prints; empty when it is made from the case alone.
    ``audiences`` are those it can be made for, the usual one first.
    """

    exists: Callable[[Case], bool]
    missing: str
    make: Callable[[Source], Any]
    form: str = ""
    audiences: tuple[Audience, ...] = (Audience.PROFESSIONAL,)


def family_plan(source: Source) -> FamilyPlan:
    """The family's own copy. What is on it is listed here, so nothing else can slip on to it."""
    case, pack, user, today = source.case, source.pack, source.user, source.today
    held = case.held_meetings
    at_home = [p for p in case.people if p.lives != "elsewhere"]
    adults_first = sorted(at_home, key=lambda p: p.kind == "child")
    meeting = planned_meeting(case)
    meet_on = meeting.next_on if meeting and (meeting.next_on or today) >= today else None
    first_names = {p.full_name: p.first_name for p in case.people}
    first_names |= {p.name: p.first_name for p in case.professionals}
    return FamilyPlan(
        family_name=case.family.name,
        first_names=tuple(p.first_name for p in adults_first if p.first_name),
        agreed_on=held[-1].held_on if held else case.plan_agreed_on,
        look_again_by=next_review_due(case, pack),
        outcomes=tuple(
            PlanOutcome(
                number=outcome.number,
                title=outcome.title,
                words=outcome.words,
                words_by=outcome.words_by,
                start=outcome.start,
                now=outcome.now,
                hoped=outcome.hoped,
                actions=tuple(
                    _action(a, first_names, today)
                    for a in outcome.actions
                    if a.progress != "dropped"
                ),
            )
            for outcome in case.outcomes
        ),
        ring_name=case.lead,
        ring_role_words=pack.say("your {lead_practitioner.name}"),
        ring_phone=_phone_of_lead(case, user),
        meet_when_words=say_full_date(meet_on) if meet_on else "",
        meet_where=meeting.next_venue if meeting and meet_on else "",
        version=max(1, len(held) + len(case.held_reviews)),
    )


def _action(action: Action, first_names: dict[str, str], today: date) -> PlanAction:
    when = action.by_words or (say_date(action.by_when, today) if action.by_when else "")
    return PlanAction(
        what=action.what,
        who=", ".join(first_names.get(who, who) for who in action.who.split(", ")),
        when_words=when,
        done=action.progress == "done",
    )


def _phone_of_lead(case: Case, user: User) -> str:
    lead = case.lead_practitioner
    if lead is not None and lead.phone:
        return lead.phone
    return user.phone if case.lead in ("", user.name) else ""


def closure(source: Source) -> ClosureForm:
    """The closure form, as finished or as far as it is filled in."""
    case, pack = source.case, source.pack
    answers = _closure_answers(case)
    closing = case.closure
    reason = closing.reason if closing else str(answers.get("why.reason") or "")
    lead = case.lead_practitioner
    return ClosureForm(
        title=pack.say("{early_help.name} {closure.name}"),
        family_name=case.family.name,
        reference=case.reference,
        closed_on=closing.closed_on if closing else None,
        children=tuple(_child(child, source.today) for child in case.children),
        carers=tuple(_adult(person) for person in case.adults),
        lead_practitioner=lead.described if lead else case.lead,
        lead_words=pack.term("lead_practitioner"),
        signatures=("Parent or carer", "Young person", pack.term("lead_practitioner"), "Manager"),
        opened_on=case.opened_on,
        opened_words=f"after a request from {case.asker}" if case.asker else "",
        help_type=_help_type(case, pack),
        meetings_words=_meetings_words(case, pack),
        reasons=tuple(
            ClosingReason(label=option.name, ticked=option.code == reason)
            for option in pack.closure_reasons
            if option.on_form or option.code == reason
        ),
        needs=tuple(
            NeedOutcome(
                need=pack.label("needs", need.code),
                outcome=_NEED_OUTCOMES.get(need.outcome, "Not recorded"),
                evidence=need.evidence,
            )
            for need in case.needs
        ),
        outcomes=tuple(
            OutcomeDistance(
                title=outcome.title, start=outcome.start, now=outcome.now, hoped=outcome.hoped
            )
            for outcome in case.outcomes
        ),
        started_on=case.plan_agreed_on,
        numbers_words=_numbers_words(case),
        voices=_voices(case, answers),
        carries_on=tuple(CarriesOn(service=s.service, detail=s.detail) for s in case.signposts),
        manager=_manager(case, answers),
        draft=not case.finished("closure"),
    )


_NEED_OUTCOMES = {
    "met": "Met",
    "partly": "Partly met",
    "not_met": "Not met",
    "no_longer": "No longer applies",
}


def _closure_answers(case: Case) -> dict[str, Any]:
    records = [r for r in case.records if r.form == "closure"]
    return dict(records[-1].answers) if records else {}


def _child(child: Person, today: date) -> str:
    age = child.age(today)
    named = child.full_name if age is None else f"{child.full_name}, {age}"
    place = ", ".join(part for part in (child.school, child.school_year(today)) if part)
    return f"{named} ({place})" if place else named


def _adult(person: Person) -> str:
    if person.relationship:
        return f"{person.full_name} ({person.relationship})"
    return person.full_name


def _help_type(case: Case, pack: Pack) -> str:
    if case.route == "eha" or case.plan_agreed_on:
        return pack.say("{eha.name}, with {taf.a_full}")
    return pack.label("routes", case.route) if case.route else ""


def _meetings_words(case: Case, pack: Pack) -> str:
    meetings, reviews = len(case.held_meetings), case.held_reviews
    late = sum(bool(r.held_on and r.held_on > r.was_due) for r in reviews)
    called = pack.say("{taf} meeting")
    words = [plural(meetings, called)] if meetings else []
    if reviews:
        words.append(
            plural(len(reviews), "review") + (f", {late} held late" if late else ", all on time")
        )
    return ", ".join(words) if words else f"No {called}s"


def _numbers_words(case: Case) -> str:
    givers = join_names(dict.fromkeys(o.words_by for o in case.outcomes if o.words_by))
    return f"Numbers given by {givers}." if givers else ""


def _voices(case: Case, answers: dict[str, Any]) -> tuple[OwnWords, ...]:
    said = [("distance.different", "The family"), ("views.parents", "Parents or carers")]
    words = [OwnWords(words=str(answers[key]), who=who) for key, who in said if answers.get(key)]
    names = {str(child.id): child.first_name for child in case.children}
    for row in answers.get("views.children") or ():
        if row.get("words"):
            words.append(OwnWords(words=row["words"], who=names.get(row.get("child"), "")))
    return tuple(words)


def _manager(case: Case, answers: dict[str, Any]) -> ManagerLine | None:
    if case.closure:
        return ManagerLine(
            name=case.closure.manager, words=case.closure.manager_line, on=case.closure.closed_on
        )
    name = str(answers.get("agree.manager") or "")
    line = str(answers.get("agree.line") or "")
    return ManagerLine(name=name, words=line) if name else None


_FAMILY_ONLY = (Audience.FAMILY,)

CONTENTS: dict[str, Content] = {
    "family-plan": Content(
        exists=lambda case: bool(case.plan_agreed_on or case.outcomes),
        missing="The first {taf} meeting makes the plan.",
        make=family_plan,
        audiences=_FAMILY_ONLY,
    ),
    "closure": Content(
        exists=lambda case: any(record.form == "closure" for record in case.records),
        missing="The closure form has not been begun.",
        make=closure,
    ),
    "consent": Content(
        exists=has_consent,
        missing="Nothing is recorded about consent. The blank form can be printed.",
        make=filled_consent,
        audiences=_FAMILY_ONLY,
    ),
    "consent-blank": Content(
        exists=lambda case: case.is_open,
        missing="The case has ended.",
        make=blank_consent,
        audiences=_FAMILY_ONLY,
    ),
    "hub-proforma": Content(
        exists=lambda case: any(record.form == hub.FORM for record in case.records),
        missing="The page for the Hub has not been begun.",
        make=hub.hub_proforma,
        form=hub.FORM,
    ),
    "minutes": Content(
        exists=lambda case: any(record.form == taf.FORM for record in case.records),
        missing="No {taf} meeting has been written down.",
        make=taf.minutes,
        form=taf.FORM,
        audiences=(Audience.PROFESSIONAL, Audience.FAMILY),
    ),
    "chronology": Content(
        exists=lambda case: any(step.to_state != State.DRAFT for step in case.steps),
        missing="Nothing has happened yet but the beginning of the request.",
        make=story.whole,
    ),
    "chronology-panel": Content(
        exists=lambda case: any(record.form == story.FORM for record in case.records),
        missing="The referral to the panel has not been begun.",
        make=story.for_panel,
        form=story.FORM,
    ),
    "cover": Content(
        exists=lambda case: case.is_open,
        missing="The case has ended.",
        make=cover,
    ),
    "decision-letter": Content(
        exists=has_answer,
        missing=NOBODY_ASKED,
        make=decision_letter,
        audiences=_FAMILY_ONLY,
    ),
    "decision-reply": Content(
        exists=has_referrer,
        missing="Nobody has decided this request yet, or the family asked for themselves.",
        make=decision_reply,
    ),
}
