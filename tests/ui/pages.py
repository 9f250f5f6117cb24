"""Windows that have the keyboard, for tests."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

WindowT = TypeVar("WindowT", bound=QWidget)

_open: list[QWidget] = []
"""qtbot only refers to a window; this keeps it alive until qtbot closes it."""


def page(qtbot: QtBot, *widgets: QWidget, width: int = 500) -> QDialog:
    """The widgets under one another in a window of ``width``, shown and active."""
    window = QDialog()
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    _open.append(window)
    qtbot.addWidget(window, before_close_func=_open.remove)
    window.resize(width, 600)
    show_in_front(qtbot, window)
    return window


def in_front(qtbot: QtBot, window: WindowT, *size: int) -> WindowT:
    """The window, shown and active; ``size`` is its width and height, or nothing for its own."""
    qtbot.addWidget(window)
    if size:
        window.resize(*size)
    show_in_front(qtbot, window)
    return window


def show_in_front(qtbot: QtBot, window: QWidget) -> None:
    """Show it and wait until it has the keyboard."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
