"""Spelling as a person meets it: marks, the menu by keyboard, words of the team, switches."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu

from ehdesk.desk import Desk
from ehdesk.writing import spelling
from tests.ui.pages import page
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.writing.help import WritingHelp
from ui.writing.switches import switches

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def both_on():
    switches().set(spelling=True, plain_words=True)
    yield
    switches().set(spelling=True, plain_words=True)


@pytest.fixture
def boxes(qtbot, desk: Desk):
    """A long and a short box in a window whose writing is helped."""
    long, short, name = TextArea("Story"), TextInput("What happened"), TextInput("Name")
    short.prose = True
    window = page(qtbot, long, short, name)
    window.errors = []
    window.help = WritingHelp(desk.writing, window, lambda: None, window.errors.append)
    window.long, window.short, window.name = long, short, name
    name.setFocus()
    return window


def write(qtbot, boxes, box, text: str) -> None:
    box.setFocus()
    qtbot.keyClicks(box, text)
    qtbot.waitUntil(lambda: boxes.help.is_ready)


def marked(box) -> list[str]:
    """The words with a line under them."""
    if isinstance(box, TextArea):
        found, block = [], box.document().firstBlock()
        while block.isValid():
            found += [block.text()[f.start : f.start + f.length] for f in block.layout().formats()]
            block = block.next()
        return found
    return [word.text for word in box.helper.wrong_in(box.text())]


def menu(qtbot, box) -> QMenu:
    """The menu that a key opens."""
    qtbot.keyClick(box, Qt.Key.Key_F10, SHIFT)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def texts(found: QMenu) -> list[str]:
    return [action.text() for action in found.actions() if not action.isSeparator()]


def choose(qtbot, found: QMenu, text: str) -> None:
    """Go down to a line of the menu with the arrow keys, and press Enter."""
    for _ in range(30):
        at = found.activeAction()
        if at is not None and at.text() == text:
            qtbot.keyClick(found, Qt.Key.Key_Return)
            return
        qtbot.keyClick(found, Qt.Key.Key_Down)
    raise AssertionError(f"{text} is not in the menu")


def test_a_misspelt_word_is_underlined_once_the_cursor_has_left_it(qtbot, boxes) -> None:
    write(qtbot, boxes, boxes.long, "Mum will recieve")
    assert marked(boxes.long) == []
    qtbot.keyClicks(boxes.long, " a letter")
    assert marked(boxes.long) == ["recieve"]
    qtbot.keyClicks(boxes.long, ". Tomorow")
    assert marked(boxes.long) == ["recieve"]
    boxes.name.setFocus()
    assert marked(boxes.long) == ["recieve", "Tomorow"]


def test_the_dictionary_is_not_read_before_something_is_written(qtbot, boxes) -> None:
    boxes.long.setFocus()
    QApplication.processEvents()
    assert not boxes.help.is_ready
    assert not boxes.long.helper.wrong_in("recieve")


def test_marks_are_no_change_of_what_is_written(qtbot, boxes) -> None:
    write(qtbot, boxes, boxes.long, "recieve ")
    with qtbot.assertNotEmitted(boxes.long.value_changed):
        boxes.name.setFocus()
        boxes.help._look_again()
    assert boxes.long.value() == "recieve "


def test_a_short_box_is_underlined_too(qtbot, boxes) -> None:
    write(qtbot, boxes, boxes.short, "recieve a letter")

    def reds() -> int:
        image = boxes.short.grab().toImage()
        places = [(x, y) for x in range(image.width()) for y in range(image.height())]
        colours = (image.pixelColor(*place) for place in places)
        return sum(colour.red() > colour.green() + 60 for colour in colours)

    qtbot.waitUntil(lambda: reds() > 5)
    boxes.short.selectAll()
    qtbot.keyClicks(boxes.short, "receive a letter")
    boxes.name.setFocus()
    assert reds() == 0


def test_a_name_box_is_left_alone(qtbot, boxes) -> None:
    write(qtbot, boxes, boxes.long, "word ")
    boxes.name.setFocus()
    qtbot.keyClicks(boxes.name, "Zzyzxwell")
    assert boxes.name.helper is None


@pytest.mark.parametrize("which", ["long", "short"])
def test_the_keyboard_opens_a_menu_and_a_suggestion_takes_the_place_of_the_word(
    qtbot, boxes, which: str
) -> None:
    box = getattr(boxes, which)
    box.set_value("😀 ")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    write(qtbot, boxes, box, "Mum will recieve")
    found = menu(qtbot, box)
    assert texts(found)[0] == "receive"
    assert {"Add “recieve” to our words", "Ignore here"} < set(texts(found))
    with qtbot.waitSignal(box.value_changed):
        choose(qtbot, found, "receive")
    assert box.value() == "😀 Mum will receive"
    assert marked(box) == []


def test_a_right_word_offers_no_suggestions(qtbot, boxes) -> None:
    write(qtbot, boxes, boxes.long, "letter")
    found = menu(qtbot, boxes.long)
    assert not any("our words" in text for text in texts(found))
    found.close()


def test_a_word_is_added_to_the_words_of_the_team_and_taken_out_again(qtbot, boxes, desk) -> None:
    write(qtbot, boxes, boxes.short, "Quillonsedge again")
    write(qtbot, boxes, boxes.long, "At Quillonsedge")
    choose(qtbot, menu(qtbot, boxes.long), "Add “Quillonsedge” to our words")
    assert desk.writing.learned() == ("quillonsedge",)
    assert marked(boxes.long) == marked(boxes.short) == []
    choose(qtbot, menu(qtbot, boxes.long), "Take “Quillonsedge” out of our words")
    assert desk.writing.learned() == ()
    assert marked(boxes.short) == ["Quillonsedge"]
    assert boxes.errors == []


def test_a_word_ignored_here_is_marked_elsewhere(qtbot, boxes, desk) -> None:
    write(qtbot, boxes, boxes.short, "Quillonsedge again")
    write(qtbot, boxes, boxes.long, "At Quillonsedge")
    choose(qtbot, menu(qtbot, boxes.long), "Ignore here")
    boxes.name.setFocus()
    assert marked(boxes.long) == []
    assert marked(boxes.short) == ["Quillonsedge"]
    assert desk.writing.learned() == ()


def test_f7_goes_from_one_word_to_check_to_the_next_and_round(qtbot, boxes) -> None:
    write(qtbot, boxes, boxes.long, "Tomorow we recieve it")
    selected = []
    for _ in range(3):
        qtbot.keyClick(boxes.long, Qt.Key.Key_F7)
        selected.append(boxes.long.textCursor().selectedText())
    assert selected == ["Tomorow", "recieve", "Tomorow"]


def test_a_screen_reader_can_ask_how_many_words_there_are_to_check(qtbot, boxes) -> None:
    boxes.long.setAccessibleDescription("What happened")
    write(qtbot, boxes, boxes.long, "Tomorow we recieve it")
    boxes.name.setFocus()
    assert boxes.long.accessibleDescription().startswith("What happened. 2 words to check. F7")
    boxes.long.setAccessibleDescription("Enter what happened")
    assert boxes.long.accessibleDescription().startswith("Enter what happened. 2 words to check")


def test_switched_off_nothing_is_marked_or_offered(qtbot, boxes) -> None:
    write(qtbot, boxes, boxes.long, "recieve a letter")
    switches().set(spelling=False)
    assert marked(boxes.long) == []
    boxes.long.moveCursor(boxes.long.textCursor().MoveOperation.Start)
    found = menu(qtbot, boxes.long)
    assert "receive" not in texts(found)
    found.close()
    switches().set(spelling=True)
    assert marked(boxes.long) == ["recieve"]


def test_a_computer_without_hunspell_says_so_in_the_menu(qtbot, boxes, monkeypatch) -> None:
    monkeypatch.setattr(spelling, "dictionary", lambda: None)
    monkeypatch.setattr(spelling, "is_available", lambda: False)
    boxes.long.setFocus()
    qtbot.keyClicks(boxes.long, "recieve")
    found = menu(qtbot, boxes.long)
    assert texts(found)[0] == "Spelling cannot be checked on this computer"
    assert not found.actions()[0].isEnabled()
    found.close()


@pytest.mark.parametrize("which", ["long", "short"])
def test_dictation_goes_through_an_input_method_and_is_kept(qtbot, boxes, which: str) -> None:
    box = getattr(boxes, which)
    write(qtbot, boxes, box, "recieve ")
    composing = QInputMethodEvent("we went", [])
    QApplication.sendEvent(box, composing)
    assert box.value().strip() == "recieve"
    done = QInputMethodEvent()
    done.setCommitString("we went home")
    with qtbot.waitSignal(box.value_changed):
        QApplication.sendEvent(box, done)
    assert box.value() == "recieve we went home"
    assert marked(box) == ["recieve"]
