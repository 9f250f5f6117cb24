"""What is told of two entries that may be one person, before and after they are joined."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ehdesk.domain.matching import Likeness


@dataclass(frozen=True)
class Match:
    """Somebody who may be the one typed. ``words`` say who: "Ana Larkmoor, born 2 Jun 2018,
    Larkmoor Primary"; nothing confidential is among them."""

    person_id: UUID
    name: str
    words: str
    family: str
    case_id: UUID | None
    reference: str
    is_open: bool
    where: str
    likeness: Likeness


@dataclass(frozen=True)
class SiblingFamily:
    """Another family that somebody of this one belongs to too: their father's other children, a
    brother who lives elsewhere. Says that it is there, and nothing of what is in it."""

    person_id: UUID
    name: str
    other_id: UUID
    family: str
    case_id: UUID | None
    reference: str
    where: str


@dataclass(frozen=True)
class Difference:
    """One column where two entries do not say the same. ``stays`` and ``goes`` are in words, empty
    when that entry does not say."""

    column: str
    label: str
    stays: str
    goes: str

    @property
    def is_open(self) -> bool:
        """Whether both say something, so that a person chooses."""
        return bool(self.stays and self.goes)


@dataclass(frozen=True)
class Pair:
    """Two entries of one person, the one that stays and the one that goes into it; and in words
    who each of them says it is."""

    stays: UUID
    goes: UUID
    name: str
    differences: tuple[Difference, ...]
    stays_words: str = ""
    goes_words: str = ""


@dataclass(frozen=True)
class Preview:
    """What joining would do, before anything is done.

    ``pairs`` are the people who are in both families. ``comes`` are the names of those who come
    over, ``cases`` the references of the cases that move, ``other_family`` is the family they come
    from; all are empty within one family. ``its_cases`` are the references of the family that
    stays, ``case_id`` is its newest case. With ``adds_home`` the other family lives somewhere
    else, and goes on living there: its address becomes one of the homes.
    """

    pairs: tuple[Pair, ...]
    comes: tuple[str, ...]
    cases: tuple[str, ...]
    family: str
    other_family: str = ""
    its_cases: tuple[str, ...] = ()
    case_id: UUID | None = None
    adds_home: bool = False
