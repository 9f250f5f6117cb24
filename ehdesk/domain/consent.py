"""What the family agreed to: consent, who takes part, what may be shared with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Consent:
    """How consent was given, when, by whom and for whom."""

    how: str
    given_on: date | None
    given_by: tuple[UUID, ...]
    covers: tuple[str, ...]
    not_with: str
    for_whom: tuple[UUID, ...] = ()
    review_on: date | None = None
    withdrawn_on: date | None = None
    withdrawn_by: str = ""
    withdrawn_how: str = ""

    @property
    def is_written(self) -> bool:
        return self.how == "written" and self.given_on is not None


@dataclass(frozen=True)
class Agreement:
    """What one person said about taking part: signed, said_yes, said_no, told or not_asked."""

    id: UUID
    person_id: UUID | None
    answer: str = ""
    how: str = ""
    words: str = ""
    on: date | None = None
    competent: str = ""
    witness: str = ""


@dataclass(frozen=True)
class SharingChoice:
    """The family's choice (yes, ask, no, not_needed) for one agency and kind of information."""

    id: UUID
    who: str = ""
    kind: str = ""
    choice: str = ""
