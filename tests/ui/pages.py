"""A window that holds the widgets of a test and has the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

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
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window
