"""The family's own plan."""

from __future__ import annotations

from dataclasses import replace

from ehdesk.documents.family_plan import FamilyPlan, PlanAction, PlanOutcome, build, missing
from tests.documents.reading import faults, page_text, read, solid, squeeze
from tests.documents.samples import LONG, OUTCOME, PLAN, WHEN


def outcomes(count: int, actions: int) -> tuple[PlanOutcome, ...]:
    todo = tuple(
        PlanAction(what=f"Do thing {n}", who="Hazel", when_words="Sundays") for n in range(actions)
    )
    return tuple(
        replace(OUTCOME, number=n, title=f"Outcome number {n}", actions=todo)
        for n in range(1, count + 1)
    )


def test_it_says_everything_that_was_agreed() -> None:
    said = squeeze(page_text(build(PLAN, when=WHEN)))
    for words in (
        "Our plan",
        "Hazel, Fern and Rowan",
        "Agreed on 12 November 2026",
        "We look at it again by 22 December",
        "Fern feels calm and safe at school",
        "“I want Mr Otter to know when I need five minutes.” Fern",
        "Someone meets Fern at the gate",
        "Each day",
        "Sundays",
        "Aspen Sample, your Lead Practitioner",
        "0116 496 0142",
        "Tuesday 15 December, 3:30pm",
        "Acorn Room, Madeup Primary",
        "ring Aspen if something needs to change",
        "Private to the Exampleton family and their team.",
        "Family copy, version 4. Printed 17 November 2026.",
        "1 of 1",
    ):
        assert words in said


def test_a_listener_hears_heading_words_numbers_and_actions_in_that_order() -> None:
    found = read(build(PLAN, when=WHEN))
    tags = [tag for tag, _ in found.tags]
    start = tags.index("H2")
    assert tags[start : start + 11] == [
        "H2",
        "P",
        "Figure",
        "L",
        "LI",
        "Lbl",
        "Figure",
        "LBody",
        "P",
        "P",
        "P",
    ]
    assert found.having("H2")[0] == "1 Fern feels calm and safe at school"
    assert found.alts[0].startswith("Started at 3, now 6, hoping for 8.")
    assert found.alts[1:4] == ["Ticked", "Not ticked yet", "Not ticked yet"]


def test_three_outcomes_of_three_actions_fit_on_one_page() -> None:
    assert read(build(replace(PLAN, outcomes=outcomes(3, 3)), when=WHEN)).pages == 1


def test_thirty_outcomes_of_five_actions_are_all_there() -> None:
    data = build(replace(PLAN, outcomes=outcomes(30, 5)), when=WHEN)
    assert faults(data) == []
    found = read(data)
    assert [text.split()[-1] for text in found.having("H2")[:30]] == [str(n) for n in range(1, 31)]
    assert found.text.count("Do thing 4") == 30
    assert found.artifacts.count(f"of {found.pages}") == found.pages


def test_a_plan_without_outcomes_says_so() -> None:
    data = build(replace(PLAN, outcomes=()), when=WHEN)
    assert faults(data) == []
    assert "Nothing is in the plan yet." in read(data).text


def test_a_plan_of_which_nothing_is_known_is_still_a_sound_document() -> None:
    data = build(FamilyPlan(first_names=(), family_name="Exampleton", outcomes=()), when=WHEN)
    assert faults(data) == []
    assert "We have not set a date yet." in read(data).text


def test_an_outcome_without_actions_says_so() -> None:
    data = build(replace(PLAN, outcomes=(replace(OUTCOME, actions=()),)), when=WHEN)
    assert "Nothing to do here yet." in read(data).text


def test_an_action_of_five_thousand_characters_is_printed_whole() -> None:
    action = PlanAction(what=LONG, who="Willow", when_words="Sundays")
    data = build(replace(PLAN, outcomes=(replace(OUTCOME, actions=(action,)),)), when=WHEN)
    assert faults(data) == []
    found = read(data)
    assert squeeze(LONG) in found.text
    assert solid(LONG) not in solid(found.artifacts)
    assert found.pages > 2


def test_an_outcome_title_of_five_thousand_characters_is_printed_whole() -> None:
    data = build(replace(PLAN, outcomes=(replace(OUTCOME, title=LONG),)), when=WHEN)
    assert faults(data) == []
    assert squeeze(LONG) in read(data).text


def test_a_card_that_runs_on_repeats_its_heading_only_for_the_eye() -> None:
    action = PlanAction(what=LONG)
    data = build(replace(PLAN, outcomes=(replace(OUTCOME, actions=(action,)),)), when=WHEN)
    found = read(data)
    assert found.text.count(OUTCOME.title) == 1
    assert f"{OUTCOME.title} (carries on)" in squeeze(found.artifacts)


def test_a_done_action_says_done() -> None:
    action = PlanAction(what="Mend the boiler", who="Rowan", when_words="By March", done=True)
    found = read(build(replace(PLAN, outcomes=(replace(OUTCOME, actions=(action,)),)), when=WHEN))
    assert "Mend the boiler Rowan Done" in found.text
    assert "By March" not in found.text


def test_an_outcome_without_numbers_has_no_drawing_and_no_key() -> None:
    bare = replace(OUTCOME, start=None, now=None, hoped=None, actions=())
    found = read(build(replace(PLAN, outcomes=(bare,)), when=WHEN))
    assert found.alts == []
    assert "where we started" not in found.text


def test_the_telephone_number_dials() -> None:
    assert read(build(PLAN, when=WHEN)).links == ["tel:01164960142"]


def test_a_telephone_number_with_words_is_only_printed() -> None:
    found = read(build(replace(PLAN, ring_phone="0116 496 0142, ask for Aspen"), when=WHEN))
    assert found.links == []
    assert "0116 496 0142, ask for Aspen" in found.text


def test_markup_is_printed_as_it_was_typed() -> None:
    title = "<b>Bold</b> & \"quoted\" &amp; <font color='red'>"
    found = read(build(replace(PLAN, outcomes=(replace(OUTCOME, title=title),)), when=WHEN))
    assert found.having("H2")[0] == f"1 {title}"


def test_characters_without_a_glyph_are_told_in_words_and_reported() -> None:
    plan = replace(PLAN, outcomes=(replace(OUTCOME, title="Fern \U0001f600 and પ્રિયા પટેલ"),))
    assert "1 Fern [grinning face] and [2 words in Gujarati]" in read(build(plan, when=WHEN)).text
    assert missing(plan)[:2] == ("U+1F600 grinning face", "U+0AAA gujarati letter pa")
    assert missing(PLAN) == ()


def test_the_marking_stands_on_every_page() -> None:
    plan = replace(PLAN, marking="Confidential", outcomes=outcomes(8, 3))
    found = read(build(plan, when=WHEN))
    assert found.artifacts.count("Confidential.") == found.pages


def test_a_form_of_address_is_kept_with_the_name() -> None:
    found = read(build(replace(PLAN, ring_name="Mr Otter"), when=WHEN))
    assert "and ring Mr Otter if something needs to change" in found.text


def test_a_very_long_family_name_does_not_fill_the_page_with_footer() -> None:
    data = build(replace(PLAN, family_name="Exampleton " * 400), when=WHEN)
    assert faults(data) == []
    assert read(data).pages == 1
