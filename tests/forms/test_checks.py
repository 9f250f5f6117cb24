"""Checks say what to do, and only when there is something to do."""

from __future__ import annotations

from typing import Any

import pytest

from ehdesk.forms.checks import CHECKS, tidy_postcode
from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Check, Field, Form, Option, Section
from tests.forms.samples import TODAY


def session(*fields: Field, **values: Any) -> FormSession:
    form = Form("t", 1, "T", (Section("s", "S", "S", fields),), "ours")
    return FormSession(form, {f"s.{key}": value for key, value in values.items()}, {}, TODAY)


def messages(kind: str, value: Any, name: str, argument: Any = None) -> list[str]:
    field = Field("s.x", "X", kind, checks=(Check(name, argument),))
    return [problem.message for problem in session(field, x=value).all_problems("s")]


@pytest.mark.parametrize(
    "code", ["LE1 1FZ", "le191wl", "EC1A 1BB", "W1A 0AX", "M1 1AE", "CR2 6XH", "SW1W 0NY", "N1C4AG"]
)
def test_a_real_postcode_is_right_however_it_is_typed(code: str) -> None:
    assert messages("short_text", code, "postcode") == []


@pytest.mark.parametrize("code", ["LE3", "LE1 1CZ", "ABC 1DE", "27 Tansy Walk", "1"])
def test_half_a_postcode_asks_for_the_whole(code: str) -> None:
    assert messages("short_text", code, "postcode") == ["Enter a full postcode"]


def test_no_fixed_address_is_asked_about_and_holds_nobody_up() -> None:
    checks = (Check("postcode"), Check("no_fixed_address"))
    one = session(Field("s.x", "X", "short_text", checks=checks), x="ZZ99 3VZ")
    assert one.to_fix("s") == ()
    assert [problem.warning for problem in one.warnings("s")] == [True]


def test_postcodes_are_tidied() -> None:
    assert tidy_postcode(" le30aa ") == "LE3 0AA"
    assert tidy_postcode("le3") == "LE3"


@pytest.mark.parametrize("email", ["priya.nair@larkmoor.example", "a@b.co"])
def test_an_email_address_is_right(email: str) -> None:
    assert messages("short_text", email, "email") == []


@pytest.mark.parametrize("email", ["priya", "priya@larkmoor", "a b@c.de", "@c.de"])
def test_what_is_no_email_address_says_how_one_looks(email: str) -> None:
    assert messages("short_text", email, "email") == [
        "Enter an email address like name@school.org.uk"
    ]


@pytest.mark.parametrize("phone", ["0116 496 0123", "+44 (0)116 496 0123", "07700 900123 ext. 4"])
def test_a_phone_number_is_right(phone: str) -> None:
    assert messages("short_text", phone, "phone") == []


@pytest.mark.parametrize("phone", ["496 0123", "ring mum", "0116 496 0123 after six"])
def test_what_is_no_phone_number_says_how_one_looks(phone: str) -> None:
    assert len(messages("short_text", phone, "phone")) == 1


def test_numbers_have_limits() -> None:
    assert messages("number", 0, "min", 1) == ["Enter a number of 1 or more"]
    assert messages("number", 12, "max", 10) == ["Enter a number of 10 or less"]
    assert messages("number", "twelve", "max", 10) == ["Enter a whole number, like 12"]


def test_dates_that_cannot_be_are_told_so() -> None:
    assert messages("date", "2026-11-18", "date_not_future") == [
        "Enter a date that is today or earlier"
    ]
    assert messages("date", "31/2/2026", "date_not_future") == [
        "Day must be between 1 and 28 in February"
    ]


REVIEW = (
    Field("s.held", "Held", "date"),
    Field("s.why", "Why later", "short_text"),
    Field(
        "s.next",
        "Next",
        "date",
        checks=(
            Check("date_not_before", "s.held"),
            Check("within_months", {"of": "s.held", "months": 3, "unless": "s.why"}),
        ),
    ),
)


def test_the_next_review_is_no_later_than_three_months_unless_it_says_why() -> None:
    late = {"held": "2026-12-15", "next": "2027-03-16"}
    assert [p.message for p in session(*REVIEW, **late).to_fix("s")] == [
        "No later than Mon 15 Mar 2027, or say why it is later"
    ]
    assert session(*REVIEW, **late, why="Dawn is in hospital").to_fix("s") == ()
    assert session(*REVIEW, **late | {"next": "2027-03-15"}).to_fix("s") == ()


def test_the_next_review_does_not_come_before_this_one() -> None:
    early = session(*REVIEW, held="2026-12-15", next="2026-12-01")
    assert [p.message for p in early.to_fix("s")] == ["Enter a date on or after Tue 15 Dec"]


def people(*names_and_births: tuple[str, str]) -> list[dict[str, Any]]:
    return [
        {"id": name, "kind": "child", "given_name": name, "date_of_birth": born}
        for name, born in names_and_births
    ]


def test_a_child_without_a_date_of_birth_is_asked_for_by_name() -> None:
    rows = people(("Callum", ""), ("Niamh", "2021-06-02"), ("James", ""))
    assert messages("people", rows, "child_dates_of_birth") == [
        "Enter Callum’s date of birth",
        "Enter James’ date of birth",
    ]
    rows[0]["date_of_birth_not_known"] = rows[2]["date_of_birth_not_known"] = True
    assert messages("people", rows, "child_dates_of_birth") == []


