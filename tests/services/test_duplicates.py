"""Somebody typed twice is found, joined with everything that was said of them, and parted again."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.matching import Identity
from ehdesk.kernel.errors import NotAllowed
from ehdesk.kernel.ids import new_id


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
