"""The plain facts of a case that its timeline is made from, and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from ehdesk.authority.duration import Duration
from ehdesk.authority.pack import Pack


@dataclass(frozen=True)
class StageText:
    """Words and icon of a pathway state. ``ends`` marks a state in which the case is closed."""

    title: str
    label: str
    icon: str
    ends: bool = False


@dataclass(frozen=True)
class StepFact:
    """The case moved ``from_state`` to ``to_state`` on a day, by ``who``, for ``why``."""

    from_state: str
    to_state: str
    on: date
    who: str = ""
    why: str = ""
    record: str = ""


@dataclass(frozen=True)
class MeetingFact:
    """A Team Around the Family meeting, held or planned. ``minutes`` are words such as
    "minutes with 2 of 6 people"; ``minutes_due`` when someone still waits for them."""

    number: int
    held_on: date | None = None
    planned_on: date | None = None
    starts: str = ""
    venue: str = ""
    came: int = 0
    invited: int = 0
    minutes: str = ""
    minutes_due: bool = False
    record: str = ""


@dataclass(frozen=True)
class ReviewFact:
    """A review, held or to come. Without ``due_on`` it is one interval after ``counted_from``;
    without that, after the review before it or the first meeting held."""

    number: int
    held_on: date | None = None
    due_on: date | None = None
    counted_from: date | None = None
    record: str = ""


@dataclass(frozen=True)
class ActionFact:
    """An action of the plan."""

    what: str
    who: str
    start: date
    due: date | None = None
    done_on: date | None = None
    dropped_on: date | None = None
    record: str = ""


@dataclass(frozen=True)
class ContactFact:
    """Someone spoke, wrote or called. ``kind`` is a key of ``CONTACT_KINDS``."""

    kind: str
    on: date
    with_whom: str
    summary: str = ""
    record: str = ""
    significant: bool = False
    reached: bool = True


@dataclass(frozen=True)
class EventFact:
    """What happened beside the road: a hand-over, a pause, a call to the duty service. Each has
    its own words and icon; ``until`` is the last day of a pause. What is still ``open`` waits for
    its end or its answer."""

    title: str
    on: date
    detail: str = ""
    icon: str = "flag"
    label: str = ""
    until: date | None = None
    open: bool = False
    record: str = ""


@dataclass(frozen=True)
class DueFact:
    """Something that is due and has no lane of its own; the same as on Today."""

    kind: str
    title: str
    detail: str
    why: str
    due: date | None = None
    waiting_since: date | None = None


@dataclass(frozen=True)
class TimelineFacts:
    """All that the timeline of one case is made from. ``next_words`` ("Review 2, then decide")
    fill the road after today while the case is open."""

    steps: tuple[StepFact, ...] = ()
    meetings: tuple[MeetingFact, ...] = ()
    reviews: tuple[ReviewFact, ...] = ()
    actions: tuple[ActionFact, ...] = ()
    contacts: tuple[ContactFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    due: tuple[DueFact, ...] = ()
    next_words: str = ""


_STAGES: Mapping[str, StageText] = MappingProxyType(
    {
        "draft": StageText("Request being written", "Draft", "square-pen"),
        "request": StageText("Request", "Request", "inbox"),
        "returned": StageText("Request sent back for more", "Sent back", "undo-2"),
        "hub": StageText("Waiting for the {hub}", "{hub}", "users-round"),
        "advised": StageText("Information and advice given", "Advised", "message-circle", True),
        "joined": StageText("Joined another assessment", "Joined", "users-round", True),
        "checks": StageText("Checks", "Checks", "inbox"),
        "safeguarding": StageText("Referred for safeguarding", "Safeguarding", "shield-alert"),
        "below_threshold": StageText(
            "Below threshold, signposted", "Below threshold", "map-pin", True
        ),
        "under_six_weeks": StageText("{under_6_weeks.work}", "{under_6_weeks.route}", "route"),
        "twelve_weeks": StageText("{twelve_weeks.work}", "{twelve_weeks.route}", "route"),
        "assessment": StageText("Assessment", "Assess", "clipboard-list"),
        "review": StageText("Plan and review", "Plan and review", "repeat"),
        "masp": StageText("With the {masp.full}", "{masp}", "landmark"),
        "close": StageText("Closed", "Closed", "archive", True),
        "withdrawn": StageText("Withdrawn", "Withdrawn", "ban", True),
    }
)


@dataclass(frozen=True)
class TimelineWords:
    """What the timeline calls things: the stages, the meetings ("TAF"), and how often a plan is
    reviewed."""

    stages: Mapping[str, StageText]
    meeting: str
    review_every: Duration


def timeline_words(pack: Pack) -> TimelineWords:
    """The timeline in this authority's words."""
    return TimelineWords(
        {
            code: replace(text, title=pack.say(text.title), label=pack.say(text.label))
            for code, text in _STAGES.items()
        },
        pack.short("taf"),
        pack.clock("review").length,
    )


CONTACT_KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "restricted": ("Restricted note", "lock"),
        "call": ("Call with", "phone"),
        "phone": ("Call with", "phone"),
        "visit": ("Visit to", "house"),
        "email": ("Email with", "mail"),
        "letter": ("Letter to", "mail"),
        "message": ("Message to or from", "message-circle"),
        "in_person": ("Met with", "users-round"),
        "text": ("Text with", "message-circle"),
        "video": ("Video call with", "monitor"),
        "meeting": ("Met with", "users-round"),
        "advice": ("Advice from", "message-circle"),
        "note": ("Note by", "pen-line"),
        "other": ("Contact with", "notebook-pen"),
    }
)
