"""People of a family and the professionals around it. All names are invented."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.domain.people import Person, Professional, initials, school_year

ID = UUID(int=1)
TODAY = date(2026, 11, 17)


def child(given: str = "Moss", family: str = "Testwood", **more: object) -> Person:
    return Person(ID, "child", given, family, **more)  # type: ignore[arg-type]


def test_a_person_is_named_in_full_by_first_name_and_by_initials() -> None:
    person = child("Moss Fern", "Testwood")
    assert (person.name, person.first_name, person.initials) == (
        "Moss Fern Testwood",
        "Moss",
        "MT",
    )
    assert person.is_child


def test_a_person_without_a_name_is_said_to_have_none() -> None:
    assert child("", "").name == "Name not known"
    assert child("", "").full_name == ""
    assert child("", "").initials == "?"
    assert child("", "Testwood").first_name == "Testwood"


def test_age_is_in_whole_years_and_unknown_without_a_date_of_birth() -> None:
    assert child(date_of_birth=date(2018, 11, 17)).age(TODAY) == 8
    assert child(date_of_birth=date(2018, 11, 18)).age(TODAY) == 7
    assert child(date_of_birth_not_known=True).age(TODAY) is None
    assert child(date_of_birth=date(2027, 2, 1)).age(TODAY) is None


@pytest.mark.parametrize(
    ("born", "today", "year"),
    [
        (date(2022, 8, 31), date(2026, 9, 1), "Reception"),
        (date(2022, 9, 1), date(2026, 9, 1), "Nursery"),
        (date(2022, 8, 31), date(2026, 8, 31), "Nursery"),
        (date(2021, 9, 1), date(2026, 9, 1), "Reception"),
        (date(2021, 8, 31), date(2026, 9, 1), "Year 1"),
        (date(2012, 2, 1), TODAY, "Year 10"),
        (date(2008, 9, 1), TODAY, "Year 13"),
        (date(2008, 8, 31), TODAY, ""),
        (date(2023, 9, 1), TODAY, ""),
        (date(1989, 3, 14), TODAY, ""),
    ],
)
def test_the_school_year_follows_the_september_cohort(born: date, today: date, year: str) -> None:
    assert school_year(born, today) == year


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.dates(date(2010, 1, 1), date(2040, 1, 1)))
def test_children_born_in_one_cohort_are_always_in_one_year(born: date, today: date) -> None:
    begins = date(born.year - (born.month < 9), 9, 1)
    assert school_year(born, today) == school_year(begins, today)


def test_a_year_group_that_was_written_down_wins() -> None:
    born = date(2012, 2, 1)
    assert child(date_of_birth=born).school_year(TODAY) == "Year 10"
    assert child(date_of_birth=born, year_group="Year 9").school_year(TODAY) == "Year 9"
    assert child().school_year(TODAY) == ""


def test_a_professional_is_described_by_what_is_known() -> None:
    person = Professional(ID, "Wren Sample", "Pastoral lead", "Larkmoor Primary")
    assert person.described == "Wren Sample, Pastoral lead, Larkmoor Primary"
    assert Professional(ID, "Wren Sample").described == "Wren Sample"
    assert (person.initials, person.first_name) == ("WS", "Wren")


@pytest.mark.parametrize(
    ("name", "letters"), [("ana", "A"), ("Ana de la Sample", "AS"), ("  ", "?"), ("(Mum) Lee", "L")]
)
def test_initials_take_the_first_and_last_word(name: str, letters: str) -> None:
    assert initials(name) == letters
