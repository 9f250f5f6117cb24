"""Control and Z in a form, and earlier versions of an answer, as a person uses them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui import samples
from tests.ui.forms_in_memory import RECORD
from tests.ui.forms_in_memory import desk as desk_in_memory
from tests.ui.pages import in_front
from ui.kit.text_area import TextArea
from ui.requests.open_wizard import open_wizard
from ui.wizard.earlier import EarlierPage
from ui.writing.help import WritingHelp

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def wizard(qtbot):
    def make(desk, record=RECORD):
        page = open_wizard(desk, record)
        return in_front(qtbot, page, 1440, 900)

    return make


def box(page, key):
    return page.pages.view.questions[key].editor.control


def undo(qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)


def redo(qtbot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL | SHIFT)


def write(qtbot, page, key, text) -> None:
    box(page, key).setFocus()
    qtbot.keyClicks(box(page, key), text)


def test_changes_are_taken_back_across_boxes_and_the_cursor_goes_to_each(wizard, qtbot) -> None:
    desk = desk_in_memory(place="family")
    page = wizard(desk)
    write(qtbot, page, "family.name", "Brennan")
    write(qtbot, page, "family.postcode", "LE3 0AA")
    undo(qtbot)
    assert page.session.value("family.postcode") == ""
    assert QApplication.focusWidget() is box(page, "family.postcode")
    undo(qtbot)
    assert page.session.value("family.name") == ""
    assert QApplication.focusWidget() is box(page, "family.name")
    undo(qtbot)  # nothing is left
    redo(qtbot)
    assert box(page, "family.name").text() == "Brennan"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CONTROL)
    assert box(page, "family.postcode").text() == "LE3 0AA"


def test_what_is_taken_back_is_saved_by_itself(wizard, qtbot) -> None:
    desk = desk_in_memory(place="family")
    page = wizard(desk)
    write(qtbot, page, "family.name", "Brennan")
    qtbot.waitUntil(lambda: desk.forms.saved.get("family.name") == "Brennan")
    undo(qtbot)
    qtbot.waitUntil(lambda: desk.forms.saved["family.name"] == "")


def test_a_change_on_another_page_is_shown_where_it_is(wizard, qtbot) -> None:
    page = wizard(desk_in_memory(place="family"))
    write(qtbot, page, "family.name", "Brennan")
    page.go("needs")
    undo(qtbot)
    assert page.session.here == "family"
    assert QApplication.focusWidget() is box(page, "family.name")
    assert box(page, "family.name").text() == ""


def test_a_pause_divides_what_is_taken_back(wizard, qtbot) -> None:
    page = wizard(desk_in_memory(place="needs"))
    key = "needs.impact"
    write(qtbot, page, key, "Late most days")
    with qtbot.waitSignal(page.undoing._pause.timeout):
        pass
    qtbot.keyClicks(box(page, key), " and tired")
    undo(qtbot)
    assert box(page, key).value() == "Late most days"
    assert box(page, key).textCursor().position() == len("Late most days")
    undo(qtbot)
    assert box(page, key).value() == ""


def test_a_choice_and_a_row_are_taken_back_in_their_turn(wizard, qtbot) -> None:
    page = wizard(desk_in_memory(values=samples.values("request"), place="family"))
    people = page.pages.view.questions["family.people"].editor
    before = page.session.value("family.people")
    qtbot.mouseClick(people.row_view("callum").remove_button, Qt.MouseButton.LeftButton)
    write(qtbot, page, "family.postcode", "x")
    undo(qtbot)
    assert page.session.value("family.people") != before
    undo(qtbot)
    assert page.session.value("family.people") == before
    assert people.row_view("callum").isAncestorOf(QApplication.focusWidget())
    redo(qtbot)
    assert [row["id"] for row in page.session.value("family.people")] == [
        "siobhan",
        "niamh",
        "paul",
    ]


def test_the_menu_of_a_box_undoes_for_the_form_and_not_for_itself(wizard, qtbot) -> None:
    page = wizard(desk_in_memory(place="needs"))
    WritingHelp(_NoWords(), page, lambda: None, lambda _error: None)
    write(qtbot, page, "needs.impact", "Tired")
    qtbot.keyClick(box(page, "needs.impact"), Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    named = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]
    assert named.count("Undo") == named.count("Redo") == 1
    _choose(qtbot, menu, "Undo")
    assert page.session.value("needs.impact") == ""


def test_a_read_only_form_takes_nothing_back(wizard, qtbot) -> None:
    page = wizard(desk_in_memory(values=samples.values("request"), place="family", read_only=True))
    before = page.session.values()
    undo(qtbot)
    assert page.session.values() == before


def test_an_earlier_version_is_found_by_keyboard_put_back_and_undone(wizard, qtbot, desk) -> None:
    record = desk.requests.start()
    for text in ("Late most days.", "Something else altogether."):
        desk.clock.move_to(desk.clock.now() + timedelta(minutes=10))
        desk.forms.save(record, {"needs.impact": text}, place="needs", steps_done=0, steps_total=9)
    page = wizard(desk, record)
    WritingHelp(desk.writing, page, lambda: page.case_id, page.say_problem)
    area = box(page, "needs.impact")
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_F10, SHIFT)
    _choose(qtbot, QApplication.activePopupWidget(), "Earlier versions of this answer")
    cover = page.covers.currentWidget()
    assert isinstance(cover, EarlierPage)
    assert QApplication.focusWidget() is cover.title
    assert [card.said.text() for card in cover.cards] == [
        "Something else altogether.",
        "Late most days.",
    ]
    assert "Anita Rowe" in cover.cards[1].told.text()
    assert [card.put_back.isVisible() for card in cover.cards] == [False, True]
    assert cover.cards[0].now.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is cover.cards[1].put_back
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert area.value() == "Late most days."
    assert QApplication.focusWidget() is area
    undo(qtbot)
    assert area.value() == "Something else altogether."


def test_escape_leaves_earlier_versions_as_it_was(wizard, qtbot, desk) -> None:
    record = desk.requests.start()
    page = wizard(desk, record)
    page.go("family")
    page.around.show_earlier("family.people")
    cover = page.covers.currentWidget()
    assert cover.cards == []
    undo(qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.covers.currentWidget() is page.frame
    assert page.pages.view.questions["family.people"].isAncestorOf(QApplication.focusWidget())


def test_nothing_is_taken_back_under_a_page_that_lies_over_the_form(wizard, qtbot, desk) -> None:
    page = wizard(desk, desk.requests.start())
    page.go("family")
    write(qtbot, page, "family.name", "Brennan")
    page.around.show_earlier("family.name")
    undo(qtbot)
    assert page.session.value("family.name") == "Brennan"


def test_a_question_without_a_box_has_its_menu_too(wizard, qtbot) -> None:
    page = wizard(desk_in_memory(place="before_you_start"))
    WritingHelp(_NoWords(), page, lambda: None, lambda _error: None)
    yes = page.pages.view.questions["before_you_start.called"].editor.radios.button(True)
    yes.setFocus()
    qtbot.keyClick(yes, Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert "Earlier versions of this answer" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_box_that_takes_back_for_itself_elsewhere_still_does(qtbot) -> None:
    area = TextArea("Story")
    qtbot.addWidget(area)
    area.show()
    qtbot.keyClicks(area, "First")
    qtbot.keyClick(area, Qt.Key.Key_Z, CONTROL)
    assert area.value() == ""


class _NoWords:
    """A store that has learned nothing."""

    def words(self, _case_id=None) -> frozenset[str]:
        return frozenset()

    def learned(self) -> tuple[str, ...]:
        return ()


def _choose(qtbot, menu: QMenu, text: str) -> None:
    for _ in range(30):
        at = menu.activeAction()
        if at is not None and at.text().partition("\t")[0] == text:
            qtbot.keyClick(menu, Qt.Key.Key_Return)
            return
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    raise AssertionError(f"{text} is not in the menu")
