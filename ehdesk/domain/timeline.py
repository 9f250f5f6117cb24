"""What happened to a family, what is planned and what is late, as one list of entries.

``build`` turns plain facts of a case into frozen entries; the drawing and the list of the
timeline page both show these and nothing else. Reviews are due one interval of the pack after the
last one was held (leaflet: "review action plan every 3 months"); days past due are counted here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ehdesk.authority.duration import Duration
from ehdesk.domain.timeline_facts import (
    CONTACT_KINDS,
    ActionFact,
    ContactFact,
    DueFact,
    EventFact,
    MeetingFact,
    ReviewFact,
    StageText,
    TimelineFacts,
    TimelineWords,
)
from ehdesk.kernel.dates import say_day_month

Lane = Literal["pathway", "meetings", "reviews", "actions", "due", "contacts", "events"]
Kind = Literal["stage", "next", "meeting", "review", "action", "due", "contact", "event"]
Tone = Literal["overdue", "soon", "track", "done", "wait", "none"]

LANES: tuple[Lane, ...] = ("pathway", "meetings", "reviews", "actions", "due", "contacts", "events")


@dataclass(frozen=True)
class Entry:
    """One thing on the timeline.

    It stands at ``start`` or fills ``start`` to ``end``. ``due`` is the day it should have been
    done by; ``late_until`` is set when it was or is late: the time from ``due`` to that day is
    hatched and ``late`` says how long in words. ``since`` is the day a review is counted from,
    ``span`` how long that is: "3 months". ``label`` is the short form of ``title`` for the drawing.
    ``record`` names what to open. ``now`` marks the stage the family is in.
    """

    key: str
    lane: Lane
    kind: Kind
    title: str
    detail: str
    start: date
    end: date | None
    due: date | None
    state: str
    tone: Tone
    icon: str
    record: str = ""
    label: str = ""
    happened: bool = True
    now: bool = False
    late: str = ""
    late_until: date | None = None
    since: date | None = None
    span: str = ""

    @property
    def when(self) -> date:
        """The day the list shows and sorts by: done, else due, else begun."""
        if self.kind == "action":
            return self.end or self.due or self.start
        return self.start

    @property
    def last(self) -> date:
        """The last day the drawing needs for it."""
        return max(self.end or self.start, self.late_until or self.start)

    @property
    def first(self) -> date:
        """The first day the drawing needs for it; the bracket of its interval is extra."""
        return min(self.start, self.due or self.start) if self.kind == "review" else self.start


def build(facts: TimelineFacts, today: date, words: TimelineWords) -> tuple[Entry, ...]:
    """Every entry of the case, oldest first, those of a day in the order given; keys are unique
    and stay the same from call to call.

    Facts with no date at all (a meeting neither held nor planned) are left out.
    """
    entries = [
        *_stages(facts, today, words.stages),
        *_meetings(facts.meetings, today, words.meeting),
        *_reviews(facts, today, words.review_every),
        *(_action(n, action, today) for n, action in enumerate(facts.actions)),
        *(_due(n, one, today) for n, one in enumerate(facts.due)),
        *(_contact(n, contact) for n, contact in enumerate(facts.contacts)),
        *(_event(n, event) for n, event in enumerate(facts.events)),
    ]
    return tuple(sorted(entries, key=lambda e: (e.start, LANES.index(e.lane))))


def shown_lanes(entries: Iterable[Entry]) -> tuple[Lane, ...]:
    """The lanes of the drawing. The last, of what happened beside the road, has no room while there
    is nothing in it."""
    lanes = {entry.lane for entry in entries}
    return LANES if "events" in lanes else LANES[:-1]


def count_days(days: int) -> str:
    """ "1 day", "4 days"."""
    return f"{days} day" if days == 1 else f"{days} days"


def _stages(facts: TimelineFacts, today: date, stages: Mapping[str, StageText]) -> list[Entry]:
    steps = sorted(facts.steps, key=lambda step: step.on)
    made: list[Entry] = []
    ended = False
    for number, step in enumerate(steps):
        words = step.to_state.replace("_", " ").capitalize()
        text = stages.get(step.to_state, StageText(words, words, "route"))
        is_last = number == len(steps) - 1
        ended = text.ends
        end = max(step.on, today) if is_last else steps[number + 1].on
        key = f"stage:{step.record or number}"
        if any(entry.key == key for entry in made):  # one request is begun, and then sent
            key = f"{key}:{step.to_state}"
        state: tuple[str, Tone] = ("Done", "done")
        if text.ends:
            state = (text.label, "none")
        elif is_last:
            state = ("Now", "track")
        made.append(
            Entry(
                key=key,
                lane="pathway",
                kind="stage",
                title=text.title,
                detail=", ".join(part for part in (step.who, step.why) if part),
                start=step.on,
                end=end,
                due=None,
                state=state[0],
                tone=state[1],
                icon=text.icon,
                record=step.record,
                label=text.label,
                happened=not text.ends,
                now=is_last and not text.ends,
            )
        )
    if steps and not ended and facts.next_words:
        made.append(_next(facts, today))
    return made


def _next(facts: TimelineFacts, today: date) -> Entry:
    """What comes after today, as far as the last thing planned and a month more."""
    planned = [r.due_on for r in facts.reviews if r.due_on and not r.held_on]
    planned += [m.planned_on for m in facts.meetings if m.planned_on and not m.held_on]
    end = max([today + timedelta(days=30), *(day + timedelta(days=31) for day in planned)])
    title = f"Next: {facts.next_words[:1].lower()}{facts.next_words[1:]}"
    return Entry(
        key="next",
        lane="pathway",
        kind="next",
        title=title,
        detail="",
        start=today,
        end=end,
        due=None,
        state="To come",
        tone="none",
        icon="route",
        label=title,
        happened=False,
    )


def _meetings(meetings: tuple[MeetingFact, ...], today: date, called: str) -> list[Entry]:
    made = []
    for place, meeting in enumerate(meetings):
        on = meeting.held_on or meeting.planned_on
        if on is None:
            continue
        state: tuple[str, Tone] = ("Planned", "track")
        if meeting.held_on:
            state = ("Minutes due", "soon") if meeting.minutes_due else ("Held", "done")
            parts = (f"{meeting.came} of {meeting.invited} came", meeting.minutes)
            parts = parts if meeting.invited else ("", meeting.minutes)
        else:
            if on < today:
                state = ("Was it held?", "soon")
            invited = f"{meeting.invited} invited" if meeting.invited else ""
            parts = (", ".join(p for p in (meeting.venue, meeting.starts) if p), invited)
        made.append(
            Entry(
                key=f"meeting:{meeting.record or place}",
                lane="meetings",
                kind="meeting",
                title=f"{called} meeting {meeting.number}",
                detail=", ".join(part for part in parts if part),
                start=on,
                end=None,
                due=None,
                state=state[0],
                tone=state[1],
                icon="users-round",
                record=meeting.record,
                label=f"{called} {meeting.number}",
                happened=meeting.held_on is not None,
            )
        )
    return made


def _reviews(facts: TimelineFacts, today: date, every: Duration) -> list[Entry]:
    held = [meeting.held_on for meeting in facts.meetings if meeting.held_on]
    since = min(held) if held else None
    before = ""
    made = []
    for place, review in enumerate(sorted(facts.reviews, key=lambda one: one.number)):
        since = review.counted_from or since
        due = review.due_on or (every.after(since) if since else None)
        on = review.held_on or due
        if on is not None:
            made.append(_review(place, review, on, due, since, before, today, every))
        since = review.held_on or since
        before = f"review {review.number}"
    return made


def _review(
    place: int,
    review: ReviewFact,
    on: date,
    due: date | None,
    since: date | None,
    before: str,
    today: date,
    every: Duration,
) -> Entry:
    late_until: date | None = None
    late = ""
    counted = f"{every.words} after {before or 'the first meeting'}" if since else ""
    state: tuple[str, Tone] = ("Planned", "track")
    if review.held_on:
        state = ("Held", "done")
        label = f"Review {review.number} held {say_day_month(on, today)}"
        if due and review.held_on > due:
            late_until = review.held_on
            late = f"{count_days((review.held_on - due).days)} after it was due"
        detail = late or (f"Due by {say_day_month(due, today)}" if due else "")
    else:
        label = f"Review {review.number}"
        days = (on - today).days
        if days < 0:
            state, late_until = ("Overdue", "overdue"), today
            late = f"{count_days(-days)} overdue"
        elif days == 0:
            state = ("Due today", "soon")
        wait = late or ("due today" if days == 0 else f"in {count_days(days)}")
        detail = f"{counted}, {wait}" if counted else wait.capitalize()
    return Entry(
        key=f"review:{review.record or place}",
        lane="reviews",
        kind="review",
        title=f"Review {review.number}",
        detail=detail,
        start=on,
        end=None,
        due=due,
        state=state[0],
        tone=state[1],
        icon="calendar-check",
        record=review.record,
        label=label,
        happened=review.held_on is not None,
        late=late,
        late_until=late_until,
        since=since if since and due and since < due else None,
        span=every.words,
    )


def _action(place: int, action: ActionFact, today: date) -> Entry:
    finished = action.done_on or action.dropped_on
    late_until: date | None = None
    late = ""
    state: tuple[str, Tone] = ("On track", "track")
    icon = "circle-dot"
    if action.done_on:
        state, icon = ("Done", "done"), "check"
    elif action.dropped_on:
        state, icon = ("Dropped", "none"), "minus"
    elif action.due and action.due < today:
        state, icon = ("Overdue", "overdue"), "triangle-alert"
        late_until = today
        late = f"{count_days((today - action.due).days)} overdue"
    elif action.due == today:
        state, icon = ("Due today", "soon"), "clock"
    bar_end = finished or action.due or max(today, action.start)
    return Entry(
        key=f"action:{action.record or place}",
        lane="actions",
        kind="action",
        title=action.what,
        detail=action.who,
        start=min(action.start, bar_end),
        end=bar_end,
        due=action.due,
        state=state[0],
        tone=state[1],
        icon=icon,
        record=action.record,
        label=action.what,
        happened=finished is not None,
        late=late,
        late_until=late_until,
    )


def _due(place: int, one: DueFact, today: date) -> Entry:
    """Something that has to be done, on its day; what has none stands where it began to wait."""
    state: tuple[str, Tone] = ("To do", "track")
    late = ""
    if one.due is None:
        state = ("Waiting", "wait")
    elif one.due < today:
        state, late = ("Overdue", "overdue"), f"{count_days((today - one.due).days)} overdue"
    elif one.due == today:
        state = ("Due today", "soon")
    parts = (one.detail, late, one.why)
    return Entry(
        key=f"due:{one.kind}:{place}",
        lane="due",
        kind="due",
        title=one.title,
        detail=". ".join(part[:1].upper() + part[1:] for part in parts if part),
        start=one.due or one.waiting_since or today,
        end=None,
        due=one.due,
        state=state[0],
        tone=state[1],
        icon="clock",
        label=one.title,
        happened=False,
    )


def _contact(place: int, contact: ContactFact) -> Entry:
    words, icon = CONTACT_KINDS.get(contact.kind, CONTACT_KINDS["other"])
    return Entry(
        key=f"contact:{contact.record or place}",
        lane="contacts",
        kind="contact",
        title=" ".join(part for part in (words, contact.with_whom) if part)
        + ("" if contact.reached else ", not reached"),
        detail=contact.summary,
        start=contact.on,
        end=None,
        due=None,
        state="Significant" if contact.significant else "Recorded",
        tone="track" if contact.significant else "none",
        icon=icon,
        record=contact.record,
    )


def _event(place: int, event: EventFact) -> Entry:
    return Entry(
        key=f"event:{event.record or place}",
        lane="events",
        kind="event",
        title=event.title,
        detail=event.detail,
        start=event.on,
        end=None,
        due=event.until,
        state="Open" if event.open else "Recorded",
        tone="wait" if event.open else "none",
        icon=event.icon,
        record=event.record,
        label=event.label,
    )
