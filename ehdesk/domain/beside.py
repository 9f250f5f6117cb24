"""What holds beside the state of a case: dated records, never another state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class DasReferral:
    """A worry about a child that the duty service was told of. ``meanwhile`` is ``goes_on``,
    ``waits`` or empty; ``answered_on`` is None until somebody has answered."""

    id: UUID
    happened_on: date
    happened_at: str = ""
    taken_by: str = ""
    said: str = ""
    meanwhile: str = ""
    answered_on: date | None = None
    answer: str = ""


@dataclass(frozen=True)
class Pause:
    """A time in which less happens than was agreed. Its clocks run on; what is due says why."""

    id: UUID
    starts_on: date
    until: date
    reason: str
    ended_on: date | None = None


@dataclass(frozen=True)
class HubSlot:
    """A time at a meeting of the hub in which this case is heard, or was. ``outcome`` is allocate,
    join, defer or return."""

    id: UUID
    meeting_id: UUID
    held_on: date
    starts: str
    minutes: int
    is_heard: bool
    outcome: str


@dataclass(frozen=True)
class HubQuestion:
    """What the hub wanted to know, and what it was told."""

    id: UUID
    asked_on: date
    question: str
    answer: str = ""
    answered_by: str = ""

    @property
    def is_open(self) -> bool:
        return not self.answer.strip()
