"""How easy a text is to read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ehdesk.writing.reading_age import LEAST_WORDS, OLDEST, YOUNGEST, count_words, measure

EASY = (
    "We will meet at your home. You can tell us what is going well. You can tell us what is hard."
    " We will make a plan with you. It is your plan. We look at it again in three months."
)
HARD = (
    "Practitioners representing participating organisations will collaboratively formulate"
    " comprehensive intervention strategies addressing identified vulnerabilities, whilst"
    " consistently monitoring developmental trajectories throughout subsequent multidisciplinary"
    " consultations regarding parental capacity, educational attainment and emotional regulation."
)
SENTENCES = st.lists(
    st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=12),
    min_size=1,
    max_size=20,
).map(lambda sentences: " ".join(" ".join(words) + "." for words in sentences))


def test_a_plain_text_has_a_low_age_and_a_heavy_one_a_high_age() -> None:
    assert measure(EASY).age in range(5, 9)
    assert measure(HARD).age == OLDEST


def test_the_formula_is_that_of_coleman_and_liau() -> None:
    text = " ".join(["abcde " * 9 + "abcde."] * 4)  # 40 words of 5 letters in 4 sentences
    grade = 0.0588 * 500 - 0.296 * 10 - 15.8
    assert measure(text).age == round(grade) + 5


def test_a_short_text_has_no_age() -> None:
    assert measure("word " * (LEAST_WORDS - 1)).age is None
    assert measure("word " * LEAST_WORDS).age is not None


def test_each_line_of_a_list_is_a_sentence() -> None:
    assert measure("Bread\nMilk\n\nEggs").sentences == 3
    assert measure("He left at 3.30 with Dr. Khan. “Go!” she said.").sentences in (3, 4)


@given(st.text(max_size=400))
def test_any_text_can_be_measured(text: str) -> None:
    found = measure(text)
    assert found.words == count_words(text)
    assert found.age is None or YOUNGEST <= found.age <= OLDEST
    assert found.sentences <= found.words <= found.letters


@given(SENTENCES)
def test_the_same_text_twice_is_as_easy_as_once(text: str) -> None:
    once, twice = measure(text), measure(f"{text} {text}")
    assert twice.words == 2 * once.words
    if once.age is not None:
        assert twice.age == once.age


@given(SENTENCES)
def test_longer_words_never_make_a_text_easier(text: str) -> None:
    longer = text.replace("a", "aa")
    assert (measure(longer).age or 0) >= (measure(text).age or 0)


@given(SENTENCES)
def test_one_long_sentence_is_never_easier_than_many_short_ones(text: str) -> None:
    joined = text.replace(".", "") + "."
    assert (measure(joined).age or 0) >= (measure(text).age or 0)
