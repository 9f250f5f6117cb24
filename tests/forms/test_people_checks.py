"""Checks on people say which box of whose row is meant, and hold nobody up for what may be so."""

from __future__ import annotations

from typing import Any

import pytest

from ehdesk.forms.code_lists import NATIONAL, read_lists
from ehdesk.forms.problems import Problem
from ehdesk.forms.session import FormSession
from ehdesk.forms.spec import Check, Field, Form, Section
from tests.forms.samples import FORMS_FOLDER, TODAY

COUNCILS = read_lists(FORMS_FOLDER.parent, NATIONAL)[0]["local_authorities"].options


def found(kind: str, rows: list[dict[str, Any]], *names: str) -> list[Problem]:
    field = Field("s.x", "X", kind, checks=tuple(Check(name) for name in names))
    form = Form("t", 1, "T", (Section("s", "S", "S", (field,)),), "ours")
    options = {"local_authorities": COUNCILS}
    return list(FormSession(form, {"s.x": rows}, options, TODAY).all_problems("s"))


def child(**given: Any) -> dict[str, Any]:
    return {"id": "1", "kind": "child", "given_name": "Callum"} | given


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("upn", "A801200005001"),
        ("nhs_number", "9434765871"),
        ("uln", "12"),
        ("la_id", "12-3"),
        ("attendance", 101),
        ("suspensions", -1),
    ],
)
def test_a_number_that_cannot_be_is_told_at_its_own_box(column: str, value: Any) -> None:
    (problem,) = found("people", [child(**{column: value})], "people_numbers")
    assert (problem.row_id, problem.column, problem.warning) == ("1", column, False)


def test_right_numbers_and_empty_boxes_are_left_in_peace() -> None:
    right = child(upn="Z856200015001", nhs_number="943 476 5870", uln="1234567890", attendance=0)
    assert found("people", [right, child(id="2")], "people_numbers", "people_upn_councils") == []


def test_an_unknown_council_in_a_upn_is_a_warning_and_an_abolished_one_is_known() -> None:
    (problem,) = found("people", [child(upn="T999200005001")], "people_upn_councils")
    assert (problem.warning, problem.column) == (True, "upn")
    rows = [child(upn="N909200005001")]
    assert found("people", rows, "people_upn_councils") == []


def test_a_child_who_is_not_born_yet_needs_an_expected_date_and_no_name() -> None:
    baby = child(given_name="", unborn=True)
    (problem,) = found("people", [baby], "child_dates_of_birth", "at_least_one_child")
    assert problem.message == "Enter the baby’s expected date of birth"
    assert problem.column == "due_date"
    given = baby | {"due_date": "2027-02-01"}
    assert found("people", [given], "child_dates_of_birth", "people_have_names") == []
    unknown = baby | {"date_of_birth_not_known": True}
    assert found("people", [unknown], "child_dates_of_birth") == []


def test_a_date_of_birth_and_an_expected_one_never_stand_together() -> None:
    both = child(unborn=True, due_date="2027-02-01", date_of_birth="2018-06-02")
    (problem,) = found("people", [both], "born_or_expected")
    assert problem.message.startswith("Keep either Callum’s date of birth")
    born = child(unborn=True, date_of_birth="2018-06-02")
    (problem,) = found("people", [born], "born_or_expected")
    assert problem.message.startswith("Untick “Not born yet”")
    assert found("people", [child(date_of_birth="2018-06-02")], "born_or_expected") == []


@pytest.mark.parametrize(
    ("due", "said"),
    [("2027-09-18", "after 17 Sep 2027"), ("2026-11-16", "has passed"), ("2027-09-17", "")],
)
def test_an_expected_date_too_far_off_or_past_is_asked_about(due: str, said: str) -> None:
    problems = found("people", [child(unborn=True, due_date=due)], "due_date_near")
    assert [said in problem.message for problem in problems] == ([True] if said else [])
    assert all(problem.warning for problem in problems)


def test_half_a_postcode_of_another_home_is_worth_a_look() -> None:
    rows = [{"id": "1", "postcode": "LE3"}, {"id": "2", "postcode": "le3 0aa"}]
    (problem,) = found("homes", rows, "home_postcodes")
    assert (problem.row_id, problem.column, problem.warning) == ("1", "postcode", True)


def test_a_date_that_cannot_be_read_is_told_at_its_own_box() -> None:
    (problem,) = found("people", [child(date_of_birth="31/2/2018")])
    assert (problem.row_id, problem.column) == ("1", "date_of_birth")
