"""The lock: it covers everything, loses nothing, and opens where one was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from ehdesk.desk import Desk
from tests.desks import DemoHome, a_clock
from tests.ui.window import open_application, press, unlock
from ui.app.application import Application
from ui.app.desk_frame import DeskFrame
from ui.app.lock import IdleLock
from ui.app.wizard_place import WizardPlace
from ui.kit.navigation import Place
from ui.kit.text_area import TextArea


class Watch:
    """A clock in seconds that stands until it is moved."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def application(qtbot: QtBot, demo_home: DemoHome, tmp_path: Path, watch: Watch) -> Application:
    """The window with a lock after 15 minutes of the watch, looked at every 10 milliseconds."""
    lock = IdleLock(look_every=10, seconds=watch)
    return open_application(qtbot, demo_home.copy_to(tmp_path), a_clock(), lock=lock)


@pytest.fixture
def frame(qtbot: QtBot, application: Application) -> DeskFrame:
    return unlock(qtbot, application)


@contextmanager
def fill_disk(desk: Desk) -> Iterator[None]:
    """No page more can be written, until the block ends."""
    engine = desk.store.engine

    def hold(connection: Any, _record: object, _proxy: object) -> None:
        connection.execute("PRAGMA max_page_count=1").fetchone()  # as many as there are now

    event.listen(engine, "checkout", hold)
    try:
        yield
    finally:
        event.remove(engine, "checkout", hold)
        engine.dispose()


def texts_on_screen(window: QWidget) -> str:
    """Every text that can be seen or read out now."""
    words = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            words += [widget.accessibleName(), widget.toolTip()]
            if isinstance(widget, QLabel):
                words.append(widget.text())
    return " ".join(words)


def test_fifteen_minutes_without_a_key_lock_the_window(
    qtbot: QtBot, application: Application, frame: DeskFrame, watch: Watch
) -> None:
    assert "Tilbrook" in texts_on_screen(application.window)

    watch.seconds = 15 * 60 - 1
    qtbot.waitSignal(application.lock.looked).wait()
    assert not application.is_locked

    watch.seconds = 15 * 60
    qtbot.waitUntil(lambda: application.is_locked)
    assert application.window.windowTitle() == "Early Help Desk"
    shown = texts_on_screen(application.window)
    assert "Tilbrook" not in shown
    assert "Anita" not in shown


def test_moving_the_mouse_puts_the_lock_off(
    qtbot: QtBot, application: Application, frame: DeskFrame, watch: Watch
) -> None:
    watch.seconds = 14 * 60
    handle = application.window.windowHandle()
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(9, 9),
        QPointF(9, 9),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(handle, move)

    watch.seconds = 28 * 60
    qtbot.waitSignal(application.lock.looked).wait()
    assert not application.is_locked

    watch.seconds = 29 * 60
    qtbot.waitUntil(lambda: application.is_locked)


def test_a_touch_after_a_long_sleep_locks_and_does_not_count_as_work(
    application: Application, frame: DeskFrame, watch: Watch
) -> None:
    watch.seconds = 3 * 60 * 60
    handle = application.window.windowHandle()

    QTest.keyClick(handle, Qt.Key.Key_Shift)

    assert application.is_locked


def test_ctrl_l_locks_and_the_same_password_opens_where_one_was(
    qtbot: QtBot, application: Application, frame: DeskFrame
) -> None:
    press(application, "Alt+3")
    page = frame.page

    press(application, "Ctrl+L")
    assert application.is_locked
    assert application.window.filling is application.unlock

    unlock(qtbot, application)
    assert frame.page is page
    assert application.window.windowTitle() == "Demo locality · Early Help Desk"


def test_a_wrong_password_leaves_it_locked(
    qtbot: QtBot, application: Application, frame: DeskFrame
) -> None:
    application.lock_now()
    cover = application.unlock
    assert cover is not None

    QTest.keyClicks(cover.form.input, "not the password")
    cover.form.button.click()

    qtbot.waitUntil(lambda: bool(cover.form.error))
    assert application.is_locked


