"""Columns beside one another, or under one another where the page is narrow."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme import theme


class Columns(QWidget):
    """What holds them: says when the room for them has changed."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def minimumSizeHint(self) -> QSize:
        # Not the sum of the columns: below that they stack, and a page must be able to get there.
        return QSize(theme().px(320), super().minimumSizeHint().height())
