"""Entries of one person are found alike, and two people are not taken for one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.domain.matching import LIKELY, Identity, keys, likeness, sound

ANA = Identity(
    "Ana", "Larkmoor", date_of_birth=date(2018, 6, 2), address="14 Cobden Rise", postcode="LE3 0AA"
)


def test_the_same_number_is_certain_whatever_the_names_say() -> None:
    how = likeness(
        Identity("Ana", "Larkmoor", upn="Z856200015001"),
        Identity("Annie", "Moor", upn="z856200015001 "),
    )
    assert how is not None
    assert how.score == 100
    assert how.reasons == ("Same unique pupil number",)
    nhs = [Identity("A", "B", nhs_number=text) for text in ("943 476 5919", "9434765919")]
    assert likeness(*nhs) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Identity("Callum", "Osman"), Identity("Calum", "Ossman")),
        (Identity("Mohammed", "Iqbal"), Identity("Muhammad", "Iqbal")),
        (Identity("Łucja", "Nowak"), Identity("Lucja", "Nowak")),
    ],
)
def test_names_spelt_another_way_with_the_same_birthday_are_found(
    one: Identity, other: Identity
) -> None:
    day = date(2015, 3, 4)
    a, b = (Identity(i.given_name, i.family_name, date_of_birth=day) for i in (one, other))
    how = likeness(a, b)
    assert how is not None
    assert how.score >= LIKELY
    assert "Same date of birth" in how.reasons
    assert keys(a) & keys(b)


def test_twins_are_two_children() -> None:
    assert likeness(ANA, Identity("Luca", "Larkmoor", "", "", ANA.date_of_birth)) is None


def test_a_child_whose_family_name_changed_is_found_by_birthday_and_first_name() -> None:
    later = Identity("Ana", "Brook", date_of_birth=ANA.date_of_birth)
    how = likeness(ANA, later)
    assert how is not None
    assert "another family name" in " ".join(how.reasons)
    assert likeness(ANA, Identity("Ana", "Brook")) is None


def test_day_and_month_changed_round_are_found_and_another_birthday_is_another_child() -> None:
    turned = Identity("Ana", "Larkmoor", date_of_birth=date(2018, 2, 6))
    assert likeness(ANA, turned) is not None
    assert keys(ANA) & keys(turned)
    assert likeness(ANA, Identity("Ana", "Larkmoor", date_of_birth=date(2011, 12, 25))) is None


def test_an_address_alone_makes_nobody_alike() -> None:
    neighbour = Identity("Tom", "Fenn", address="14 Cobden Rise", postcode="le30aa")
    assert keys(ANA) & keys(neighbour)
    assert likeness(ANA, neighbour) is None


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_names_can_be_compared_and_an_entry_is_like_itself(given: str, family: str) -> None:
    one = Identity(given, family, date_of_birth=date(2018, 6, 2))
    keys(one)
    sound(given)
    how = likeness(one, one)
    readable = any(c.isalnum() for c in given)
    assert (how is not None) or not readable
