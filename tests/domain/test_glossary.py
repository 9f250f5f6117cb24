"""What the letters mean: found in words as they are printed, and in the list."""

from __future__ import annotations

from ehdesk.domain.glossary import abbreviations_in, find_terms
from tests.packs_in import leicester

TERMS = leicester().glossary


def test_abbreviations_are_found_in_the_order_they_are_read() -> None:
    words = "The EHA is agreed at a TAF meeting. Two TAFs, and the EHA again."
    assert abbreviations_in(words, TERMS) == ("EHA", "TAF")


def test_the_longest_wins_and_letters_inside_a_word_are_none() -> None:
    assert abbreviations_in("Ask EHDAS.", TERMS) == ("EHDAS",)
    assert abbreviations_in("An EHC plan", TERMS) == ("EHC plan",)
    assert abbreviations_in("BEHAVE, das, eha", TERMS) == ()
    assert abbreviations_in("(DAS)", TERMS) == ("DAS",)
    assert abbreviations_in("DAS", ()) == ()


def test_the_list_is_filtered_by_letters_and_by_words() -> None:
    assert [term.code for term in find_terms(TERMS, "ma")] == ["MARF", "MASP", "FSM"]
    assert [term.code for term in find_terms(TERMS, "panel")] == ["LARP", "MASP", "SUSD"]
    assert find_terms(TERMS, "zzz") == ()
    every = [term.code for term in find_terms(TERMS, "")]
    assert every == sorted(every, key=str.casefold)
