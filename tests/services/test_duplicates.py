"""Somebody typed twice is found, joined with everything that was said of them, and parted again."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.matching import Identity
from ehdesk.kernel.errors import NotAllowed, NotFound
from ehdesk.kernel.ids import new_id
from tests.documents.reading import read, solid


def _person(given: str, family: str, **more: Any) -> dict[str, Any]:
    return {
        "id": str(new_id()),
        "kind": more.pop("kind", "child"),
        "given_name": given,
        "family_name": family,
        **more,
    }


def _save(desk: Desk, record: UUID, changes: dict[str, Any]) -> None:
    desk.forms.save(record, changes, place="", steps_done=0, steps_total=1)


def _request(desk: Desk, people: list[dict[str, Any]], **more: Any) -> UUID:
    """A begun request with these people; the key of its record."""
    record = desk.requests.start()
    _save(desk, record, {"family.people": people, "family.name": people[0]["family_name"], **more})
    return record


def _case(desk: Desk, record: UUID) -> Any:
    return desk.cases.get(desk.forms.open(record).case_id)


def test_a_child_known_already_is_found_while_being_typed(desk: Desk) -> None:
    ana = _person("Ana", "Larkmoor", date_of_birth="2018-06-02", school="Larkmoor Primary")
    known = _case(desk, _request(desk, [ana]))
    (found,) = desk.duplicates.like(Identity("Anna", "Larkmore", date_of_birth=date(2018, 6, 2)))
    assert found.person_id == UUID(ana["id"])
    assert found.reference == known.reference
    assert found.is_open
    assert "Larkmoor Primary" in found.words
    assert "Same date of birth" in found.likeness.reasons
    mine = [UUID(ana["id"])]
    assert desk.duplicates.like(Identity("Ana", "Larkmoor"), but=mine) == ()


def test_a_confidential_address_is_never_told_by_a_match(desk: Desk) -> None:
    ana = _person("Ana", "Larkmoor", date_of_birth="2018-06-02")
    record = _request(desk, [ana], **{"family.address": "9 Hidden Row"})
    wanted = Identity("Ana", "Larkmoor", date_of_birth=date(2018, 6, 2))
    assert "9 Hidden Row" in desk.duplicates.like(wanted)[0].words
    fields = desk.forms.open(record).form.fields()
    key = next(field.key for field in fields if field.bind == "family.confidential")
    _save(desk, record, {key: "yes"})
    assert "9 Hidden Row" not in desk.duplicates.like(wanted)[0].words


def test_who_was_taken_out_or_renamed_is_not_found_under_the_old_name(desk: Desk) -> None:
    ana = _person("Ana", "Larkmoor", date_of_birth="2018-06-02")
    record = _request(desk, [ana])
    wanted = Identity("Ana", "Larkmoor", date_of_birth=date(2018, 6, 2))
    assert desk.duplicates.like(wanted)
    _save(desk, record, {"family.people": [ana | {"given_name": "Zofia", "date_of_birth": ""}]})
    assert desk.duplicates.like(wanted) == ()
    _save(desk, record, {"family.people": []})
    assert desk.duplicates.like(Identity("Zofia", "Larkmoor")) == ()


def test_a_name_alone_is_not_looked_up() -> None:
    assert not Identity("Ana").can_be_looked_up
    assert not Identity(family_name="Larkmoor").can_be_looked_up


def _two_families(desk: Desk) -> tuple[UUID, UUID, list[dict[str, Any]], list[dict[str, Any]]]:
    ours = [
        _person("Ana", "Larkmoor", date_of_birth="2018-06-02", school="Larkmoor Primary"),
        _person("Luca", "Larkmoor", date_of_birth="2015-01-09"),
        _person("Rosa", "Larkmoor", kind="adult", relationship="Mum"),
    ]
    theirs = [
        _person("Anna", "Larkmoor", date_of_birth="2018-06-02", school="Brook Lane", phone="1"),
        _person("Luca", "Larkmoor", date_of_birth="2015-01-09"),
        _person("Iris", "Larkmoor", kind="adult", relationship="Gran"),
    ]
    first = _request(desk, ours)
    second = _request(desk, theirs)
    said = {"id": str(new_id()), "person_id": theirs[0]["id"], "words": "I like drawing."}
    _save(
        desk,
        second,
        {
            "needs.voices": [said],
            "consent.how": "written",
            "consent.given_on": "2026-11-02",
            "consent.given_by": [theirs[2]["id"]],
        },
    )
    return first, second, ours, theirs


def test_joining_is_previewed_then_brings_everything_along_and_can_be_undone(desk: Desk) -> None:
    first, second, ours, theirs = _two_families(desk)
    before = (_case(desk, first), _case(desk, second))
    preview = desk.duplicates.preview(UUID(ours[0]["id"]), UUID(theirs[0]["id"]))
    assert (_case(desk, first), _case(desk, second)) == before
    assert [pair.name for pair in preview.pairs] == ["Ana Larkmoor", "Luca Larkmoor"]
    assert preview.comes == ("Iris Larkmoor",)
    assert preview.cases == (before[1].reference,)
    different = {d.label: (d.stays, d.goes) for d in preview.pairs[0].differences}
    assert different["School or setting"] == ("Larkmoor Primary", "Brook Lane")
    assert different["Phone"] == ("", "1")

    take = {UUID(theirs[0]["id"]): ("school",)}
    operation = desk.duplicates.join(preview, take)
    one, other = _case(desk, first), _case(desk, second)
    assert one.family == other.family
    assert [p.given_name for p in one.people] == ["Ana", "Luca", "Rosa", "Iris"]
    ana = one.people[0]
    assert (ana.school, ana.phone) == ("Brook Lane", "1")
    assert [voice.person_id for voice in other.voices] == [ana.id]
    assert other.consent.given_by == (UUID(theirs[2]["id"]),)
    assert desk.check() == ()

    desk.duplicates.undo(operation)
    assert (_case(desk, first), _case(desk, second)) == before
    assert desk.check() == ()


def test_two_entries_in_one_family_become_one(desk: Desk) -> None:
    people = [_person("Ana", "Larkmoor"), _person("Ana", "Larkmoor", phone="07700 900123")]
    record = _request(desk, people)
    preview = desk.duplicates.preview(UUID(people[0]["id"]), UUID(people[1]["id"]))
    assert (preview.comes, preview.cases) == ((), ())
    desk.duplicates.join(preview)
    (ana,) = _case(desk, record).people
    assert ana.phone == "07700 900123"


def _two_homes(desk: Desk, **more: Any) -> tuple[UUID, UUID, list[dict[str, Any]]]:
    """Two households, the second with Luca too, at addresses of their own."""
    first, second, ours, theirs = _two_families(desk)
    _save(desk, first, {"family.address": "27 Tansy Walk", "family.postcode": "LE3 0ZY"})
    _save(desk, second, {"family.address": "9 Hidden Row", "family.postcode": "LE2 7ZZ", **more})
    return first, second, [ours[0], theirs[0]]


def test_nobody_moves_house_when_two_families_are_joined(desk: Desk) -> None:
    first, second, (ana, anna) = _two_homes(desk)
    before = (_case(desk, first), _case(desk, second))
    preview = desk.duplicates.preview(UUID(ana["id"]), UUID(anna["id"]))
    assert preview.adds_home
    operation = desk.duplicates.join(preview)
    case = _case(desk, second)
    assert case.family.address == "27 Tansy Walk"
    (home,) = case.homes
    assert (home.address, home.postcode) == ("9 Hidden Row", "LE2 7ZZ")
    lives = {person.given_name: (person.lives, person.other_home) for person in case.people}
    assert lives["Iris"] == ("elsewhere", home.id)
    assert lives["Rosa"] == lives["Ana"] == ("", None)
    assert desk.check() == ()

    desk.duplicates.undo(operation)
    assert (_case(desk, first), _case(desk, second)) == before


def test_a_refuge_stays_off_every_paper_when_its_family_is_joined_to_another(desk: Desk) -> None:
    words = "She fled to 9 Hidden Row, LE2 7ZZ, in May."
    kept = {"family.confidential": "yes", "needs.worries": words}
    _first, second, (ana, anna) = _two_homes(desk, **kept)
    desk.duplicates.join(desk.duplicates.preview(UUID(ana["id"]), UUID(anna["id"])))
    case = _case(desk, second)
    assert case.homes[0].is_confidential
    for kind, _title in desk.papers.kinds(case):
        for audience in desk.papers.audiences(kind, case):
            made = desk.papers.build(kind, case.id, audience=audience)
            text = solid(read(made).text)
            assert solid("9 Hidden Row") not in text
            assert solid("LE2 7ZZ") not in text


def test_an_address_that_is_among_the_homes_already_is_not_added_again(desk: Desk) -> None:
    first, second, (ana, anna) = _two_homes(desk)
    home = {"id": str(new_id()), "address": "9, hidden row", "postcode": "le2 7zz"}
    _save(desk, first, {"family.homes": [home]})
    desk.duplicates.join(desk.duplicates.preview(UUID(ana["id"]), UUID(anna["id"])))
    assert [str(one.id) for one in _case(desk, second).homes] == [home["id"]]


def test_one_address_spelt_in_two_ways_is_one_home(desk: Desk) -> None:
    first, second, (ana, anna) = _two_homes(desk)
    same = {"family.address": "27, Tansy walk", "family.postcode": "le30zy"}
    _save(desk, second, same)
    preview = desk.duplicates.preview(UUID(ana["id"]), UUID(anna["id"]))
    assert not preview.adds_home
    desk.duplicates.join(preview)
    case = _case(desk, first)
    assert case.homes == ()
    assert {person.lives for person in case.people} == {""}


def test_two_families_that_share_somebody_are_linked_and_stay_apart(desk: Desk) -> None:
    first, second, (ana, anna) = _two_homes(desk)
    before = (_case(desk, first), _case(desk, second))
    desk.duplicates.keep_families_apart(UUID(ana["id"]), UUID(anna["id"]))
    assert (_case(desk, first), _case(desk, second)) == before
    (there,) = desk.duplicates.sibling_families(before[0].family.id)
    (here,) = desk.duplicates.sibling_families(before[1].family.id)
    assert (there.name, there.case_id, there.reference) == (
        "Ana Larkmoor",
        before[1].id,
        before[1].reference,
    )
    assert (here.name, here.case_id) == ("Anna Larkmoor", before[0].id)
    wanted = Identity("Ana", "Larkmoor", date_of_birth=date(2018, 6, 2))
    asked = desk.duplicates.like(wanted, but=[UUID(ana["id"])], person=UUID(ana["id"]))
    assert UUID(anna["id"]) not in [match.person_id for match in asked]
    assert desk.check() == ()

    desk.duplicates.take_link_away(here.person_id, here.other_id)
    assert desk.duplicates.sibling_families(before[0].family.id) == ()
    desk.duplicates.keep_families_apart(here.person_id, here.other_id)
    assert len(desk.duplicates.sibling_families(before[0].family.id)) == 1


def test_families_that_became_one_are_no_sibling_families_any_more(desk: Desk) -> None:
    first, _second, (ana, anna) = _two_homes(desk)
    desk.duplicates.keep_families_apart(UUID(ana["id"]), UUID(anna["id"]))
    desk.duplicates.join(desk.duplicates.preview(UUID(ana["id"]), UUID(anna["id"])))
    assert desk.duplicates.sibling_families(_case(desk, first).family.id) == ()
    with pytest.raises(NotFound):
        desk.duplicates.keep_families_apart(UUID(ana["id"]), UUID(anna["id"]))


def test_two_entries_of_one_family_are_no_two_families(desk: Desk) -> None:
    people = [_person("Ana", "Larkmoor"), _person("Ana", "Larkmoor")]
    _request(desk, people)
    with pytest.raises(NotAllowed, match="one family"):
        desk.duplicates.keep_families_apart(UUID(people[0]["id"]), UUID(people[1]["id"]))


def test_what_was_changed_since_is_not_overwritten_by_an_undo(desk: Desk) -> None:
    first, _second, ours, theirs = _two_families(desk)
    operation = desk.duplicates.join(
        desk.duplicates.preview(UUID(ours[0]["id"]), UUID(theirs[0]["id"]))
    )
    rows = desk.forms.open(first).values["family.people"]
    assert isinstance(rows, list)
    rows[0]["phone"] = "07700 900999"
    _save(desk, first, {"family.people": rows})
    with pytest.raises(NotAllowed, match="changed since"):
        desk.duplicates.undo(operation)
    assert _case(desk, first).people[0].phone == "07700 900999"


def test_who_was_said_to_be_somebody_else_is_not_found_again_from_either_side(desk: Desk) -> None:
    ana = _person("Ana", "Larkmoor", date_of_birth="2018-06-02")
    anna = _person("Anna", "Larkmoor", date_of_birth="2018-06-02")
    _request(desk, [ana])
    _request(desk, [anna])
    wanted = Identity("Ana", "Larkmoor", date_of_birth=date(2018, 6, 2))
    one, other = UUID(ana["id"]), UUID(anna["id"])

    def found(person: UUID) -> list[UUID]:
        return [m.person_id for m in desk.duplicates.like(wanted, but=[person], person=person)]

    assert (found(one), found(other)) == ([other], [one])
    desk.duplicates.say_not_the_same(one, other)
    assert (found(one), found(other)) == ([], [])
    desk.duplicates.ask_again(other, one)
    assert (found(one), found(other)) == ([other], [one])
    assert desk.check() == ()


def test_every_case_of_the_family_tells_of_a_joining_until_it_is_undone(desk: Desk) -> None:
    first, second, ours, theirs = _two_families(desk)
    cases = [_case(desk, record).id for record in (first, second)]
    operation = desk.duplicates.join(
        desk.duplicates.preview(UUID(ours[0]["id"]), UUID(theirs[0]["id"]))
    )
    assert [desk.duplicates.joinings(case) for case in cases] == [{operation}, {operation}]
    for case in cases:
        assert operation in {change.operation_id for change in desk.cases.changes(case)}
    desk.duplicates.undo(operation)
    assert [desk.duplicates.joinings(case) for case in cases] == [frozenset(), frozenset()]


def test_people_of_other_families_are_found_by_the_start_of_their_names(desk: Desk) -> None:
    first, _second, _ours, _theirs = _two_families(desk)
    mine = [person.id for person in _case(desk, first).people]
    found = desk.duplicates.named("ann lark", but=mine)
    assert [match.name for match in found] == ["Anna Larkmoor"]
    assert {m.name for m in desk.duplicates.named("LARKMOOR")} >= {"Ana Larkmoor", "Iris Larkmoor"}
    assert desk.duplicates.named("moor") == ()
    assert desk.duplicates.named("%") == ()


def test_of_two_open_cases_of_a_family_the_one_that_goes_on_is_told_when_the_other_ends(
    desk: Desk,
) -> None:
    first, second, ours, theirs = _two_families(desk)
    desk.duplicates.join(desk.duplicates.preview(UUID(ours[0]["id"]), UUID(theirs[0]["id"])))

    def two() -> set[UUID]:
        waiting = desk.lists.today(everyone=True).waiting
        return {line.case_id for line in waiting if line.kind == "second_case"}

    stays, ends = (_case(desk, record).id for record in (first, second))
    assert two() == {stays, ends}
    desk.requests.withdraw(ends, "The same family, asked for twice.")
    assert two() == set()
