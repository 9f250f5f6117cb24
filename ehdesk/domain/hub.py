"""The hub that allocates: its meetings in slots, and the queue that waits for it.

Schools' page: a request is sent to the hub "for allocation to an agency to take on the role of Lead
Practitioner or for professionals to become part of an existing EHA"; families who need support in
the interim are supported through the Advice Point. How often it meets and how long a slot is are
the pack's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID


@dataclass(frozen=True)
class Slot:
    """A time of a meeting, free or with a request. ``outcome`` is allocate, join, defer or return
    once it was heard."""

    id: UUID
    number: int
    starts: str
    minutes: int
    case_id: UUID | None
    family: str
    reference: str
    is_heard: bool
    outcome: str

    @property
    def is_free(self) -> bool:
        return self.case_id is None


@dataclass(frozen=True)
class Meeting:
    """A meeting of the hub with its slots."""

    id: UUID
    held_on: date
    starts: str
    venue: str
    chair: str
    called_off: bool
    slots: tuple[Slot, ...]

    @property
    def free(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.is_free)


@dataclass(frozen=True)
class Waiting:
    """A request in the queue. ``days`` is how long it has been ready; ``support`` is who supports
    the family meanwhile, with the number to ring."""

    case_id: UUID
    reference: str
    family: str
    ready_since: date
    days: int
    proforma_ready: bool
    heard_on: date | None
    starts: str
    put_off_to: date | None
    support: str
    support_phone: str
    open_questions: int


def slot_times(starts: str, minutes: int, count: int) -> tuple[str, ...]:
    """When each slot begins: ``("09:30", "10:00", ...)``.

    :param starts: as it is kept, ``09:30``.
    :raises ValueError: for a text that is not a time, or slots that go beyond midnight.
    """
    first = datetime.combine(date.min, time.fromisoformat(starts))
    times = [first + timedelta(minutes=minutes * number) for number in range(count + 1)]
    if times[-1].date() != first.date():
        raise ValueError("the slots go beyond midnight")
    return tuple(when.strftime("%H:%M") for when in times[:-1])
