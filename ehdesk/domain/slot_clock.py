"""The clock of a slot: named parts of the half hour, started and paused by hand.

It decides nothing. Its parts are the project's proposal (design, section 2, Slot timer): who knows
the family speaks first, and there is time left to decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

PARTS: Final = (("School speaks", 1), ("Questions", 2), ("Who can help", 2), ("Decide", 1))
"""What a slot is for, one after another, and how many sixths of it each takes."""
SOON: Final = timedelta(minutes=2)
"""With this much left the clock changes its colour."""


@dataclass(frozen=True)
class SlotClock:
    """``spent`` is the time before the last start; ``since`` is when it was started last, None
    while it stands still."""

    minutes: int
    spent: timedelta = timedelta()
    since: datetime | None = None

    @property
    def runs(self) -> bool:
        """Whether it goes."""
        return self.since is not None

    def toggled(self, now: datetime) -> SlotClock:
        """Started where it stood, paused where it ran."""
        if self.since is None:
            return replace(self, since=now)
        return replace(self, spent=self.gone(now), since=None)

    def gone(self, now: datetime) -> timedelta:
        """How much of the slot is used; more than the whole when it ran over."""
        running = max(timedelta(), now - self.since) if self.since else timedelta()
        return self.spent + running

    def left(self, now: datetime) -> timedelta:
        """How much is left; below nothing when it ran over."""
        return timedelta(minutes=self.minutes) - self.gone(now)

    def share(self, now: datetime) -> float:
        """How much of the slot is used, from 0 to 1."""
        whole = timedelta(minutes=self.minutes)
        return min(1.0, self.gone(now) / whole)

    def is_soon(self, now: datetime) -> bool:
        """Whether the last two minutes have begun."""
        return self.left(now) <= SOON

    def part(self, now: datetime) -> int:
        """Which of ``PARTS`` it is in, from 0."""
        share, ends = self.share(now), part_ends()
        return next((number for number, end in enumerate(ends) if share < end), len(PARTS) - 1)

    def words(self, now: datetime) -> str:
        """``18 min left``, ``Less than a minute left``, ``2 min over``."""
        left = self.left(now)
        if left <= timedelta():
            over = int(-left.total_seconds() // 60)
            return f"{over} min over" if over else "Time is up"
        whole = -int(-left.total_seconds() // 60)
        return f"{whole} min left"

    def kept(self) -> dict[str, Any]:
        """What brings it back when the page was left meanwhile."""
        since = self.since.isoformat() if self.since else ""
        return {"spent": self.spent.total_seconds(), "since": since}

    def as_kept(self, kept: Mapping[str, Any]) -> SlotClock:
        """The clock as ``kept`` says."""
        since = str(kept.get("since") or "")
        return replace(
            self,
            spent=timedelta(seconds=float(kept.get("spent") or 0)),
            since=datetime.fromisoformat(since) if since else None,
        )


def part_ends() -> tuple[float, ...]:
    """Where each part ends, from 0 to 1."""
    whole = sum(share for _name, share in PARTS)
    ends, at = [], 0
    for _name, share in PARTS:
        at += share
        ends.append(at / whole)
    return tuple(ends)
