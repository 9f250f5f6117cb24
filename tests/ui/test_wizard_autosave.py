"""What is typed is kept: soon, at once when it matters, and again after a failure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from ehdesk.kernel.errors import EhdeskError
from ehdesk.store.errors import DiskFull
from tests.ui.forms_in_memory import RECORD, desk
from tests.ui.pages import in_front
from ui.kit import ask
from ui.wizard.autosave import LONGEST
from ui.wizard.wizard_page import WizardPage

FULL = EhdeskError("Disk full", "Nothing was lost.", "Free some space, then try again.")


@pytest.fixture
def wizard(qtbot):
    def make(code="request", values=None, **more):
        page = WizardPage(desk(code, values, **more), RECORD)
        in_front(qtbot, page, 1440, 900)
        page.kept = page.desk.forms
        return page

    return make


def _type(qtbot, page, key, words):
    editor = page.pages.view.questions[key].editor
    editor.setFocus()
    qtbot.keyClicks(editor.focusProxy(), words)
    return editor


def test_a_keystroke_writes_nothing_by_itself_but_a_pause_keeps_it(wizard, qtbot):
    page = wizard(place="family")
    with qtbot.waitSignal(page.autosave.saved, timeout=LONGEST * 3):
        _type(qtbot, page, "family.name", "Brennan")
        assert page.kept.saves == []
    assert page.kept.saved["family.name"] == "Brennan"
    assert page.top.save_line.text() == "Saved 10:42"


def test_typing_without_a_pause_is_kept_within_a_second(wizard, qtbot):
    page = wizard(place="needs")
    editor = page.pages.view.questions["needs.worries"].editor
    editor.setFocus()

    def typed_and_kept():
        qtbot.keyClick(editor.focusProxy(), Qt.Key.Key_X)
        return bool(page.kept.saves)

    qtbot.waitUntil(typed_and_kept, timeout=LONGEST * 3)


def test_leaving_a_field_keeps_it_at_once(wizard, qtbot):
    page = wizard(place="family")
    editor = _type(qtbot, page, "family.name", "Brennan")
    qtbot.keyClick(editor.focusProxy(), Qt.Key.Key_Tab)
    assert page.kept.saved["family.name"] == "Brennan"


def test_going_to_another_step_keeps_the_answers_and_the_place(wizard, qtbot):
    page = wizard(place="family")
    _type(qtbot, page, "family.name", "Brennan")
    page.go("help")
    assert page.kept.saved["family.name"] == "Brennan"
    page.go("support")
    assert page.leave()
    assert page.kept.place.startswith("support")


def test_leaving_the_window_keeps_what_was_typed(wizard, qtbot):
    page = wizard(place="family")
    _type(qtbot, page, "family.name", "Brennan")
    page.setVisible(False)
    QApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))
    assert page.kept.saved["family.name"] == "Brennan"


def test_a_full_disk_is_said_in_words_and_the_next_try_keeps_everything(wizard, qtbot):
    page = wizard(place="family")
    page.kept.failing = FULL
    _type(qtbot, page, "family.name", "Brennan")
    assert not page.autosave.save_now()
    line = page.top.save_line
    assert line.text() == "Not saved: disk full. Keep this window open."
    line.show_failed(DiskFull())
    assert line.text() == "Not saved: disk full. Keep this window open."
    _type(qtbot, page, "family.address", "27 Tansy Walk")
    page.kept.failing = None
    again = line.findChild(type(page.body.back))
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert page.kept.saved["family.name"] == "Brennan"
    assert page.kept.saved["family.address"] == "27 Tansy Walk"
    assert line.text() == "Saved 10:42"


def test_it_tries_again_by_itself_after_a_failure(wizard, qtbot):
    page = wizard(place="family")
    page.kept.failing = FULL
    page.autosave._retry.setInterval(20)
    _type(qtbot, page, "family.name", "Brennan")
    page.autosave.save_now()
    page.kept.failing = None
    with qtbot.waitSignal(page.autosave.saved):
        pass
    assert page.kept.saved["family.name"] == "Brennan"


def test_a_form_that_could_not_be_saved_does_not_close_without_asking(wizard, qtbot, monkeypatch):
    page = wizard(place="family")
    page.kept.failing = FULL
    _type(qtbot, page, "family.name", "Brennan")
    with qtbot.assertNotEmitted(page.closed):
        qtbot.mouseClick(page.top.close_button, Qt.MouseButton.LeftButton)
    monkeypatch.setattr(ask, "answers", [False])
    with qtbot.assertNotEmitted(page.closed):
        qtbot.mouseClick(page.top.close_button, Qt.MouseButton.LeftButton)
    page.kept.failing = None
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.top.close_button, Qt.MouseButton.LeftButton)
    assert page.kept.left


def test_save_and_close_keeps_everything_and_closes_cleanly(wizard, qtbot):
    page = wizard(place="family")
    _type(qtbot, page, "family.name", "Brennan")
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.top.close_button, Qt.MouseButton.LeftButton)
    assert page.kept.saved["family.name"] == "Brennan"
    assert page.kept.left


def test_after_a_crash_it_says_once_that_the_draft_was_brought_back(wizard, qtbot):
    page = wizard(place="family", brought_back=True)
    assert page.top.save_line.text() == "Brought back as it was at 10:42"
    _type(qtbot, page, "family.name", "Brennan")
    page.autosave.save_now()
    assert page.top.save_line.text() == "Saved 10:42"
