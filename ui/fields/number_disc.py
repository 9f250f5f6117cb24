"""The number of an outcome in a filled disc."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import painting
from ui.theme import theme


class NumberDisc(QWidget):
    """Grows with the text size."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_number(self, number: int) -> None:
        """Show another number."""
        self._number = number
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(28)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(self.rect())
            painter.setPen(tokens.on_accent)
            painter.setFont(theme().font("body_strong"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
