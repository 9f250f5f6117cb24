"""Every field that a request has to hold is in the forms, where docs/forms.md says it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ehdesk.forms.catalogue import describe
from tests.forms.samples import shipped_forms

TABLE = Path(__file__).parents[2] / "docs" / "forms.md"
LISTED = {form.code: describe(form) for form in shipped_forms()}
KEYS = {
    f"{code}.{field['key']}"
    for code, form in LISTED.items()
    for section in form["sections"]
    for field in section["fields"]
}
_KEY = re.compile(r"`([a-z_]+(?:\.[a-z_]+)+)`")


def rows() -> list[list[str]]:
    """The lines of the table of fields: section of the notes, field, where, note."""
    after = TABLE.read_text(encoding="utf-8").partition("<!-- fields -->")[2]
    lines = [line for line in after.splitlines() if line.startswith("| 2.")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_field_of_the_domain_notes_is_asked_where_the_table_says(row: list[str]) -> None:
    _section, _field, where, note = row
    named = _KEY.findall(where)
    assert named or where == "not a question"
    assert set(named) <= KEYS
    assert {key for key in _KEY.findall(note) if key.split(".")[0] in LISTED} <= KEYS
    assert named or note, "what is not asked says what keeps it"


def test_the_table_goes_through_every_part_of_a_request() -> None:
    assert {row[0] for row in rows()} == {f"2.{part}" for part in range(8)}
    assert len(rows()) >= 75


@pytest.mark.parametrize(("code", "sections", "fields"), [("request", 9, 90), ("eha", 12, 120)])
def test_a_long_form_is_asked_in_full(code: str, sections: int, fields: int) -> None:
    form = LISTED[code]
    assert len(form["sections"]) >= sections
    assert sum(len(section["fields"]) for section in form["sections"]) >= fields
