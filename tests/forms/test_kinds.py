"""Every kind of question: empty, kept, checked and told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ehdesk.forms import kinds
from ehdesk.forms.kind import Words, WrongShape
from ehdesk.forms.single_kinds import read_time
from ehdesk.forms.spec import Field, Option
from tests.forms.samples import TODAY, any_value, sample_options

CONTRACT = (
    "short_text long_text yes_no choice choices date time number scale people professionals needs "
    "homes relationships restrictions agreements sharing files "
    "voices areas attendance plan progress then_and_now need_outcomes checks signposts facts rows"
)

every_kind = pytest.mark.parametrize("name", sorted(kinds.QUESTION_KINDS))


def question(name: str) -> Field:
    column = (Field("note", "Note", "short_text"), Field("when", "When", "date"))
    return Field(
        "a.b",
        "Question",
        name,
        options=(Option("one", "The first"),) if kinds.KINDS[name].has_options else (),
        fields=column if name == "rows" else (),
    )


def test_the_registry_has_every_kind_and_no_other() -> None:
    assert set(CONTRACT.split()) == kinds.QUESTION_KINDS


@every_kind
def test_an_unanswered_question_is_empty_unanswered_and_says_nothing(name: str) -> None:
    field = question(name)
    empty = kinds.empty(field)
    assert kinds.normalise(field, empty, TODAY) == empty
    assert not kinds.is_answered(field, empty)
    assert kinds.display(field, empty, Words()) == ()
    assert kinds.empty(field) is not empty or not isinstance(empty, list)


@every_kind
def test_a_repeating_kind_has_columns_and_a_blank_row(name: str) -> None:
    field = question(name)
    kind = kinds.KINDS[name]
    assert kind.repeats is bool(kinds.columns(field))
    if kind.repeats:
        row = kinds.row_of(field, "row")
        assert set(row) == {"id"} | {column.key for column in kinds.columns(field)}
        assert not kinds.is_answered(field, [row])


@every_kind
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_keeping_an_answer_twice_changes_nothing(name: str, data: st.DataObject) -> None:
    field = question(name)
    kept = kinds.normalise(field, data.draw(any_value(field)), TODAY)
    assert kinds.normalise(field, kept, TODAY) == kept


@every_kind
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_the_words_hold_every_character_of_the_answer(name: str, data: st.DataObject) -> None:
    field = question(name)
    value = kinds.normalise(field, data.draw(any_value(field)), TODAY)
    told = _solid("\n".join(kinds.display(field, value, Words(sample_options()))))
    for text in texts_in(field, value):
        assert _solid(text) in told


def _solid(text: str) -> str:
    """What can be seen: a form feed at the end of a name is no letter of it."""
    return " ".join(text.split())


@every_kind
def test_a_very_long_answer_is_told_to_its_last_word(name: str) -> None:
    field = question(name)
    if kinds.columns(field):
        row = kinds.row_of(field, "row")
        told = [column for column in kinds.columns(field) if column.kind == "long_text"]
        told = told or [column for column in kinds.columns(field) if column.kind == "short_text"]
        value: Any = [row | {column.key: long_text(column.key) for column in told}]
    elif field.kind in ("short_text", "long_text"):
        value, told = long_text("b"), [field]
    else:
        return
    lines = "\n".join(kinds.display(field, value, Words()))
    for column in told:
        assert long_text(column.key.split(".")[-1]) in lines


def long_text(name: str) -> str:
    return "\n".join(f"{name} line {number} of a long answer" for number in range(300))


def texts_in(field: Field, value: Any) -> list[str]:
    """What somebody wrote, wherever it is in the answer."""
    columns = kinds.columns(field)
    if columns:
        answered = [row for row in value if kinds.row_answered(row, columns, ())]
        return [text for row in answered for c in columns for text in texts_in(c, row[c.key])]
    written = isinstance(value, str) and value.strip()
    return [value] if written and field.kind in ("short_text", "long_text") else []


@every_kind
def test_a_value_of_an_impossible_shape_is_a_bug_and_not_kept(name: str) -> None:
    with pytest.raises(WrongShape):
        kinds.normalise(question(name), {"not": "an answer"}, TODAY)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("3/4/26", "2026-04-03"), ("3 Apr 2026", "2026-04-03"), ("31/2/26", "31/2/26"), ("", "")],
)
def test_a_date_is_kept_as_one_or_as_typed(typed: str, kept: str) -> None:
    assert kinds.normalise(question("date"), typed, TODAY) == kept


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("9:20am", "09:20"),
        ("9.20", "09:20"),
        ("2pm", "14:00"),
        ("12:05am", "00:05"),
        ("1430", "14:30"),
        ("14:30", "14:30"),
        ("13pm", None),
        ("25:00", None),
        ("noonish", None),
        ("9", None),
    ],
)
def test_times_are_read_as_people_type_them(typed: str, time: str | None) -> None:
    assert read_time(typed) == time


def test_half_a_character_does_not_stop_an_answer_from_being_kept() -> None:
    kept = kinds.normalise(question("short_text"), "a\ud800b", TODAY)
    assert isinstance(kept, str)
    assert kept.encode("utf-8").startswith(b"a")


def test_a_date_inside_a_row_is_read_too() -> None:
    people = kinds.normalise(
        question("people"), [{"id": "1", "given_name": "Ada", "date_of_birth": "2 Jun 2021"}], TODAY
    )
    assert isinstance(people, list)
    assert people[0]["date_of_birth"] == "2021-06-02"
    assert people[0]["school"] == ""


def test_two_rows_with_one_id_are_a_bug() -> None:
    with pytest.raises(WrongShape):
        kinds.normalise(question("needs"), [{"id": "1"}, {"id": "1"}], TODAY)


def test_a_choice_whose_list_has_gone_still_says_what_was_chosen() -> None:
    assert kinds.display(question("choice"), "older", Words()) == ("older",)
    assert kinds.display(question("choice"), "one", Words()) == ("The first",)


def test_own_words_stand_between_quotation_marks_once() -> None:
    voice = Field("a.b", "Words", "long_text", voice=True)
    assert kinds.display(voice, "I like art.", Words()) == ("“I like art.”",)
    assert kinds.display(voice, "“I like art.” Hana", Words()) == ("“I like art.” Hana",)


@every_kind
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_blocks_are_the_lines_row_by_row(name: str, data: st.DataObject) -> None:
    field = question(name)
    value = kinds.normalise(field, data.draw(any_value(field)), TODAY)
    words = Words(sample_options())
    blocks = kinds.blocks(field, value, words)
    lines = tuple(line for block in blocks for line in block)
    assert lines == (kinds.display(field, value, words) if kinds.KINDS[name].repeats else ())


def test_a_person_is_told_under_their_name() -> None:
    field = question("people")
    row = kinds.row_of(field, "p1") | {
        "kind": "child",
        "given_name": "Callum",
        "family_name": "Brennan",
        "date_of_birth": "2018-03-27",
    }
    (block,) = kinds.blocks(field, [row], Words())
    assert block[0] == "Callum Brennan"
    assert "born 27 Mar 2018" in block[1]


def test_what_one_agency_may_know_is_told_under_its_name_once() -> None:
    field = question("sharing")
    rows = [
        kinds.row_of(field, f"{who}{kind}") | {"who": who, "kind": kind, "choice": "yes"}
        for who, kind in (("School", "health"), ("School", "plan"), ("Police", "plan"))
    ]
    assert kinds.blocks(field, rows, Words()) == (
        ("School", "health: yes", "plan: yes"),
        ("Police", "plan: yes"),
    )


def test_a_number_of_nought_is_told_and_not_taken_for_nothing() -> None:
    areas = question("areas")
    score = {"id": "s", "person_id": "", "name": "Hana", "kind": "child", "value": 0}
    row = kinds.row_of(areas, "home") | {"area": "Home", "scores": [score]}
    assert "Hana (their own number) 0 out of 10" in "\n".join(kinds.display(areas, [row], Words()))
    number = Field("count", "Suspensions", "number")
    rows = Field("a.b", "Attendance", "rows", fields=(Field("who", "Who", "short_text"), number))
    told = kinds.display(rows, [{"id": "1", "who": "Hana", "count": 0}], Words())
    assert told == ("Hana", "Suspensions: 0")
