"""The inbox of requests: who asked, how long each has waited, and how long is left to reply."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ehdesk.authority.duration import is_working_day
from ehdesk.authority.pack import Pack
from ehdesk.domain.lists import CaseLine
from ehdesk.domain.pathway import State
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_date

WAITING_STATES = (
    State.SENT,
    State.ACCEPTED,
    State.RETURNED,
    State.HUB,
    State.DAS,
    State.DRAFT,
)
"""The states of requests that somebody waits in, in the order that an inbox shows them."""


@dataclass(frozen=True)
class InboxLine:
    """A request that waits. ``since`` is the day it came to where it is, ``sent_on`` the day from
    which the reply clock runs: it was sent, or came back from the duty service."""

    case: CaseLine
    asker: str = ""
    since: date | None = None
    sent_on: date | None = None
    why: str = ""
    """Why it was sent back, or what the duty service was told."""
    checks: int = 0
    checks_back: int = 0
    hub_day: date | None = None
    """The day on which the hub hears it."""


@dataclass(frozen=True)
class Inbox:
    """The oldest of each state, and how many there are in all."""

    lines: tuple[InboxLine, ...]
    totals: Mapping[State, int]

    def total(self, state: State) -> int:
        return self.totals.get(state, 0)


@dataclass(frozen=True)
class SentLine:
    """A request that somebody sent, with what became of it."""

    case: CaseLine
    sent_on: date | None
    move: str
    """The answer that it got; empty while nobody has decided."""
    answered_on: date | None
    why: str = ""
    waits_since: date | None = None
    """The day from which the reply clock runs."""


def reply_by(line: InboxLine, pack: Pack) -> date | None:
    """The last day for an answer; None while the request does not wait for one."""
    if line.case.state != State.SENT or line.sent_on is None:
        return None
    return pack.clock("reply").after(line.sent_on)


def working_days_left(today: date, last: date, days_off: Set[date] = frozenset()) -> int:
    """How many working days there are to the end of ``last``; below zero once it has passed.

    :param days_off: days on which nobody works, beside the weekends.
    """
    first, until, sign = (today, last, 1) if last >= today else (last, today, -1)
    days = range(1, (until - first).days + 1)
    return sign * sum(is_working_day(first + timedelta(days=n), days_off) for n in days)


def reply_words(today: date, last: date, days_off: Set[date] = frozenset()) -> str:
    """``2 working days left to reply``, ``Reply today``, ``Reply was due Thu 12 Nov``."""
    if last < today:
        return f"Reply was due {say_date(last, today)}"
    left = working_days_left(today, last, days_off)
    return f"{plural(left, 'working day')} left to reply" if left else "Reply today"


@dataclass(frozen=True)
class Joinable:
    """An assessment that runs, which the professionals of a request could join. ``why`` says how
    it was found: the same family, people who are alike, or a search."""

    case_id: UUID
    family: str
    reference: str
    where: str
    lead: str
    why: str

    @property
    def told(self) -> str:
        """``Vadgama family, EH-26-0003, with Anita Rowe``."""
        lead = f"with {self.lead}" if self.lead else ""
        return ", ".join(part for part in (self.family, self.reference, lead) if part)
