"""Typing a date in three boxes, as people do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.pages import page
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.theme import theme

TODAY = date(2026, 11, 17)


@pytest.fixture
def dates(qtbot: QtBot) -> DateInput:
    """The boxes in a window that has the keyboard, and a button after them."""
    editor = DateInput(TODAY, can_be_unknown=True)
    row = FieldRow("Date of birth", "For example 27 3 2018", editor)
    page(qtbot, row, QPushButton("Send"))
    editor.setFocus()
    return editor


def shown(editor: DateInput) -> tuple[str, ...]:
    return tuple(editor.box(part).text() for part in ("Day", "Month", "Year"))


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def type_in(qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), words)


def test_three_boxes_make_a_date(qtbot: QtBot, dates: DateInput) -> None:
    for words in ("27", "3", "2018"):
        type_in(qtbot, words)
        press(qtbot, Qt.Key.Key_Tab)
    assert dates.value() == "2018-03-27"
    assert dates.problem() == ""


@pytest.mark.parametrize(
    "typed", ["3/4/26", "3 Apr 2026", "3.4.2026", "2026-04-03", "3rd april 26"]
)
def test_a_date_typed_whole_in_the_first_box_fills_all_three(
    qtbot: QtBot, dates: DateInput, typed: str
) -> None:
    type_in(qtbot, typed)
    press(qtbot, Qt.Key.Key_Tab)
    assert shown(dates) == ("3", "4", "2026")
    assert dates.value() == "2026-04-03"


def test_a_pasted_date_fills_all_three(qtbot: QtBot, dates: DateInput) -> None:
    QGuiApplication.clipboard().setText("3 Apr 2026")
    qtbot.keyClick(dates.box("Day"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(dates.value_changed):
        press(qtbot, Qt.Key.Key_Tab)
    assert shown(dates) == ("3", "4", "2026")


def test_a_date_counts_before_the_box_is_left(qtbot: QtBot, dates: DateInput) -> None:
    type_in(qtbot, "3/4/26")
    assert dates.value() == "2026-04-03"


def test_a_month_may_be_a_word_and_a_year_two_digits(qtbot: QtBot, dates: DateInput) -> None:
    for words in ("3", "apr", "19"):
        type_in(qtbot, words)
        press(qtbot, Qt.Key.Key_Tab)
    assert shown(dates) == ("3", "4", "2019")


def test_what_is_no_date_stays_and_is_explained(qtbot: QtBot, dates: DateInput) -> None:
    for words in ("31", "2", "2026"):
        type_in(qtbot, words)
        press(qtbot, Qt.Key.Key_Tab)
    assert dates.value() == ""
    assert shown(dates) == ("31", "2", "2026")
    assert dates.typed() == "31/2/2026"
    assert dates.problem() == "Day must be between 1 and 28 in February"


def test_words_that_are_no_date_stay_and_can_all_be_seen(qtbot: QtBot, dates: DateInput) -> None:
    before = dates.box("Day").width()
    type_in(qtbot, "after Easter")
    press(qtbot, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert dates.typed() == "after Easter"
    assert dates.problem() == "Enter a date like 3/4/2026 or 3 Apr 2026"
    needed = dates.box("Day").fontMetrics().horizontalAdvance("after Easter")
    assert dates.box("Day").width() > max(before, needed)


def test_a_box_left_empty_is_asked_for(qtbot: QtBot, dates: DateInput) -> None:
    type_in(qtbot, "3")
    press(qtbot, Qt.Key.Key_Tab)
    type_in(qtbot, "4")
    assert dates.value() == ""
    assert dates.problem() == "Enter the year too"


@pytest.mark.parametrize("kept", ["31/2/2026", "after Easter", "3/4/", "", "//2026"])
def test_what_was_kept_comes_back_as_it_was_typed(dates: DateInput, kept: str) -> None:
    dates.set_value(kept)
    assert dates.typed() == kept


def test_showing_a_date_tells_nobody(qtbot: QtBot, dates: DateInput) -> None:
    with qtbot.assertNotEmitted(dates.value_changed):
        dates.set_value("2018-03-27")
        dates.set_unknown(True)
        dates.set_value("2018-03-28")
    assert dates.value() == "2018-03-28"
    assert not dates.is_unknown()


def test_not_known_empties_the_boxes_and_typing_takes_it_back(
    qtbot: QtBot, dates: DateInput
) -> None:
    dates.set_value("2018-03-27")
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    assert dates.is_unknown()
    assert (dates.value(), dates.typed(), dates.problem()) == ("", "", "")
    dates.setFocus()
    type_in(qtbot, "2")
    assert not dates.is_unknown()


def test_the_arrow_keys_go_from_box_to_box(qtbot: QtBot, dates: DateInput) -> None:
    type_in(qtbot, "27")
    press(qtbot, Qt.Key.Key_Right)
    assert dates.box("Month").hasFocus()
    press(qtbot, Qt.Key.Key_Left)
    assert dates.box("Day").hasFocus()
    assert dates.box("Day").cursorPosition() == 2


def test_enter_presses_no_button_of_the_window(qtbot: QtBot, dates: DateInput) -> None:
    send = dates.window().findChild(QPushButton)
    assert send is not None
    send.setDefault(True)
    type_in(qtbot, "3/4/26")
    with qtbot.assertNotEmitted(send.clicked):
        press(qtbot, Qt.Key.Key_Return)
    assert shown(dates) == ("3", "4", "2026")
    assert dates.window().isVisible()


def test_each_box_says_which_question_and_which_part_it_is(dates: DateInput) -> None:
    named = [dates.box(part).accessibleName() for part in ("Day", "Month", "Year")]
    assert named == ["Date of birth, day", "Date of birth, month", "Date of birth, year"]
    assert dates.box("Day").accessibleDescription() == "For example 27 3 2018"


@given(day=st.dates(date(1900, 1, 1), date(2200, 12, 31)), how=st.sampled_from(range(4)))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_date_is_read_however_it_is_written(dates: DateInput, day: date, how: int) -> None:
    written = (
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        day.isoformat(),
    )[how]
    dates.set_value("")
    dates.box("Day").setText(written)
    assert dates.value() == day.isoformat()
    dates.box("Day").editingFinished.emit()
    assert shown(dates) == (str(day.day), str(day.month), str(day.year))


@given(parts=st.tuples(*(st.text(max_size=6) for _ in range(3))))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_is_typed_is_a_date_or_is_explained(
    dates: DateInput, parts: tuple[str, str, str]
) -> None:
    dates.set_value("")
    for part, words in zip(("Day", "Month", "Year"), parts, strict=True):
        dates.box(part).setText(words)
    if dates.typed():
        assert bool(dates.value()) != bool(dates.problem())
    else:
        assert (dates.value(), dates.problem()) == ("", "")


def test_yesterday_is_a_date(dates: DateInput) -> None:
    dates.box("Day").setText("yesterday")
    assert dates.value() == (TODAY - timedelta(days=1)).isoformat()


def test_the_boxes_grow_with_the_text(dates: DateInput) -> None:
    before = dates.box("Year").sizeHint()
    theme().set_text_size(150)
    QApplication.processEvents()
    after = dates.box("Year").sizeHint()
    assert after.width() > before.width()
    assert after.height() > before.height()


def test_a_whole_date_in_the_first_box_replaces_the_day_that_was_there(
    qtbot: QtBot, dates: DateInput
) -> None:
    dates.set_value("2026-11-17")
    day = dates.box("Day")
    day.setFocus()
    day.selectAll()
    qtbot.keyClicks(day, "3/4/26")
    assert dates.value() == "2026-04-03"
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    assert [dates.box(part).text() for part in ("Day", "Month", "Year")] == ["3", "4", "2026"]
