"""Hard words, and plainer ones."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.writing.plain_words import PlainWords, plain_words
from ehdesk.writing.spelling import Spelling


def hard(text: str) -> dict[str, str]:
    return {found.word: found.plainer for found in plain_words().hard_in(text)}


@pytest.mark.parametrize(
    "word", ["attend", "Attends", "attended", "attending", "liaise", "liaised", "liaising"]
)
def test_a_hard_word_is_found_with_its_endings(word: str) -> None:
    assert list(hard(f"Mum {word} on Monday.")) == [word]


def test_a_phrase_is_found_as_a_whole_and_before_its_words() -> None:
    assert hard("In order to help with unmet need.") == {
        "In order to": "to",
        "unmet need": "help that is missing",
    }


def test_an_abbreviation_is_found_only_in_capitals() -> None:
    assert list(hard("The CAMHS worker, the GPs")) == ["CAMHS", "GPs"]
    assert hard("a cin and a lac") == {}


def test_part_of_a_word_is_no_hard_word() -> None:
    assert hard("The inputting of a copeer and a well-attended fair") == {}


def test_each_is_told_once_in_the_order_of_the_text() -> None:
    assert list(hard("We commence. We attend. We attended. We commence.")) == ["commence", "attend"]


def test_words_of_an_authority_come_first() -> None:
    mine = plain_words().with_words([("TAF", "your team"), ("assist", "lend a hand")])
    found = {one.word: one.plainer for one in mine.hard_in("The TAF will assist.")}
    assert found == {"TAF": "your team", "assist": "lend a hand"}


def test_the_plainer_words_are_spelt_right_and_not_hard_themselves() -> None:
    spells = Spelling()
    spells.load()
    mine = plain_words()
    for form, plainer in mine.plainer.items():
        assert spells.wrong_in(plainer) == [], plainer
        assert form.casefold() not in plainer.casefold().split()


@given(st.text(max_size=300))
def test_any_text_can_be_looked_through(text: str) -> None:
    for found in plain_words().hard_in(text):
        assert found.word in text


def test_five_thousand_words_are_looked_through_in_a_moment() -> None:
    text = "We will liaise with the school about getting up in the morning. " * 420
    begun = time.perf_counter()
    PlainWords({"liaise": "talk to"}, 11).hard_in(text)
    assert time.perf_counter() - begun < 0.25
