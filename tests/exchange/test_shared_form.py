"""What a copy leaves out is in its data neither: as a value, a line, nor a cell."""

from __future__ import annotations

import json
from dataclasses import replace

from ehdesk.exchange.shared_form import shared_form
from ehdesk.forms.display import Answer, SectionAnswers, as_finished, frozen, is_intact
from ehdesk.forms.told_rows import ToldRow
from tests.ui.forms_in_memory import form, options

SAID = frozen(
    form("request"),
    {
        "family.name": "Quillfeather",
        "family.address": "27 Tansy Walk, Leicester",
        "needs.worries": "Late on most days.",
        "family.people": [
            {
                "id": "one",
                "kind": "child",
                "given_name": "Wilf",
                "family_name": "Quillfeather",
                "school": "Larkmoor Primary",
            }
        ],
    },
    options(),
)


def answers(copy: dict[str, object]) -> dict[str, dict[str, object]]:
    sections = copy["sections"]
    assert isinstance(sections, list)
    return {answer["key"]: answer for section in sections for answer in section["answers"]}


def changed(key: str, change: object) -> list[SectionAnswers]:
    """The copy with one answer changed, or left out."""
    assert callable(change)

    def each(section: SectionAnswers) -> SectionAnswers:
        kept = [change(a) if a.field_key == key else a for a in section.answers]
        return replace(section, answers=tuple(a for a in kept if a is not None))

    return [each(section) for section in as_finished(SAID)]


def test_a_copy_that_leaves_nothing_out_is_the_whole_form() -> None:
    assert shared_form(SAID, as_finished(SAID)) == SAID


def test_an_answer_that_is_left_out_is_not_in_the_data() -> None:
    shared = shared_form(SAID, changed("needs.worries", lambda answer: None))
    assert "needs.worries" not in answers(shared)
    assert "Late on most days" not in json.dumps(shared)
    assert is_intact(shared)
    assert shared["sha256"] != SAID["sha256"]


def test_words_in_place_of_an_answer_are_its_value_too() -> None:
    def kept(answer: Answer) -> Answer:
        return replace(answer, lines=("Address kept confidential",))

    shared = shared_form(SAID, changed("family.address", kept))
    assert answers(shared)["family.address"]["value"] == "Address kept confidential"
    assert "Tansy" not in json.dumps(shared)


def test_a_column_that_is_left_out_is_gone_from_value_lines_and_cells() -> None:
    def without_school(answer: Answer) -> Answer:
        rows = tuple(
            ToldRow(row.id, tuple(cell for cell in row.cells if cell.key != "school"))
            for row in answer.rows
        )
        return replace(answer, rows=rows)

    shared = shared_form(SAID, changed("family.people", without_school))
    people = answers(shared)["family.people"]
    value = people["value"]
    assert isinstance(value, list)
    assert value[0]["given_name"] == "Wilf"
    assert "school" not in value[0]
    assert "Larkmoor" not in json.dumps(shared)


def test_a_row_that_is_left_out_is_gone() -> None:
    shared = shared_form(SAID, changed("family.people", lambda a: replace(a, rows=())))
    assert answers(shared)["family.people"]["value"] == []
    assert "Wilf" not in json.dumps(shared)
