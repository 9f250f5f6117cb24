"""What happens beside the main road, at the screen: a hand-over, a pause, a step up to social care,
and the look at a family half a year after its case closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ehdesk.domain.pathway import State
from ehdesk.kernel.clock import SetClock
from tests.desks import TODAY, a_clock, a_journey, new_desk
from tests.flows.conftest import Opened
from tests.person import Person
from tests.ui.window import unlock
from ui.app.desk_frame import DeskFrame


def _jump(me: Person, frame: DeskFrame, words: str) -> None:
    """By the search over everything, as anybody may who knows what they want."""
    me.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(frame.palette_.input, words)
    assert words in frame.palette_.texts
    me.key(Qt.Key.Key_Return)


def _typed(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _on(clock: SetClock, day: date) -> None:
    clock.move_to(datetime(day.year, day.month, day.day, 10, 42))  # noqa: DTZ001 (London)


def test_a_plan_is_handed_over_pauses_goes_on_and_steps_up(
    open_window: Callable[[Path], Opened], tmp_path: Path, qtbot: QtBot
) -> None:
    made = new_desk(tmp_path / "home", a_clock())
    go = a_journey(made)
    go.send(160)
    go.decide(158, "eha")
    go.assess(150)
    go.first_taf(120, last_due=-20)
    go.review(40, up=1)
    go.on(0)
    case = go.case
    family = case.family.title
    after = next(p for p in case.professionals if p.id != case.lead_practitioner_id)
    made.close()
    application, me, clock = open_window(tmp_path / "home")
    frame = unlock(qtbot, application)
    desk = frame.desk
    me.press("Cases")
    me.choose_row(family)

    me.choose_tab("Documents")
    me.press("Hand over")
    me.sees("Who takes over?")
    me.answer("What is handed over?", "The lead")
    me.pick("Who leads from now on?", after.name)
    me.write_date("From which day?", _typed(TODAY))
    me.write("Why?", "A new post from next month.")
    me.answer("Was the family asked?", "Yes")
    me.write("What does whoever takes over need to know?", "Mornings are the hard part.")
    me.press("Save and continue")
    me.press("Hand over")
    me.sees("Where this family is")
    case = desk.cases.get(go.case_id)
    assert case.lead_practitioner == after
    assert case.steps[-1].move == "handed_over"

    _jump(me, frame, "Pause the case")
    me.sees("pause the case")
    me.write("Why?", "The family is with grandparents abroad.")
    me.write_date("Until when?", _typed(TODAY + timedelta(days=14)))
    me.press("Record it")
    pause = desk.cases.get(go.case_id).pause
    assert pause is not None
    assert pause.until == TODAY + timedelta(days=14)

    _on(clock, TODAY + timedelta(days=14))
    me.press("Today")
    me.press("Open the pause")
    # XX me.answer("What happens now?", "It goes on")
    # XX me.press("Record it")
    # XX assert desk.cases.get(go.case_id).pause is None

    me.press("Cases")
    me.choose_row(family)
    me.choose_tab("Documents")
    me.press("Step up to social care")
    me.sees("Why step up?")
    me.answer("Is a child at risk of harm now?", "No")
    me.answer(
        "Why is early help not enough any more?",
        "The level of need has risen. Early help is not enough any more",
    )
    me.write("What is the worry?", "Two nights away from home since the holiday.")
    me.press("Save and continue")
    me.sees("What has been done")
    me.write("What has been tried, and what came of it?", "Family support each week.")
    me.press("Save and continue")
    me.answer("Do the parents or carers know, and do they agree?", "They know and agree")
    me.press("Save and continue")
    me.write("Manager", "Dev Mistry")
    me.write_date("Date", _typed(TODAY + timedelta(days=14)))
    me.press("Save and continue")
    me.write_date("Sent on", _typed(TODAY + timedelta(days=14)))
    me.write("Who at DAS has it?", "Kim, duty worker")
    me.press("It waits for their answer")
    me.press("Save and continue")
    me.press("Record as sent to DAS")
    assert desk.cases.get(go.case_id).state is State.DAS


def test_a_family_is_asked_how_it_is_half_a_year_after_closing(
    open_window: Callable[[Path], Opened], tmp_path: Path, qtbot: QtBot
) -> None:
    made = new_desk(tmp_path / "home", a_clock())
    go = a_journey(made)
    go.send(400)
    go.decide(398, "eha")
    go.assess(390)
    go.first_taf(380, last_due=250)
    go.review(300, up=2)
    go.close(181)
    go.on(0)
    family = go.case.family.title
    made.close()
    application, me, _clock = open_window(tmp_path / "home")
    desk = unlock(qtbot, application).desk
    me.press("Today")
    me.sees("Ask how the family is")
    me.press("Record answer")
    me.sees("How is the family now?")
    me.write_date("Asked on", _typed(TODAY))
    me.answer("Were they reached, and willing to talk?", "Yes")
    me.write("How are things now?", "On time most days.")
    me.answer("Do they want help again?", "No")
    me.press("Save and continue")
    me.press("Record the follow-up")
    case = desk.cases.get(go.case_id)
    assert (case.state, case.steps[-1].move) == (State.CLOSED, "followed_up")
    me.press("Cases")
    me.press("Closed, 1")
    me.choose_row(family)
    me.sees("Closed")
    assert desk.cases.obligations(case) == ()
