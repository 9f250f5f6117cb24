"""The hub that allocates: its meetings in slots, and the queue that waits for it.

Schools' page: a request is sent to the hub "for allocation to an agency to take on the role of Lead
Practitioner or for professionals to become part of an existing EHA"; families who need support in
the interim are supported through the Advice Point. How often it meets and how long a slot is are
the pack's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from ehdesk.domain.beside import HubQuestion


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
    has_consent: bool = True


@dataclass(frozen=True)
class SlotLine:
    """A slot as the hub's page lists it. ``about`` is "3 needs, West"; ``ready`` says that the
    page which the hub reads is there."""

    slot: Slot
    about: str = ""
    ready: bool = False


@dataclass(frozen=True)
class Break:
    """Time between two slots in which nothing is heard."""

    starts: str
    minutes: int


@dataclass(frozen=True)
class HubDay:
    """A day of the hub: its meeting, or none yet, and the slots with the breaks between them."""

    on: date
    meeting: Meeting | None
    lines: tuple[SlotLine | Break, ...] = ()

    @property
    def slots(self) -> tuple[SlotLine, ...]:
        return tuple(line for line in self.lines if isinstance(line, SlotLine))

    @property
    def heard(self) -> int:
        return sum(line.slot.is_heard for line in self.slots)

    @property
    def next_free(self) -> Slot | None:
        """The first slot that nobody has."""
        return next((line.slot for line in self.slots if line.slot.is_free), None)

    def line(self, slot_id: UUID) -> SlotLine | None:
        """The line of a slot."""
        return next((line for line in self.slots if line.slot.id == slot_id), None)

    def to_hear(self, after: UUID | None = None) -> Slot | None:
        """The next slot with a request that was not heard: after this one, else from the top."""
        slots = [line.slot for line in self.slots]
        at = next((n for n, slot in enumerate(slots) if slot.id == after), -1)
        for slot in (*slots[at + 1 :], *slots[: max(at, 0)]):
            if not slot.is_free and not slot.is_heard:
                return slot
        return None


@dataclass(frozen=True)
class Hearing:
    """All that the hub has before it about one request.

    ``proforma`` has the school's page line by line, with its label; ``state`` is ``in``,
    ``begun`` or ``none``. ``decided`` is empty while the request waits. ``has_referrer`` says that
    a professional asked, who is written to with the decision.
    """

    case_id: UUID
    reference: str
    family: str
    children: str
    asked_by: str
    received_on: date | None
    proforma: tuple[tuple[str, str], ...]
    state: str
    said: str
    said_by: str
    questions: tuple[HubQuestion, ...]
    answers: str
    support: str
    support_phone: str
    waits: bool
    decided: str = ""
    has_referrer: bool = False


def slot_times(
    starts: str, minutes: int, count: int, *, break_after: int = 0, break_minutes: int = 0
) -> tuple[str, ...]:
    """When each slot begins: ``("09:30", "10:00", ...)``.

    :param starts: as it is kept, ``09:30``.
    :param break_after: after so many slots there is a break, once; 0 for none.
    :raises ValueError: for a text that is not a time, or slots that go beyond midnight.
    """
    first = datetime.combine(date.min, time.fromisoformat(starts))
    rests = bool(break_after) and count > break_after
    times = [
        first
        + timedelta(minutes=minutes * number)
        + timedelta(minutes=break_minutes if rests and number >= break_after else 0)
        for number in range(count + 1)
    ]
    if times[-1].date() != first.date():
        raise ValueError("the slots go beyond midnight")
    return tuple(when.strftime("%H:%M") for when in times[:-1])


def ends_at(slot: Slot) -> str:
    """When a slot is over, as it is kept: ``11:00``."""
    first = datetime.combine(date.min, time.fromisoformat(slot.starts))
    return (first + timedelta(minutes=slot.minutes)).strftime("%H:%M")


def with_breaks(lines: Iterable[SlotLine]) -> tuple[SlotLine | Break, ...]:
    """The slots with the time between them, where one does not begin when the last one ends."""
    found: list[SlotLine | Break] = []
    before: Slot | None = None
    for line in lines:
        if before is not None:
            gap = _minutes(line.slot.starts) - _minutes(ends_at(before))
            if gap > 0:
                found.append(Break(ends_at(before), gap))
        found.append(line)
        before = line.slot
    return tuple(found)


def _minutes(at: str) -> int:
    when = time.fromisoformat(at)
    return when.hour * 60 + when.minute


def say_slot_time(kept: str) -> str:
    """``9:30am`` for ``09:30``."""
    when = time.fromisoformat(kept)
    return f"{when.hour % 12 or 12}:{when.minute:02}{'am' if when.hour < 12 else 'pm'}"
