"""The meter, what is refused, and the four suggested words."""

from __future__ import annotations

import pytest

from ehdesk.store.passwords import Step, problem, strength, suggest

NAMES = ("West locality", "Wren Example")


def test_a_suggestion_is_four_different_everyday_words_and_always_strong() -> None:
    suggestions = {suggest() for _ in range(300)}
    assert len(suggestions) == 300
    for suggestion in suggestions:
        words = suggestion.split()
        assert len(set(words)) == 4
        assert all(word.isalpha() and word.islower() for word in words)
        assert strength(suggestion, NAMES).step is Step.STRONG
        assert problem(suggestion, NAMES) == ""


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("short", "Use at least 12 characters, spaces count. 7 more to go."),
        ("Password1234!", "leaked passwords"),
        ("P@ssw0rd12345", "leaked passwords"),
        ("qwertyuiop12", "leaked passwords"),
        ("123456789012", "leaked passwords"),
        ("passwordpassword", "leaked passwords"),
        ("West Locality 2026", "Do not use your own name or that of your team"),
        ("wren.example.1", "Do not use your own name or that of your team"),
        ("aaaabbbbccccdd", "Easy to guess"),
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused_with_the_reason(
    password: str, words: str
) -> None:
    assert words in problem(password, NAMES)
    assert strength(password, NAMES).step is Step.WEAK


def test_more_unrelated_words_move_the_meter_up_step_by_step() -> None:
    steps = [
        strength(text).step
        for text in (
            "pebble",
            "pebble orchard ox",
            "pebble orchard violin",
            "pebble orchard violin kite",
        )
    ]
    assert steps == [Step.WEAK, Step.FAIR, Step.GOOD, Step.STRONG]


def test_words_without_spaces_and_random_characters_count_as_much() -> None:
    assert strength("copperlanternmeadowtram").step is Step.STRONG
    assert strength("kX9$vQ2mTz7!").step is Step.STRONG


def test_every_step_has_one_sentence_to_read_out() -> None:
    assert [step.word for step in Step] == ["Weak", "Fair", "Good", "Strong"]
    assert strength("pebble orchard violin kite").sentence.startswith("Strong. ")
    assert strength("").sentence.startswith("Weak. Use at least 12 characters")


def test_the_same_word_four_times_is_not_four_words() -> None:
    assert strength("pebble pebble pebble pebble").step is Step.WEAK
