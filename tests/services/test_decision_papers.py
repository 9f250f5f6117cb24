"""The letter to the family and the reply to the referrer, for each answer to a request."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.kernel.errors import NotFound
from ehdesk.kernel.ids import new_id
from tests.desks import a_journey
from tests.documents.reading import faults, page_text, read, squeeze

LETTER, REPLY = "decision-letter", "decision-reply"


def sent(desk: Desk) -> Journey:
    go = a_journey(desk)
    go.send(4)
    return go


def said(desk: Desk, go: Journey, kind: str) -> str:
    pdf = desk.papers.build(kind, go.case_id)
    assert faults(pdf) == []
    assert read(pdf).pages == 1
    return squeeze(page_text(pdf))


ANSWERS: dict[str, tuple[Callable[[Journey], object], str, str]] = {
    "hub": (
        lambda go: go.accept(0, "eha"),
        "We said yes to your request",
        "Accepted for an assessment, to the Allocations Hub",
    ),
    "checks first": (
        lambda go: go.accept(0, "twelve_weeks", checks_first=True),
        "We said yes to your request",
        "Accepted, checks to come",
    ),
    "12 weeks": (
        lambda go: go.accept(0, "twelve_weeks"),
        "We said yes to your request",
        "Accepted, 12 weeks",
    ),
    "under 6 weeks": (
        lambda go: go.accept(0, "under_6_weeks"),
        "We said yes to your request",
        "Accepted, under 6 weeks",
    ),
    "allocated": (
        lambda go: go.decide(0, "eha"),
        "We said yes to your request",
        "Allocated by the Allocations Hub",
    ),
    "not met": (
        lambda go: go.turn_down(0),
        "We did not say yes, and here is what to do",
        "Threshold not met, signposted",
    ),
    "advised": (
        lambda go: go.decide_otherwise(0, "advised"),
        "Here is the advice that you asked for",
        "Information and advice given",
    ),
    "joins": (
        lambda go: go.decide_otherwise(0, "joins"),
        "We said yes: more people join your plan",
        "Professionals join an assessment that runs",
    ),
    "returned": (
        lambda go: go.decide_otherwise(0, "returned"),
        "We need to know more before we can answer",
        "Request sent back for more",
    ),
    "no consent": (
        lambda go: go.decide_otherwise(0, "no_consent"),
        "We need your own yes before we can go on",
        "Request sent back for more",
    ),
}


@pytest.mark.parametrize("what", ANSWERS)
def test_every_answer_is_in_the_heading_of_one_page_with_three_steps_and_the_choice(
    desk: Desk, what: str
) -> None:
    decide, letter, reply = ANSWERS[what]
    go = sent(desk)
    decide(go)
    family = said(desk, go, LETTER)
    assert letter in family
    assert "It is still your choice." in family
    assert "Priya at Larkmoor Primary asked us to help you" in family
    found = read(desk.papers.build(LETTER, go.case_id))
    assert found.having("H1") == [letter]
    assert [tag for tag, _text in found.tags].count("LI") >= 3
    answered = said(desk, go, REPLY)
    assert reply in answered
    assert "Dear Priya," in answered
    assert "If you see it differently." in answered


def test_a_letter_that_says_yes_gives_three_days_by_the_clocks_of_the_pack(desk: Desk) -> None:
    go = sent(desk)
    go.accept(0, "twelve_weeks")
    family = said(desk, go, LETTER)
    for words in (
        "By Friday 20 November",
        "rings you to say hello",
        "By Tuesday 1 December",
        "By Tuesday 9 February 2027",
        "We look together at what has changed.",
        "You told us about 4 things",
    ):
        assert words in family


def test_while_the_hub_waits_the_letter_says_who_helps_and_when_it_meets(desk: Desk) -> None:
    go = sent(desk)
    go.accept(0, "eha")
    family = said(desk, go, LETTER)
    west = next(one for one in desk.pack.localities if one.code == "west")
    assert f"The Advice Point, West, can help you while you wait. Ring {west.phone}" in squeeze(
        family.replace("\xa0", " ")
    )
    assert "By Tuesday 1 December" in family


def test_a_no_names_the_services_and_the_reason(desk: Desk) -> None:
    go = sent(desk)
    go.turn_down(0)
    for kind in (LETTER, REPLY):
        words = said(desk, go, kind)
        assert "One need, which universal services can meet." in words
        assert "Children's Centres. Stay and play on Tuesdays." in words


def test_what_is_missing_is_in_both(desk: Desk) -> None:
    go = sent(desk)
    go.decide_otherwise(0, "returned", **{"outcome.missing": "What Callum himself says."})
    for kind in (LETTER, REPLY):
        assert "What is missing. What Callum himself says." in said(desk, go, kind)


def test_the_hubs_word_is_written_about_too(desk: Desk) -> None:
    go = sent(desk)
    go.accept(1, "eha")
    go.on(0)
    go.hub_decides("defer")
    family = said(desk, go, LETTER)
    assert "We have not chosen yet who will help" in family
    assert "By Tuesday 1 December" in family


def test_the_childrens_words_and_a_confidential_address_are_on_neither(desk: Desk) -> None:
    go = a_journey(desk)
    go.begin(4)
    go.complete_request()
    draft = go.case.draft("request")
    assert draft is not None
    go.save(draft.id, {"family.confidential": "yes"})
    go.record_sent()
    go.accept(0, "twelve_weeks")
    case = desk.cases.get(go.case_id)
    assert case.family.is_confidential
    for kind in (LETTER, REPLY):
        words = said(desk, go, kind)
        assert case.family.postcode not in words
        for voice in case.voices:
            assert squeeze(voice.words) not in words
    assert "By hand" in said(desk, go, LETTER)


def asked_by_one_who_lives_elsewhere(
    desk: Desk, confidential: str = "no", *, restricted: bool = False
) -> Journey:
    """A request accepted, of somebody of the family who has a home of their own."""
    go = a_journey(desk)
    go.begin(4)
    go.complete_request()
    draft = go.case.draft("request")
    assert draft is not None
    parent = go.case.adults[0]
    home = {"id": str(new_id()), "address": "4 Pine Close", "postcode": "LE3 9ZZ"}
    father = {
        "id": str(new_id()),
        "kind": "adult",
        "given_name": "Gareth",
        "family_name": parent.family_name,
        "relationship": "Dad",
        "date_of_birth": "1988-03-04",
        "lives": "elsewhere",
        "other_home": home["id"],
    }
    people = desk.forms.open(draft.id).values["family.people"]
    assert isinstance(people, list)
    against = {
        "id": str(new_id()),
        "person_id": father["id"],
        "what": "Must not visit.",
    }
    go.save(draft.id, {"family.homes": [home | {"confidential": confidential}]})
    go.save(draft.id, {"family.people": [*people, father]})
    go.save(
        draft.id,
        {
            "asking.kind": "parent",
            "asking.person": father["id"],
            "safety.restrictions": [against] if restricted else [],
        },
    )
    go.record_sent()
    go.accept(0, "twelve_weeks")
    return go


@pytest.mark.parametrize("confidential", ["no", "yes"])
def test_the_letter_to_one_who_lives_elsewhere_goes_to_their_own_home(
    desk: Desk, confidential: str
) -> None:
    go = asked_by_one_who_lives_elsewhere(desk, confidential)
    letter = said(desk, go, LETTER)
    assert "Dear Gareth" in letter
    assert go.case.family.postcode not in letter
    assert ("LE3 9ZZ" in letter, "By hand" in letter) == (
        confidential == "no",
        confidential == "yes",
    )


def test_no_letter_is_to_somebody_whom_a_restriction_is_against(desk: Desk) -> None:
    go = asked_by_one_who_lives_elsewhere(desk, restricted=True)
    letter = said(desk, go, LETTER)
    assert f"Dear {go.case.adults[0].first_name}" in letter
    assert "You asked us" not in letter
    assert go.case.family.postcode in letter


def test_there_is_none_before_an_answer_and_none_of_a_call_about_safety(desk: Desk) -> None:
    go = sent(desk)
    with pytest.raises(NotFound):
        desk.papers.build(LETTER, go.case_id)
    go.on(0)
    desk.requests.refer_to_das(
        go.case_id, when=desk.clock.today(), who_took_it="The duty worker", reason="A mark."
    )
    with pytest.raises(NotFound):
        desk.papers.build(LETTER, go.case_id)


def test_the_reply_tells_the_school_what_the_hub_asked_and_was_told(desk: Desk) -> None:
    go = sent(desk)
    go.accept(2, "eha")
    go.on(0)
    desk.hub.ask(go.case_id, "Who gets the children up?")
    question = desk.hub.ask(go.case_id, "Is there an EHC plan?")
    desk.hub.answer(question, "No. Speech therapy ended in 2024.", "Priya Nair")
    assert "Is there an EHC plan?" not in said(desk, go, REPLY)
    go.hub_decides("allocate", outcome__lead=str(go.case.professionals[1].id))
    reply = said(desk, go, REPLY)
    assert "What the Allocations Hub asked, and was told." in reply
    assert "Is there an EHC plan? No. Speech therapy ended in 2024." in reply
    assert "Who gets the children up?" not in reply
    assert "EHC plan" not in said(desk, go, LETTER)
