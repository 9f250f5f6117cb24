"""Supervision walks a caseload with flags; its notes are the manager's, not the family's."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

import pytest

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from tests.desks import TODAY, a_journey, colleague


@pytest.fixture
def ruth(desk: Desk) -> Desk:
    return colleague(desk, "Ruth Example", Role.MANAGER)


def test_it_walks_the_families_of_one_worker_with_what_to_ask(desk: Desk, ruth: Desk) -> None:
    quiet = a_journey(desk, 3)
    quiet.send(140)
    quiet.decide(138, "eha")
    quiet.assess(130)
    quiet.first_taf(120)
    fresh = a_journey(desk, 5)
    fresh.send(3)
    fresh.decide(2, "under_6_weeks")
    fresh.on(0)
    (worker,) = ruth.supervision.workers()
    assert (worker.name, worker.families, worker.last_held) == ("Anita Rowe", 2, None)
    key = ruth.supervision.begin(worker.id)
    lines = {line.case_id: line for line in ruth.supervision.caseload(key)}
    flags = {flag.code: flag.words for flag in lines[quiet.case_id].flags}
    assert {"overdue", "quiet"} <= flags.keys()
    assert "days overdue" in flags["overdue"]
    assert "overdue" not in {flag.code for flag in lines[fresh.case_id].flags}
    assert "not_seen" in {flag.code for flag in lines[fresh.case_id].flags}


def test_a_long_case_is_asked_about(desk: Desk, ruth: Desk) -> None:
    go = a_journey(desk)
    go.send(420)
    go.decide(415, "eha")
    go.assess(400)
    go.first_taf(390)
    for day in (310, 230, 150, 70):
        go.review(day)
    go.on(0)
    key = ruth.supervision.begin(desk.user.id)
    assert "ask why it is still open" in _drift(ruth, key)
    assert [one.kind for one in desk.cases.obligations(go.case)].count("drift") == 1
    ruth.oversight.note(go.case_id, "The plan fits: it goes on.")
    assert _drift(ruth, key) == "", "it was answered, as it is on every list"


def _drift(manager: Desk, key: UUID) -> str:
    (line,) = manager.supervision.caseload(key)
    return ", ".join(flag.words for flag in line.flags if flag.code == "drift")


def test_three_reviews_are_asked_about_only_when_nothing_changed(desk: Desk, ruth: Desk) -> None:
    go = a_journey(desk)
    go.send(300)
    go.decide(298, "eha")
    go.assess(290)
    go.first_taf(280)
    for day in (200, 130):
        go.review(day, up=1)
    go.review(60, up=1)
    go.on(0)
    key = ruth.supervision.begin(desk.user.id)
    assert _drift(ruth, key) == ""


def test_its_notes_are_in_no_familys_file_and_for_no_other_eyes(desk: Desk, ruth: Desk) -> None:
    go = a_journey(desk)
    go.send(60)
    go.decide(50, "twelve_weeks")
    go.on(0)
    key = ruth.supervision.begin(desk.user.id)
    ruth.supervision.write(key, go.case_id, "Two homes is the real worry.")
    ruth.supervision.look_at(key, go.case_id)
    action = ruth.supervision.add_action(key, go.case_id, "See Alfie on his own")
    now = ruth.supervision.read(key)
    assert now.notes == {go.case_id: "Two homes is the real worry."}
    assert [(one.what, one.who) for one in now.actions] == [("See Alfie on his own", "Anita Rowe")]
    told = repr(asdict(go.case)) + repr(desk.cases.changes(go.case_id))
    assert "real worry" not in told
    assert "Alfie on his own" not in told
    max_ = colleague(desk, "Max Example", Role.MANAGER)
    with pytest.raises(NotAllowed, match="another manager"):
        max_.supervision.read(key)
    ruth.supervision.mark_done(action)
    ruth.supervision.finish(key)
    (worker,) = ruth.supervision.workers()
    assert (worker.last_held, worker.actions_open) == (TODAY, 0)
    with pytest.raises(NotAllowed, match="finished"):
        ruth.supervision.write(key, go.case_id, "More.")


def test_an_action_needs_words_and_is_due_on_nobodys_list(desk: Desk, ruth: Desk) -> None:
    go = a_journey(desk)
    go.send(60)
    go.decide(50, "twelve_weeks")
    go.on(0)
    key = ruth.supervision.begin(desk.user.id)
    with pytest.raises(EhdeskError, match="Say what"):
        ruth.supervision.add_action(key, go.case_id, " ")
    before = [one.title for one in desk.cases.obligations(go.case)]
    ruth.supervision.add_action(key, go.case_id, "See Alfie on his own")
    assert [one.title for one in desk.cases.obligations(go.case)] == before
    with pytest.raises(NotAllowed, match="Nobody supervises themselves"):
        desk.supervision.begin(desk.user.id)
