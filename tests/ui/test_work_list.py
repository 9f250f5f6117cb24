"""The rows that Today, Requests, Reviews and Meetings are made of, and what stands beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.pages import page
from ui.kit.filter_button import FilterButton
from ui.kit.main_and_side import MainAndSide
from ui.kit.work_list import WorkGroup, WorkList
from ui.kit.work_row import WorkLine, WorkRow
from ui.theme import theme

LINE = WorkLine(
    key="a",
    icon="square-check",
    title="Send the housing transfer form to the council, with both letters",
    line="Petrescu family  ·  action 2.1  ·  with Tom Adcock",
    spoken="Petrescu family, Send the form, 4 days overdue",
    pill=("4 days overdue", "overdue", "triangle-alert"),
    verb="Mark done",
)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_row_is_opened_by_its_keys(qtbot: QtBot, key: Qt.Key) -> None:
    row = WorkRow(LINE)
    page(qtbot, row, width=800)
    row.setFocus()
    with qtbot.waitSignal(row.clicked):
        qtbot.keyClick(row, key)


def test_a_row_grows_with_its_words_and_with_the_text_size(qtbot: QtBot) -> None:
    row = WorkRow(LINE)
    qtbot.addWidget(row)
    wide = row.heightForWidth(1000)
    assert row.heightForWidth(420) > wide
    theme().set_text_size(150)
    assert row.heightForWidth(1500) > wide


def test_a_list_shown_again_without_its_row_puts_focus_on_the_next(qtbot: QtBot) -> None:
    lines = [
        WorkLine(str(n), "circle", f"Thing {n}", "", f"Family {n}", None, "Do") for n in range(4)
    ]
    work = WorkList("Work")
    page(qtbot, work, width=800)
    work.set_groups([WorkGroup("g", "All", "list", tuple(lines))])
    work.rows[1].setFocus()
    work.set_groups([WorkGroup("g", "All", "list", (lines[0], *lines[2:]))])
    assert work.rows[1].hasFocus()
    assert work.rows[1].line.key == "2"


def test_groups_without_lines_are_not_shown(qtbot: QtBot) -> None:
    work = WorkList("Work")
    qtbot.addWidget(work)
    work.set_groups([WorkGroup("g", "None", "list", ()), WorkGroup("h", "One", "list", (LINE,))])
    assert work.headings() == ("One, 1",)
    work.set_groups([])
    assert work.isHidden()


def test_the_side_goes_under_the_main_column_when_room_runs_out(qtbot: QtBot) -> None:
    both = MainAndSide(QLabel("Main"), QLabel("Side"), side_width=300, least=500, gap=20)
    qtbot.addWidget(both)
    both.resize(900, 400)
    both.show()
    assert not both.is_stacked
    both.resize(700, 400)
    assert both.is_stacked


def test_a_filter_says_what_is_chosen_and_is_tinted_only_while_it_narrows(qtbot: QtBot) -> None:
    button = FilterButton("Due", (("", "Any time"), ("60", "60 days")))
    page(qtbot, button)
    assert button.accessibleName() == "Due: Any time"
    assert not button.narrows
    plain = button.sizeHint().width()
    menu = button.make_menu()
    assert [action.isChecked() for action in menu.actions()] == [True, False]
    with qtbot.waitSignal(button.value_changed):
        menu.actions()[1].trigger()
    assert button.value() == "60"
    assert button.narrows
    assert button.sizeHint().width() > plain
    assert button.accessibleName() == "Due: 60 days"
    with qtbot.assertNotEmitted(button.value_changed):
        button.set_options((("", "Any time"),))
    assert button.value() == ""
