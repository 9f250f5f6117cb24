"""Management oversight of a case: what was asked, signed, returned, and answered.

Schools' page: management oversight in place. An entry is a fact with a day and a name; where a
record stands follows from its newest entry.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from ehdesk.forms.display import canonical, fingerprint
from ehdesk.kernel.clock import local


class Said(StrEnum):
    """What an entry says."""

    NOTE = "note"
    ASKED = "asked"
    SIGNED = "signed"
    RETURNED = "returned"
    TALK = "talk"


MANAGERS_OWN = frozenset({Said.NOTE, Said.SIGNED, Said.RETURNED, Said.TALK})
"""What only a manager writes, so that a case was looked at on that day."""


WRITTEN_AFTERWARDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "masp": frozenset(
            {"send.sent_on", "send.sent_how", "agree.manager", "agree.on", "agree.line"}
        )
    }
)
"""Answers by form that are written once it is signed: who signed, and when and how it went."""


@dataclass(frozen=True)
class Entry:
    """One entry of oversight; ``record_id`` is None for a note on the whole case."""

    id: UUID
    record_id: UUID | None
    said: Said
    at: datetime
    by: str
    by_id: UUID
    asked_of: UUID | None
    text: str
    seen: str

    @property
    def on(self) -> date:
        return local(self.at).date()


@dataclass(frozen=True)
class PinAnswer:
    """What somebody answered to a comment."""

    text: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Pin:
    """A comment on one answer of a record; the number on the answer is the number here."""

    id: UUID
    record_id: UUID
    number: int
    field: str
    text: str
    at: datetime
    by: str
    by_id: UUID
    answers: tuple[PinAnswer, ...] = ()

    @property
    def is_open(self) -> bool:
        return not self.answers


@dataclass(frozen=True)
class Standing:
    """Where one record is: its newest entry, who asked for it to be signed, its comments."""

    last: Entry | None
    asked: Entry | None
    pins: tuple[Pin, ...]

    @property
    def said(self) -> Said | None:
        return self.last.said if self.last else None

    @property
    def waits_for_a_manager(self) -> bool:
        """Asked, or kept on the list to be talked about first."""
        return self.said in (Said.ASKED, Said.TALK)

    @property
    def open_pins(self) -> tuple[Pin, ...]:
        return tuple(pin for pin in self.pins if pin.is_open)


def standing(entries: Sequence[Entry], pins: Sequence[Pin], record_id: UUID) -> Standing:
    """Where a record is."""
    mine = [entry for entry in entries if entry.record_id == record_id]
    asked = [entry for entry in mine if entry.said is Said.ASKED]
    return Standing(
        mine[-1] if mine else None,
        asked[-1] if asked else None,
        tuple(pin for pin in pins if pin.record_id == record_id),
    )


def last_overseen(entries: Sequence[Entry]) -> date | None:
    """The day on which a manager last looked at the case and wrote something."""
    days = [entry.on for entry in entries if entry.said in MANAGERS_OWN]
    return max(days, default=None)


def what_was_signed(copy: Mapping[str, Any]) -> str:
    """The hash of what a record says, of what somebody wrote in it: what the record works out by
    itself changes with the day and needs no new signature."""
    later = WRITTEN_AFTERWARDS.get(str(copy["form"]), frozenset())
    said = {
        answer["key"]: answer["value"]
        for section in copy["sections"]
        for answer in section["answers"]
        if answer["kind"] != "facts" and answer["key"] not in later
    }
    return fingerprint(canonical({"form": copy["form"], "answers": said}))
