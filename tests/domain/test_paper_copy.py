"""What a copy of a form leaves out, by whom it is for."""

from __future__ import annotations

import json
from dataclasses import replace
from uuid import uuid4

import pytest

from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.confidential import scrubbed
from ehdesk.domain.paper_copy import Audience, Copy, copy_for
from ehdesk.domain.people import Home, Person, Restriction
from ehdesk.forms.display import Answer, SectionAnswers
from ehdesk.forms.told_rows import Cell, ToldRow
from tests.desks import a_journey
from tests.packs_in import leicester

DAD = Person(uuid4(), "adult", "Lee", "Marsh", relationship="Dad")
REFUGE = Home(uuid4(), "refuge", "Flat 3, 12 Fernhill Court, Leicester", "LE1 9ZZ", "yes")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return leicester()


@pytest.fixture
def case(desk: Desk) -> Case:
    go = a_journey(desk)
    go.send(5)
    return replace(
        go.case,
        people=(*go.case.people, DAD),
        homes=(REFUGE,),
        restrictions=(Restriction(uuid4(), DAD.id, what="Must not ring the school."),),
    )


def answer(key: str, *lines: str, **more: object) -> Answer:
    return Answer(
        field_key=f"part.{key}",
        label=key,
        lines=lines,
        answered=bool(lines or more.get("rows")),
        required_missing=False,
        question=key,
        **more,  # type: ignore[arg-type]
    )


def row(key: object, **cells: str) -> ToldRow:
    return ToldRow(str(key), tuple(Cell(name, name, (words,)) for name, words in cells.items()))


SAID = (
    SectionAnswers(
        "part",
        "Part",
        (
            answer(
                "people",
                kind="people",
                rows=(
                    row(
                        "child",
                        given_name="Fern",
                        upn="B801200005001",
                        nhs_number="943 476 5870",
                        safe_contact="Ring the neighbour",
                    ),
                    row(
                        DAD.id,
                        given_name="Lee",
                        relationship="Dad",
                        phone="07700 900000",
                        staff_risk_note="Keeps a large dog",
                    ),
                ),
            ),
            answer(
                "homes",
                kind="homes",
                rows=(
                    row(
                        REFUGE.id,
                        kind="Refuge",
                        address=REFUGE.address,
                        postcode=REFUGE.postcode,
                        confidential="Yes",
                        reason="Fled in March",
                    ),
                ),
            ),
            answer(
                "restrictions",
                kind="restrictions",
                rows=(row("r", person_id="Lee Marsh (Dad)", what="Must not ring the school"),),
            ),
            answer("contact_note", "Never write", bind="family.contact_note"),
            answer("worries", "They moved to 12  fernhill court, near le19zz, in March."),
            answer("dsl", "Mrs Birch", private=True),
            answer("going_well", "Fern likes art."),
        ),
    ),
)


def words(copy: Copy) -> str:
    return json.dumps([repr(section) for section in copy.sections], ensure_ascii=False)


def test_numbers_are_on_a_professional_copy_only_when_the_authority_says_so(
    case: Case, pack: Pack
) -> None:
    copy = copy_for(Audience.PROFESSIONAL, SAID, case, pack)
    assert "B801200005001" not in words(copy)
    assert "943 476 5870" not in words(copy)
    assert {"NHS number", "Unique pupil number (UPN)"} <= set(copy.left_off)
    shown = tuple(replace(each, on_papers=True) for each in pack.identifiers)
    allowed = copy_for(Audience.PROFESSIONAL, SAID, case, replace(pack, identifiers=shown))
    assert "B801200005001" in words(allowed)
    assert "943 476 5870" in words(allowed)
    for_family = copy_for(Audience.FAMILY, SAID, case, replace(pack, identifiers=shown))
    assert "B801200005001" not in words(for_family)
    assert "943 476 5870" not in words(for_family)


@pytest.mark.parametrize("audience", Audience)
def test_a_confidential_address_is_on_no_copy_wherever_it_was_written(
    case: Case, pack: Pack, audience: Audience
) -> None:
    said = words(copy_for(audience, SAID, case, pack)).lower()
    for secret in ("fernhill", "le1 9zz", "le19zz", "fled in march"):
        assert secret not in said
    assert "in march." in said


def test_a_familys_copy_has_nothing_of_risks_restrictions_and_safe_contact(
    case: Case, pack: Pack
) -> None:
    said = words(copy_for(Audience.FAMILY, SAID, case, pack))
    for secret in (
        "Keeps a large dog",
        "Ring the neighbour",
        "Must not ring the school",
        "Never write",
        "07700 900000",
        "Mrs Birch",
        "Refuge",
        "confidential",
    ):
        assert secret not in said.replace("[address kept confidential]", "")
    assert "Lee" in said
    assert "Fern likes art." in said


def test_a_professional_copy_has_all_of_that(case: Case, pack: Pack) -> None:
    said = words(copy_for(Audience.PROFESSIONAL, SAID, case, pack))
    for known in ("Keeps a large dog", "Must not ring the school", "Never write", "Mrs Birch"):
        assert known in said
    assert "Address kept confidential" in said


def test_a_home_address_that_the_form_says_is_confidential_is_left_off(
    case: Case, pack: Pack
) -> None:
    section = SectionAnswers(
        "family",
        "Family",
        (
            answer("address", "7 Hidden Lane", bind="family.address"),
            answer("postcode", "LE2 0AA", bind="family.postcode"),
            answer("confidential", "Yes", bind="family.confidential"),
            answer("story", "We met at 7 Hidden Lane."),
        ),
    )
    for audience in Audience:
        said = words(copy_for(audience, (section,), case, pack))
        assert "Hidden" not in said
        assert "LE2" not in said


def test_the_content_of_any_paper_is_cleared_of_confidential_addresses(case: Case) -> None:
    row_ = row("x", note="Ask at Flat 3, 12 Fernhill Court")
    assert "Fernhill" not in repr(scrubbed((row_, "LE1 9ZZ"), case))
    assert scrubbed(row_, replace(case, homes=())) is row_