def test_what_was_being_typed_is_saved_before_the_lock_and_still_there_after(
    qtbot: QtBot, application: Application, frame: DeskFrame
) -> None:
    (draft,) = [d for d in frame.desk.lists.today().drafts if d.form == "eha"][:1]
    frame.navigator.open_record(draft.record_id)
    page = frame.page
    assert isinstance(page, WizardPlace)
    box = next(area for area in page.findChildren(TextArea) if area.isVisible())
    box.setFocus()
    QTest.keyClicks(box, "She walks the dog herself. ")

    press(application, "Ctrl+L")
    assert application.is_locked
    assert not page.wizard.autosave.has_unsaved
    kept = frame.desk.forms.open(draft.record_id).values
    assert any("She walks the dog herself" in str(value) for value in kept.values())

    unlock(qtbot, application)
    assert frame.page is page
    assert "She walks the dog herself" in box.toPlainText()
    assert application.window.focusWidget() is box


def test_no_key_opens_anything_while_it_is_locked(
    application: Application, frame: DeskFrame
) -> None:
    frame.palette_.open_for_all()
    QTest.keyClicks(frame.palette_.input, "til")

    application.lock_now()
    assert not frame.palette_.isVisible()
    assert frame.palette_.texts == ()

    place = frame.area.place
    for keys in ("Ctrl+K", "Ctrl+N", "Alt+3", "Esc"):
        press(application, keys)
    assert application.is_locked
    assert frame.area.place == place
    assert not frame.palette_.isVisible()
    assert application.window.filling is application.unlock


def test_a_store_can_be_closed_with_the_window_while_it_is_locked(
    application: Application, frame: DeskFrame
) -> None:
    application.lock_now()

    assert application.window.close()

    assert application.frame is None


def paste(box: QWidget, words: str) -> None:
    """More than anybody would type, put in as people do."""
    clipboard = QApplication.clipboard()
    clipboard.setText(words)
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    clipboard.clear()


def test_the_lock_does_not_say_saved_of_what_a_full_disk_did_not_take(
    qtbot: QtBot, application: Application, frame: DeskFrame
) -> None:
    (draft,) = [d for d in frame.desk.lists.today().drafts if d.form == "eha"][:1]
    frame.navigator.open_record(draft.record_id)
    page = frame.page
    assert isinstance(page, WizardPlace)
    with fill_disk(frame.desk):
        box = next(area for area in page.findChildren(TextArea) if area.isVisible())
        box.setFocus()
        paste(box, "She walks the dog herself. " * 500)
        application.lock_now()
    shown = texts_on_screen(application.window)
    assert "Everything is saved" not in shown
    assert "What was typed last is not saved yet. Unlock to save it" in shown

    unlock(qtbot, application)
    assert page.wizard.autosave.save_now()
    application.lock_now()
    assert "Everything is saved" in texts_on_screen(application.window)


def test_what_is_typed_on_a_page_that_is_not_recorded_yet_is_saved_by_the_lock(
    qtbot: QtBot, application: Application, frame: DeskFrame
) -> None:
    case_id = frame.desk.lists.today().drafts[0].case_id
    frame.navigator.go(Place("sharing", case_id=case_id))
    area = next(area for area in frame.findChildren(TextArea) if area.isVisible())
    with fill_disk(frame.desk):
        paste(area, "To plan the visit. " * 500)
        application.lock_now()
    assert "is not saved yet" in texts_on_screen(application.window)

    unlock(qtbot, application)
    application.lock_now()
    assert "Everything is saved" in texts_on_screen(application.window)
    draft = frame.desk.drafts.get(case_id, "sharing")
    assert draft is not None
    assert draft.typed["purpose"].startswith("To plan the visit.")
