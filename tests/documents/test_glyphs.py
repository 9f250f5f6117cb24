"""Characters that no font of ours has."""

from __future__ import annotations

import pytest

from ehdesk.documents.glyphs import missing, plain, printable
from ehdesk.documents.style import Family, Weight, font


@pytest.mark.parametrize(
    "text",
    ["Zoë, Siân, Łukasz Żółć, Ștefan, Ngọc", "“quoted” – it’s £5 or €6…", "Привет Ελένη → ✓", ""],
)
def test_what_the_fonts_have_is_printed_as_it_is(text: str) -> None:
    assert printable(text) == text
    assert missing(text) == ()


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("well done \U0001f600!", "well done [grinning face]!"),
        ("\U0001f44d\U0001f3fd", "[thumbs up sign]"),
        ("\U0001f468\u200d\U0001f467", "[man][girl]"),
        ("પ્રિયા", "[word in Gujarati]"),
        ("Priya પ્રિયા પટેલ, Mum", "Priya [2 words in Gujarati], Mum"),
        ("ਸਿੰਘ and مريم", "[word in Punjabi] and [word in Arabic script]"),
        ("王芳", "[word in Chinese or Japanese characters]"),
        ("\ue000", "[U+E000]"),
    ],
)
def test_what_they_lack_is_told_in_words(text: str, printed: str) -> None:
    assert printable(text) == printed


def test_each_missing_character_is_named_once_in_the_order_of_the_content() -> None:
    assert missing(("b \U0001f600", ["\U0001f600 王"])) == (
        "U+1F600 grinning face",
        "U+738B cjk unified ideograph-738b",
    )


def test_line_ends_and_spaces_become_one_kind() -> None:
    assert plain("a\r\nb\u2028c\td\u2003e\u202ff") == "a\nb\nc d e\xa0f"


def test_characters_that_show_nothing_are_left_out() -> None:
    assert plain("a\x00b\x07c\u202ed\u200be\u00adf\ufeffg\ufe0f") == "abcdefg"


def test_half_a_character_is_marked_and_breaks_nothing() -> None:
    assert plain("a\ud800b") == "a\ufffdb"


def test_an_accent_typed_on_its_own_joins_its_letter() -> None:
    assert plain("e\u0301") == "é"


def test_all_weights_of_a_family_have_the_same_characters() -> None:
    from reportlab.pdfbase import pdfmetrics

    for family in Family:
        sets = {
            frozenset(pdfmetrics.getFont(font(family, weight)).face.charToGlyph)
            for weight in Weight
        }
        assert len(sets) == 1
