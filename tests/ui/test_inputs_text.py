"""Typing words: one line, several lines, a password, a search."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages import page
from ui.kit.password_input import PasswordInput
from ui.kit.search_input import SearchInput
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.theme import theme


def test_what_is_typed_is_the_value_without_the_spaces_round_it(qtbot: QtBot) -> None:
    box = TextInput("Family name")
    page(qtbot, box)
    with qtbot.waitSignal(box.value_changed):
        qtbot.keyClicks(box, "  Brennan ")
    assert box.value() == "Brennan"


def test_showing_a_value_tells_nobody(qtbot: QtBot) -> None:
    box, area = TextInput("Name"), TextArea("Story")
    page(qtbot, box, area)
    with qtbot.assertNotEmitted(box.value_changed), qtbot.assertNotEmitted(area.value_changed):
        box.set_value("Brennan")
        area.set_value("A long day")
    assert (box.value(), area.value()) == ("Brennan", "A long day")


def test_undo_counts_as_a_change(qtbot: QtBot) -> None:
    area = TextArea("Story")
    page(qtbot, area)
    qtbot.keyClicks(area, "First")
    with qtbot.waitSignal(area.value_changed):
        qtbot.keyClick(area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert area.value() == ""


def test_only_plain_text_can_be_pasted(qtbot: QtBot) -> None:
    area = TextArea("Story")
    page(qtbot, area)
    rich = QMimeData()
    rich.setHtml("<h1>Hello</h1>")
    rich.setText("Hello")
    QGuiApplication.clipboard().setMimeData(rich)
    area.paste()
    assert area.value() == "Hello"


def test_a_text_area_grows_from_three_lines_to_twelve_and_then_scrolls(qtbot: QtBot) -> None:
    area = TextArea("Story")
    page(qtbot, area)
    heights = []
    for lines in (1, 3, 6, 12, 40):
        area.set_value("\n".join("line" for _ in range(lines)))
        QApplication.processEvents()
        heights.append(area.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]
    assert area.verticalScrollBar().maximum() > 0
    area.set_value("\n".join("line" for _ in range(12)))
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == 0


def test_a_text_area_grows_when_it_becomes_narrower(qtbot: QtBot) -> None:
    area = TextArea("Story")
    holder = page(qtbot, area, width=700)
    area.set_value("Four needs across two children and Mum. " * 6)
    QApplication.processEvents()
    wide = area.height()
    holder.resize(260, 600)
    QApplication.processEvents()
    assert area.height() > wide


def test_five_thousand_characters_are_kept(qtbot: QtBot) -> None:
    area = TextArea("Story")
    page(qtbot, area)
    words = "A sentence about the family. " * 250
    area.insertPlainText(words)
    assert area.value() == words


def test_tab_leaves_a_text_area(qtbot: QtBot) -> None:
    area, after = TextArea("Story"), TextInput("After")
    page(qtbot, area, after)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.value() == ""


def test_the_wheel_moves_the_page_and_not_a_text_that_has_no_focus(qtbot: QtBot) -> None:
    area, other = TextArea("Story"), TextInput("Other")
    page(qtbot, area, other)
    area.set_value("\n".join("line" for _ in range(60)))
    other.setFocus()
    QApplication.processEvents()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area.viewport(), wheel)
    assert area.verticalScrollBar().value() == 0


def test_a_password_is_exactly_what_was_typed_and_hidden_until_asked_for(qtbot: QtBot) -> None:
    box = PasswordInput("Password for West locality")
    page(qtbot, box)
    box.setFocus()
    qtbot.keyClicks(box, " four plain words ")
    assert box.value() == " four plain words "
    assert box.displayText() != box.text()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(box, Qt.Key.Key_H, held)
    assert box.displayText() == box.text()
    assert box.button.accessibleName() == "Hide password"
    qtbot.mouseClick(box.button, Qt.MouseButton.LeftButton)
    assert box.displayText() != box.text()
    assert box.button.accessibleName() == "Show password"


def test_a_screen_reader_never_reads_a_hidden_password(qtbot: QtBot) -> None:
    box = PasswordInput()
    page(qtbot, box)
    qtbot.keyClicks(box, "secret")
    spoken = QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Value)
    assert "secret" not in spoken


def test_caps_lock_is_noticed_from_what_the_letters_look_like(qtbot: QtBot) -> None:
    box = PasswordInput()
    page(qtbot, box)
    with qtbot.waitSignal(box.caps_lock_noticed) as noticed:
        # A capital that came without Shift.
        QApplication.sendEvent(box, _letter("A"))
    assert noticed.args == [True]
    with qtbot.waitSignal(box.caps_lock_noticed) as noticed:
        qtbot.keyClicks(box, "b")
    assert noticed.args == [False]


def test_escape_empties_a_search_and_down_goes_to_the_list(qtbot: QtBot) -> None:
    box = SearchInput("Search cases", "Family, child or address")
    page(qtbot, box)
    qtbot.keyClicks(box, "tilb")
    assert box.button.isVisible()
    with qtbot.waitSignal(box.down_pressed):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.value() == ""
    assert not box.button.isVisible()


def test_the_search_is_named_and_not_by_its_hint(qtbot: QtBot) -> None:
    box = SearchInput("Search cases", "Family, child or address")
    page(qtbot, box)
    said = QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name)
    assert said == "Search cases"


@pytest.mark.parametrize("size", [100, 150])
def test_inputs_are_as_high_as_their_words_need(qtbot: QtBot, size: int) -> None:
    theme().set_text_size(size)
    for box in (TextInput("Name"), PasswordInput(), SearchInput("Search")):
        page(qtbot, box)
        assert box.height() >= box.fontMetrics().height() + 8


def _letter(text: str) -> QKeyEvent:
    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, none, text)


@pytest.mark.parametrize(
    ("html", "text", "kept"),
    [
        ("<p><b>Bold</b></p><ul><li>One</li><li>Two</li></ul>", "", "Bold\nOne\nTwo"),
        ("", "•\tOne\r\n•\tTwo\x00\x07", "One\nTwo"),
        ("<i>dress</i>", "plain", "plain"),
    ],
)
def test_what_is_pasted_or_dropped_into_a_story_is_plain_lines(
    qtbot: QtBot, html: str, text: str, kept: str
) -> None:
    area = TextArea("Story")
    page(qtbot, area)
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    assert area.canPaste()
    area.setFocus()
    with qtbot.waitSignal(area.value_changed):
        qtbot.keyClick(area, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert area.value() == kept


def test_what_is_pasted_into_a_line_is_one_plain_line(qtbot: QtBot) -> None:
    box = TextInput("Address")
    page(qtbot, box)
    box.setFocus()
    QGuiApplication.clipboard().setText("12 Elder Way\r\nLeicester\x00\t LE3 0AA\n")
    qtbot.keyClicks(box, "Flat 2, ")
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.value() == "Flat 2, 12 Elder Way Leicester  LE3 0AA"
    qtbot.keyClicks(box, "x")
    assert box.value().endswith("LE3 0AAx")


def test_another_value_is_shown_where_it_differs_and_the_cursor_stays_there(qtbot: QtBot) -> None:
    area = TextArea("Story")
    page(qtbot, area)
    area.set_value("😀 One two three\nfour")
    area.set_value("😀 One 2 three\nfour")
    assert area.value() == "😀 One 2 three\nfour"
    area.insertPlainText("!")
    assert area.value() == "😀 One 2! three\nfour"
    area.set_value("")
    assert area.value() == ""
