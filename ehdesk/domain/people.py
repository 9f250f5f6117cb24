"""The people of a case: the family and the professionals around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.forms.run_time_options import UNBORN
from ehdesk.kernel.dates import age_on

NAMELESS = "Name not known"


@dataclass(frozen=True)
class Person:
    """A child or adult of the family, or somebody who matters to it.

    ``kind`` is "child" or "adult"; ``lives`` "here", "part", "elsewhere" or "" when not asked;
    ``parental_responsibility`` "yes", "no", "not_known" or "". An unborn child has ``due_date``
    (when the birth is expected) and no date of birth. Yes or no is "yes", "no" or "" when not
    asked; ``attendance`` is in percent; codes are those of the pack's lists.
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
    known_as: str = ""
    other_names: str = ""
    in_request: str = ""
    unborn: bool = False
    due_date: date | None = None
    sex: str = ""
    gender: str = ""
    gender_words: str = ""
    ethnicity: str = ""
    religion: str = ""
    first_language: str = ""
    interpreter: str = ""
    communication: str = ""
    nationality: str = ""
    immigration: str = ""
    disability: tuple[str, ...] = ()
    diagnosis: str = ""
    upn: str = ""
    upn_unknown: str = ""
    nhs_number: str = ""
    uln: str = ""
    la_id: str = ""
    school_contact: str = ""
    attendance: int | None = None
    suspensions: int | None = None
    exclusion_risk: str = ""
    sen: str = ""
    sen_primary: str = ""
    sen_secondary: str = ""
    gp: str = ""
    health_visitor: str = ""
    young_carer: str = ""
    looked_after: str = ""
    social_work: str = ""
    service_child: str = ""
    private_fostering: str = ""
    other_home: UUID | None = None
    nights: str = ""
    email: str = ""
    occupation: str = ""
    employment: str = ""
    safe_contact: str = ""
    staff_risk: str = ""
    staff_risk_note: str = ""

    @property
    def full_name(self) -> str:
        """Given and family name as far as they are known; empty when neither is."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def name(self) -> str:
        """The full name, or words that say it is not known, or that the child is not born yet."""
        if self.unborn and not self.given_name:
            return f"{UNBORN} {self.family_name}".strip()
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
class Home:
    """Another address of the family. ``confidential`` is "yes", "no" or "" when not asked."""

    id: UUID
    kind: str = ""
    address: str = ""
    postcode: str = ""
    confidential: str = ""
    reason: str = ""

    @property
    def is_confidential(self) -> bool:
        return self.confidential == "yes"

    @property
    def title(self) -> str:
        """Address and postcode, or words that say that it is not known yet."""
        return (
            ", ".join(part for part in (self.address, self.postcode) if part) or "Address not known"
        )


@dataclass(frozen=True)
class Relationship:
    """``person_id`` is the ``kind`` (a code of the list "relationships") of ``to_id``.

    ``parental_responsibility`` is "yes", "no", "not_known" or "" when not asked; it is about
    ``to_id``, a child. Couples are rows between two adults.
    """

    id: UUID
    person_id: UUID | None
    to_id: UUID | None
    kind: str = ""
    parental_responsibility: str = ""


@dataclass(frozen=True)
class Restriction:
    """Somebody who must not do or be told something. ``protects`` are keys of people as texts."""

    id: UUID
    person_id: UUID | None
    name: str = ""
    protects: tuple[str, ...] = ()
    what: str = ""
    order: str = ""
    until: date | None = None
    seen_by: str = ""
    seen_on: date | None = None

    def holds_on(self, today: date) -> bool:
        """Whether it still holds; one without an end always does."""
        return self.until is None or today <= self.until


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
    agency_type: str = ""
    address: str = ""
    involved: str = ""
    since: date | None = None
    until: date | None = None
    aware: str = ""
    taf: str = ""

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


@dataclass(frozen=True)
class KnownProfessional:
    """What is on the card of somebody who was written down before; nothing about a family."""

    name: str
    role: str = ""
    agency: str = ""
    agency_type: str = ""
    phone: str = ""
    email: str = ""

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
