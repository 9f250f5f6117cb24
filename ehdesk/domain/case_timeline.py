"""The facts of one case that its timeline is made from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.ages import ages_on
from ehdesk.domain.case import Case
from ehdesk.domain.case_events import case_events
from ehdesk.domain.due_plan import planned_meeting
from ehdesk.domain.due_sharing import minutes_given
from ehdesk.domain.obligations import Obligation, obligations
from ehdesk.domain.pathway import State
from ehdesk.domain.records import Addition, Contact
from ehdesk.domain.review_days import last_looked_at
from ehdesk.domain.timeline_facts import (
    ActionFact,
    ContactFact,
    DueFact,
    MeetingFact,
    ReviewFact,
    StepFact,
    TimelineFacts,
)
from ehdesk.domain.words import sentences
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_short_date

_STAGE = {
    "": "",
    State.DRAFT: "draft",
    State.RETURNED: "returned",
    State.SENT: "request",
    State.ACCEPTED: "checks",
    State.HUB: "hub",
    State.DAS: "safeguarding",
    State.SIGNPOSTED: "below_threshold",
    State.ADVISED: "advised",
    State.JOINED: "joined",
    State.UNDER_SIX_WEEKS: "under_six_weeks",
    State.TWELVE_WEEKS: "twelve_weeks",
    State.ASSESSING: "assessment",
    State.PLAN: "review",
    State.MASP: "masp",
    State.CLOSED: "close",
    State.WITHDRAWN: "withdrawn",
}

_NO_STAGE = frozenset(
    {"meet", "review", "social_care_told", "handed_over", "paused", "resumed", "followed_up"}
)
"""Moves that change no stage: a meeting or a review is in its own lane, and a stage goes on through
a pause or with somebody else."""
_OWN_LANE = frozenset({"action", "review", "meeting"})
"""What is due and is drawn in another lane already."""


def timeline_facts(case: Case, pack: Pack) -> TimelineFacts:
    """Steps, meetings, reviews, actions and contacts of the case, and what is due for it."""
    due = obligations(case, pack)
    return TimelineFacts(
        steps=tuple(
            StepFact(
                _STAGE[step.from_state],
                _STAGE[step.to_state],
                step.happened_on,
                step.by,
                step.reason,
                str(step.record_id or ""),
            )
            for step in case.steps
            if step.move not in _NO_STAGE
        ),
        meetings=_meetings(case, pack, due),
        reviews=_reviews(case, due),
        actions=_actions(case),
        contacts=(
            *(
                ContactFact(
                    c.kind,
                    c.happened_on,
                    c.who,
                    _contact_words(case, c),
                    f"contact:{c.id}",
                    c.significant,
                    not c.is_attempt,
                )
                for c in case.contacts
            ),
            *(
                ContactFact("note", a.on, a.by, _note_words(case, a), f"added:{a.id}")
                for a in case.additions
            ),
        ),
        events=case_events(case, pack),
        due=tuple(
            DueFact(one.kind, one.title, one.detail, one.why, one.due, one.waiting_since)
            for one in due
            if one.kind not in _OWN_LANE
        ),
        next_words=_next_words(case, pack),
    )


def _contact_words(case: Case, contact: Contact) -> str:
    """What was said, how old the children were who were there, and when it was written down where
    that was another day."""
    if contact.restricted:
        return ""
    children = [child.id for child in case.children if child.id in contact.people]
    aged = ages_on(case, contact.happened_on, children) if children else ""
    record = next((one for one in case.records if one.id == contact.record_id), None)
    written = local(record.finished_at).date() if record and record.finished_at else None
    return sentences((contact.note, aged, _recorded(written, contact.happened_on)))


def _note_words(case: Case, added: Addition) -> str:
    aged = ages_on(case, added.on)
    return sentences((added.text, aged, _recorded(added.written_on, added.on)))


def _recorded(written: date | None, happened: date) -> str:
    later = written is not None and written > happened
    return f"Recorded {say_short_date(written)}" if later and written else ""


def _meetings(case: Case, pack: Pack, due: Sequence[Obligation]) -> tuple[MeetingFact, ...]:
    last_held = case.held_meetings[-1] if case.held_meetings else None
    given = minutes_given(case, last_held) if last_held and case.is_open else (0, 0)
    late = bool(pack.clock_if_any("minutes")) and given[0] < given[1]
    shared = f"minutes with {given[0]} of {given[1]}" if late else ""
    records = {r.subject_id: r.id for r in case.records if r.form == "taf_meeting"}
    facts = [
        MeetingFact(
            number=meeting.number,
            held_on=meeting.held_on if meeting.finished else None,
            planned_on=meeting.planned_on or meeting.held_on,
            starts=meeting.starts,
            venue=meeting.venue,
            came=sum(person.came == "came" for person in meeting.attendance),
            invited=len(meeting.attendance),
            minutes=shared if meeting is last_held else "",
            minutes_due=meeting is last_held and late,
            record=str(records.get(meeting.id, "")),
        )
        for meeting in case.meetings
        if (meeting.held_on or meeting.planned_on) and (meeting.finished or case.is_open)
    ]
    last = planned_meeting(case) if any(one.kind == "meeting" for one in due) else None
    if last and len(case.held_meetings) == len(case.meetings):
        facts.append(MeetingFact(last.number + 1, planned_on=last.next_on, venue=last.next_venue))
    return tuple(facts)


def _reviews(case: Case, due: Sequence[Obligation]) -> tuple[ReviewFact, ...]:
    records = {r.subject_id: r.id for r in case.records if r.form == "review"}
    since = case.plan_agreed_on
    facts = []
    for review in case.held_reviews:
        record = str(records.get(review.id, ""))
        facts.append(ReviewFact(review.number, review.held_on, review.was_due, since, record))
        since = review.held_on
    for one in due:
        if one.kind == "review":
            facts.append(ReviewFact(len(facts) + 1, None, one.due, last_looked_at(case)))
    return tuple(facts)


def _actions(case: Case) -> tuple[ActionFact, ...]:
    start = case.plan_agreed_on or case.opened_on
    return tuple(
        ActionFact(
            what=action.what,
            who=action.who,
            start=action.agreed_on or start,
            due=action.by_when,
            done_on=action.done_on,
            dropped_on=_dropped(action.progress, action.by_when or start),
            record=f"action:{action.id}",
        )
        for action in case.actions
        if action.what
    )


def _dropped(progress: str, on: date) -> date | None:
    return on if progress == "dropped" else None


def _next_words(case: Case, pack: Pack) -> str:
    match case.state:
        case State.PLAN:
            return f"Review {len(case.held_reviews) + 1}, then decide"
        case State.ASSESSING:
            return pack.say("First {taf} meeting")
        case State.SENT | State.ACCEPTED:
            return "Decision"
        case State.RETURNED:
            return "Sent again, then the decision"
        case State.HUB:
            return pack.say("Allocated by the {hub}")
        case State.UNDER_SIX_WEEKS | State.TWELVE_WEEKS:
            return "Review and act"
        case State.MASP:
            return "The panel’s answer"
        case State.DAS:
            return pack.say("The answer of {das}")
        case _:
            return ""
