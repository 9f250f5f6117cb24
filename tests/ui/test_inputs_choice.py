"""Choosing: from a list, among cards, chips, words and ticks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages import page
from ui.kit.check import Check
from ui.kit.check_group import CheckGroup
from ui.kit.chip import ChipGroup, TabChips
from ui.kit.choice import NOTHING, Choice
from ui.kit.labels import Label
from ui.kit.one_of import OneOf
from ui.kit.option_card import OptionCards
from ui.kit.pick_group import PickGroup
from ui.kit.radio import Radio
from ui.kit.radio_group import RadioGroup
from ui.kit.segmented import Segmented
from ui.kit.text_input import TextInput
from ui.kit.yes_no import YesNo
from ui.theme import theme

# Said by the platform without a display when a list drops down.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROUTES = [("6", "Under 6 weeks"), ("12", "12 weeks"), ("eha", "Assessment")]
MANY = [
    (str(number), f"Team {number:02}, {place}")
    for number, place in enumerate(
        (
            "Aylestone",
            "Beaumont",
            "Castle",
            "Eyres",
            "Fosse",
            "Humberstone",
            "Knighton",
            "Stoneygate",
            "Troon",
            "Westcotes",
        )
    )
]
MAKERS: list[Callable[[], OneOf]] = [
    lambda: RadioGroup(ROUTES, "Which help?"),
    lambda: OptionCards([(value, text, "") for value, text in ROUTES], "Which help?"),
    lambda: Segmented(ROUTES, "Which help?", empty=True),
]


def wheel(widget: QWidget) -> None:
    """A turn of the wheel over a widget."""
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """A key as a person presses it: an open list takes it first."""
    qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key)


# A list that drops down


def test_nothing_is_chosen_to_begin_with_and_the_box_says_choose(qtbot: QtBot) -> None:
    box = Choice(ROUTES, "Which help?")
    page(qtbot, box)
    assert box.value() == ""
    assert box.currentText() == NOTHING


def test_the_down_arrow_chooses(qtbot: QtBot) -> None:
    box = Choice(ROUTES, "Which help?")
    page(qtbot, box)
    box.setFocus()
    with qtbot.waitSignal(box.value_changed):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.value() == "6"


def test_showing_a_choice_tells_nobody_and_other_options_keep_it(qtbot: QtBot) -> None:
    box = Choice(ROUTES, "Which help?")
    page(qtbot, box)
    with qtbot.assertNotEmitted(box.value_changed):
        box.set_value("12")
        box.set_options(ROUTES[1:])
    assert box.value() == "12"
    box.set_options(ROUTES[2:])
    assert box.value() == ""


@pytest.mark.parametrize("options", [ROUTES, MANY])
def test_the_wheel_changes_nothing_in_a_list_without_focus(
    qtbot: QtBot, options: list[tuple[str, str]]
) -> None:
    box, other = Choice(options, "Team"), TextInput("Other")
    page(qtbot, box, other)
    other.setFocus()
    wheel(box)
    assert box.value() == ""


def test_typing_part_of_a_name_finds_it_among_many(qtbot: QtBot) -> None:
    box, other = Choice(MANY, "Team"), TextInput("Other")
    page(qtbot, box, other)
    box.setFocus()
    qtbot.waitUntil(lambda: box.lineEdit().selectedText() == NOTHING)
    qtbot.keyClicks(box, "stoney")
    completer = box.completer()
    assert [
        completer.completionModel().index(row, 0).data()
        for row in range(completer.completionModel().rowCount())
    ] == ["Team 07, Stoneygate"]
    with qtbot.waitSignal(box.value_changed):
        press(qtbot, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert box.value() == "7"
    assert box.currentText() == "Team 07, Stoneygate"


def test_typing_what_fits_nothing_or_several_changes_nothing(qtbot: QtBot) -> None:
    box, other = Choice(MANY, "Team"), TextInput("Other")
    page(qtbot, box, other)
    box.set_value("3")
    for words in ("zzz", "team"):
        box.setFocus()
        box.lineEdit().selectAll()
        qtbot.keyClicks(box, words)
        press(qtbot, Qt.Key.Key_Tab)
        assert other.hasFocus()
        assert box.value() == "3"
        assert box.currentText() == "Team 03, Eyres"


def test_enter_takes_what_was_typed_and_presses_no_button(qtbot: QtBot) -> None:
    box = Choice(MANY, "Team")
    window = page(qtbot, box)
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "troon")
    press(qtbot, Qt.Key.Key_Return)
    assert box.value() == "8"
    assert QApplication.activePopupWidget() is None
    assert window.isVisible()


def test_a_list_is_called_by_its_question_even_when_typed_in(qtbot: QtBot) -> None:
    box = Choice(MANY, "Team")
    page(qtbot, box)
    for part in (box, box.lineEdit()):
        assert part.accessibleName() == "Team"


# One among buttons


@pytest.mark.parametrize("make", MAKERS)
def test_one_is_chosen_by_mouse_and_the_next_by_arrow_key(
    qtbot: QtBot, make: Callable[[], OneOf]
) -> None:
    group = make()
    page(qtbot, group)
    assert group.value() == ""
    with qtbot.waitSignal(group.value_changed):
        qtbot.mouseClick(group.button("6"), Qt.MouseButton.LeftButton)
    assert group.value() == "6"
    group.button("6").setFocus()
    forward = Qt.Key.Key_Down if isinstance(group, RadioGroup) else Qt.Key.Key_Right
    with qtbot.waitSignal(group.value_changed):
        qtbot.keyClick(group.button("6"), forward)
    assert group.value() == "12"


@pytest.mark.parametrize("make", MAKERS)
def test_a_group_of_buttons_is_one_stop_for_the_tab_key(
    qtbot: QtBot, make: Callable[[], OneOf]
) -> None:
    group, after = make(), TextInput("After")
    page(qtbot, group, after)
    group.set_value("12")
    group.setFocus()
    assert group.button("12").hasFocus()
    qtbot.keyClick(group.button("12"), Qt.Key.Key_Tab)
    assert after.hasFocus()


@pytest.mark.parametrize("make", MAKERS)
def test_showing_one_tells_nobody_and_nothing_can_be_shown(
    qtbot: QtBot, make: Callable[[], OneOf]
) -> None:
    group = make()
    page(qtbot, group)
    with qtbot.assertNotEmitted(group.value_changed):
        group.set_value("12")
        assert group.value() == "12"
        group.set_value("")
        assert group.value() == ""


@pytest.mark.parametrize("make", MAKERS)
def test_each_button_is_described_by_the_question(qtbot: QtBot, make: Callable[[], OneOf]) -> None:
    group = make()
    group.setAccessibleDescription("Choose one")
    page(qtbot, group)
    spoken = QAccessible.queryAccessibleInterface(group.button("6"))
    assert spoken.text(QAccessible.Text.Name) == "Under 6 weeks"
    assert spoken.text(QAccessible.Text.Description) == "Which help?. Choose one"
    assert spoken.role() == QAccessible.Role.RadioButton


def test_yes_no_is_true_false_or_not_answered(qtbot: QtBot) -> None:
    question = YesNo("Is it a need?", yes="Yes, count it as a need")
    page(qtbot, question)
    assert question.value() is None
    qtbot.mouseClick(question.button(False), Qt.MouseButton.LeftButton)
    assert question.value() is False
    question.set_value(True)
    assert question.value() is True
    question.set_value(None)
    assert question.value() is None


def test_a_card_says_its_title_and_its_line(qtbot: QtBot) -> None:
    cards = OptionCards([("y", "Threshold met", "Go on to allocate")])
    page(qtbot, cards)
    said = QAccessible.queryAccessibleInterface(cards.button("y")).text(QAccessible.Text.Name)
    assert said == "Threshold met, Go on to allocate"


def test_cards_stand_side_by_side_and_under_one_another_when_there_is_no_room(
    qtbot: QtBot,
) -> None:
    cards = OptionCards([("y", "Threshold met", "Go on"), ("n", "Threshold not met", "Signpost")])
    window = page(qtbot, cards, width=700)
    assert cards.button("y").y() == cards.button("n").y()
    window.resize(260, 600)
    QApplication.processEvents()
    assert cards.button("y").y() < cards.button("n").y()


@pytest.mark.parametrize("size", [100, 150])
def test_a_card_is_as_high_as_its_words_need(qtbot: QtBot, size: int) -> None:
    theme().set_text_size(size)
    long = "The family does not want this now, and they may come back at any time they wish to"
    cards = OptionCards([("y", "A long title that will not fit on one line of it", long)])
    page(qtbot, cards, width=300)
    card = cards.button("y")
    assert card.height() >= card.heightForWidth(card.width())
    assert card.height() > 4 * theme().line_height("help")


def test_segments_show_a_count_and_say_it(qtbot: QtBot) -> None:
    views = Segmented([("mine", "My cases"), ("all", "All West")])
    page(qtbot, views)
    assert views.value() == "mine"
    before = views.sizeHint().width()
    views.set_count("mine", 14)
    assert views.button("mine").accessibleName() == "My cases, 14"
    assert views.sizeHint().width() > before


def test_tabs_open_one_at_a_time_and_say_which_are_done(qtbot: QtBot) -> None:
    tabs = TabChips([("health", "Health"), ("learning", "Learning")])
    page(qtbot, tabs)
    assert tabs.value() == "health"
    with qtbot.waitSignal(tabs.value_changed):
        qtbot.mouseClick(tabs.button("learning"), Qt.MouseButton.LeftButton)
    tabs.set_done(["health"])
    assert tabs.button("health").accessibleName() == "Health, done"
    assert tabs.button("learning").accessibleName() == "Learning"


# Several


@pytest.mark.parametrize("kind", [CheckGroup, ChipGroup])
def test_several_are_picked_and_kept_in_the_order_offered(
    qtbot: QtBot, kind: type[CheckGroup] | type[ChipGroup]
) -> None:
    group = kind(ROUTES, "What would help?")
    page(qtbot, group)
    buttons = [button for button in group.findChildren(QWidget) if button.accessibleName()]
    with qtbot.waitSignal(group.value_changed):
        qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Space)
    assert group.value() == ["6", "eha"]
    with qtbot.assertNotEmitted(group.value_changed):
        group.set_value(["12"])
    assert group.value() == ["12"]
    assert buttons[0].accessibleDescription() == "What would help?"


@pytest.mark.parametrize("kind", [Check, Radio])
def test_a_tick_is_given_by_clicking_its_words(
    qtbot: QtBot, kind: type[Check] | type[Radio]
) -> None:
    box = kind("I have talked about this with the family")
    page(qtbot, box)
    with qtbot.waitSignal(box.value_changed):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(150, box.height() // 2))
    assert box.value() is True
    with qtbot.assertNotEmitted(box.value_changed):
        box.set_value(False)
    assert box.value() is False


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("kind", [Check, Radio])
def test_long_words_of_a_tick_wrap(
    qtbot: QtBot, kind: type[Check] | type[Radio], size: int
) -> None:
    theme().set_text_size(size)
    box = kind("I agree that what I have said is shared with the people named on this page & kept")
    page(qtbot, box, width=280)
    assert box.width() < 280
    assert box.height() >= 3 * theme().line_height("body")
    assert "&" in box.accessibleName()
    assert "&&" not in box.accessibleName()


# Finding in a long list

LANGUAGES = [
    ("WBRI", "White British"),
    ("WIRI", "White Irish", "From Ireland, north or south"),
    ("MWBC", "White and Black Caribbean"),
    ("AIND", "Indian"),
    ("APKN", "Pakistani"),
    ("ABAN", "Bangladeshi"),
    ("CHNE", "Chinese"),
    ("REFU", "Prefers not to say"),
]


def offered(box: Choice) -> list[str]:
    """What the list under the box shows now."""
    model = box.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("bri", ["White British"]),
        ("wh bl", ["White and Black Caribbean"]),
        ("ish", []),
        ("apkn", ["Pakistani"]),
        ("irel", ["White Irish"]),
        ("white", ["White British", "White Irish", "White and Black Caribbean"]),
    ],
)
def test_typing_the_beginnings_of_words_or_a_code_narrows_the_list(
    qtbot: QtBot, typed: str, fits: list[str]
) -> None:
    box = Choice(LANGUAGES, "Ethnicity")
    page(qtbot, box)
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, typed)
    assert offered(box) == fits


def test_arrows_and_enter_choose_among_what_fits(qtbot: QtBot) -> None:
    box = Choice(LANGUAGES, "Ethnicity")
    page(qtbot, box)
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "white")
    press(qtbot, Qt.Key.Key_Return)  # several fit: it stands on the first of them
    assert box.value() == ""
    press(qtbot, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.value_changed):
        press(qtbot, Qt.Key.Key_Return)
    assert box.value() == "WIRI"
    assert QApplication.activePopupWidget() is None
    with qtbot.waitSignal(box.entered):
        press(qtbot, Qt.Key.Key_Return)  # nothing is left to choose


def test_escape_puts_back_what_was_chosen(qtbot: QtBot) -> None:
    box = Choice(LANGUAGES, "Ethnicity")
    page(qtbot, box)
    box.set_value("AIND")
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "chi")
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Escape)
    assert (box.value(), box.currentText()) == ("AIND", "Indian")


def test_a_hint_stands_in_the_list_and_is_heard_there(qtbot: QtBot) -> None:
    box = Choice(LANGUAGES, "Ethnicity")
    page(qtbot, box)
    box.set_value("WIRI")
    assert box.currentText() == "White Irish"
    heard = box.itemData(box.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "White Irish, From Ireland, north or south"


def test_a_long_list_is_a_combo_box_to_a_screen_reader(qtbot: QtBot) -> None:
    box = Choice(LANGUAGES, "Ethnicity")
    page(qtbot, box)
    node = QAccessible.queryAccessibleInterface(box)
    assert node.role() == QAccessible.Role.ComboBox
    assert (box.accessibleName(), box.lineEdit().accessibleName()) == ("Ethnicity", "Ethnicity")


# Several of many


def test_several_are_found_by_typing_and_stand_as_chips(qtbot: QtBot) -> None:
    group = PickGroup(LANGUAGES, "Background")
    page(qtbot, group)
    group.setFocus()
    assert group.box.hasFocus()
    for typed in ("indian", "chin"):
        group.box.lineEdit().selectAll()
        qtbot.keyClicks(group.box, typed)
        with qtbot.waitSignal(group.value_changed):
            press(qtbot, Qt.Key.Key_Return)
    assert group.value() == ["AIND", "CHNE"]
    assert "Picked: Indian, Chinese" in group.box.accessibleDescription()
    assert group.box.findData("AIND") < 0, "what is picked is offered no more"
    group.chip("AIND").setFocus()
    with qtbot.waitSignal(group.value_changed):
        press(qtbot, Qt.Key.Key_Space)
    assert group.value() == ["CHNE"]
    assert group.box.hasFocus()


def test_arrows_look_through_the_list_and_pick_nothing_by_themselves(qtbot: QtBot) -> None:
    group = PickGroup(LANGUAGES, "Background")
    page(qtbot, group)
    group.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert group.value() == []
    group.box.hidePopup()
    wheel(group.box)
    assert group.value() == []


def test_showing_what_is_picked_tells_nobody(qtbot: QtBot) -> None:
    group = PickGroup(LANGUAGES, "Background")
    page(qtbot, group)
    with qtbot.assertNotEmitted(group.value_changed):
        group.set_value(["APKN"])
    assert group.value() == ["APKN"]
    assert group.chip("APKN").accessibleName() == "Take out Pakistani"


# A few answers on one line, many in columns


def test_few_and_short_answers_stand_on_one_line_and_fold_when_it_is_narrow(qtbot: QtBot) -> None:
    group = RadioGroup(ROUTES, "Which help?")
    holder = page(qtbot, group)
    holder.resize(700, 300)
    qtbot.waitUntil(lambda: len({group.button(value).y() for value, _ in ROUTES}) == 1)
    holder.resize(200, 300)
    qtbot.waitUntil(lambda: len({group.button(value).y() for value, _ in ROUTES}) == 3)


def test_what_neighbours_have_in_common_is_said_once_and_each_tick_keeps_its_name(
    qtbot: QtBot,
) -> None:
    group = CheckGroup(
        [
            ("1A", "Alcohol: the child"),
            ("1B", "Alcohol: a parent or carer"),
            ("7A", "Young carer"),
            ("20", "Other: not with a neighbour"),
        ],
        "What do you know of?",
        columns=3,
    )
    page(qtbot, group)
    subjects = [label.text() for label in group.findChildren(Label)]
    assert subjects == ["Alcohol"]
    assert [group.box(code).text() for code in ("1A", "1B", "7A", "20")] == [
        "The child",
        "A parent or carer",
        "Young carer",
        "Other: not with a neighbour",
    ]
    assert group.box("1B").accessibleName() == "Alcohol: a parent or carer"
    group.set_value(["1B", "20"])
    assert group.value() == ["1B", "20"]


def test_a_list_that_is_a_line_each_says_every_answer_in_full(qtbot: QtBot) -> None:
    group = CheckGroup([("a", "Drugs: the child"), ("b", "Drugs: a parent")], "What?")
    page(qtbot, group)
    assert [group.box(code).text() for code in "ab"] == ["Drugs: the child", "Drugs: a parent"]
