"""British spelling, and what is left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.writing import spelling
from ehdesk.writing.spelling import Spelling
from ehdesk.writing.words import names_in


@pytest.fixture(scope="module")
def spells() -> Spelling:
    made = Spelling(names_in(["Zdzisława O’Farrell-Nwosu", "Larkmoor Primary"]))
    assert made.load()
    return made


def wrong(spells: Spelling, text: str) -> list[str]:
    return [word.text for word in spells.wrong_in(text)]


@pytest.mark.parametrize("word", ["recieve", "seperate", "definately", "Wendesday", "behavoir"])
def test_a_misspelt_word_is_found(spells: Spelling, word: str) -> None:
    assert wrong(spells, f"We talked about it, {word}, at home.") == [word]


def test_it_is_british(spells: Spelling) -> None:
    assert wrong(spells, "The colour of their behaviour at the centre; we organise it.") == []
    assert wrong(spells, "color behavior center") == ["color", "behavior", "center"]


@pytest.mark.parametrize(
    "text",
    [
        "TAF, TAFs and EHA’s with DAS",
        "LE3 0AA, Flat 2b, 17/11/2026, 3pm, 2nd",
        "Write to s.lakhani@larkmoor.example or www.larkmoor.example/zzq",
        "McAllister and DeShawn came",
        "مرحبا, Привет, 你好",
        "it’s, it's, Mum’s, children’s, don’t",
        "café, cafe, naïve, crèche",
        "re-referral, multi-agency, well-being, wellbeing, foodbank, nan, grandad",
        "Zdzisława’s mum, ZDZISŁAWA, O’Farrell, Nwosu and Larkmoor",
        "",
        "…  –  “”",
    ],
)
def test_what_is_right_or_cannot_be_judged_is_left_alone(spells: Spelling, text: str) -> None:
    assert wrong(spells, text) == []


def test_a_place_in_the_text_is_given_with_each_word(spells: Spelling) -> None:
    text = "Mum said “recieve” – twice, recieve."
    assert [text[word.start : word.end] for word in spells.wrong_in(text)] == ["recieve"] * 2


def test_what_was_meant_is_suggested_likeliest_first(spells: Spelling) -> None:
    assert spells.suggestions("recieve")[0] == "receive"
    assert "didn't" in spells.suggestions("did’nt")
    assert len(spells.suggestions("teh")) <= spelling.MOST_SUGGESTED


def test_words_that_are_told_are_right_and_no_longer_when_they_are_taken_out() -> None:
    spells = Spelling()
    spells.load()
    assert wrong(spells, "Quillonsedge") == ["Quillonsedge"]
    assert spells.know(names_in(["Quillonsedge"]))
    assert wrong(spells, "Quillonsedge, quillonsedge’s") == []
    assert not spells.know(names_in(["Quillonsedge"]))
    spells.know(())
    assert wrong(spells, "Quillonsedge") == ["Quillonsedge"]


def test_without_a_dictionary_no_word_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "dictionary", lambda: None)
    spells = Spelling()
    assert not spells.load()
    assert spells.wrong_in("recieve") == []
    assert spells.suggestions("recieve") == ()


def test_nothing_is_read_before_it_is_loaded() -> None:
    spells = Spelling()
    assert not spells.is_ready
    assert spells.wrong_in("recieve") == []


@given(st.text(max_size=200))
def test_any_text_can_be_judged_and_the_words_are_where_it_says(text: str) -> None:
    spells = Spelling()
    spells.load()
    found = spells.wrong_in(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert [word.start for word in found] == sorted({word.start for word in found})


def test_a_very_long_word_is_left_alone_at_once(spells: Spelling) -> None:
    assert wrong(spells, "x" * 100_000) == []
    begun = time.perf_counter()
    assert spells.suggestions("x" * 100_000) == ()
    assert time.perf_counter() - begun < 0.5
