"""One of the things to do in order: its number in a ring, and the words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit.labels import Label
from ui.kit.painting import painting
from ui.theme import theme


class _Ring(QWidget):
    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setAccessibleName(f"Step {number}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(22), theme().px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with painting(self) as painter:
            painter.setPen(QPen(tokens.line_strong, 1.4))
            painter.drawEllipse(disc)
            painter.setPen(tokens.text2)
            painter.setFont(theme().font("caption"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepLine(QWidget):
    """Grows with the text size."""

    def __init__(self, number: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(_Ring(number), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, "body"), 1)
