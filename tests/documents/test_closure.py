"""The closure form."""

from __future__ import annotations

from dataclasses import replace

from ehdesk.documents.closure import ClosingReason, ClosureForm, OutcomeDistance, build
from tests.documents.reading import faults, page_text, page_texts, read, squeeze
from tests.documents.samples import CLOSURE, LONG, WHEN


def test_it_says_everything_about_the_closure() -> None:
    said = squeeze(page_text(build(CLOSURE, when=WHEN)))
    for words in (
        "Early help closure form",
        "Exampleton family EH-26-0001",
        "Confidential",
        "Closed 17 November 2026",
        "Fern Exampleton, 14",
        "Rowan Exampleton, 9",
        "Hazel Exampleton (Mum)",
        "Aspen Sample, Madeup Primary",
        "12 May 2026, after a request from school",
        "Partly met",
        "Up to 94 %",
        "Numbers given by Fern and Hazel.",
        "“Mornings are calmer.” Hazel",
        "Ms Birch meets Fern each half-term.",
        "Oak Specimen, 17 November 2026",
        "Copies to: family, school.",
        "Printed 17 November 2026.",
    ):
        assert words in said


def test_reasons_are_read_with_whether_they_are_ticked() -> None:
    found = read(build(CLOSURE, when=WHEN))
    assert found.alts[:3] == ["Ticked", "Not ticked", "Not ticked"]
    assert found.having("LBody")[6:9] == [
        "Needs met",
        "Family chose to stop",
        "Family moved away",
    ]


def test_every_outcome_says_its_result_in_words() -> None:
    found = read(build(CLOSURE, when=WHEN))
    for words in (
        "Reached up 5 points",
        "Lower down 2 points",
        "No change still 5",
        "Not given no number at closing",
    ):
        assert words in found.text
    assert any(alt.startswith("Started at 6, now 4, hoping for 7.") for alt in found.alts)
    assert any(alt.startswith("Started at 2, no number now,") for alt in found.alts)


def test_tables_have_heads_for_columns_and_rows() -> None:
    found = read(build(CLOSURE, when=WHEN))
    heads = found.having("TH")
    assert heads[:4] == ["Need", "What came of it", "How we know", "Attendance"]
    assert heads[4:7] == ["What we hoped for", "0 1 2 3 4 5 6 7 8 9 10", "Result"]


def test_a_table_that_runs_on_repeats_its_head_only_for_the_eye() -> None:
    many = tuple(OutcomeDistance(title=f"Outcome {n}", start=1, now=2) for n in range(60))
    data = build(replace(CLOSURE, outcomes=many), when=WHEN)
    assert faults(data) == []
    found = read(data)
    assert found.text.count("What we hoped for") == 1
    assert "What we hoped for" in found.artifacts
    assert all(f"Outcome {n} " in found.text for n in range(60))


def test_signature_lines_stay_with_their_heading() -> None:
    for words in range(70):
        data = build(replace(CLOSURE, numbers_words="line\n" * words + "end"), when=WHEN)
        (where,) = [text for text in page_texts(data) if "Signed" in text]
        for who in CLOSURE.signatures:
            assert who in where[where.index("Signed") :]


def test_long_text_is_printed_whole_everywhere() -> None:
    data = build(
        replace(
            CLOSURE,
            needs=(replace(CLOSURE.needs[0], evidence=LONG),),
            outcomes=(OutcomeDistance(title=LONG, start=1, now=0),),
            voices=(replace(CLOSURE.voices[0], words=LONG),),
            carries_on=(replace(CLOSURE.carries_on[0], detail=LONG),),
            reasons=(ClosingReason(label=LONG, ticked=True),),
        ),
        when=WHEN,
    )
    assert faults(data) == []
    assert read(data).text.count(squeeze(LONG)) == 5


def test_a_form_of_which_nothing_is_known_says_so() -> None:
    data = build(ClosureForm(family_name="Exampleton", reference=""), when=WHEN)
    assert faults(data) == []
    text = read(data).text
    for words in (
        "No reason was recorded.",
        "The plan had no outcomes.",
        "No words of the family were written down.",
        "Nothing was set up to carry on.",
    ):
        assert words in text


def test_an_uneven_number_of_reasons_and_signatures_is_laid_out() -> None:
    data = build(
        replace(CLOSURE, signatures=("Parent or carer",), reasons=CLOSURE.reasons[:1]), when=WHEN
    )
    assert faults(data) == []
    assert "Parent or carer Date" in read(data).text


def test_many_copies_are_named_whole_in_the_text() -> None:
    who = tuple(f"Agency number {number}" for number in range(60))
    found = read(build(replace(CLOSURE, copies_to=who), when=WHEN))
    assert f"Copies to: {', '.join(who)}." in found.text
    assert "Copies to" not in found.artifacts


def test_a_reference_with_odd_characters_is_still_a_sound_document() -> None:
    data = build(replace(CLOSURE, reference="EH\x00-<1>\uffff\ud800&"), when=WHEN)
    assert faults(data) == []
    assert read(data).title.startswith("Early help closure form, EH-<1>")


def test_a_usual_closure_fits_on_one_page() -> None:
    usual = replace(CLOSURE, needs=(), manager=None)
    assert read(build(usual, when=WHEN)).pages == 1


def test_a_draft_says_so_at_its_head_and_foot() -> None:
    found = read(build(replace(CLOSURE, draft=True, closed_on=None), when=WHEN))
    assert "Draft, not finished" in found.text
    assert "Draft, not finished." in found.artifacts
    assert "Draft" not in read(build(CLOSURE, when=WHEN)).text
