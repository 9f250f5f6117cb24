"""A phone number that can be read from across a desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.theme import theme


class BigNumber(QWidget):
    """Why to ring, the number in large, and who answers."""

    def __init__(self, why: str, number: str, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(22), px(18), px(22), px(18))
        row.setSpacing(px(18))
        icon = QLabel()
        icon.setPixmap(theme().pixmap("phone-call", "overdue.ink", 30))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Label(why, "section", "overdue.ink"))
        self._number = QLabel(number)
        self._number.setTextFormat(Qt.TextFormat.PlainText)
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._number.setAccessibleName(f"{why}: {number}")
        words.addWidget(self._number)
        words.addWidget(Label(who, "help", "text2"))
        row.addLayout(words, 1)
        self._measure()
        theme().changed.connect(self._measure)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = theme().tokens.tone("overdue")
        with painting(self) as painter:
            draw_box(painter, self.rect().toRectF(), 10, tone.bg, tone.line)

    def _measure(self) -> None:
        font = theme().font("wizard_title", tabular=True)
        font.setPixelSize(theme().px(40))
        self._number.setStyleSheet("")
        self._number.setFont(font)
