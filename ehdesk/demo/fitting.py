"""Makes the made-up stories true of any authority: its choices, its needs, its places, its numbers.

The stories are written with Leicester's codes. Where a pack has them they stay; otherwise the
first of its own takes their place, so that every family's way can be walked in any pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ehdesk.authority.pack import Pack
from ehdesk.forms.spec import Field
from ehdesk.services.forms import OpenForm


def fit(answers: Mapping[str, Any], opened: OpenForm, pack: Pack) -> dict[str, Any]:
    """The answers as this form can take them; what it does not ask is left out."""
    fields = {field.key: field for field in opened.form.fields()}
    return {
        key: _fitted(here(value, pack), fields[key], opened, pack)
        for key, value in answers.items()
        if key in fields
    }


def _fitted(value: Any, field: Field, opened: OpenForm, pack: Pack) -> Any:
    if field.kind == "needs":
        codes = [need.code for need in pack.needs if need.usable]
        return _own_codes(value, "code", codes)
    if field.kind == "areas":
        return _own_codes(value, "area", [area.code for area in pack.areas if area.usable])
    if field.kind == "people" and opened.form.bound_to("homes") is None:
        # Somebody's other home is not asked here, so nobody can be said to live there.
        return [{key: one for key, one in row.items() if key != "other_home"} for row in value]
    choices = [o.value for o in (*field.options, *opened.options.get(field.options_from, ()))]
    if field.kind == "choice" and value and choices:
        return one_of(value, choices)
    if field.kind == "choices" and value and choices:
        return [one for one in value if one in choices] or choices[:1]
    return value


def _own_codes(rows: list[dict[str, Any]], column: str, codes: list[str]) -> list[dict[str, Any]]:
    """Each row with a code of the pack, no code twice; rows beyond its codes are left out."""
    known = [row for row in rows if row[column] in codes]
    others = [row for row in rows if row[column] not in codes]
    free = [code for code in codes if code not in {row[column] for row in known}]
    return known + [row | {column: code} for row, code in zip(others, free, strict=False)]


def one_of(wanted: str, choices: list[str]) -> str:
    """What is wanted where it can be chosen, else the first choice."""
    return wanted if wanted in choices else choices[0]


def here(told: Any, pack: Pack) -> Any:
    """What the stories tell, in this authority's area and words: addresses, numbers, what early
    help is called. Numbers are of the ranges kept for made-up ones: 0116 496 0... in Leicester,
    01632 960... anywhere else."""
    if pack.area == "Leicester":
        return told
    if isinstance(told, list):
        return [here(one, pack) for one in told]
    if isinstance(told, dict):
        return {key: here(one, pack) for key, one in told.items()}
    if not isinstance(told, str):
        return told
    for ours, theirs in (
        ("0116 496 0", "01632 960"),
        ("Leicester", pack.area),
        ("One Number", pack.term("one_number")),
        ("Early Help", pack.term("early_help")),
        ("early help", pack.term("early_help")),
    ):
        told = told.replace(ours, theirs)
    return told
