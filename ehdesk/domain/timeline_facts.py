"""The plain facts of a case that its timeline is made from, and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType


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
    """A review, held or to come. Without ``due_on`` it is three months after ``counted_from``;
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


@dataclass(frozen=True)
class TimelineFacts:
    """All that the timeline of one case is made from. ``next_words`` ("Review 2, then decide")
    fill the road after today while the case is open."""

    steps: tuple[StepFact, ...] = ()
    meetings: tuple[MeetingFact, ...] = ()
    reviews: tuple[ReviewFact, ...] = ()
    actions: tuple[ActionFact, ...] = ()
    contacts: tuple[ContactFact, ...] = ()
    next_words: str = ""


STAGES: Mapping[str, StageText] = MappingProxyType(
    {
        "draft": StageText("Request being written", "Draft", "square-pen"),
        "request": StageText("Request", "Request", "inbox"),
        "submitted": StageText("Request", "Request", "inbox"),
        "accepted": StageText("Accepted", "Accepted", "inbox"),
        "checks": StageText("Checks", "Checks", "inbox"),
        "allocated": StageText("Allocated", "Allocated", "inbox"),
        "safeguarding": StageText(
            "Referred for safeguarding", "Safeguarding", "shield-alert", True
        ),
        "below_threshold": StageText(
            "Below threshold, signposted", "Below threshold", "map-pin", True
        ),
        "under_six_weeks": StageText("Support under 6 weeks", "Under 6 weeks", "route"),
        "twelve_weeks": StageText("Short-term support, 12 weeks", "12 weeks", "route"),
        "work_no_taf": StageText("Work without a TAF", "Work, no TAF", "route"),
        "assessment": StageText("Assessment", "Assess", "clipboard-list"),
        "first_taf": StageText("First plan", "First plan", "users-round"),
        "review": StageText("Plan and review", "Plan and review", "repeat"),
        "masp": StageText("With the panel (MASP)", "MASP", "landmark"),
        "resources": StageText("Resources agreed", "Resources", "package"),
        "close": StageText("Closed", "Closed", "archive", True),
        "closed": StageText("Closed", "Closed", "archive", True),
    }
)

CONTACT_KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "phone": ("Call with", "phone"),
        "visit": ("Visit to", "house"),
        "email": ("E-mail with", "mail"),
        "letter": ("Letter to", "mail"),
        "text": ("Text with", "message-circle"),
        "video": ("Video call with", "monitor"),
        "meeting": ("Met with", "users-round"),
        "advice": ("Advice from", "message-circle"),
        "other": ("Contact with", "notebook-pen"),
    }
)
