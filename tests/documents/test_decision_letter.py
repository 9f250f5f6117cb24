"""The letter about a decision, and the reply to whoever asked."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from ehdesk.documents.decision_letter import LetterPart, LetterStep, build, missing
from tests.documents.reading import faults, page_text, read, solid, squeeze
from tests.documents.samples import LETTER, LONG, NASTY, WHEN


def test_it_says_the_answer_the_steps_and_whom_to_ring() -> None:
    said = squeeze(page_text(build(LETTER, when=WHEN)))
    for words in (
        "Early help in Madeup",
        "19 November 2026",
        "Hazel Exampleton",
        "Dear Hazel,",
        "We said yes to your request",
        "By Tuesday 24 November Aspen Sample rings you to say hello.",
        "It is still your choice. You can say no, or stop later.",
        "Your lead practitioner",
        "Need this in another language?",
        "EH-26-0001, version 1. Printed 17 November 2026.",
        "1 of 1",
    ):
        assert words in said


def test_a_listener_hears_the_answer_as_the_heading_and_the_steps_as_a_numbered_list() -> None:
    found = read(build(LETTER, when=WHEN))
    assert found.having("H1") == ["We said yes to your request"]
    assert found.having("H2") == ["What happens now"]
    assert [text.strip() for text in found.having("Lbl")] == ["1", "2", "3"]


def test_a_letter_that_says_no_has_the_same_frame() -> None:
    no = replace(LETTER, heading="We did not say yes, and here is what to do")
    tags = [tag for tag, _ in read(build(LETTER, when=WHEN)).tags]
    assert [tag for tag, _ in read(build(no, when=WHEN)).tags] == tags


def test_long_words_run_on_to_the_next_page_and_none_is_lost() -> None:
    letter = replace(LETTER, parts=(LetterPart("Why.", LONG),))
    data = build(letter, when=WHEN)
    assert faults(data) == []
    found = read(data)
    assert found.pages > 1
    assert solid(LONG) in solid(found.text)


def test_a_letter_of_which_little_is_known_is_still_a_sound_document() -> None:
    bare = replace(LETTER, to=(), place="", steps=(), parts=(), phone="", footing="")
    assert faults(build(bare, when=WHEN)) == []


def test_the_reply_to_a_professional_is_as_sound() -> None:
    reply = replace(LETTER, for_family=False, marking="Confidential")
    data = build(reply, when=WHEN)
    assert faults(data) == []
    assert "Confidential." in read(data).artifacts


@settings(max_examples=25, deadline=None)
@given(NASTY)
def test_whatever_was_typed_is_printed_or_told(words: str) -> None:
    letter = replace(
        LETTER,
        dear=words,
        steps=(LetterStep(words, words),),
        parts=(LetterPart("Why.", words, (words,)),),
        signed_by=words,
    )
    assert faults(build(letter, when=WHEN)) == []
    assert missing(LETTER) == ()
