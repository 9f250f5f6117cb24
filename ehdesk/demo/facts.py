"""A made-up family as the rows of the forms: people in full, homes, relationships, restrictions,
who agreed to what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ehdesk.demo.details import GIRLS_AND_WOMEN, Details, MadeUpHome, details_of
from ehdesk.demo.families import MadeUpFamily, MadeUpPerson
from ehdesk.demo.numbers import nhs_number, upn
from ehdesk.kernel.dates import add_months
from ehdesk.kernel.ids import new_id

Row = dict[str, Any]

SCHOOL = {
    "name": "Priya Nair",
    "role": "Pastoral lead",
    "agency": "Larkmoor Primary",
    "phone": "0116 496 0101",
    "email": "p.nair@larkmoor.example",
    "agency_type": "primary",
    "address": "Larkmoor Road, Leicester, LE3 0ZZ",
}
"""The pastoral lead who asks for help."""

HELPERS: tuple[Row, ...] = (
    {
        "name": "Joanne Ellery",
        "role": "Health visitor",
        "agency": "Health visiting",
        "agency_type": "health_visiting",
        "phone": "0116 496 0102",
        "involvement": "Sees the youngest at home.",
    },
    {
        "name": "Tom Adcock",
        "role": "Housing officer",
        "agency": "Housing",
        "agency_type": "housing",
        "phone": "0116 496 0103",
        "involvement": "Repairs, rent and moving.",
    },
    {
        "name": "Samira Devji",
        "role": "Wellbeing practitioner",
        "agency": "Adult mental health",
        "agency_type": "adult_mental_health",
        "phone": "0116 496 0104",
        "involvement": "Meets the parent every two weeks.",
    },
)

_SHARED = {
    "contact": ("yes", "yes", "yes"),
    "plan": ("yes", "yes", "yes"),
    "health": ("yes", "yes", "ask"),
    "home_money": ("ask", "yes", "yes"),
    "own_words": ("yes", "no", "ask"),
    "sensitive": ("ask", "ask", "no"),
}
"""What school, health visitor and housing may know, by kind of information."""


class FamilyFacts:
    """The rows of one family. The keys of its people and homes are made once."""

    def __init__(self, family: MadeUpFamily, today: date) -> None:
        self._family = family
        self._today = today
        self._more: Details = details_of(family.name)
        self.keys = {person.first_name: str(new_id()) for person in family.people}
        self._homes = [(str(new_id()), home) for home in self._more.homes]

    def people(self) -> list[Row]:
        """Everyone in the family."""
        return [self._person(person) for person in self._family.people]

    def homes(self) -> list[Row]:
        """The homes beside the family's own."""
        return [
            {
                "id": key,
                "kind": home.kind,
                "address": home.address,
                "postcode": home.postcode,
                "confidential": home.confidential,
                "reason": home.reason,
            }
            for key, home in self._homes
        ]

    def relationships(self) -> list[Row]:
        """Who is related to whom. The first adult is the mother unless something else is told."""
        mother = self._family.parent.first_name
        ties = [(mother, "mother", child.first_name, "yes") for child in self._family.children]
        return [
            {
                "id": str(new_id()),
                "person_id": self.keys[who],
                "kind": kind,
                "to_id": self.keys[whom],
                "parental_responsibility": responsible,
            }
            for who, kind, whom, responsible in (*ties, *self._more.ties)
        ]

    def restrictions(self, seen_on: date) -> list[Row]:
        """Who may not be near, as an order says that somebody saw."""
        return [
            {
                "id": str(new_id()),
                "person_id": self.keys.get(who, ""),
                "name": name,
                "protects": [self.keys[one] for one in protects],
                "seen_on": seen_on.isoformat(),
                "until": add_months(seen_on, 12).isoformat(),
            }
            | dict(rest)
            for who, name, protects, rest in self._more.restrictions
        ]

    def request_answers(self) -> Row:
        """Answers of the request that only this family gives."""
        return (
            {"family.address_kind": "home", "family.confidential": "no"}
            | {"relationships.every_parent": "yes"}
            | dict(self._more.home)
            | dict(self._more.request)
            | ({"safety.risks": list(self._more.risks)} if self._more.risks else {})
        )

    def agreements(self, day: date) -> list[Row]:
        """What each person said about taking part; babies were not asked."""
        return list(self._agreements(day))

    def sharing(self) -> list[Row]:
        """What the parent chose for each agency and kind of information."""
        agencies = (SCHOOL["agency"], HELPERS[0]["agency"], HELPERS[1]["agency"])
        return [
            {"id": str(new_id()), "who": who, "kind": kind, "choice": choices[number]}
            for number, who in enumerate(agencies)
            for kind, choices in _SHARED.items()
        ]

    def _agreements(self, day: date) -> Iterator[Row]:
        first = self._family.parent
        for person in self._family.people:
            row = {
                "id": str(new_id()),
                "person_id": self.keys[person.first_name],
                "on": day.isoformat(),
            }
            if person is first:
                yield row | {"answer": "signed", "how": "On paper, at home"}
            elif not person.is_child:
                yield row | {"answer": "told", "how": "Told by phone, content with it"}
            elif person.age >= 12:
                yield row | {
                    "answer": "said_yes",
                    "how": "Talked through alone",
                    "competent": "yes",
                }
            elif person.age >= 4:
                yield row | {"answer": "said_yes", "how": "Talked through with pictures"}

    def _person(self, person: MadeUpPerson) -> Row:
        # As old as the story says on the demo's today, each with a birthday of their own.
        serial = sum(map(ord, person.first_name + person.family_name))
        born = add_months(self._today, -12 * person.age) - timedelta(days=1 + serial % 300)
        row: Row = {
            "id": self.keys[person.first_name],
            "kind": "child" if person.is_child else "adult",
            "given_name": person.first_name,
            "family_name": person.family_name,
            "relationship": person.relationship,
            "lives": person.lives,
            "parental_responsibility": "yes" if person.relationship == "Mum" else "not_known",
        }
        if person.due_in_days:
            due = self._today + timedelta(days=person.due_in_days)
            row |= {"unborn": True, "due_date": due.isoformat(), "sex": "U"}
            return row | self._told(person)
        row |= {
            "date_of_birth": born.isoformat(),
            "sex": "F" if person.first_name in GIRLS_AND_WOMEN else "M",
            "nhs_number": nhs_number(serial * 7),
            "gp": "Dr Sample, Cobden Surgery",
        }
        if person.is_child:
            row |= {"school": person.school, "in_request": "yes", "looked_after": "no"}
            row |= {"young_carer": "no", "social_work": "no", "interpreter": "no"}
        if person.is_child and person.age >= 5:
            row |= {"upn": upn(serial), "sen": "N", "attendance": 84 + serial % 12}
        elif person.is_child:
            row |= {"upn_unknown": "UN1"}
        return row | self._told(person)

    def _told(self, person: MadeUpPerson) -> Row:
        stays = next(
            ((k, home) for k, home in self._homes if person.first_name in home.stays), None
        )
        told = dict(self._more.everyone) | dict(self._more.people.get(person.first_name, {}))
        return (told | _stay(*stays, person)) if stays else told


def _stay(key: str, home: MadeUpHome, person: MadeUpPerson) -> Row:
    return {"other_home": key, "nights": home.stays[person.first_name]}
