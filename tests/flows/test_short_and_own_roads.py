"""The roads beside the main one, walked through the window: short work, begun again, own EHA."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from ehdesk.demo import side_roads as road
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.kernel.clock import SetClock
from tests.desks import a_journey, new_desk
from tests.flows.conftest import Opened
from tests.person import Person
from tests.ui.window import unlock

FAMILY = 3
Open = Callable[[Path], Opened]


def _on(clock: SetClock, day: int, month: int) -> None:
    clock.move_to(datetime(2026, month, day, 10, 42))  # noqa: DTZ001 (London)


def _walk(
    open_window: Open, qtbot: QtBot, home: Path, before: Callable[[Desk, Journey], None]
) -> tuple[Callable[[], Desk], Person, SetClock, str]:
    """A store in which ``before`` has happened, open in the window: its desk, somebody at the
    screen, the clock, and the family's name."""
    desk = new_desk(home)
    go = a_journey(desk, FAMILY)
    before(desk, go)
    name = go.case.family.title
    desk.close()
    application, me, clock = open_window(home)
    unlock(qtbot, application)

    def the_desk() -> Desk:
        frame = application.frame
        assert frame is not None
        return frame.desk

    return the_desk, me, clock, name


def _sent(_desk: Desk, go: Journey) -> None:
    go.send(3)
    go.on(0)


def _decide(me: Person, help_: str) -> None:
    me.press("Requests")
    me.press("Decide")
    me.sees("decide the request")
    me.answer("Is a child at risk of harm now?", "No")
    me.answer("What is decided?", "Threshold met")
    me.answer("Which help?", help_)
    me.write("Why this decision?", "One service can help.")
    against = "Why is this different from what the number of needs suggests?"
    me.write(against, "The family asked for one service.")


def _review(me: Person, action: str, on: str) -> None:
    me.press("Review and act")
    me.sees("What was done, and what changed?")
    me.write_date("Reviewed on", on)
    me.write("What was done?", "Four visits and a plan for mornings.")
    me.write("What has changed for the children?", "They are at school on time.")
    me.press("Save and continue")
    me.answer("What is next?", action)
    me.write("Why?", "Agreed with the family.")
    me.press("Save and continue")
    me.press("Record the review")
    me.sees("Where this family is")


def _moves(desk: Desk, reference: str = "EH-26-0001") -> list[str]:
    case_id = desk.lists.case_id(reference)
    assert case_id is not None
    return [step.move for step in desk.cases.get(case_id).steps]


def test_work_under_six_weeks_from_the_decision_to_the_closed_case(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    desk, me, clock, _name = _walk(open_window, qtbot, tmp_path / "home", _sent)
    _decide(me, "Under 6 weeks")
    me.press("Record decision")
    me.press("Open the case")
    me.sees("Where this family is")
    _on(clock, 8, 12)
    me.press("Open the work")
    me.sees("Week 4 of 6")
    me.write("What was done?", "A visit: mornings are calmer.")
    me.press("Add to the work notes")
    me.sees("A visit: mornings are calmer.")
    _review(me, "Close", "8/12/26")
    me.press("Open the closure form")
    me.sees("Why is it closing?")
    me.answer("Why is the case closing?", "Needs met")
    me.write("In a few words, what led to closing?", "They are at school on time.")
    me.pick("Decided where", "TAF")
    me.press("Save and continue")
    me.sees("How far has the family come?")
    case_id = desk().lists.case_id("EH-26-0001")
    assert case_id is not None
    for need in desk().cases.get(case_id).needs:
        label = next(one.name for one in desk().pack.needs if one.code == need.code)
        me.press("Met", under=f"{label}: how it went")
    me.write("In the family's words, what is different now?", "We leave on time.")
    me.write("What still needs support, and who will give it?", "School keeps an eye on Zara.")
    me.press("Save and continue")
    me.write("What do the parents or carers say about the help?", "It came in time.")
    me.write("Why are there no words from a child?", "Zara would rather not say.")
    me.press("Save and continue")
    me.press("Add a service")
    me.write("Service", "School")
    me.write("What it offers and how to reach it", "Ms Kaur sees Zara each half-term.")
    me.write("Who was told that the case is closing?", "School.")
    me.write("How can the family come back?", "Ring the school, or the One Number.")
    me.press("Save and continue")
    me.answer("May somebody get in touch in 6 months to ask how it is?", "Yes")
    me.press("Save and continue")
    me.write("Manager", "Dev Mistry")
    me.write_date("Date", "8/12/26")
    me.write("What does the manager say?", "Agreed to close.")
    me.press("Save and continue")
    me.press("Close the case")
    me.sees("Closed 8 Dec 2026")
    me.press("Work, no TAF, done")
    me.sees("They are at school on time.")
    assert _moves(desk())[-3:] == ["accept_under_6_weeks", "short_reviewed", "close"]


def test_twelve_weeks_that_move_up_to_an_assessment(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    desk, me, clock, _name = _walk(open_window, qtbot, tmp_path / "home", _sent)
    _decide(me, "12 weeks")
    me.pick("Cluster", "West")
    me.answer("Role", "SFSF")
    me.pick("Person", "Anita Rowe")
    me.press("Record decision")
    me.press("Open the case")
    me.sees("Where this family is")
    _on(clock, 15, 12)
    me.press("12 weeks, now")
    me.sees("Week 5 of 12")
    _review(me, "Move up to an EHA", "15/12/26")
    me.sees("Start the assessment")
    me.press("Work, no TAF, done")  # its node opens the review of the work
    me.sees("They are at school on time.")
    assert _moves(desk())[-3:] == ["accept_twelve_weeks", "short_reviewed", "escalate"]


def _closed(desk: Desk, go: Journey) -> None:
    go.send(120)
    go.decide(118, "twelve_weeks")
    go.close(60)
    go.on(0)


def test_a_closed_case_is_begun_again_with_its_history_linked_both_ways(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    desk, me, _clock, name = _walk(open_window, qtbot, tmp_path / "home", _closed)
    me.press("Cases")
    me.press("Closed")
    me.choose_row(name)
    me.sees("Begin again")
    me.press("Begin again")
    me.sees("begin again")
    me.answer("What begins?", "Ask for help")
    me.write("Why now?", "The family rang: it is hard again.")
    me.press("Begin")
    me.sees("Before you start")
    me.press("Save and close")
    me.press("Cases")
    me.press("All")
    me.choose_row(name)
    me.sees("Earlier help: 1 episode")
    me.press("Open EH-26-0001")
    me.sees("Other help: 1 episode")
    assert _moves(desk(), "EH-26-0002") == ["reopen"]


def test_a_school_holds_its_own_assessment_and_asks_for_support_within_it(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    desk, me, _clock, _name = _walk(open_window, qtbot, tmp_path / "home", _own)
    me.press("Cases")
    me.press("New assessment of our own")
    me.sees("About this assessment")
    assert _moves(desk(), "EH-26-0002") == ["begin_own_eha"]


def _own(_desk: Desk, go: Journey) -> None:
    road.own_assessment(go, 80)
    go.on(0)
