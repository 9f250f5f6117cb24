from __future__ import annotations

import pytest

from ehdesk.domain.relationship_words import suggested_relationship


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Mum", "mother"),
        (" DAD. ", "father"),
        ("Step-mum", "step_mother"),
        ("step dad", "step_father"),
        ("Mum’s partner", "parents_partner"),
        ("Auntie", "aunt_uncle"),
    ],
)
def test_what_is_plain_is_suggested(said: str, code: str) -> None:
    assert suggested_relationship(said) == code


@pytest.mark.parametrize("said", ["", "Nan", "Grandad", "Mum and dad", "Friend", "mumbles"])
def test_what_could_be_several_things_is_not(said: str) -> None:
    assert suggested_relationship(said) == ""
