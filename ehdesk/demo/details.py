"""What is known of the made-up families beyond names and ages: homes, who is related to whom and
how, languages, health, school, and who may not be near. All of it is invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

Facts = Mapping[str, Any]
"""Columns of a row and what stands in them."""


@dataclass(frozen=True)
class MadeUpHome:
    """Another home, and who stays there (first name) on which nights."""

    kind: str
    address: str
    postcode: str
    reason: str
    stays: Mapping[str, str] = field(default_factory=dict)
    confidential: str = "no"


@dataclass(frozen=True)
class Details:
    """More about one family. People are named by their first names.

    ``ties`` are (who, kind, of whom, parental responsibility): Lee is the father of Kayden.
    The first adult is the parent of every child unless a tie says something else.
    """

    everyone: Facts = field(default_factory=dict)
    people: Mapping[str, Facts] = field(default_factory=dict)
    homes: tuple[MadeUpHome, ...] = ()
    ties: tuple[tuple[str, str, str, str], ...] = ()
    restrictions: tuple[tuple[str, str, tuple[str, ...], Facts], ...] = ()
    """(first name or "", name of somebody outside the family, whom it protects, the rest)."""
    home: Facts = field(default_factory=dict)
    """Answers of the Family and homes page beyond the address."""
    risks: tuple[str, ...] = ()
    request: Facts = field(default_factory=dict)
    """Other answers of the request."""


_WHITE_BRITISH = {"ethnicity": "WBRI", "first_language": "English", "nationality": "British"}

DETAILS: Final[Mapping[str, Details]] = {
    "Tilbrook": Details(
        everyone=_WHITE_BRITISH,
        people={
            "Dawn": {
                "employment": "part_time",
                "occupation": "Cleaner",
                "diagnosis": "Low mood since spring, seen by the GP",
                "safe_contact": "Text first. She cannot answer at work.",
            },
            "Kayden": {
                "attendance": 82,
                "suspensions": 1,
                "exclusion_risk": "yes",
                "sen": "K",
                "sen_primary": "SEMH",
                "school_contact": "Mr Obi, Year 5",
                "gender_words": "",
            },
            "Isla": {"attendance": 93, "known_as": "Izzy", "school_contact": "Mrs Penn, Year 2"},
            "Rory": {"health_visitor": "Joanne Ellery"},
            "Lee": {"employment": "full_time", "occupation": "Driver", "phone": "0116 496 0177"},
            "Maureen": {"employment": "retired", "phone": "0116 496 0178"},
        },
        homes=(
            MadeUpHome(
                "second_home",
                "9 Pinfold Court, Leicester",
                "LE2 9ZZ",
                "Lee’s flat. Kayden stays here.",
                {"Lee": "", "Kayden": "Friday and Saturday, every other week"},
            ),
        ),
        ties=(
            ("Lee", "father", "Kayden", "yes"),
            ("Lee", "ex_partner", "Dawn", ""),
            ("Maureen", "grandparent_maternal", "Kayden", "no"),
            ("Maureen", "grandparent_maternal", "Isla", "no"),
            ("Maureen", "grandparent_maternal", "Rory", "no"),
            ("Kayden", "half_sibling", "Isla", ""),
            ("Kayden", "half_sibling", "Rory", ""),
            ("Isla", "sibling", "Rory", ""),
        ),
        risks=("4B",),
        request={
            "relationships.every_parent": "no",
            "relationships.missing_parent": "Isla and Rory’s father. Not heard of for two years.",
        },
    ),
    "Vadgama": Details(
        everyone={"ethnicity": "AIND", "religion": "Hindu", "nationality": "British"},
        people={
            "Hetal": {
                "first_language": "Gujarati",
                "employment": "full_time",
                "occupation": "Pharmacy assistant",
            },
            "Rohan": {
                "first_language": "English",
                "attendance": 71,
                "sen": "K",
                "sen_primary": "SEMH",
                "sen_secondary": "SPLD",
                "disability": ["BEH"],
                "diagnosis": "Waiting for an ADHD assessment",
            },
            "Mira": {"first_language": "English", "attendance": 90},
            "Sanjay": {
                "first_language": "Gujarati",
                "phone": "0116 496 0181",
                "employment": "irregular",
            },
        },
        homes=(
            MadeUpHome(
                "second_home",
                "18 Lapwing Mews, Leicester",
                "LE4 8ZZ",
                "Sanjay’s home since the divorce",
                {
                    "Sanjay": "",
                    "Rohan": "Wednesdays",
                    "Mira": "Wednesdays and every other weekend",
                },
            ),
        ),
        ties=(
            ("Sanjay", "father", "Rohan", "yes"),
            ("Sanjay", "father", "Mira", "yes"),
            ("Sanjay", "ex_partner", "Hetal", ""),
            ("Rohan", "sibling", "Mira", ""),
        ),
        risks=("4A",),
    ),
    "Petrescu": Details(
        everyone={
            "ethnicity": "WOTH",
            "first_language": "Romanian",
            "religion": "Orthodox Christian",
            "nationality": "Romanian",
        },
        people={
            "Ioana": {
                "interpreter": "yes",
                "communication": "Speaks some English, reads Romanian",
                "immigration": "Settled status",
                "employment": "irregular",
            },
            "Andrei": {
                "employment": "full_time",
                "occupation": "Warehouse",
                "immigration": "Settled status",
            },
            "Ana": {"sen": "K", "sen_primary": "SLCN", "disability": ["COMM"], "attendance": 92},
            "Luca": {"health_visitor": "Joanne Ellery", "sex": "M"},
            "Baby": {"in_request": "yes"},
        },
        home={
            "family.address_kind": "temporary",
            "family.interpreter": "yes",
            "family.interpreter_note": "Ioana: Romanian, spoken. Letters in Romanian too.",
        },
        ties=(
            ("Andrei", "father", "Ana", "yes"),
            ("Andrei", "father", "Luca", "yes"),
            ("Andrei", "partner", "Ioana", ""),
            ("Ana", "sibling", "Luca", ""),
        ),
    ),
    "Lakhani": Details(
        everyone={
            "ethnicity": "APKN",
            "first_language": "Urdu",
            "religion": "Muslim",
            "nationality": "British",
        },
        people={
            "Farida": {
                "disability": ["MOB", "PC"],
                "diagnosis": "Multiple sclerosis",
                "employment": "unwell",
            },
            "Zara": {"first_language": "English", "young_carer": "yes", "attendance": 78},
        },
        risks=("6B", "7A"),
    ),
    "Brennan": Details(
        everyone={"ethnicity": "WIRI", "first_language": "English", "religion": "Catholic"},
        people={
            "Siobhan": {
                "disability": ["MOB"],
                "diagnosis": "Back injury, August",
                "employment": "unwell",
            },
            "Paul": {"employment": "full_time", "occupation": "Bus mechanic"},
            "Callum": {"attendance": 84, "sen": "N"},
            "Niamh": {"attendance": 93, "sen": "N"},
        },
        ties=(
            ("Paul", "step_father", "Callum", "no"),
            ("Paul", "step_father", "Niamh", "no"),
            ("Paul", "partner", "Siobhan", ""),
            ("Callum", "sibling", "Niamh", ""),
        ),
    ),
    "Hussain-Grant": Details(
        everyone={"ethnicity": "MOTH", "first_language": "English", "religion": "Muslim"},
        people={
            "Aaliyah": {
                "employment": "looking",
                "safe_contact": "Only her own mobile. Nothing by post.",
            },
            "Amara": {
                "attendance": 88,
                "sen": "K",
                "sen_primary": "SEMH",
                "social_work": "cin_before",
            },
            "Idris": {"health_visitor": "Joanne Ellery"},
        },
        home={
            "family.address_kind": "temporary",
            "family.confidential": "yes",
            "family.contact_note": "Only Aaliyah’s own mobile, after 3pm. Nothing by post.",
        },
        restrictions=(
            (
                "",
                "Marlon Grant",
                ("Aaliyah", "Amara", "Idris"),
                {
                    "what": "May not come near them, and must not be told where they live.",
                    "order": "Non-molestation order, Leicester family court",
                    "seen_by": "Priya Nair",
                },
            ),
        ),
        risks=("3B",),
        request={
            "relationships.every_parent": "no",
            "relationships.missing_parent": "Their father: see the contact restriction.",
        },
    ),
    "Osman": Details(
        everyone={
            "ethnicity": "BAFR",
            "first_language": "Somali",
            "religion": "Muslim",
            "nationality": "British",
        },
        people={
            "Ifrah": {"employment": "caring"},
            "Yusuf": {"attendance": 91, "first_language": "English"},
            "Hana": {
                "attendance": 86,
                "first_language": "English",
                "sen": "E",
                "sen_primary": "ASD",
                "sen_secondary": "SLCN",
                "disability": ["AUT"],
                "diagnosis": "Autism, diagnosed in March",
                "communication": "Short sentences, pictures, a quiet room",
            },
        },
        request={"asking.ehc_plan": "yes", "asking.ehc_process": "two_plans"},
    ),
    "Chikwanha": Details(
        everyone={"ethnicity": "BAFR", "first_language": "Shona", "religion": "Methodist"},
        people={
            "Rudo": {"employment": "full_time", "occupation": "Nurse"},
            "Tariro": {"attendance": 89, "service_child": "no"},
        },
    ),
    "Kowalczyk": Details(
        everyone={
            "ethnicity": "WOTH",
            "first_language": "Polish",
            "religion": "Catholic",
            "nationality": "Polish",
        },
        people={"Zofia": {"attendance": 98}},
    ),
    "Fenwick": Details(
        everyone=_WHITE_BRITISH,
        people={
            "Poppy": {"attendance": 76, "looked_after": "before", "social_work": "cp_before"},
            "Alfie": {"attendance": 92},
            "Gail": {
                "employment": "unwell",
                "staff_risk": "yes",
                "staff_risk_note": "A large dog. Ring before you come.",
            },
        },
        home={"family.address_kind": "temporary"},
        ties=(("Poppy", "half_sibling", "Alfie", ""),),
        risks=("1B", "4B"),
    ),
    "Marchetti": Details(
        everyone={"ethnicity": "WOTH", "first_language": "Italian"},
        people={"Nico": {"first_language": "English", "attendance": 80}},
        risks=("18C",),
    ),
    "Adeyemi-Cole": Details(
        everyone={"ethnicity": "BAFR", "first_language": "English", "religion": "Christian"},
        people={"Tobi": {"attendance": 69, "suspensions": 2, "exclusion_risk": "yes"}},
        risks=("13A", "24A"),
    ),
}

GIRLS_AND_WOMEN: Final = frozenset(
    (
        "Aaliyah",
        "Amara",
        "Ana",
        "Asha",
        "Bisi",
        "Carrie",
        "Carys",
        "Dawn",
        "Elif",
        "Farida",
        "Gail",
        "Grace",
        "Hana",
        "Hetal",
        "Ifrah",
        "Ines",
        "Ioana",
        "Isla",
        "Ivy",
        "Kiri",
        "Leanne",
        "Marta",
        "Maureen",
        "Mira",
        "Naomi",
        "Ngozi",
        "Niamh",
        "Paola",
        "Poppy",
        "Roisin",
        "Roz",
        "Rudo",
        "Siobhan",
        "Tariro",
        "Zara",
        "Zofia",
    )
)


def details_of(family_name: str) -> Details:
    """What is known of a family; hardly anything of those that only make a store larger."""
    return DETAILS.get(family_name, Details())
