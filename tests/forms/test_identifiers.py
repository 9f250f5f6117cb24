"""Numbers of people: the vectors of the domain notes, and what each scheme promises to find."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ehdesk.forms.identifiers import (
    UPN_LETTERS,
    la_id_problem,
    nhs_check_digit,
    nhs_number_problem,
    say_nhs_number,
    tidy,
    uln_problem,
    upn_check_letter,
    upn_council_problem,
    upn_problem,
)

DIGITS = st.text("0123456789", min_size=11, max_size=11)


@pytest.mark.parametrize(
    "upn",
    [
        "B801200005001",
        "Z856200015001",
        "N856399919007",
        "Y85620001501A",
        "D85521362200B",
        "b801 2000 05001",
    ],
)
def test_a_real_upn_is_right_however_it_is_typed(upn: str) -> None:
    assert upn_problem(upn) == ""


def test_a_upn_whose_letter_does_not_fit_is_told_so() -> None:
    assert "first letter does not go with the rest" in upn_problem("A801200005001")
    assert upn_check_letter("207000016049") == "P"  # a supplier's page works this one out wrongly


@pytest.mark.parametrize("typed", ["B80120000500", "1801200005001", "B8012000050011", "no", "٣"])
def test_what_is_no_upn_says_how_one_looks(typed: str) -> None:
    assert upn_problem(typed).startswith("Enter the UPN")


@pytest.mark.parametrize("letter", "IOS")
def test_letters_that_no_upn_has_are_named(letter: str) -> None:
    assert "I, O and S" in upn_problem(f"{letter}801200005001")
    assert "I, O and S" in upn_problem(f"B80120000500{letter}")


def test_a_council_nobody_knows_is_only_worth_a_look() -> None:
    unknown = "999200005001"
    upn = upn_check_letter(unknown) + unknown
    assert upn_problem(upn) == ""
    assert "999" in upn_council_problem(upn, {"801", "856"})
    assert upn_council_problem("B801200005001", {"801"}) == ""
    assert upn_council_problem(upn, ()) == ""  # without a list nobody is unknown
    assert upn_council_problem("A801200005001", {"1"}) == ""  # wrong in another way, said there


@given(DIGITS, st.sampled_from("0123456789" + UPN_LETTERS), st.data())
def test_one_wrong_digit_in_a_upn_is_found(most: str, last: str, data: st.DataObject) -> None:
    rest = most + last
    upn = upn_check_letter(rest) + rest
    assert upn_problem(upn) == ""
    place = data.draw(st.integers(1, 11))
    other = data.draw(st.sampled_from("0123456789"))
    assume(other != upn[place])
    assert upn_problem(upn[:place] + other + upn[place + 1 :])


@given(DIGITS, st.sampled_from("0123456789"), st.integers(1, 11))
def test_two_neighbours_swapped_in_a_upn_are_found(most: str, last: str, place: int) -> None:
    upn = upn_check_letter(most + last) + most + last
    assume(upn[place] != upn[place + 1])
    swapped = upn[:place] + upn[place + 1] + upn[place] + upn[place + 2 :]
    assert upn_problem(swapped)


@pytest.mark.parametrize("number", ["943 476 5870", "943-476-5919", "4010232137", "9990000018"])
def test_a_real_nhs_number_is_right_however_it_is_typed(number: str) -> None:
    assert nhs_number_problem(number) == ""


def test_a_wrong_nhs_number_is_told_so_and_half_of_one_says_how_it_looks() -> None:
    assert "last digit does not go with the rest" in nhs_number_problem("9434765871")
    assert nhs_number_problem("943 476").startswith("Enter the NHS number")


def test_an_nhs_number_is_written_three_three_and_four() -> None:
    assert say_nhs_number("9434765870") == "943 476 5870"
    assert say_nhs_number("943 47") == "943 47"


@st.composite
def nhs_numbers(draw: st.DrawFn) -> str:
    first = draw(st.text("0123456789", min_size=9, max_size=9))
    digit = nhs_check_digit(first)
    assume(digit is not None)
    return f"{first}{digit}"


@given(nhs_numbers(), st.integers(0, 9), st.sampled_from("0123456789"))
def test_one_wrong_digit_in_an_nhs_number_is_found(number: str, place: int, other: str) -> None:
    assert nhs_number_problem(number) == ""
    assume(other != number[place])
    assert nhs_number_problem(number[:place] + other + number[place + 1 :])


@given(nhs_numbers(), st.integers(0, 8))
def test_two_neighbours_swapped_in_an_nhs_number_are_found(number: str, place: int) -> None:
    assume(number[place] != number[place + 1])
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert nhs_number_problem(swapped)


@given(st.text("0123456789", min_size=9, max_size=9))
def test_where_the_scheme_gives_ten_there_is_no_nhs_number(first: str) -> None:
    if nhs_check_digit(first) is None:
        assert all(nhs_number_problem(f"{first}{last}") for last in range(10))


def test_a_uln_has_ten_digits() -> None:
    assert uln_problem("12 3456 7890") == ""
    assert uln_problem("123456789") == "Enter the ULN as 10 digits"


def test_a_councils_number_is_letters_and_digits() -> None:
    assert la_id_problem("LCS1234567") == ""
    assert la_id_problem("LCS-12") != ""
    assert la_id_problem("1" * 21) != ""


@given(st.text())
def test_anything_typed_is_answered_in_words(typed: str) -> None:
    for problem in (upn_problem, nhs_number_problem, uln_problem, la_id_problem):
        assert isinstance(problem(typed), str)
    assert tidy(tidy(typed)) == tidy(typed)
