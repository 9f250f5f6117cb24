"""What was written down for a case: steps, forms in their versions, contacts, papers, additions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from json import loads
from typing import Any
from uuid import UUID

from ehdesk.kernel.clock import local


@dataclass(frozen=True)
class Step:
    """One recorded move."""

    number: int
    move: str
    from_state: str
    to_state: str
    happened_on: date
    recorded_at: datetime
    by: str
    reason: str
    record_id: UUID | None
    by_id: UUID | None = None
    """Who recorded it, as a user of the store."""


@dataclass(frozen=True)
class EarlierVersion:
    """What a form said when it was taken on in a newer version. ``frozen`` is the whole of it;
    ``left_behind`` holds the answers that have no place in the newer version: ``key``,
    ``section``, ``label``, ``lines``, ``value`` and ``voice``."""

    version: int
    left_at: datetime
    left_by: str
    frozen_text: str
    left_behind: tuple[Mapping[str, Any], ...]

    @cached_property
    def frozen(self) -> Mapping[str, Any]:
        """The whole of it, taken apart only when asked for."""
        copy: Mapping[str, Any] = loads(self.frozen_text)
        return copy


@dataclass(frozen=True)
class Record:
    """A form begun or finished for this case."""

    id: UUID
    form: str
    form_version: int
    subject_id: UUID | None
    answers: Mapping[str, Any]
    place: str
    steps_done: int
    steps_total: int
    started_at: datetime
    saved_at: datetime
    closed_cleanly: bool
    finished_at: datetime | None
    finished_by: str
    frozen_text: str
    """The frozen copy as it is kept, in JSON; empty when the form is not finished."""
    frozen_hash: str
    earlier: tuple[EarlierVersion, ...] = ()
    """The versions it was in before, oldest first."""
    started_by: UUID | None = None

    @cached_property
    def frozen(self) -> Mapping[str, Any] | None:
        """The whole of what it said when it was finished. Taken apart only when asked for: it is
        most of what a case holds, and a case is read at every save."""
        copy: Mapping[str, Any] | None = loads(self.frozen_text) if self.frozen_text else None
        return copy


@dataclass(frozen=True)
class Contact:
    """A call, a visit or a message. One that is ``restricted`` says only that it was, and whether
    the family was reached: who and what are not here (``ehdesk.services.restricted`` opens it)."""

    id: UUID
    kind: str
    happened_on: date
    happened_at: str
    who: str
    note: str
    reached: str = ""
    restricted: bool = False
    record_id: UUID | None = None
    people: tuple[UUID, ...] = ()
    """Who it was with: people of the family and people who help, in the order that they were
    chosen. ``who`` names them, and whoever is not in the record."""
    significant: bool = False
    """Whether it belongs in a chronology."""
    changed: str = ""
    """What changed because of it."""
    without_family: bool = False
    """Of a restricted one, in place of ``people``: that only people who help were at it."""

    @property
    def is_attempt(self) -> bool:
        """Whether nobody was reached."""
        return self.reached == "no"


@dataclass(frozen=True)
class Opening:
    """A restricted note was opened."""

    contact_id: UUID
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True)
class Paper:
    """A line of the print log."""

    kind: str
    title: str
    made_at: datetime
    by: str
    way: str
    pages: int
    sha256: str


@dataclass(frozen=True)
class Addition:
    """Something added to the record. ``on`` is the day it happened, which may be long before."""

    id: UUID
    added_at: datetime
    by: str
    text: str
    happened_on: date | None = None

    @property
    def on(self) -> date:
        return self.happened_on or self.written_on

    @property
    def written_on(self) -> date:
        return local(self.added_at).date()
