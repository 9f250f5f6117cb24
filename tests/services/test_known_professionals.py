"""Professionals are written down once: the store offers those it knows, and only their card."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import event

from ehdesk.desk import Desk
from ehdesk.domain.people import KnownProfessional
from ehdesk.kernel.ids import new_id
from tests.desks import new_desk


def write_down(desk: Desk, *rows: dict[str, str]) -> UUID:
    """A new request of another family, with these professionals."""
    record_id = desk.requests.start()
    form = desk.forms.open(record_id).form
    question = form.bound_to("professionals")
    assert question is not None
    told = [{"id": str(new_id()), **row} for row in rows]
    desk.forms.save(record_id, {question.key: told}, place="", steps_done=0, steps_total=9)
    return record_id


PRIYA = {"name": "Priya Nair", "role": "Pastoral lead", "agency": "Larkmoor Primary"}
TOM = {"name": "Tom Adcock", "role": "Housing officer", "agency": "McTavish Homes"}


def test_somebody_written_down_for_one_family_is_offered_for_another(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    write_down(desk, PRIYA | {"phone": "0116 496 0123", "email": "p.nair@larkmoor.example"}, TOM)
    (known,) = desk.people.known_professionals("pri")
    assert known == KnownProfessional(
        "Priya Nair",
        "Pastoral lead",
        "Larkmoor Primary",
        phone="0116 496 0123",
        email="p.nair@larkmoor.example",
    )
    desk.close()


def test_they_are_found_by_agency_too_and_in_any_letters(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    write_down(desk, PRIYA, TOM)
    for typed in ("Larkm", "LARK", " larkmoor p"):
        assert [one.name for one in desk.people.known_professionals(typed)] == ["Priya Nair"]
    assert [one.name for one in desk.people.known_professionals("mct")] == ["Tom Adcock"]
    assert desk.people.known_professionals("nair") == ()  # the beginning, not the middle
    assert desk.people.known_professionals("p") == ()
    assert desk.people.known_professionals("pr%") == ()
    desk.close()


def test_each_name_and_agency_comes_once_with_what_was_written_last(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    write_down(desk, PRIYA | {"phone": "0116 496 0001"})
    write_down(desk, PRIYA | {"name": "PRIYA NAIR", "phone": "0116 496 0002"})
    write_down(desk, PRIYA | {"agency": "Another school"})
    known = desk.people.known_professionals("priya")
    assert [one.agency for one in known] == ["Another school", "Larkmoor Primary"]
    desk.close()


def test_nothing_about_a_family_goes_with_a_card(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    write_down(desk, PRIYA | {"involvement": "Sees Wilf on Mondays", "address": "1 Mill Lane"})
    (known,) = desk.people.known_professionals("pri")
    assert {field.name for field in fields(known)} == {
        "name",
        "role",
        "agency",
        "agency_type",
        "phone",
        "email",
    }
    assert "Wilf" not in repr(known)
    desk.close()


def test_asking_is_one_select_by_the_indexes(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    for number in range(12):
        write_down(desk, PRIYA | {"name": f"Priya Nair {number:02}"})
    asked: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, given: Any, *_more: Any) -> None:
        if statement != "BEGIN":
            asked.append((statement, given))

    event.listen(desk.store.engine, "before_cursor_execute", note)
    try:
        assert len(desk.people.known_professionals("priya")) == 8
    finally:
        event.remove(desk.store.engine, "before_cursor_execute", note)
    ((statement, given),) = asked
    with desk.store.engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
        steps = " ".join(str(row[-1]) for row in plan)
    assert "ix_professionals_name" in steps
    assert "ix_professionals_agency" in steps
    desk.close()
