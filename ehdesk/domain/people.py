"""The people of a case: the family and the professionals around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.kernel.dates import age_on

NAMELESS = "Name not known"


@dataclass(frozen=True)
class Person:
    """A child or adult of the family, or somebody who matters to it.

    ``kind`` is "child" or "adult"; ``lives`` "here", "part", "elsewhere" or "" when not asked;
    ``parental_responsibility`` "yes", "no", "not_known" or "". An unborn child has no date
    of birth.
    """

    id: UUID
    kind: str
    given_name: str
    family_name: str
    relationship: str = ""
    date_of_birth: date | None = None
    date_of_birth_not_known: bool = False
    school: str = ""
    year_group: str = ""
    lives: str = ""
    parental_responsibility: str = ""
    phone: str = ""

    @property
    def full_name(self) -> str:
        """Given and family name as far as they are known; empty when neither is."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def name(self) -> str:
        """The full name, or words that say it is not known."""
        return self.full_name or NAMELESS

    @property
    def first_name(self) -> str:
        """What the person is known by: the first of the given names, else the family name."""
        return (self.given_name.split() or [self.family_name or NAMELESS])[0]

    @property
    def initials(self) -> str:
        return initials(self.full_name)

    @property
    def is_child(self) -> bool:
        return self.kind == "child"

    def age(self, today: date) -> int | None:
        """Whole years lived; None when the date of birth is not known or yet to come."""
        born = self.date_of_birth
        return None if born is None or born > today else age_on(born, today)

    def school_year(self, today: date) -> str:
        """The year group that was written down, else the one for the date of birth."""
        if self.year_group or self.date_of_birth is None:
            return self.year_group
        return school_year(self.date_of_birth, today)


@dataclass(frozen=True)
class Professional:
    """Somebody who works with the family."""

    id: UUID
    name: str
    role: str = ""
    agency: str = ""
    phone: str = ""
    email: str = ""
    involvement: str = ""

    @property
    def first_name(self) -> str:
        return (self.name.split() or [NAMELESS])[0]

    @property
    def initials(self) -> str:
        return initials(self.name)

    @property
    def described(self) -> str:
        """``Priya Nair, Pastoral lead, Larkmoor Primary``."""
        return ", ".join(part for part in (self.name, self.role, self.agency) if part)


def initials(name: str) -> str:
    """First letters of the first and the last word: ``AR``; one letter for one word, else ``?``."""
    words = [word for word in name.split() if word[0].isalnum()]
    ends = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0] for word in ends).upper() or "?"


def school_year(born: date, today: date) -> str:
    """The school year in England for a date of birth: ``Nursery``, ``Reception``, ``Year 5``.

    A school year takes the children born from 1 September to 31 August, and begins on
    1 September: Reception is the one in which a child turns 5, Year 13 the one of turning 18.
    Empty for children younger than nursery and for adults.
    """
    began = today.year - (today.month < 9)
    first_of_cohort = born.year - (born.month < 9)
    number = began - first_of_cohort - 5
    if number == -1:
        return "Nursery"
    if number == 0:
        return "Reception"
    return f"Year {number}" if 1 <= number <= 13 else ""
