"""The hub that allocates: its meetings in slots, the queue, and what it says."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ehdesk.demo import side_roads as road
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.hub import slot_times
from ehdesk.domain.lists import DueItem
from ehdesk.domain.pathway import State
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from tests.desks import TODAY, a_journey, a_plan, colleague, new_desk

MARLSHIRE = Path(__file__).resolve().parent.parent / "packs" / "marlshire"


def _waits(desk: Desk, days_ago: int = 20, family: int = 3) -> Journey:
    go = a_journey(desk, family)
    go.send(days_ago + 4)
    go.accept(days_ago, "eha")
    go.on(0)
    return go


def _all_due(desk: Desk) -> tuple[DueItem, ...]:
    today = desk.lists.today(everyone=True)
    return (*today.overdue, *today.due_today, *today.waiting, *today.this_week)


def test_the_front_door_decides_and_the_hub_allocates(desk: Desk) -> None:
    go = _waits(desk)
    case = go.case
    assert (case.state, case.route, case.worker) == (State.HUB, "eha", "")
    go.hub_decides("allocate", outcome__lead=str(case.professionals[1].id))
    case = go.case
    assert (case.state, case.cluster, case.worker) == (State.ASSESSING, "west", "Anita Rowe")
    assert case.lead_practitioner == case.professionals[1]
    assert "Family Support" in case.steps[-1].reason


def test_the_hub_meets_every_two_weeks_in_slots_of_half_an_hour(desk: Desk) -> None:
    assert desk.hub.next_day() == TODAY + timedelta(weeks=2)
    desk.hub.make_meeting(TODAY + timedelta(days=2), starts="09:30", slots=3, chair="Dev Mistry")
    assert desk.hub.next_day() == TODAY + timedelta(days=16)
    (meeting,) = desk.hub.meetings(TODAY)
    assert [(slot.starts, slot.minutes) for slot in meeting.slots] == [
        ("09:30", 30),
        ("10:00", 30),
        ("10:30", 30),
    ]
    assert len(meeting.free) == 3


@pytest.mark.parametrize(
    ("day", "starts", "slots"), [(-1, "09:30", 3), (1, "23:30", 3), (1, "soon", 3), (1, "09:30", 0)]
)
def test_a_meeting_that_cannot_be_is_refused_in_words(
    desk: Desk, day: int, starts: str, slots: int
) -> None:
    with pytest.raises(EhdeskError):
        desk.hub.make_meeting(TODAY + timedelta(days=day), starts=starts, slots=slots)
    assert desk.hub.meetings() == ()


def test_the_hub_meets_once_on_a_day(desk: Desk) -> None:
    first = desk.hub.make_meeting(TODAY, starts="09:30", slots=3)
    with pytest.raises(EhdeskError, match="on that day already"):
        desk.hub.make_meeting(TODAY, starts="13:30", slots=3)
    desk.hub.call_off(first)
    second = desk.hub.make_meeting(TODAY, starts="13:30", slots=3)
    meeting = desk.hub.day(TODAY).meeting
    assert meeting is not None
    assert meeting.id == second


def test_the_queue_says_how_long_each_waits_and_whether_its_page_is_ready(desk: Desk) -> None:
    go = _waits(desk, 20)
    other = _waits(desk, 6, 4)
    other.go_to_the_hub(3)
    other.on(0)
    first, second = desk.hub.queue()
    assert (first.case_id, first.days, first.proforma_ready) == (go.case_id, 20, False)
    assert (second.case_id, second.days, second.proforma_ready) == (other.case_id, 6, True)
    assert (first.support, first.support_phone) == ("Advice Point, West", "0116 373 7150")
    assert [due.kind for due in desk.cases.obligations(go.case)] == ["hub_proforma", "hub"]


def test_a_request_is_given_a_time_and_another_and_never_two(desk: Desk) -> None:
    go = _waits(desk)
    meeting = desk.hub.make_meeting(TODAY + timedelta(days=2), starts="09:30", slots=2)
    one, two = desk.hub.meetings(TODAY)[0].slots
    desk.hub.place(go.case_id, one.id)
    assert go.case.hub_slots[0].held_on == TODAY + timedelta(days=2)
    assert desk.cases.obligations(go.case)[0].due == TODAY + timedelta(days=2)
    desk.hub.place(go.case_id, two.id)
    assert [slot.id for slot in go.case.hub_slots] == [two.id]
    other = _waits(desk, 9, 4)
    with pytest.raises(NotAllowed, match="taken"):
        desk.hub.place(other.case_id, two.id)
    desk.hub.call_off(meeting)
    assert go.case.hub_slots == ()
    with pytest.raises(NotAllowed, match="called off"):
        desk.hub.place(other.case_id, one.id)


@pytest.mark.parametrize("taken_out", [False, True])
def test_a_time_that_is_no_more_leaves_the_lists(desk: Desk, taken_out: bool) -> None:
    go = _waits(desk)

    def line() -> DueItem:
        return next(one for one in _all_due(desk) if one.kind == "hub")

    before = line()
    meeting = desk.hub.make_meeting(TODAY + timedelta(days=2), starts="09:30", slots=2)
    desk.hub.place(go.case_id, desk.hub.meetings(TODAY)[0].slots[0].id)
    assert line() != before
    if taken_out:
        desk.hub.take_out(go.case_id)
    else:
        desk.hub.call_off(meeting)
    assert line() == before
    said = {one.operation for one in desk.cases.changes(go.case_id)}
    assert ("Take a request out of its time" if taken_out else "Call a meeting off") in said


def test_what_is_put_off_keeps_the_day_it_was_first_ready(desk: Desk) -> None:
    go = _waits(desk, 30)
    road.put_off(go, 10, 4)
    go.on(0)
    (line,) = desk.hub.queue()
    assert (line.days, line.put_off_to) == (30, TODAY + timedelta(days=4))
    hub = next(due for due in desk.cases.obligations(go.case) if due.kind == "hub")
    assert (hub.due, hub.waiting_since) == (line.put_off_to, TODAY - timedelta(days=30))
    with pytest.raises(EhdeskError, match="later day"):
        go.hub_decides("defer", outcome__back_on=TODAY.isoformat())


def test_a_slot_remembers_what_came_of_it(desk: Desk) -> None:
    go = _waits(desk)
    desk.hub.make_meeting(TODAY, starts="09:30", slots=1)
    desk.hub.place(go.case_id, desk.hub.meetings(TODAY)[0].slots[0].id)
    go.hub_decides("allocate")
    slot = desk.hub.meetings(TODAY)[0].slots[0]
    assert (slot.is_heard, slot.outcome, slot.family) == (True, "allocate", go.case.family.title)
    with pytest.raises(NotAllowed, match="held"):
        desk.hub.call_off(desk.hub.meetings(TODAY)[0].id)
    with pytest.raises(NotAllowed, match="does not wait"):
        desk.hub.take_out(go.case_id)


def test_a_request_that_is_withdrawn_lets_its_time_go(desk: Desk) -> None:
    go = _waits(desk)
    desk.hub.make_meeting(TODAY + timedelta(days=2), starts="09:30", slots=1)
    desk.hub.place(go.case_id, desk.hub.meetings(TODAY)[0].slots[0].id)
    go.withdraw(0, "The family would rather not.")
    assert len(desk.hub.meetings(TODAY)[0].free) == 1
    assert desk.hub.queue() == ()


def test_questions_of_the_hub_wait_for_their_answer(desk: Desk) -> None:
    go = _waits(desk)
    with pytest.raises(EhdeskError, match="Nothing was asked"):
        desk.hub.ask(go.case_id, "  ")
    question = desk.hub.ask(go.case_id, "Has the health visitor been told?")
    assert desk.hub.queue()[0].open_questions == 1
    due = {one.kind: one for one in desk.cases.obligations(go.case)}
    assert "1 question to answer" in due["hub"].detail
    assert due["hub_question"].subject_id == question
    desk.hub.answer(question, "Yes.", "Priya Nair")
    assert desk.hub.queue()[0].open_questions == 0
    assert go.case.hub_questions[0].answered_by == "Priya Nair"


def test_what_the_hub_sends_back_is_completed_and_waits_anew(desk: Desk) -> None:
    go = _waits(desk, 30)
    go.on(20)
    go.hub_decides("return")
    assert go.case.state is State.RETURNED
    go.send_again(15)
    go.accept(10, "eha")
    go.on(0)
    assert desk.hub.queue()[0].days == 10


def test_whoever_runs_the_hub_has_its_work_on_today_and_no_family_s(desk: Desk) -> None:
    go = _waits(desk)
    a_plan(desk)
    hari = colleague(desk, "Hari Hub", Role.HUB_COORDINATOR)
    today = hari.lists.today()
    shown = (*today.overdue, *today.due_today, *today.waiting, *today.this_week)
    assert {(line.case_id, line.kind) for line in shown} == {
        (go.case_id, "hub_proforma"),
        (go.case_id, "hub"),
    }
    assert desk.lists.today().this_week or desk.lists.today().following
    assert today.following is None
    desk.hub.make_meeting(TODAY, starts="09:30", slots=1)
    desk.hub.place(go.case_id, desk.hub.meetings(TODAY)[0].slots[0].id)
    assert hari.lists.counts().due == 2
    assert len(hari.lists.today().due_today) == 2


def test_an_authority_without_a_hub_allocates_with_the_decision(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "home", authority=MARLSHIRE)
    assert desk.hub.next_day() is None
    with pytest.raises(NotAllowed, match="no Sharing Table"):
        desk.hub.make_meeting(TODAY, starts="09:30", slots=1)
    go = a_journey(desk)
    go.send(9)
    go.accept(7, "eha")
    assert go.case.state is State.ASSESSING
    desk.close()


def test_slots_follow_one_another() -> None:
    assert slot_times("13:45", 20, 3) == ("13:45", "14:05", "14:25")
    with pytest.raises(ValueError, match="midnight"):
        slot_times("23:45", 30, 1)
