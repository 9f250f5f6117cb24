"""Every field of meetings, reviews, the panel, stepping and closing is where docs/forms.md says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ehdesk.forms.catalogue import describe
from tests.forms.samples import shipped_forms

TABLE = Path(__file__).parents[2] / "docs" / "forms.md"
KEYS = {
    f"{form.code}.{field['key']}"
    for form in shipped_forms()
    for section in describe(form)["sections"]
    for field in section["fields"]
}
_KEY = re.compile(r"`([a-z_]+(?:\.[a-z_]+)+)`")


def rows() -> list[list[str]]:
    """The lines of the table: section of the notes, field, where, note."""
    after = TABLE.read_text(encoding="utf-8").partition("<!-- fields of section 4 -->")[2]
    lines = [line for line in after.splitlines() if line.startswith("| 4.")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_field_of_the_domain_notes_is_asked_where_the_table_says(row: list[str]) -> None:
    _section, _field, where, note = row
    assert _KEY.findall(where)
    assert {*_KEY.findall(where), *_KEY.findall(note)} <= KEYS


def test_the_table_goes_through_meetings_reviews_closing_steps_and_the_panel() -> None:
    assert {row[0] for row in rows()} == {"4.1", "4.4", "4.5", "4.6", "4.7"}
    assert len(rows()) >= 55
