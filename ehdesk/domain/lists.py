"""Lines of lists: a case, something due, a draft. Frozen values for screens and scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import overload
from uuid import UUID

from ehdesk.domain.summary import Child
from ehdesk.domain.words import names_and_ages
from ehdesk.kernel.dates import age_on


class Keys(Sequence[UUID]):
    """Keys of many rows in order. Each is made into a UUID only when it is asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, place: int) -> UUID: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[UUID, ...]: ...

    def __getitem__(self, place: int | slice) -> UUID | tuple[UUID, ...]:
        if isinstance(place, slice):
            return tuple(UUID(text) for text in self._texts[place])
        return UUID(self._texts[place])

    def index(self, value: UUID, start: int = 0, stop: int | None = None) -> int:
        """:raises ValueError: when the key is not there."""
        end = len(self._texts) if stop is None else stop
        return self._texts.index(value.hex, start, end)

    def __contains__(self, value: object) -> bool:
        return isinstance(value, UUID) and value.hex in self._texts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keys) and list(self._texts) == list(other._texts)


@dataclass(frozen=True)
class CaseLine:
    """A case as a line of Cases or Requests."""

    case_id: UUID
    reference: str
    family: str
    children: tuple[Child, ...]
    state: str
    route: str
    open: bool
    lead: str
    where: str
    track: int
    track_words: str
    next_step: str
    next_detail: str
    next_kind: str
    due: date | None
    waiting_since: date | None
    opened_on: date
    closed_on: date | None

    def children_words(self, today: date) -> str:
        """``Kayden 10, Isla 7, Rory 2``."""
        ages = ((c.first_name, age_on(c.born, today) if c.born else None) for c in self.children)
        return names_and_ages(tuple(ages))


@dataclass(frozen=True)
class DueItem:
    """Something due, as a line of Today."""

    case_id: UUID
    kind: str
    family: str
    title: str
    detail: str
    why: str
    due: date | None
    waiting_since: date | None
    subject_id: UUID | None


@dataclass(frozen=True)
class DueGroup:
    """The first things of a group, and how many there are in all."""

    items: tuple[DueItem, ...]
    total: int


@dataclass(frozen=True)
class Draft:
    """A form begun and not finished."""

    record_id: UUID
    case_id: UUID
    form: str
    steps_done: int
    steps_total: int
    saved_at: datetime
    family: str


@dataclass(frozen=True)
class Counts:
    """The numbers beside the sidebar's names."""

    due: int
    requests: int
    cases: int


@dataclass(frozen=True)
class CaseCounts:
    """How many cases each view of the list of cases holds, before any filter."""

    mine: int
    everyone: int
    closed: int


@dataclass(frozen=True)
class ReviewLine:
    """The next review of a case; ``last`` is when the plan was agreed or last reviewed."""

    case_id: UUID
    family: str
    which: str
    due: date | None
    last: date | None
    lead: str
    reference: str


@dataclass(frozen=True)
class MeetingLine:
    """A Team Around the Family (TAF) meeting: held on ``day``, or planned for it.

    The first one has no agreed day yet; its ``day`` is the last it should be held on.
    """

    case_id: UUID
    family: str
    name: str
    day: date | None
    starts: str
    venue: str
    invited: int
    came: int
    held: bool


@dataclass(frozen=True)
class DoneLine:
    """An action of a plan that was ticked off."""

    case_id: UUID
    action_id: UUID
    family: str
    what: str
    who: str


@dataclass(frozen=True)
class CaseFilter:
    """Which cases a list shows. ``order`` is ``due``, ``family`` or ``opened``."""

    text: str = ""
    closed: bool = False
    worker: UUID | None = None
    states: tuple[str, ...] = ()
    due_from: date | None = None
    due_until: date | None = None
    waiting: bool = False
    order: str = "due"

    @property
    def narrows(self) -> int:
        """How many filters are on, beside the choice of whose cases."""
        due = self.due_from is not None or self.due_until is not None
        return bool(self.text.strip()) + bool(self.states) + due + self.waiting


@dataclass(frozen=True)
class Today:
    """Everything the Today page shows, grouped as people read it.

    Each group holds its first things only (``ehdesk.services.lists.SHOWN``); ``totals`` says how
    many there are in all, by the group's name, so that a page never hides that there are more.
    """

    overdue: tuple[DueItem, ...]
    due_today: tuple[DueItem, ...]
    waiting: tuple[DueItem, ...]
    this_week: tuple[DueItem, ...]
    totals: Mapping[str, int]
    drafts: tuple[Draft, ...]
    all_drafts: int
    requests: tuple[CaseLine, ...]
    week: tuple[tuple[date, int], ...]
    following: DueItem | None