def test_a_problem_in_a_row_says_which_row() -> None:
    field = Field("s.x", "X", "people", checks=(Check("child_dates_of_birth"),))
    (problem,) = session(field, x=people(("Callum", ""))).to_fix("s")
    assert (problem.field_key, problem.row_id) == ("s.x", "Callum")


def test_a_family_has_at_least_one_child() -> None:
    adult = [{"id": "1", "kind": "adult", "given_name": "Siobhan"}]
    assert messages("people", adult, "at_least_one_child") == ["Add at least one child"]


def test_a_date_of_birth_to_come_is_questioned() -> None:
    rows = people(("Callum", "2027-01-01"))
    assert messages("people", rows, "born_by_now") == [
        "Check Callum’s date of birth: it is in the future"
    ]


def test_someone_with_details_but_no_name_is_asked_for_one() -> None:
    rows = [{"id": "1", "kind": "adult", "relationship": "Nan"}]
    assert messages("people", rows, "people_have_names") == ["Enter a name for this person"]


def test_the_end_comes_after_the_start() -> None:
    fields = (
        Field("s.from", "From", "time"),
        Field("s.x", "Until", "time", checks=(Check("time_after", "s.from"),)),
    )
    assert session(*fields, **{"from": "14:00", "x": "3:15pm"}).to_fix("s") == ()
    assert len(session(*fields, **{"from": "14:00", "x": "13:00"}).to_fix("s")) == 1


def test_the_same_number_without_words_asks_why_and_holds_nobody_up() -> None:
    row = {"id": "1", "title": "Calm mornings", "last_score": 5, "score": 5, "words": ""}
    field = Field("s.x", "X", "then_and_now", checks=(Check("words_when_unchanged"),))
    one = session(field, x=[row])
    assert one.to_fix("s") == ()
    assert one.warnings("s")[0].message == "Say why, or what will be different"
    assert session(field, x=[row | {"score": 6}]).warnings("s") == ()


def test_a_child_who_has_not_been_heard_is_named() -> None:
    fields = (
        Field("s.people", "People", "people"),
        Field("s.x", "Voices", "voices", checks=(Check("every_child_heard"),)),
    )
    both = people(("Callum", "2018-01-01"), ("Niamh", "2021-06-02"))
    one = session(*fields, people=both, x=[{"id": "1", "person_id": "Callum", "words": "Hello"}])
    assert [problem.message for problem in one.warnings("s")] == ["Nothing yet from Niamh"]
    assert one.to_fix("s") == ()


def test_an_area_is_done_with_one_text_and_one_number() -> None:
    area: dict[str, Any] = {"id": "home", "area": "Home", "worries": "Damp", "scores": []}
    assert messages("areas", [area], "each_area_done") == [
        "Home: write something and choose at least one number"
    ]
    area["scores"] = [{"id": "1", "kind": "child", "name": "Hana", "value": 0}]
    assert messages("areas", [area], "each_area_done") == []


def test_every_row_that_waits_for_an_answer_is_named() -> None:
    rule = {"column": "progress", "name": "label", "say": "Say how far “{name}” got"}
    rows = [{"id": "1", "label": "Meet at the gate", "progress": ""}]
    assert messages("progress", rows, "each_row_has", rule) == [
        "Say how far “Meet at the gate” got"
    ]


def test_the_chair_taking_the_minutes_is_a_warning() -> None:
    fields = (
        Field("s.chair", "Chair", "short_text"),
        Field("s.x", "Minutes", "short_text", checks=(Check("differs_from", "s.chair"),)),
    )
    one = session(*fields, chair="Anita Rowe", x="Anita Rowe")
    assert one.to_fix("s") == ()
    assert len(one.warnings("s")) == 1


def test_every_check_is_for_some_kind() -> None:
    assert all(checker.kinds for checker in CHECKS.values())


def test_a_time_that_is_none_is_told_as_it_was_typed() -> None:
    one = session(Field("s.x", "X", "time"), x="25:61")
    assert one.lines("s.x") == ("25:61",)
    assert [problem.message for problem in one.to_fix("s")] == ["Enter a time like 9:20am or 14:30"]


def test_a_child_is_told_of_by_any_words_in_its_line() -> None:
    columns = (
        Field("child", "Child", "choice", options_from="children"),
        Field("well", "Well", "long_text"),
        Field("worries", "Worries", "long_text"),
    )
    rule = Check("every_child_told", {"column": "child", "say": "Nothing yet from {name}"})
    field = Field("s.x", "X", "rows", fields=columns, checks=(rule,))
    form = Form("t", 1, "T", (Section("s", "S", "S", (field,)),), "ours")
    children = {"children": (Option("a", "Ann"), Option("b", "Ben"))}
    said = [
        {"id": "1", "child": "a", "well": "", "worries": "The stairs"},
        {"id": "2", "child": "b", "well": "", "worries": ""},
    ]
    one = FormSession(form, {"s.x": said}, children, TODAY)
    assert [problem.message for problem in one.warnings("s")] == ["Nothing yet from Ben"]


def test_nobody_asks_a_child_who_is_not_born_what_it_says() -> None:
    fields = (
        Field("s.people", "People", "people"),
        Field("s.x", "Voices", "voices", checks=(Check("every_child_heard"),)),
    )
    baby = people(("Baby", ""))[0] | {"unborn": True}
    assert session(*fields, people=[baby], x=[]).warnings("s") == ()
