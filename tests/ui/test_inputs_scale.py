"""Giving a number: 0 to 10 on keys, and a count with a unit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.pages import page
from ui.kit import scale as scale_module
from ui.kit.scale import Scale
from ui.kit.stepper import Stepper
from ui.kit.text_input import TextInput
from ui.theme import theme


@pytest.fixture
def hana(qtbot: QtBot) -> Scale:
    """Hana's own number, with the keyboard on it."""
    scale = Scale("Hana", voice=True)
    page(qtbot, scale, TextInput("After"))
    scale.setFocus()
    return scale


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_no_number_is_given_to_begin_with(hana: Scale) -> None:
    assert hana.value() is None
    assert hana.accessibleName() == "Hana, not given"


def test_a_key_is_pressed_with_the_mouse(qtbot: QtBot, hana: Scale) -> None:
    with qtbot.waitSignal(hana.value_changed):
        qtbot.mouseClick(hana.key(4), Qt.MouseButton.LeftButton)
    assert hana.value() == 4
    assert hana.accessibleName() == "Hana, 4 of 10"
    assert hana.key(4).isChecked()


def test_pressing_the_chosen_key_again_keeps_it(qtbot: QtBot, hana: Scale) -> None:
    for _ in range(2):
        qtbot.mouseClick(hana.key(4), Qt.MouseButton.LeftButton)
    assert hana.value() == 4
    assert hana.key(4).isChecked()


def test_the_arrow_keys_move_the_number_and_stop_at_the_ends(qtbot: QtBot, hana: Scale) -> None:
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up)
    assert hana.value() == 2
    press(qtbot, *[Qt.Key.Key_Left] * 5)
    assert hana.value() == 0
    press(qtbot, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert hana.value() == 10


def test_digits_give_the_number_and_one_then_nought_is_ten(qtbot: QtBot, hana: Scale) -> None:
    press(qtbot, Qt.Key.Key_7)
    assert hana.value() == 7
    press(qtbot, Qt.Key.Key_1)
    assert hana.value() == 1
    press(qtbot, Qt.Key.Key_0)
    assert hana.value() == 10
    press(qtbot, Qt.Key.Key_0)
    assert hana.value() == 0


def test_one_and_a_late_nought_are_two_numbers(
    qtbot: QtBot, hana: Scale, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scale_module, "_TOGETHER_MS", -1)
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_0)
    assert hana.value() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_a_number_can_be_taken_away(qtbot: QtBot, hana: Scale, key: Qt.Key) -> None:
    press(qtbot, Qt.Key.Key_5)
    with qtbot.waitSignal(hana.value_changed):
        press(qtbot, key)
    assert hana.value() is None
    assert hana.accessibleName() == "Hana, not given"


def test_space_gives_the_number_that_has_focus(qtbot: QtBot, hana: Scale) -> None:
    press(qtbot, Qt.Key.Key_Space)
    assert hana.value() == 0


@pytest.mark.parametrize("number", [None, 6])
def test_the_scale_is_one_stop_for_the_tab_key(
    qtbot: QtBot, hana: Scale, number: int | None
) -> None:
    hana.set_value(number)
    hana.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "After"


def test_focus_follows_the_number(qtbot: QtBot, hana: Scale) -> None:
    press(qtbot, Qt.Key.Key_3, Qt.Key.Key_Right)
    spoken = QAccessible.queryAccessibleInterface(QApplication.focusWidget())
    assert spoken.text(QAccessible.Text.Name) == "Hana, 4 of 10"
    assert spoken.state().checked


def test_showing_a_number_tells_nobody(qtbot: QtBot, hana: Scale) -> None:
    with qtbot.assertNotEmitted(hana.value_changed):
        hana.set_value(9)
    assert hana.value() == 9
    with pytest.raises(ValueError, match="0 to 10"):
        hana.set_value(11)


@pytest.mark.parametrize("size", [100, 130, 150])
def test_ten_fits_in_its_key_at_every_text_size(qtbot: QtBot, size: int) -> None:
    theme().set_text_size(size)
    scale = Scale("Hana")
    page(qtbot, scale, width=360)
    key = scale.key(10)
    assert key.width() >= key.minimumSizeHint().width()
    assert key.height() >= theme().line_height("body")


def test_the_keys_are_34_high_at_100_per_cent(hana: Scale) -> None:
    assert hana.key(0).height() == 34


# Stepper


@pytest.fixture
def minutes(qtbot: QtBot) -> Stepper:
    """How long a slot is; it was 30."""
    stepper = Stepper("Length", minimum=5, maximum=60, unit="minutes", was=30)
    page(qtbot, stepper, TextInput("After"))
    stepper.set_value(30)
    stepper.setFocus()
    return stepper


def test_up_and_down_step_by_one(qtbot: QtBot, minutes: Stepper) -> None:
    with qtbot.waitSignal(minutes.value_changed):
        press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert minutes.value() == 31


def test_the_buttons_step_and_stop_at_the_ends(qtbot: QtBot, minutes: Stepper) -> None:
    minutes.set_value(59)
    more = next(b for b in minutes.findChildren(QPushButton) if b.accessibleName().startswith("Mo"))
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert minutes.value() == 60
    assert not more.isEnabled()


def test_a_number_typed_out_of_range_is_brought_into_it_on_leaving(
    qtbot: QtBot, minutes: Stepper
) -> None:
    box = QApplication.focusWidget()
    qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(box, "2")
    press(qtbot, Qt.Key.Key_Tab)
    assert minutes.value() == 5


def test_an_empty_box_is_no_number(qtbot: QtBot, minutes: Stepper) -> None:
    minutes.set_value(None)
    assert minutes.value() is None
    press(qtbot, Qt.Key.Key_Up)
    assert minutes.value() == 5


def test_the_stepper_is_called_by_its_question_and_unit(minutes: Stepper) -> None:
    assert QApplication.focusWidget().accessibleName() == "Length, minutes"
