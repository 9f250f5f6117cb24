"""What a report is worked out from: frozen values, without any name of a family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final
from uuid import UUID

from ehdesk.domain.moves import BEGINS_ASSESSING
from ehdesk.domain.pathway import ASKED, FINAL, State

SENT: Final = "send"
FIRST_TAF: Final = "first_taf"
TAKEN: Final = "taken_by_das"
"""Social care took the family on: an end without a closure form."""
MOVES: Final = (*BEGINS_ASSESSING, SENT, FIRST_TAF, TAKEN)
"""The moves that a report looks at."""


@dataclass(frozen=True)
class CaseFact:
    """A case. ``lead`` is who leads it: a person of this store, or "" with ``lead_elsewhere`` for
    one of another agency."""

    id: UUID
    family: UUID
    state: State
    route: str
    opened_on: date
    closed_on: date | None
    cluster: str
    lead: str = ""
    lead_elsewhere: bool = False

    @property
    def is_helped(self) -> bool:
        """Whether somebody works with the family now."""
        return self.state not in FINAL and self.state not in ASKED


@dataclass(frozen=True)
class StepFact:
    case: UUID
    move: str
    on: date


@dataclass(frozen=True)
class HeldFact:
    """A review that was held."""

    case: UUID
    on: date


@dataclass(frozen=True)
class ScoreFact:
    """An outcome that was given a number at the start and again later: where it began, where it
    was last, and when that was."""

    case: UUID
    start: int
    last: int
    on: date


@dataclass(frozen=True)
class EndFact:
    """A closure form: when help ended and why."""

    case: UUID
    on: date
    reason: str


@dataclass(frozen=True)
class OverdueFact:
    """Something that is past its day."""

    case: UUID
    kind: str
    due: date


@dataclass(frozen=True)
class Facts:
    """Everything at once, for all families of the store."""

    cases: tuple[CaseFact, ...] = ()
    steps: tuple[StepFact, ...] = ()
    reviews: tuple[HeldFact, ...] = ()
    scores: tuple[ScoreFact, ...] = ()
    endings: tuple[EndFact, ...] = ()
    overdue: tuple[OverdueFact, ...] = ()

    @cached_property
    def by_case(self) -> Mapping[UUID, CaseFact]:
        """The cases by their key."""
        return {case.id: case for case in self.cases}
