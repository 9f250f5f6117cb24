"""The details of a person in groups, and which of them fit a child, an adult, an unborn baby."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ehdesk.forms import kinds
from ehdesk.forms.people_checks import is_unborn
from ehdesk.forms.spec import Field, Look, Row
from ui.fields.grouped_form import Group, Tells
from ui.fields.person_words import birth_line, group_line, person_name, year_words
from ui.fields.row_form import Line
from ui.fields.surroundings import Surroundings

LOOKS: Final[dict[str, Look]] = {
    "kind": "segmented",
    "lives": "select",
    "parental_responsibility": "select",
}

OPEN_FIRST: Final = ("names", "birth")

_NOTE = (
    "Ask, and do not guess. Leave a box empty until you know; “Not known” and “Prefers not to say” "
    "are answers too."
)

_LINES: Final[dict[str, tuple[str, str, tuple[Line, ...], str]]] = {
    "names": (
        "Names",
        "id-card",
        (
            (("kind", 2), ("given_name", 2), ("family_name", 2)),
            (("relationship", 2), ("known_as", 2), ("other_names", 2)),
            (("in_request", 6),),
        ),
        "",
    ),
    "birth": (
        "Birth",
        "cake",
        (
            (("unborn", 6),),
            (("due_date", 6),),
            (("date_of_birth", 3), ("sex", 3)),
            (("date_of_birth_not_known", 3), ("gender", 3)),
            (("gender_words", 6),),
        ),
        "",
    ),
    "school": (
        "School and learning",
        "school",
        (
            (("school", 3), ("year_group", 3)),
            (("school_contact", 2), ("attendance", 2), ("suspensions", 2)),
            (("exclusion_risk", 3), ("sen", 3)),
            (("sen_primary", 3), ("sen_secondary", 3)),
            (("upn", 3), ("uln", 3)),
            (("upn_unknown", 6),),
        ),
        "",
    ),
    "health": (
        "Health",
        "stethoscope",
        (
            (("gp", 3), ("health_visitor", 3)),
            (("disability", 6),),
            (("diagnosis", 3), ("nhs_number", 3)),
        ),
        "",
    ),
    "culture": (
        "Language and culture",
        "languages",
        (
            (("first_language", 3), ("communication", 3)),
            (("interpreter", 6),),
            (("ethnicity", 3), ("religion", 3)),
            (("nationality", 3), ("immigration", 3)),
        ),
        _NOTE,
    ),
    "care": (
        "Care and support",
        "hand-heart",
        (
            (("looked_after", 3), ("social_work", 3)),
            (("young_carer", 2), ("service_child", 2), ("private_fostering", 2)),
            (("parental_responsibility", 3), ("employment", 3)),
            (("occupation", 3), ("la_id", 3)),
        ),
        "",
    ),
    "lives": (
        "Where they live",
        "house",
        ((("lives", 3), ("other_home", 3)), (("nights", 6),)),
        "",
    ),
    "contact": (
        "Contact and safety",
        "phone",
        (
            (("phone", 3), ("email", 3)),
            (("safe_contact", 6),),
            (("staff_risk", 3), ("staff_risk_note", 3)),
        ),
        "",
    ),
}

_OF_BORN_CHILDREN: Final = frozenset(
    {
        *(key for line in _LINES["school"][2] for key, _share in line),
        "looked_after",
        "young_carer",
        "service_child",
        "private_fostering",
    }
)
_OF_CHILDREN: Final = _OF_BORN_CHILDREN | {"in_request", "unborn", "due_date", "social_work"}
_OF_ADULTS: Final = frozenset({"parental_responsibility", "employment", "occupation"})
_OF_UNBORN: Final = frozenset(
    {
        *("kind", "given_name", "family_name", "relationship", "in_request"),
        *("unborn", "due_date", "date_of_birth_not_known"),
        *("gp", "health_visitor", "social_work", "la_id"),
    }
)
"""Domain notes 2.3 and 8.4: an unborn child has an expected date, and disability stays blank."""
_FIRST: Final = frozenset(
    key for group in OPEN_FIRST for line in _LINES[group][2] for key, _ in line
)

_ONLY_WITH: Final[dict[str, tuple[str, frozenset[str | None]]]] = {
    "gender_words": ("gender", frozenset({"09"})),
    "sen_primary": ("sen", frozenset({"K", "E"})),
    "sen_secondary": ("sen", frozenset({"K", "E"})),
    "staff_risk_note": ("staff_risk", frozenset({"yes"})),
    "upn_unknown": ("upn", frozenset({"", None})),
    "other_home": ("lives", frozenset({"part", "elsewhere"})),
    "nights": ("lives", frozenset({"part"})),
}
"""Columns asked only while another holds one of these values. Once filled they stay on show."""


def fitting(row: Row, *, blank: bool) -> set[str]:
    """The columns that fit a person; while nobody has written anything only the first groups."""
    keys = {key for _t, _i, lines, _n in _LINES.values() for line in lines for key, _share in line}
    if is_unborn(row):
        keys &= _OF_UNBORN
    elif row.get("kind") == "child":
        keys -= _OF_ADULTS | {"due_date"}
    else:
        keys -= _OF_CHILDREN
    if blank:
        keys &= _FIRST
    for column, (other, values) in _ONLY_WITH.items():
        if row.get(other) not in values:
            keys.discard(column)
    return keys | _written(row, keys)


def _written(row: Row, keys: set[str]) -> set[str]:
    """What holds something where it should not stays on show, so that it can be put right."""
    ones = ("due_date", "date_of_birth", *_ONLY_WITH)
    return {key for key in ones if row.get(key) not in ("", None, [], False)} - keys


def groups(question: Field, around: Surroundings) -> tuple[Group, ...]:
    """The groups of a person's details, each told in a line."""
    asked = {column.key: column for column in kinds.columns(question)}
    return tuple(
        Group(key, title, icon, lines, _teller(key, _columns(lines, asked), around), note)
        for key, (title, icon, lines, note) in _LINES.items()
    )


def _columns(lines: Sequence[Line], asked: dict[str, Field]) -> list[Field]:
    return [asked[key] for line in lines for key, _share in line if key in asked]


def _teller(key: str, columns: Sequence[Field], around: Surroundings) -> Tells:
    """How a group says what is in it: names and birth in their own way, the others column by
    column."""

    def names(row: Row) -> str:
        known = f"known as {row['known_as']}" if row.get("known_as") else ""
        return ", ".join(
            text for text in (person_name(row), row.get("relationship"), known) if text
        )

    def birth(row: Row) -> str:
        rest = [c for c in columns if c.key in ("sex", "gender", "gender_words")]
        line = birth_line(row, around.today)
        more = group_line(row, rest, around.answers.words) if _has_any(row, rest) else ""
        return ", ".join(text for text in (line, more) if text) or "Not given"

    def others(row: Row) -> str:
        seen = row
        if key == "school" and not row.get("year_group"):
            seen = row | {"year_group": year_words(row, around.today) if row.get("school") else ""}
        fits = fitting(row, blank=False)
        return group_line(seen, [c for c in columns if c.key in fits], around.answers.words)

    return {"names": names, "birth": birth}.get(key, others)


def _has_any(row: Row, columns: Sequence[Field]) -> bool:
    return any(row.get(column.key) not in ("", None, [], False) for column in columns)
