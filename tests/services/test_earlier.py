"""Earlier versions of an answer: of the form's own, of real things, and row by row."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.lists import CaseFilter
from ehdesk.forms.versions import put_back
from ehdesk.store.spine import BINDINGS
from tests.desks import reopen


def save(desk: Desk, record, minutes: int = 10, **answers) -> None:
    desk.clock.move_to(desk.clock.now() + timedelta(minutes=minutes))
    changes = {key.replace("__", "."): value for key, value in answers.items()}
    desk.forms.save(record, changes, place="", steps_done=0, steps_total=9)


def person(**more) -> dict:
    return {"id": str(uuid4()), "kind": "child", "given_name": "", "family_name": ""} | more


def test_an_answer_that_is_a_real_thing_has_its_earlier_versions(desk: Desk) -> None:
    record = desk.requests.start()
    save(desk, record, family__name="Brennan")
    save(desk, record, family__name="Brennan-Hale")
    save(desk, record, family__name="")
    found = desk.earlier.versions(record, "family.name")
    assert [version.lines for version in found] == [(), ("Brennan-Hale",), ("Brennan",)]
    assert [version.is_now for version in found] == [True, False, False]
    assert {version.by for version in found} == {"Anita Rowe"}
    assert found[2].at < found[1].at < found[0].at
    assert put_back("", found[1]) == "Brennan-Hale"


def test_a_date_and_what_was_typed_for_one_are_one_version(desk: Desk) -> None:
    record = desk.requests.start()
    save(desk, record, consent__how="signed", consent__given_on="2026-11-02")
    save(desk, record, consent__given_on="some time")
    save(desk, record, consent__given_on="2026-11-03")
    found = desk.earlier.versions(record, "consent.given_on")
    assert [v.value for v in found] == ["2026-11-03", "some time", "2026-11-02"]


def test_each_column_of_each_row_tells_its_own(desk: Desk) -> None:
    record = desk.requests.start()
    isla = person(given_name="Isla", family_name="Brennan", school="Larkmoor Primary")
    omar = person(given_name="Omar", family_name="Brennan")
    save(desk, record, family__people=[isla, omar])
    save(desk, record, family__people=[isla | {"school": "Elder Green School"}, omar])
    found = desk.earlier.versions(record, "family.people")
    schools = [(v.what, v.lines, v.is_now) for v in found if v.column == "school"]
    assert schools == [
        ("Isla Brennan: School or setting", ("Elder Green School",), True),
        ("Isla Brennan: School or setting", ("Larkmoor Primary",), False),
    ]
    back = next(v for v in found if v.lines == ("Larkmoor Primary",))
    now = [isla | {"school": "Elder Green School"}, omar]
    assert put_back(now, back) == [isla, omar]
    assert now[0]["school"] == "Elder Green School"
    with pytest.raises(LookupError):
        put_back([omar], back)


def test_a_row_that_was_taken_out_can_be_put_back_whole(desk: Desk) -> None:
    record = desk.requests.start()
    isla = person(given_name="Isla", family_name="Brennan", school="Larkmoor Primary")
    omar = person(given_name="Omar", family_name="Brennan")
    save(desk, record, family__people=[isla, omar])
    save(desk, record, family__people=[omar])
    found = desk.earlier.versions(record, "family.people")
    gone = next(v for v in found if v.row_id == isla["id"])
    assert gone.what == "Isla Brennan: taken out"
    assert not gone.is_now
    answer = put_back(desk.forms.open(record).values["family.people"], gone)
    save(desk, record, family__people=answer)
    names = [row["given_name"] for row in desk.forms.open(record).values["family.people"]]
    assert names == ["Omar", "Isla"]
    assert desk.forms.open(record).values["family.people"][1]["school"] == "Larkmoor Primary"


def test_writing_on_is_one_version_but_a_text_written_over_is_not_lost(desk: Desk) -> None:
    record = desk.requests.start()
    save(desk, record, needs__worries="Late mot days.")
    save(desk, record, minutes=1, needs__worries="Late most days.")
    save(desk, record, minutes=1, needs__worries="Late most days. Tired.")
    save(desk, record, minutes=1, needs__worries="x")
    found = desk.earlier.versions(record, "needs.worries")
    assert [v.lines[0] for v in found] == ["x", "Late most days. Tired."]


def test_versions_are_there_the_next_morning(desk: Desk) -> None:
    record = desk.requests.start()
    save(desk, record, needs__worries="First.")
    again = reopen(desk)
    save(again, record, needs__worries="Second.")
    assert len(again.earlier.versions(record, "needs.worries")) == 2
    again.close()


def test_every_answer_of_the_forms_of_three_families_can_be_asked_for(demo_desk: Desk) -> None:
    said = 0
    for line in demo_desk.lists.case_lines(demo_desk.lists.case_ids(CaseFilter()).ids[:3]):
        for record in demo_desk.cases.get(line.case_id).records:
            opened = demo_desk.forms.open(record.id)
            for field in opened.form.fields():
                found = demo_desk.earlier.versions(record.id, field.key)
                said += len(found)
                for version in found:
                    if not opened.read_only:
                        put_back(opened.values.get(field.key), version)
    assert said > 100


def test_every_binding_says_where_its_answer_is_kept() -> None:
    assert all(callable(binding.kept) for binding in BINDINGS.values())
