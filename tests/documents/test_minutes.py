"""Minutes of a Team Around the Family meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given

from ehdesk.documents.glyphs import printable
from ehdesk.documents.minutes import AgreedAction, TafMinutes, build
from tests.documents.reading import faults, page_text, read, solid, squeeze
from tests.documents.samples import ALL_MINUTES, LONG, MINUTES, WHEN
from tests.documents.test_tagging import QUICK, assert_the_tree_holds_the_page


def test_the_family_is_heard_before_everyone_else() -> None:
    found = read(build(MINUTES, when=WHEN))
    assert found.having("H2") == [
        "The family spoke first",
        "What is going well",
        "What we are worried about",
        "About each child",
        "What we agreed to do",
        "Not agreed by everyone",
        "Decision",
        "Next",
    ]
    assert found.pages == 1


def test_it_says_who_came_what_was_agreed_and_what_was_not() -> None:
    said = squeeze(page_text(build(MINUTES, when=WHEN)))
    for words in (
        "Minutes of TAF meeting 3",
        "Thursday 12 November 2026",
        "Hazel Exampleton (Mum), Fern Exampleton, Willow Birch (school)",
        "Oak Specimen (housing)",
        "Fern “Mornings are the worst bit.”",
        "1.2 Meet Fern at the gate Willow Each day",
        "Grandad would rather wait until Easter.",
        "Carry on with the plan.",
        "Review by Tuesday 22 December 2026",
    ):
        assert words in said


def test_a_meeting_that_agreed_on_everything_says_none() -> None:
    found = read(build(replace(MINUTES, not_agreed=""), when=WHEN))
    assert "Not agreed by everyone None" in found.text


def test_every_child_is_named_even_when_nothing_was_said() -> None:
    assert "Rowan, 9 Nothing is written down" in read(build(MINUTES, when=WHEN)).text


def test_minutes_of_which_nothing_is_known_are_still_a_sound_document() -> None:
    data = build(TafMinutes(title="Minutes of TAF meeting 1", family_name=""), when=WHEN)
    assert faults(data) == []
    assert "Not agreed by everyone None" in read(data).text


def test_many_actions_and_long_words_run_on_whole() -> None:
    many = tuple(AgreedAction(number=f"1.{n}", what=f"Do thing {n}.") for n in range(80))
    data = build(replace(MINUTES, actions=many, going_well=LONG, decision=LONG), when=WHEN)
    assert faults(data) == []
    found = read(data)
    assert found.text.count(squeeze(LONG)) == 2
    assert all(f"Do thing {n}." in found.text for n in range(80))


@QUICK
@given(minutes=ALL_MINUTES)
def test_no_text_breaks_the_minutes(minutes: TafMinutes) -> None:
    data = build(minutes, when=WHEN)
    assert faults(data) == []
    found = read(data)
    assert_the_tree_holds_the_page(data, found)
    written = solid(found.text)
    for words in _texts(minutes):
        assert solid(printable(words)) in written


def _texts(minutes: TafMinutes) -> Iterator[str]:
    yield from (minutes.going_well, minutes.worries, minutes.not_agreed, minutes.decision)
    for person in (*minutes.came, *minutes.apologies, *minutes.absent):
        yield person.name
    for voice in minutes.family_said:
        yield from (voice.who, voice.words)
    for said in (*minutes.children, *minutes.agencies, *minutes.more):
        yield from (said.who, said.words)
    for action in minutes.actions:
        yield from (action.what, action.who, action.when_words)
