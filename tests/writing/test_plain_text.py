"""What is left of something pasted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.writing.plain_text import is_plain_line, plain_line, plain_lines


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("one\r\ntwo\rthree\vfour\u2028five\u2029six", "one\ntwo\nthree\nfour\nfive\nsix"),
        (
            "nul\x00 bell\x07 escape\x1b soft\xadhyphen \ufeffmark",
            "nul bell escape softhyphen mark",
        ),
        ("•\tMilk\n  ◦ Bread\no\tEggs\n\uf0b7\tTea\n· Jam", "Milk\nBread\nEggs\nTea\nJam"),
        ("- typed\n1. one\n2.\ttwo", "- typed\n1. one\n2. two"),
        ("a\tb\u00a0c", "a b c"),
        ("3 • 4 and o'clock", "3 • 4 and o'clock"),
        ("👨‍👩‍👧 Zoë, مرحبا", "👨‍👩‍👧 Zoë, مرحبا"),
        ("half \ud83d", "half "),
    ],
)
def test_what_is_pasted_becomes_plain_lines(pasted: str, kept: str) -> None:
    assert plain_lines(pasted) == kept


def test_lines_pasted_into_one_line_follow_one_another() -> None:
    assert plain_line("12 Elder Way\r\n Leicester\n") == "12 Elder Way Leicester"
    assert plain_line(" typed ") == " typed "


@given(st.text(max_size=200))
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    once = plain_lines(text)
    assert plain_lines(once) == once or "\n" in once or once[:1] in "•o "
    assert "\x00" not in once
    assert "\r" not in once
    assert is_plain_line(plain_line(text)) or plain_line(text) != plain_line(plain_line(text))
