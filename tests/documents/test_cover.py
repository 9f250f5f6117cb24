"""The hand-over sheet for an absence."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from ehdesk.documents.cover import CoverSheet, build
from ehdesk.documents.glyphs import printable
from tests.documents.reading import faults, page_text, read, solid, squeeze
from tests.documents.samples import COVER, COVERS, WHEN
from tests.documents.test_tagging import QUICK, assert_the_tree_holds_the_page


def test_what_must_not_be_done_comes_before_whom_to_ring() -> None:
    found = read(build(COVER, when=WHEN))
    assert found.having("H2") == ["What you should know", "Exampleton family", "Sample family"]
    assert found.having("H3")[:5] == [
        "Before you do anything",
        "Who to ring, and how",
        "What is due",
        "Next meetings",
        "Good to know",
    ]
    said = squeeze(page_text(build(COVER, when=WHEN)))
    for words in (
        "For Birch Sample, who covers for Aspen Sample · Monday 23 November to Friday 4 December",
        "The Sample family knows that I am away. Ring Hazel on Thursday.",
        "2 families",
        "Not Oak Exampleton Must not be told the school.",
        "Hazel, Mum 0116 496 0120. Text first.",
        "Destroy it when the cover is over.",
    ):
        assert words in said


def test_a_family_of_which_nothing_is_known_says_so() -> None:
    said = read(build(COVER, when=WHEN)).text
    for words in ("No number is recorded.", "Nothing is due.", "None is planned."):
        assert words in said


def test_without_a_name_the_sheet_is_for_whoever_covers() -> None:
    found = read(build(replace(COVER, covers="", away="", words=""), when=WHEN))
    assert "For a colleague who covers for Aspen Sample" in squeeze(found.text)
    assert found.having("H2") == ["Exampleton family", "Sample family"]


def test_a_sheet_without_families_is_a_sound_document() -> None:
    data = build(CoverSheet(), when=WHEN)
    assert faults(data) == []
    assert "No open families." in read(data).text


@QUICK
@given(COVERS)
def test_any_sheet_is_a_sound_document_that_says_all_of_it(sheet: CoverSheet) -> None:
    data = build(sheet, when=WHEN)
    assert_the_tree_holds_the_page(data, read(data))
    said = solid(read(data).text)
    for line in sheet.words.splitlines():
        assert solid(printable(line)) in said
    for family in sheet.families:
        for line in (*family.careful, *family.ring, *family.due):
            assert solid(printable(line.words)) in said
