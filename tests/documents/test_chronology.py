"""A chronology: the drawing above, the table below."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given

from ehdesk.documents.chronology import Chronology, Drawing, build
from ehdesk.documents.glyphs import printable
from tests.documents.reading import faults, page_text, read, solid, squeeze
from tests.documents.samples import CHRONOLOGIES, CHRONOLOGY, WHEN
from tests.documents.test_tagging import QUICK, assert_the_tree_holds_the_page


def test_the_table_says_what_changed_because_of_each_thing() -> None:
    found = read(build(CHRONOLOGY, when=WHEN))
    assert found.pages == 1
    assert found.having("TH")[:4] == [
        "Date",
        "What happened",
        "Detail, and who said so",
        "What changed because of it",
    ]
    said = squeeze(page_text(build(CHRONOLOGY, when=WHEN)))
    for words in (
        "Exampleton family, Fern 14 and Rowan 9",
        "Wednesday 2 December 2026",
        "Assessment agreed",
        "This referral",
        "4 of 64 things, picked by Aspen Sample.",
        "The family was told on 12 November 2026.",
    ):
        assert words in said
    assert said.count("Not recorded") == 2, "nothing is guessed"


def test_the_drawing_is_told_in_words_and_names_its_lanes() -> None:
    data = build(CHRONOLOGY, when=WHEN)
    found = read(data)
    assert any("The table below tells each." in alt for alt in found.alts)
    said = squeeze(page_text(data))
    for words in ("Pathway", "Meetings", "Reviews", "Worries", "Own words", "Jan 2026", "17 Nov"):
        assert words in said


def test_one_of_which_nothing_was_chosen_is_a_sound_document() -> None:
    empty = Chronology(drawing=Drawing(today=date(2026, 11, 17)))
    data = build(empty, when=WHEN)
    assert faults(data) == []
    assert "Nothing was chosen." in read(data).text


def test_the_whole_of_many_years_runs_on_to_more_pages() -> None:
    lines = CHRONOLOGY.lines * 20
    data = build(replace(CHRONOLOGY, lines=lines), when=WHEN)
    assert read(data).pages > 2
    assert faults(data) == []


@QUICK
@given(CHRONOLOGIES)
def test_any_chronology_is_a_sound_document_that_says_all_of_its_table(paper: Chronology) -> None:
    data = build(paper, when=WHEN)
    assert_the_tree_holds_the_page(data, read(data))
    said = solid(read(data).text)
    for line in paper.lines:
        for words in (line.what, line.changed):
            assert solid(printable(words)) in said
    assert data == build(paper, when=WHEN)
