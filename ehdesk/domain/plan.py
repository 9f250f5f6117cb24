"""The plan: the meetings that make it, its outcomes and actions, its reviews and its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Attendance:
    id: UUID
    name: str
    role: str
    kind: str
    came: str
    invited: str = ""
    report: str = ""


@dataclass(frozen=True)
class Meeting:
    """A Team Around the Family meeting."""

    id: UUID
    number: int
    planned_on: date | None
    held_on: date | None
    starts: str
    ends: str
    venue: str
    chair: str
    minute_taker: str
    next_on: date | None
    next_venue: str
    finished: bool
    attendance: tuple[Attendance, ...]


@dataclass(frozen=True)
class Action:
    id: UUID
    number: str
    what: str
    who: str
    by_when: date | None
    by_words: str
    progress: str
    note: str
    agreed_on: date | None
    done_on: date | None
    support: str = ""
    measure: str = ""

    @property
    def is_open(self) -> bool:
        return self.progress not in ("done", "dropped")


@dataclass(frozen=True)
class Measure:
    """Where an outcome stood at a review, or at the closing (``review_id`` is then None)."""

    review_id: UUID | None
    words: str
    score: int | None


@dataclass(frozen=True)
class Outcome:
    """What the family wants to be different."""

    id: UUID
    number: int
    title: str
    words: str
    words_by: str
    start: int | None
    hoped: int | None
    agreed_on: date | None
    measures: tuple[Measure, ...]
    actions: tuple[Action, ...]
    needs: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def now(self) -> int | None:
        """The newest number anybody gave, or the one at the start."""
        given = [m.score for m in self.measures if m.score is not None]
        return given[-1] if given else self.start


@dataclass(frozen=True)
class Review:
    id: UUID
    number: int
    held_on: date | None
    was_due: date
    next_due: date | None
    decision: str
    finished: bool


@dataclass(frozen=True)
class Closure:
    closed_on: date
    reason: str
    manager: str
    manager_line: str


@dataclass(frozen=True)
class Signpost:
    id: UUID
    service: str
    detail: str
