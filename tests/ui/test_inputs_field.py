"""A question on a form, and the summary of what has to be put right."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages import page
from ui.kit.check_group import CheckGroup
from ui.kit.chip import ChipGroup
from ui.kit.choice import Choice
from ui.kit.date_input import DateInput
from ui.kit.error_summary import ErrorSummary
from ui.kit.field_row import FieldRow
from ui.kit.option_card import OptionCards
from ui.kit.radio_group import RadioGroup
from ui.kit.scale import Scale
from ui.kit.segmented import Segmented
from ui.kit.stepper import Stepper
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.kit.yes_no import YesNo
from ui.theme import theme

PAIRS = [("a", "First"), ("b", "Second")]
EDITORS = {
    "text": TextInput,
    "area": TextArea,
    "choice": lambda: Choice(PAIRS),
    "many": lambda: Choice([(str(n), f"Team {n}") for n in range(12)]),
    "date": lambda: DateInput(date(2026, 11, 17)),
    "radios": lambda: RadioGroup(PAIRS),
    "ticks": lambda: CheckGroup(PAIRS),
    "chips": lambda: ChipGroup(PAIRS),
    "cards": lambda: OptionCards([("a", "First", "One"), ("b", "Second", "Two")]),
    "yes_no": YesNo,
    "segments": lambda: Segmented(PAIRS),
    "scale": Scale,
    "stepper": Stepper,
}


@pytest.mark.parametrize("kind", EDITORS)
def test_any_editor_can_be_wrong_and_be_right_again(qtbot: QtBot, kind: str) -> None:
    editor = EDITORS[kind]()
    row = FieldRow("School or setting", "The one on the register", editor)
    page(qtbot, row, TextInput("Other"))
    red = theme().tokens.tone("overdue").ink.rgb()
    QApplication.processEvents()
    assert reds(editor, red) == 0
    row.set_error("Choose a school")
    QApplication.processEvents()
    assert reds(editor, red) > 20
    row.clear_error()
    QApplication.processEvents()
    assert reds(editor, red) == 0


@pytest.mark.parametrize("kind", EDITORS)
def test_what_has_focus_is_named_or_described_by_the_question(qtbot: QtBot, kind: str) -> None:
    editor = EDITORS[kind]()
    row = FieldRow("School or setting", "The one on the register", editor)
    page(qtbot, row)
    row.set_error("Choose a school")
    editor.setFocus()
    held = QApplication.focusWidget()
    # On Linux Qt says a list's value as its name, and its label as a relation.
    words = held.accessibleName() + " " + held.accessibleDescription()
    for part in ("School or setting", "The one on the register", "Choose a school"):
        assert part in words


def reds(widget: QWidget, red: int) -> int:
    """How many pixels of a widget are in the colour of an error."""
    image = widget.grab().toImage()
    return sum(
        image.pixel(x, y) == red for x in range(image.width()) for y in range(image.height())
    )


def test_an_error_is_shown_in_words_below_the_editor(qtbot: QtBot) -> None:
    row = FieldRow("Postcode", "", TextInput())
    page(qtbot, row)
    before = row.sizeHint().height()
    row.set_error("Enter a full postcode")
    shown = [words for words in row.findChildren(QLabel) if words.text() == "Enter a full postcode"]
    assert shown[0].isVisible()
    assert row.error() == "Enter a full postcode"
    assert row.sizeHint().height() > before
    row.clear_error()
    assert not shown[0].isVisible()
    assert row.sizeHint().height() == before


def test_an_optional_question_says_so_to_eyes_and_ears(qtbot: QtBot) -> None:
    editor = TextInput()
    row = FieldRow("Middle name", "", editor, optional=True)
    page(qtbot, row)
    assert any("optional" in words.text() for words in row.findChildren(QLabel))
    assert editor.accessibleName() == "Middle name"
    assert editor.accessibleDescription() == "optional"


@pytest.mark.parametrize("optional", [True, False])
def test_an_ampersand_and_a_bracket_in_a_label_are_only_that(qtbot: QtBot, optional: bool) -> None:
    editor = TextInput()
    row = FieldRow("Mum & <b>dad</b>", "", editor, optional=optional)
    first = TextInput("First")
    page(qtbot, first, row)
    assert editor.accessibleName() == "Mum & <b>dad</b>"
    assert row.label() == "Mum & <b>dad</b>"
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space, Qt.KeyboardModifier.AltModifier)
    assert not editor.hasFocus()


@pytest.mark.parametrize("size", [100, 150])
def test_a_long_question_wraps_and_is_not_cut(qtbot: QtBot, size: int) -> None:
    theme().set_text_size(size)
    row = FieldRow("What would need to be different for things to be good enough?" * 2, "", Scale())
    page(qtbot, row, width=560)
    first = row.findChildren(QLabel)[0]
    assert first.height() >= first.heightForWidth(first.width())


# The summary


def test_one_problem_and_several_are_announced_in_the_designs_words(qtbot: QtBot) -> None:
    summary = ErrorSummary()
    page(qtbot, summary)
    assert not summary.isVisible()
    summary.show_problems([("postcode", "Enter a full postcode")])
    assert summary.accessibleName() == "There is a problem"
    summary.show_problems([("a", "Enter a full postcode"), ("b", "Enter Callum’s date of birth")])
    assert summary.accessibleName() == "There are 2 things to fix on this page"
    assert summary.isVisible()
    assert summary.hasFocus()
    assert [link.accessibleName() for link in summary.links()] == [
        "Enter a full postcode",
        "Enter Callum’s date of birth",
    ]


def test_a_link_says_which_question_to_go_to(qtbot: QtBot) -> None:
    summary = ErrorSummary()
    page(qtbot, summary)
    summary.show_problems([("postcode", "Enter a full postcode"), ("dob", "Enter a date")])
    qtbot.keyClick(summary, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(summary.problem_chosen) as chosen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert chosen.args == ["dob"]


def test_the_summary_goes_when_nothing_is_wrong(qtbot: QtBot) -> None:
    summary = ErrorSummary()
    page(qtbot, summary)
    summary.show_problems([("a", "Enter a date")])
    summary.show_problems([])
    assert not summary.isVisible()


def test_long_problems_wrap(qtbot: QtBot) -> None:
    theme().set_text_size(150)
    summary = ErrorSummary()
    page(qtbot, summary, width=320)
    summary.show_problems([("a", "Say why this decision goes against what the guidance suggests")])
    QApplication.processEvents()
    link = summary.links()[0]
    assert link.width() < 320
    assert link.height() >= 2 * theme().line_height("body_strong")
