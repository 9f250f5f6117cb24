"""The Allocations Hub from an empty day to three decisions, through the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ehdesk.demo import side_roads as road
from ehdesk.desk import Desk
from ehdesk.domain.pathway import State
from tests.desks import PASSWORD, TODAY, a_journey, new_desk
from tests.flows.conftest import Opened


def _three_requests(desk: Desk) -> dict[str, str]:
    """One that waits for a decision, one that waits long, one whose family has an assessment."""
    sent = a_journey(desk, 3)
    sent.send(6)
    waits = a_journey(desk, 4)
    waits.send(20)
    waits.accept(16, "eha")
    waits.go_to_the_hub(14)
    within = a_journey(desk, 5)
    road.own_assessment(within, 60)
    own = within.case_id
    within.begin_within(12, own)
    within.complete_request()
    within.record_sent()
    within.accept(9, "eha")
    within.on(0)
    return {"sent": sent.case.reference, "waits": waits.case.reference} | {
        "within": within.case.reference,
        "own": desk.cases.get(own).reference,
    }


def test_the_hub_is_set_heard_and_each_request_goes_its_way(
    open_window: Callable[[Path], Opened], tmp_path: Path
) -> None:
    made = new_desk(tmp_path / "home")
    named = _three_requests(made)
    made.close()
    application, me, clock = open_window(tmp_path / "home")
    me.write("Password", PASSWORD)
    me.press("Unlock")
    me.sees("Good morning, Anita")
    frame = application.frame
    assert frame is not None
    desk = frame.desk
    case = {name: desk.lists.case_id(reference) for name, reference in named.items()}

    me.press("Requests")
    me.press("Decide")
    me.sees("decide the request")
    me.answer("Is a child at risk of harm now?", "No")
    me.answer("What is decided?", "Threshold met")
    me.answer("Which help?", "Assessment")
    me.write("Why this decision?", "Four needs, and more than one agency is needed.")
    me.press("Record decision")
    assert desk.cases.get(case["sent"]).state is State.HUB

    me.press("Requests")
    me.press("Allocations Hub")
    me.sees("No slots on this date")
    me.write_date("When does it meet?", "17/11/2026")
    me.press("Make 6 slots")
    me.sees("Break, 15 minutes")
    (meeting,) = desk.hub.meetings(TODAY)
    assert [slot.starts for slot in meeting.slots] == [
        "09:30",
        "10:00",
        "10:30",
        "11:15",
        "11:45",
        "12:15",
    ]
    for at in ("9:30", "10:00", "10:30"):
        me.press(f"Fill {at}")
    heard = [slot.case_id for slot in desk.hub.meetings(TODAY)[0].slots[:3]]
    assert heard == [case["waits"], case["within"], case["sent"]]
    me.sees("Every request that was accepted has a time.")

    me.press("9:30,")
    me.sees("Proforma in")
    me.key(Qt.Key.Key_Space)
    clock.move_to(clock.now() + timedelta(minutes=6))
    me.press("Pause the clock")
    me.sees("24 min left")
    me.press("Defer")
    me.sees("Enter why the hub decided this")
    me.write("Why?", "Nobody who knows the children could be reached.")
    me.press("Defer")
    me.sees("keeps the day it was first ready")
    deferred = desk.cases.get(case["waits"])
    assert deferred.state is State.HUB
    (line,) = (one for one in desk.hub.queue() if one.case_id == case["waits"])
    assert (line.days, line.put_off_to) == (16, TODAY + timedelta(weeks=2))

    me.press("Agencies join the school’s EHA")
    me.pick("Which of the family’s cases do they join?", named["own"])
    me.write("Why?", "The school leads well; two agencies join it.")
    me.press("Record and hear the next")
    me.sees("10:00, " + desk.cases.get(case["within"]).family.title)
    joined = desk.cases.get(case["within"])
    assert (joined.state, joined.joins_case_id) == (State.JOINED, case["own"])

    me.write("Next question. Tab goes to the answer", "Is there an EHC plan?")
    me.key(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "No, speech therapy ended in 2024.")
    me.key(Qt.Key.Key_Return)
    me.sees("No, speech therapy ended in 2024.")
    sent = desk.cases.get(case["sent"])
    lead = sent.professionals[1]
    me.press("A lead practitioner is named")
    me.pick("Which agency takes the lead?", "Family Support")
    me.pick("Who is the lead practitioner?", lead.name)
    me.pick("Cluster", "West")
    me.pick("Role", "Senior Family Support Facilitator")
    me.pick("Worker", "Anita Rowe")
    me.write("Why?", "Four needs, and they know the school.")
    me.press("Record and hear the next")
    me.sees("3 of 3 heard")
    allocated = desk.cases.get(case["sent"])
    assert (allocated.state, allocated.worker) == (State.ASSESSING, "Anita Rowe")
    assert allocated.lead_practitioner == lead
    (question,) = allocated.hub_questions
    assert (question.question, question.is_open) == ("Is there an EHC plan?", False)
    outcomes = [slot.outcome for slot in desk.hub.meetings(TODAY)[0].slots[:3]]
    assert outcomes == ["defer", "join", "allocate"]
