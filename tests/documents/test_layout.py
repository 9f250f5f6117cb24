"""Lines and bands: nothing is cut, and what belongs together stays together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.documents.layout import (
    Band,
    Frame,
    framed,
    gap,
    hold,
    leading_in,
    paginate,
    tie,
    tie_rows,
)
from ehdesk.documents.lines import Run, break_lines, natural_width
from ehdesk.documents.style import inter, lexend

TYPE = lexend(13, 18)


def lines(text: str, width: float) -> list[str]:
    return [
        "".join(stretch.text for stretch in line.stretches)
        for line in break_lines((Run(text, TYPE),), width)
    ]


def test_words_go_on_to_the_next_line() -> None:
    assert lines("one two three", natural_width("one two", TYPE) + 1) == ["one two", "three"]


def test_a_line_break_in_the_text_stays_and_many_empty_lines_are_one() -> None:
    assert lines("one\ntwo\n\n\n\nthree\n", 500) == ["one", "two", "", "three"]


def test_a_long_address_breaks_after_a_mark() -> None:
    width = natural_width("https://example.org/abc", TYPE)
    assert lines("https://example.org/abcdefgh", width)[0] == "https://example.org/"


def test_a_long_word_breaks_anywhere_and_loses_nothing() -> None:
    broken = lines("W" * 300, 100)
    assert "".join(broken) == "W" * 300
    assert len(broken) > 30


def test_a_line_too_narrow_for_a_letter_takes_it_all_the_same() -> None:
    assert lines("abc", 1) == ["a", "b", "c"]


def test_no_space_is_told_within_a_broken_word() -> None:
    first, second = break_lines((Run("W" * 10, TYPE),), natural_width("W" * 6, TYPE))
    assert (first.spaced, second.spaced) == (False, True)


def test_a_word_in_two_types_is_not_broken_between_them() -> None:
    runs = (Run("one “two", TYPE), Run("”three", inter(13, 18)))
    broken = break_lines(runs, natural_width("one “two”th", TYPE))
    assert ["".join(s.text for s in line.stretches) for line in broken] == ["one", "“two”three"]


@given(
    text=st.text(alphabet="ab-/ \n", max_size=200),
    width=st.floats(min_value=5, max_value=300),
)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: float) -> None:
    broken = break_lines((Run(text, TYPE),), width)
    told = "".join(stretch.text for line in broken for stretch in line.stretches)
    assert told.replace(" ", "") == text.replace(" ", "").replace("\n", "")
    for line in broken:
        assert line.width <= width + 0.01 or len(line.stretches[0].text) == 1


def pages(bands: list[Band], height: float = 100) -> list[list[float]]:
    return [[placed.top for placed in page.bands] for page in paginate(bands, height)]


def test_bands_fill_a_page_and_go_on() -> None:
    assert pages([Band(40)] * 5) == [[0, 40], [0, 40], [0]]


def test_no_bands_are_one_empty_page() -> None:
    assert pages([]) == [[]]


def test_a_heading_goes_with_what_follows() -> None:
    assert pages([Band(60), Band(20, keep=True), Band(30)]) == [[0], [0, 20]]


def test_what_is_held_together_moves_together() -> None:
    assert pages([Band(60), *hold([Band(20)] * 3)]) == [[0], [0, 20, 40]]


def test_what_no_page_can_hold_starts_where_it_is() -> None:
    assert pages([Band(60), *hold([Band(30)] * 4)]) == [[0, 60], [0, 30, 60]]


def test_a_band_higher_than_the_page_is_still_drawn() -> None:
    assert pages([Band(60), Band(150), Band(20)]) == [[0], [0], [0]]


def test_no_line_of_a_paragraph_is_left_alone() -> None:
    assert pages([Band(70), *tie([Band(20)] * 4)]) == [[0], [0, 20, 40, 60]]
    assert pages([Band(30), *tie([Band(20)] * 4)]) == [[0, 30, 50], [0, 20]]


def test_no_row_of_a_table_is_left_alone_on_a_page() -> None:
    rows = [[Band(20)]] * 4
    assert pages([Band(80), *tie_rows(rows, whole=50)]) == [[0], [0, 20, 40, 60]]
    assert pages([Band(40), *tie_rows(rows, whole=50)]) == [[0, 40, 60], [0, 20]]


def test_a_high_row_may_stand_alone() -> None:
    assert pages([Band(40), *tie_rows([[Band(30)], [Band(30)], [Band(45)]], whole=50)]) == [
        [0, 40, 70],
        [0],
    ]


def test_a_low_row_is_not_split_and_a_high_one_is() -> None:
    assert pages([Band(80), *tie_rows([[Band(15), Band(15)]], whole=50)]) == [[0], [0, 15]]
    assert pages([Band(80), *tie_rows([[Band(15), Band(15)]], whole=20)]) == [[0, 80], [0]]


def test_what_leads_in_goes_to_the_page_of_what_follows() -> None:
    before = leading_in([Band(30), Band(30), Band(30)], 40)
    assert pages([*before, Band(30)]) == [[0], [0, 30, 60]]


def test_a_gap_is_dropped_at_the_top_of_a_page() -> None:
    assert pages([Band(90), gap(20), Band(30)]) == [[0], [0]]


def test_a_frame_that_runs_on_is_drawn_on_each_page_with_its_heading() -> None:
    frame = Frame(above=5, below=5, repeat=(Band(10),))
    done = paginate(framed(frame, [Band(40)] * 3), 100)
    assert [[placed.top for placed in page.bands] for page in done] == [[5, 45], [5, 15]]
    assert [[(panel.top, panel.bottom) for panel in page.panels] for page in done] == [
        [(0, 90)],
        [(0, 60)],
    ]


@given(
    bands=st.lists(
        st.builds(
            Band,
            height=st.floats(min_value=0, max_value=60),
            keep=st.booleans(),
            gap=st.booleans(),
            frame=st.sampled_from([None, Frame(above=4, below=4), Frame(repeat=(Band(6),))]),
        ),
        max_size=40,
    )
)
def test_every_band_is_placed_once_in_order_and_within_its_page(bands: list[Band]) -> None:
    # No two bands alike, so that each can be told from the others.
    bands = [replace(band, height=band.height + n / 1000) for n, band in enumerate(bands)]
    heights = {band.height for band in bands}
    done = paginate(bands, 100)
    placed = [p for page in done for p in page.bands if p.band.height in heights]
    seen = [p.band.height for p in placed]
    assert seen == [b.height for b in bands if b.height in seen]
    assert all(b.gap for b in bands if b.height not in seen)
    for page in done:
        assert all(p.top + p.band.height <= 100.02 for p in page.bands)


@pytest.mark.parametrize("width", [0.5, 1000])
def test_empty_text_is_one_empty_line(width: float) -> None:
    assert lines("", width) == [""]
