"""The whole application in a window, as ``ehdesk`` opens it, for tests that walk through it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ehdesk.kernel.clock import Clock
from ehdesk.kernel.home import Home
from tests.desks import PASSWORD, a_clock
from ui.app.application import Application
from ui.app.desk_frame import DeskFrame
from ui.app.lock import IdleLock

_open: list[Application] = []
"""qtbot only refers to a window; this keeps the application alive until qtbot closes it."""


def open_application(
    qtbot: QtBot,
    home: Home,
    clock: Clock | None = None,
    *,
    lock: IdleLock | None = None,
    keep_hooks: bool = False,
    width: int = 1440,
) -> Application:
    """The window of this home, shown and active. It is closed in good order after the test."""
    home.make()
    application = Application(home, clock or a_clock(), lock=lock)
    if not keep_hooks:
        application.hooks.remove()  # what goes wrong fails the test
    _open.append(application)

    def close(_window: QWidget) -> None:
        application.hooks.remove()
        application.close_store()
        _open.remove(application)

    qtbot.addWidget(application.window, before_close_func=close)
    application.begin()
    application.window.resize(width, 900)
    application.window.show()
    application.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is application.window)
    return application


def unlock(qtbot: QtBot, application: Application, password: str = PASSWORD) -> DeskFrame:
    """Type the password and wait until Today is there."""
    page = application.unlock
    assert page is not None
    page.form.input.clear()
    QTest.keyClicks(page.form.input, password)
    QTest.keyClick(page.form.input, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: application.frame is not None and not application.is_locked)
    frame = application.frame
    assert frame is not None
    qtbot.waitUntil(lambda: frame.page is not None)
    return frame


def press(application: Application, keys: str) -> None:
    """Press a shortcut, as "Ctrl+K", wherever the keyboard is."""
    *modifiers, key = keys.split("+")
    held = Qt.KeyboardModifier.NoModifier
    for name in modifiers:
        held |= {
            "Ctrl": Qt.KeyboardModifier.ControlModifier,
            "Alt": Qt.KeyboardModifier.AltModifier,
            "Shift": Qt.KeyboardModifier.ShiftModifier,
        }[name]
    code = {"Esc": Qt.Key.Key_Escape, "Left": Qt.Key.Key_Left, "/": Qt.Key.Key_Slash}.get(key)
    if code is None:
        code = Qt.Key[f"Key_{key}"]
    QTest.keyClick(application.window.focusWidget() or application.window, code, held)
