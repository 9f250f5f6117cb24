"""Professionals who see something about a family differently: raised, answered, taken further,
settled. The levels and their limits are the pack's (``escalation``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from ehdesk.authority.items import EscalationLevel
from ehdesk.authority.pack import Pack


class Happened(StrEnum):
    """What happened to a disagreement."""

    RAISED = "raised"
    ANSWERED = "answered"
    ESCALATED = "escalated"
    SETTLED = "settled"


@dataclass(frozen=True)
class DisagreementStep:
    """One thing that happened, on one level."""

    number: int
    happened: Happened
    level: str
    on: date
    by: str
    text: str


@dataclass(frozen=True)
class Disagreement:
    """What it is about, with whom, and all that happened to it, oldest first."""

    id: UUID
    about: str
    with_whom: str
    raised_on: date
    by: str
    by_id: UUID
    steps: tuple[DisagreementStep, ...]

    @property
    def is_open(self) -> bool:
        return self.steps[-1].happened is not Happened.SETTLED

    @property
    def is_answered(self) -> bool:
        """Answered on the level it is on, and neither settled nor taken further since."""
        return self.steps[-1].happened is Happened.ANSWERED

    @property
    def level(self) -> str:
        return self.steps[-1].level

    @property
    def on_this_level_since(self) -> date:
        began = (Happened.RAISED, Happened.ESCALATED)
        return next(step.on for step in reversed(self.steps) if step.happened in began)


def level_of(code: str, pack: Pack) -> EscalationLevel | None:
    """The level with that code; None when the pack has dropped it."""
    return next((level for level in pack.escalation if level.code == code), None)


def next_level(code: str, pack: Pack) -> EscalationLevel | None:
    """The level above; None on the highest."""
    levels = [level for level in pack.escalation if level.usable]
    codes = [level.code for level in levels]
    if code not in codes:
        return levels[0] if levels else None
    place = codes.index(code) + 1
    return levels[place] if place < len(levels) else None


def answer_due(disagreement: Disagreement, pack: Pack) -> date | None:
    """By when somebody answers on the level it is on."""
    level = level_of(disagreement.level, pack)
    return level.length.after(disagreement.on_this_level_since) if level else None
