"""What the request and the assessment found, and what was decided on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Need:
    id: UUID
    code: str
    note: str
    found_at: str
    outcome: str
    evidence: str
    people: tuple[str, ...] = ()
    known_from: str = ""


@dataclass(frozen=True)
class Score:
    kind: str
    name: str
    value: int | None


@dataclass(frozen=True)
class Area:
    area: str
    going_well: str
    worries: str
    need: str
    scores: tuple[Score, ...]
    about: tuple[str, ...] = ()
    known_from: str = ""


@dataclass(frozen=True)
class Voice:
    """A child's own words."""

    id: UUID
    person_id: UUID | None
    words: str
    how: str
    on: date | None
    gathered_by: str
    seen: str = ""
    alone: str = ""
    method: str = ""
    place: str = ""
    good: str = ""
    worries: str = ""
    better: str = ""
    day_home: str = ""
    day_school: str = ""
    important_people: str = ""
    wishes: str = ""
    help_views: str = ""
    observed: str = ""
    told_outcome: str = ""

    @property
    def is_heard(self) -> bool:
        """Whether anything the child said, drew or showed is written down."""
        return any(
            text.strip()
            for text in (
                self.words,
                self.good,
                self.worries,
                self.better,
                self.day_home,
                self.day_school,
                self.important_people,
                self.wishes,
                self.help_views,
                self.observed,
            )
        )


@dataclass(frozen=True)
class Check:
    id: UUID
    name: str
    asked_on: date | None
    result: str
    back: bool


@dataclass(frozen=True)
class Decision:
    decided_on: date
    decided_by: str
    harm_now: bool
    threshold_met: bool
    route: str
    needs_count: int
    reason: str
    against_guidance: str
    outcome: str = ""
    """The move that it made."""
