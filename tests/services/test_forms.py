"""Filling forms: nothing typed is lost, nothing is typed twice."""

from __future__ import annotations

import uuid
from typing import Any

from ehdesk.desk import Desk
from tests.desks import a_journey, reopen


def _save(desk: Desk, record: uuid.UUID, answers: dict[str, Any]) -> None:
    desk.forms.save(record, answers, place="family", steps_done=1, steps_total=9)


def test_a_date_that_cannot_be_read_is_kept_as_it_was_typed(desk: Desk) -> None:
    record = desk.requests.start()
    _save(desk, record, {"consent.given_on": "31/2/26"})
    assert desk.forms.open(record).values["consent.given_on"] == "31/2/26"
    _save(desk, record, {"consent.given_on": "3/4/26"})
    assert desk.forms.open(record).values["consent.given_on"] == "2026-04-03"


def test_someone_taken_out_by_mistake_comes_back_as_themselves(desk: Desk) -> None:
    record = desk.requests.start()
    person = {"id": str(uuid.uuid4()), "kind": "child", "given_name": "Callum"}
    _save(desk, record, {"family.people": [person]})
    _save(desk, record, {"family.people": []})
    assert desk.forms.open(record).values["family.people"] == []
    _save(desk, record, {"family.people": [person]})
    rows = desk.forms.open(record).values["family.people"]
    assert isinstance(rows, list)
    assert [(row["id"], row["given_name"]) for row in rows] == [(person["id"], "Callum")]


def test_what_the_request_says_is_already_there_in_the_assessment(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(5)
    go.decide(4, "eha")
    values = desk.forms.open(desk.assessments.open(go.case_id)).values
    assert values["family.name"] == go.family.name
    assert len(values["family.people"]) == len(go.family.people)  # type: ignore[arg-type]
    assert values["helping.professionals"]
    assert values["voices.voices"]
    assert {row["code"] for row in values["needs.needs"]} == set(go.family.needs)  # type: ignore[union-attr, index]


def test_everyone_known_is_invited_to_the_meeting(desk: Desk) -> None:
    go = a_journey(desk)
    go.send(5)
    go.decide(4, "eha")
    rows = desk.forms.open(desk.meetings.start(go.case_id)).values["who.attendance"]
    assert isinstance(rows, list)
    names = {row["name"] for row in rows}
    assert {p.full_name for p in go.case.people} | {p.name for p in go.case.professionals} == names


def test_a_draft_is_there_after_a_crash_and_says_so_once(desk: Desk) -> None:
    record = desk.requests.start()
    desk.forms.open(record)
    _save(desk, record, {"family.name": "Brennan"})
    again = reopen(desk)  # the wizard was never left: the window went away
    opened = again.forms.open(record)
    assert opened.brought_back
    assert opened.values["family.name"] == "Brennan"
    again.forms.leave(record)
    assert not again.forms.open(record).brought_back
    again.close()


def test_earlier_versions_of_an_answer_are_found(desk: Desk) -> None:
    record = desk.requests.start()
    _save(desk, record, {"needs.worries": "Late most days."})
    _save(desk, record, {"needs.worries": "Something else."})
    told = [version.lines for version in desk.earlier.versions(record, "needs.worries")]
    assert told == [("Something else.",), ("Late most days.",)]


def test_typing_on_keeps_one_line_of_history_and_loses_nothing(desk: Desk) -> None:
    record = desk.requests.start()
    text = "Late most days this term."
    for end in range(1, len(text) + 1):
        _save(desk, record, {"needs.worries": text[:end]})
    assert [v.value for v in desk.earlier.versions(record, "needs.worries")] == [text]
    assert desk.check() == ()
