"""Papers made from a real store: which record, for whom, and what is said of them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from ehdesk.authority.items import ConsentPart
from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.paper_copy import Audience
from ehdesk.kernel.errors import EhdeskError, NotFound
from tests.desks import a_journey
from tests.documents.reading import faults, page_text, read, solid

WORST = "Zoë & <b>Łęcki</b> “said” \\ (so) 😀 પ્રિયા"


def family_of(desk: Desk, name: str) -> uuid.UUID:
    case_id = next(
        line["reference"] for line in desk.told.cases() if line["family"].startswith(name)
    )
    found = desk.lists.case_id(case_id)
    assert found is not None
    return found


def test_every_answer_of_every_form_of_the_demo_is_on_its_paper_but_what_is_kept_off(
    demo_desk: Desk,
) -> None:
    for line in demo_desk.told.cases():
        case_id = demo_desk.lists.case_id(line["reference"])
        assert case_id is not None
        case = demo_desk.cases.get(case_id)
        secrets = secrets_of(case)
        for record in case.records:
            kind = demo_desk.papers.in_full(case, record.id)
            data = demo_desk.papers.build(kind, case_id, record.id)
            written = solid(read(data).text)
            assert not any(secret in written for secret in secrets)
            if record.frozen is None:
                assert "Draft,notfinished" in written
                continue
            for label, told in answers_of(record.frozen):
                there = solid(told) in written
                assert there or any(secret in solid(told) for secret in secrets), label


def secrets_of(case: Case) -> tuple[str, ...]:
    """Confidential addresses, and numbers that the Leicester pack keeps off every paper."""
    homes = [home for home in (case.family, *case.homes) if home.is_confidential]
    texts = [text for home in homes for text in (home.address, home.postcode)]
    texts += [number for one in case.people for number in (one.upn, one.nhs_number, one.uln)]
    return tuple(solid(text) for text in texts if text)


def answers_of(copy: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every question of a frozen copy with its answer, a repeating one cell by cell."""
    for section in copy["sections"]:
        for answer in section["answers"]:
            yield answer["key"], answer["label"]
            if not answer["rows"]:
                yield answer["key"], "".join(answer["lines"])
            for row in answer["rows"]:
                for cell in row["cells"]:
                    if cell["key"] != "upn_unknown":
                        yield cell["key"], "".join(cell["lines"])


def test_a_finished_record_is_printed_before_a_draft_and_each_can_be_named(
    demo_desk: Desk,
) -> None:
    case_id = family_of(demo_desk, "Tilbrook")
    case = demo_desk.cases.get(case_id)
    records = demo_desk.papers.records("minutes", case)
    assert [one.words.split(",")[0] for one in records] == [
        "TAF meeting 3",
        "TAF meeting 2",
        "TAF meeting 1",
    ]
    assert "Minutes of TAF meeting 3" in page_text(demo_desk.papers.build("minutes", case_id))
    first = demo_desk.papers.build("minutes", case_id, records[2].id)
    assert "Minutes of TAF meeting 1" in page_text(first)


def test_a_draft_is_printed_as_it_stands_and_says_so(desk: Desk) -> None:
    record = desk.requests.start()
    changes: dict[str, Any] = {"family.name": "Exampleton", "needs.worries": WORST}
    desk.forms.save(record, changes, place="", steps_done=1, steps_total=9)
    case_id = desk.forms.open(record).case_id
    data = desk.papers.build("request", case_id)
    assert faults(data) == []
    text = page_text(data)
    assert "Draft, not finished" in text
    assert "Zoë & <b>Łęcki</b> “said” \\ (so) [grinning face] [word in Gujarati]" in " ".join(
        text.split()
    )
    assert "Whose form" not in text
    assert "About this form: The project’s own questions and wording" in " ".join(text.split())


def test_a_pupils_number_and_a_note_on_visiting_stay_off_the_familys_copy(desk: Desk) -> None:
    record = desk.requests.start()
    child = {
        "id": str(uuid.uuid4()),
        "kind": "child",
        "given_name": "Fern",
        "upn": "B801200005001",
        "nhs_number": "943 476 5870",
        "safe_contact": "Ring the neighbour",
        "staff_risk_note": "Keeps a large dog",
    }
    changes: dict[str, Any] = {
        "family.people": [child],
        "relationships.every_parent": "no",
        "relationships.missing_parent": "See the restriction",
    }
    desk.forms.save(record, changes, place="", steps_done=1, steps_total=9)
    case_id = desk.forms.open(record).case_id
    made = desk.papers.make("request", case_id, audience=Audience.FAMILY)
    text = page_text(made.pdf)
    for secret in (
        "B801200005001",
        "943 476 5870",
        "neighbour",
        "large dog",
        "NHS number",
        "See the rest",
    ):
        assert secret not in text
    assert "Fern" in text
    assert "risks to staff" in made.left_off
    assert "large dog" in page_text(desk.papers.build("request", case_id))


def test_a_paper_is_not_made_for_a_reader_it_is_not_for(demo_desk: Desk) -> None:
    with pytest.raises(EhdeskError, match="not made for that reader"):
        demo_desk.papers.build(
            "family-plan", family_of(demo_desk, "Tilbrook"), audience=Audience.PROFESSIONAL
        )


def test_a_record_of_another_family_is_not_printed(demo_desk: Desk) -> None:
    other = demo_desk.cases.get(family_of(demo_desk, "Lakhani")).records[0]
    with pytest.raises(NotFound):
        demo_desk.papers.build("request", family_of(demo_desk, "Tilbrook"), other.id)


def test_the_consent_form_prints_blank_and_filled(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(5)
    blank = read(desk.papers.build("consent-blank", go.case_id))
    filled = read(desk.papers.build("consent", go.case_id))
    assert not any(alt.endswith(": ticked") for alt in blank.alts)
    assert any(alt == "Yes: ticked" for alt in filled.alts)
    for topic in desk.pack.consent_topics:
        on_the_form = topic.part is not ConsentPart.DUTY
        assert (solid(topic.text) in solid(blank.text)) == on_the_form
    for person in go.case.people:
        assert person.full_name in filled.text


def test_the_same_record_on_the_same_day_is_the_same_paper(demo_desk: Desk) -> None:
    case_id = family_of(demo_desk, "Tilbrook")
    for kind, _title in demo_desk.papers.kinds(demo_desk.cases.get(case_id)):
        made = demo_desk.papers.build(kind, case_id)
        assert made == demo_desk.papers.build(kind, case_id)
        assert faults(made) == []


def test_a_closure_says_what_this_authority_calls_the_lead_and_that_it_is_a_draft(
    demo_desk: Desk,
) -> None:
    found = read(demo_desk.papers.build("closure", family_of(demo_desk, "Lakhani"))).text
    assert "Draft, not finished" in found
    assert found.count(demo_desk.pack.term("lead_practitioner")) == 2
