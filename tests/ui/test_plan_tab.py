"""The Plan tab as people use it: ticking, changing rows in place, adding, removing, undoing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.plan import Action
from ehdesk.kernel.errors import EhdeskError
from tests.desks import a_journey
from tests.ui.case_pages import Asked, listening, open_case, type_into
from ui.cases.case_page import CasePage
from ui.cases.plan_outcome import PlanOutcome
from ui.cases.plan_row import PlanRow
from ui.cases.plan_tab import PlanTab
from ui.kit.navigation import Place


class Plan:
    """The open plan of the Tilbrook family, with words for what a person does in it."""

    def __init__(self, qtbot: QtBot, desk: Desk, name: str = "Tilbrook") -> None:
        self.desk = desk
        self.page: CasePage
        self.asked: Asked
        self.page, self.asked = open_case(qtbot, desk, name, "plan")
        assert isinstance(self.page.tab, PlanTab)
        self.tab: PlanTab = self.page.tab

    @property
    def case(self) -> Case:
        return self.desk.cases.get(self.page.case_id())

    def action(self, number: str) -> Action:
        return next(action for action in self.case.actions if action.number == number)

    def outcome(self, number: int) -> PlanOutcome:
        return self.tab.outcomes[number - 1]

    def row(self, number: str) -> PlanRow:
        found = self.outcome(int(number[0])).row(str(self.action(number).id))
        assert found is not None
        return found

    def open(self, number: str) -> PlanRow:
        row = self.row(number)
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Return)
        assert row.is_open
        return row

    def undo(self) -> None:
        next(c for c in self.tab.commands() if c.keys == "Ctrl+Z").run()


@pytest.fixture
def plan(qtbot: QtBot, demo_desk: Desk) -> Plan:
    return Plan(qtbot, demo_desk)


def focus() -> object:
    return QApplication.focusWidget()


def test_each_row_is_read_out_with_what_who_when_and_how_far(plan: Plan) -> None:
    assert plan.row("1.1").accessibleName() == (
        "1.1 Someone meets us at the gate, Priya Nair, Every morning, Started"
    )
    assert plan.row("1.1").accessibleDescription() == (
        "Enter to change, Space to tick, Delete to remove"
    )


def test_a_row_is_changed_in_place_and_enter_saves_it(plan: Plan) -> None:
    row = plan.open("1.3")
    assert row.form is not None
    assert focus() is row.form.what
    type_into(row.form.what, "Talk about mornings")
    QTest.keyClick(row.form.what, Qt.Key.Key_Tab)
    assert focus() is row.form.who
    QApplication.clipboard().setText("Maureen and Dawn")
    row.form.who.selectAll()
    QTest.keyClick(row.form.who, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(row.form.who, Qt.Key.Key_Tab)
    QTest.keyClick(row.form.by_when, Qt.Key.Key_Return)
    assert not row.is_open
    assert focus() is row
    action = plan.action("1.3")
    assert (action.what, action.who) == ("Talk about mornings", "Maureen and Dawn")
    assert plan.asked.said == ["Changed 1.3"]
    assert plan.asked.saved == 1


def test_a_date_is_typed_as_people_type_it_or_said_in_words(plan: Plan) -> None:
    row = plan.open("1.3")
    assert row.form is not None
    type_into(row.form.by_when, "3/12/26")
    QTest.keyClick(row.form.by_when, Qt.Key.Key_Return)
    assert plan.action("1.3").by_when == date(2026, 12, 3)
    assert plan.asked.said[-1] == "Moved 1.3 to Thu 3 Dec"
    row = plan.open("1.3")
    assert row.form is not None
    type_into(row.form.by_when, "Every Sunday")
    QTest.keyClick(row.form.by_when, Qt.Key.Key_Return)
    action = plan.action("1.3")
    assert (action.by_when, action.by_words) == (None, "Every Sunday")
    assert plan.asked.said[-1] == "Moved 1.3 to Every Sunday"


def test_escape_puts_the_row_back_and_saves_nothing(plan: Plan) -> None:
    before = plan.action("1.3")
    row = plan.open("1.3")
    assert row.form is not None
    type_into(row.form.what, "Something else")
    QTest.keyClick(row.form.what, Qt.Key.Key_Escape)
    assert not row.is_open
    assert plan.action("1.3") == before
    assert plan.asked.said == []
    row = plan.open("1.3")
    assert row.form is not None
    assert row.form.what.value() == before.what


def test_escape_outside_the_boxes_closes_the_row_before_it_leaves_the_page(plan: Plan) -> None:
    plan.open("1.3")
    assert plan.page.key_back()
    assert not plan.row("1.3").is_open
    assert not plan.page.key_back()


def test_saving_without_a_change_says_nothing(plan: Plan) -> None:
    row = plan.open("1.3")
    assert row.form is not None
    QTest.keyClick(row.form.what, Qt.Key.Key_Return)
    assert plan.asked.said == []
    assert not row.is_open


def test_tab_past_the_last_box_saves_and_goes_on_to_the_next_row_or_a_new_one(plan: Plan) -> None:
    row = plan.open("2.1")
    assert row.form is not None
    type_into(row.form.what, "A quiet card")
    QTest.keyClick(row.form.measure, Qt.Key.Key_Tab)
    assert plan.action("2.1").what == "A quiet card"
    following = plan.row("2.2")
    assert following.is_open
    assert following.form is not None
    QTest.keyClick(following.form.measure, Qt.Key.Key_Tab)
    fresh = plan.outcome(2).new_row
    assert fresh is not None
    assert fresh.form is not None
    type_into(fresh.form.what, "An evening off")
    QTest.keyClick(fresh.form.what, Qt.Key.Key_Return)
    assert plan.action("2.3").what == "An evening off"
    assert plan.asked.said[-1] == "Added 2.3"
    assert plan.outcome(2).new_row is None


def test_a_new_row_left_blank_leaves_nothing_behind(plan: Plan) -> None:
    count = len(plan.case.actions)
    plan.outcome(1).add_button.click()
    fresh = plan.outcome(1).new_row
    assert fresh is not None
    assert fresh.form is not None
    QTest.keyClick(fresh.form.what, Qt.Key.Key_Return)
    assert plan.outcome(1).new_row is None
    assert len(plan.case.actions) == count


def test_only_one_row_is_open_and_opening_another_saves_the_first(plan: Plan) -> None:
    first = plan.open("1.1")
    assert first.form is not None
    type_into(first.form.what, "Priya meets us at the gate")
    second = plan.row("2.1")
    QTest.mouseDClick(second, Qt.MouseButton.LeftButton)
    assert second.is_open
    assert not first.is_open
    assert plan.action("1.1").what == "Priya meets us at the gate"


def test_the_family_and_the_professionals_are_offered_for_who(plan: Plan) -> None:
    row = plan.open("1.3")
    assert row.form is not None
    model = row.form.who.completer().model()
    offered = [model.index(place, 0).data() for place in range(model.rowCount())]
    assert offered[0] == "Dawn"
    assert {"Kayden", "Priya Nair", "Tom Adcock"} <= set(offered)


def test_space_ticks_an_action_done_and_ctrl_z_takes_it_back(plan: Plan) -> None:
    row = plan.row("1.1")
    done = plan.tab.side.glance.count.text()
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert plan.action("1.1").progress == "done"
    assert plan.action("1.1").done_on == date(2026, 11, 17)
    assert plan.asked.said == ["Marked 1.1 as done"]
    assert plan.tab.side.glance.count.text() != done
    plan.undo()
    assert plan.action("1.1").progress == "started"
    assert plan.action("1.1").done_on is None
    assert plan.tab.side.glance.count.text() == done
    assert focus() is plan.row("1.1")


def test_an_action_removed_is_put_back_where_it_was(plan: Plan) -> None:
    before = [action.what for action in plan.case.actions]
    row = plan.row("1.2")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert len(plan.case.actions) == len(before) - 1
    assert plan.asked.said == ["Removed 1.2"]
    assert plan.asked.undo is not None
    plan.asked.undo()
    assert [action.what for action in plan.case.actions] == before


def test_an_outcome_removed_comes_back_with_its_actions(plan: Plan) -> None:
    before = [(o.title, [a.what for a in o.actions]) for o in plan.case.outcomes]
    plan.outcome(2).remove_asked.emit()
    assert [o.title for o in plan.case.outcomes] == [before[0][0], before[2][0]]
    plan.undo()
    assert [(o.title, [a.what for a in o.actions]) for o in plan.case.outcomes] == before


def test_undo_takes_the_newest_change_back_first_and_then_the_one_before(plan: Plan) -> None:
    for number in ("1.1", "2.1"):
        row = plan.row(number)
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Space)
    plan.undo()
    assert plan.action("2.1").progress == "started"
    assert plan.action("1.1").progress == "done"
    plan.undo()
    assert plan.action("1.1").progress == "started"
    plan.undo()
    assert plan.asked.said[-1] == "There is nothing to take back in this plan."


def test_taking_back_leaves_what_others_have_changed_meanwhile(plan: Plan) -> None:
    row = plan.row("1.1")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    plan.desk.plans.mark_done(plan.page.case_id(), plan.action("2.1").id)
    plan.undo()
    assert plan.action("1.1").progress == "started"
    assert plan.action("2.1").progress == "done"


def test_arrow_keys_go_from_row_to_row_across_outcomes(plan: Plan) -> None:
    row = plan.row("1.3")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Down)
    assert focus() is plan.row("2.1")
    QTest.keyClick(plan.row("2.1"), Qt.Key.Key_Up)
    assert focus() is plan.row("1.3")


def test_an_outcome_is_added_with_the_familys_words_and_then_its_first_action(plan: Plan) -> None:
    plan.tab.add_button.click()
    edit = plan.tab.new_outcome
    assert edit is not None
    assert focus() is edit.title
    edit.done_button.click()
    assert plan.tab.new_outcome is edit, "without a name it is not saved"
    type_into(edit.title, "Isla has a friend to tea")
    type_into(edit.words, "I want Poppy to come.")
    type_into(edit.words_by, "Isla")
    edit.start.key(2).click()
    edit.hoped.key(7).click()
    QTest.keyClick(edit.title, Qt.Key.Key_Return)
    added = plan.case.outcomes[-1]
    assert (added.title, added.words, added.start, added.hoped) == (
        "Isla has a friend to tea",
        "I want Poppy to come.",
        2,
        7,
    )
    fresh = plan.outcome(4).new_row
    assert fresh is not None
    assert fresh.is_open
    assert plan.asked.said == ["Added outcome 4"]
    plan.undo()
    assert len(plan.case.outcomes) == 3


def test_an_outcome_is_changed_in_place(plan: Plan) -> None:
    plan.outcome(1).edit_asked.emit()
    edit = plan.outcome(1).edit
    assert edit is not None
    edit.hoped.key(9).click()
    edit.done_button.click()
    assert plan.case.outcomes[0].hoped == 9
    assert plan.outcome(1).edit is None
    assert len(plan.case.outcomes[0].actions) == 3


def test_a_row_being_typed_survives_a_change_made_elsewhere(plan: Plan) -> None:
    row = plan.open("1.3")
    assert row.form is not None
    type_into(row.form.what, "Half a sen")
    plan.desk.plans.mark_done(plan.page.case_id(), plan.action("1.1").id)
    assert row.is_open
    assert row.form.what.value() == "Half a sen"
    assert focus() is row.form.what
    assert plan.row("1.1").tick.value()


def test_what_is_typed_is_kept_when_the_window_locks(plan: Plan) -> None:
    row = plan.open("1.3")
    assert row.form is not None
    type_into(row.form.what, "Talk on Sunday")
    plan.page.keep()
    assert plan.action("1.3").what == "Talk on Sunday"


def test_what_is_typed_is_kept_when_another_tab_is_opened(plan: Plan) -> None:
    row = plan.open("1.3")
    assert row.form is not None
    type_into(row.form.what, "Talk on Monday")
    QTest.keyClick(plan.page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert plan.page.header.tabs.shown == "meetings"
    assert plan.action("1.3").what == "Talk on Monday"


def test_wording_changed_after_the_meeting_is_marked_until_it_is_taken_back(plan: Plan) -> None:
    pill = plan.tab.side.agreed.pill
    assert pill.isHidden()
    row = plan.open("1.3")
    assert row.form is not None
    type_into(row.form.what, "Talk about something else")
    QTest.keyClick(row.form.what, Qt.Key.Key_Return)
    assert not pill.isHidden()
    plan.undo()
    assert pill.isHidden()


def test_a_change_that_cannot_be_saved_stays_in_the_boxes_and_is_said(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise EhdeskError("The disk is full", "Keep this window open.", "Make some room.")

    row = plan.open("1.3")
    assert row.form is not None
    type_into(row.form.what, "Not lost")
    monkeypatch.setattr(plan.desk.plans, "save", refuse)
    QTest.keyClick(row.form.what, Qt.Key.Key_Return)
    assert row.is_open
    assert row.form.what.value() == "Not lost"
    assert [str(error) for error in plan.asked.errors]
    monkeypatch.undo()
    QTest.keyClick(row.form.what, Qt.Key.Key_Return)
    assert plan.action("1.3").what == "Not lost"


def test_the_family_copy_is_printed_from_here(plan: Plan) -> None:
    plan.tab.print_button.click()
    assert plan.asked.last == Place("print", paper="family-plan", case_id=plan.page.case_id())


def test_a_request_has_no_plan_to_change_yet(qtbot: QtBot, demo_desk: Desk) -> None:
    plan = Plan(qtbot, demo_desk, "Brennan")
    assert not plan.tab.header_actions()
    assert plan.tab.outcomes == []


def test_the_plan_of_a_closed_case_is_only_read(qtbot: QtBot, demo_desk: Desk) -> None:
    journey = a_journey(demo_desk, 0)
    journey.send(184)
    journey.decide(182, "eha")
    journey.assess(176)
    journey.first_taf(170)
    demo_desk.users.set_forms_signed([])  # how it is signed is another test's
    journey.close(0)
    navigator, _asked = listening()
    page = CasePage(demo_desk, navigator, case_id=journey.case_id, tab="plan")
    qtbot.addWidget(page)
    page.refresh()
    tab = page.tab
    assert isinstance(tab, PlanTab)
    assert [button.text() for button in tab.header_actions()] == ["Print family copy"]
    before = demo_desk.cases.get(journey.case_id).actions
    row = tab.outcomes[0].rows[0]
    assert not row.tick.isEnabled()
    row.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete):
        QTest.keyClick(row, key)
    assert not row.is_open
    assert demo_desk.cases.get(journey.case_id).actions == before
    assert tab.outcomes[0].add_button.isHidden()
