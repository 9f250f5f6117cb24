"""The page for the Allocations Hub."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from ehdesk.documents.hub_proforma import HubItem, HubProforma, build
from ehdesk.documents.shortening import cut
from ehdesk.documents.style import inter
from tests.documents import samples
from tests.documents.reading import faults, page_text, read, squeeze
from tests.documents.test_tagging import QUICK, assert_the_tree_holds_the_page


def test_it_says_everything_the_half_hour_needs() -> None:
    said = squeeze(page_text(build(samples.HUB, when=samples.WHEN)))
    for words in (
        "Allocations Hub proforma",
        "Thu 19 November 2026, 10:30am",
        "Exampleton, 27 Madeup Walk, LE3 0AA",
        "Fern 14 (Year 9), Rowan 9 (Year 4)",
        "Willow Birch, 0116 496 0188",
        "2 of 3 areas",
        "Attendance fell from 95% to 84%.",
        "Fern “I keep checking the clock.”",
        "Written, 13 November.",
        "1 of 1",
    ):
        assert words in said
    assert "More in the request" not in said


def test_how_many_needs_there_are_is_told_in_words() -> None:
    found = read(build(samples.HUB, when=samples.WHEN))
    assert any("points to an assessment" in alt for alt in found.alts)
    assert found.alts[:2] == ["Ticked", "Not ticked"]


def test_what_is_too_long_is_cut_after_a_sentence_and_named() -> None:
    long = "He was late. " * 400
    page = replace(
        samples.HUB,
        items=(HubItem(label="Why now", words=long), *samples.HUB.items[1:]),
    )
    found = read(build(page, when=samples.WHEN))
    assert found.pages == 1
    assert "He was late. …" in found.text
    assert "More in the request: Why now." in found.text
    assert "Written, 13 November." in found.text


def test_a_page_of_which_nothing_is_known_is_still_sound() -> None:
    data = build(HubProforma(family=""), when=samples.WHEN)
    assert faults(data) == []
    assert read(data).pages == 1


@QUICK
@given(page=samples.HUBS)
def test_it_is_one_page_whatever_is_written(page: HubProforma) -> None:
    data = build(page, when=samples.WHEN)
    assert faults(data) == []
    found = read(data)
    assert found.pages == 1
    assert_the_tree_holds_the_page(data, found)


def test_a_sentence_is_never_cut_while_a_whole_one_fits() -> None:
    type_ = inter(10, 14)
    assert cut("One. Two. Three.", type_, 500, 1) == ("One. Two. Three.", False)
    said, was_cut = cut("One is here. " + "Two is much longer than that. " * 9, type_, 200, 1)
    assert (said, was_cut) == ("One is here. …", True)


def test_a_sentence_without_an_end_is_cut_after_a_word() -> None:
    said, was_cut = cut("word " * 200, inter(10, 14), 200, 2)
    assert was_cut
    assert said.endswith("word …")
