"""A key to press, drawn as its cap."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.painting import draw_box, painting
from ui.theme import theme


class KeyCap(QLabel):
    """One key or chord in words: "Ctrl", "K", "Ctrl K"."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font("key_cap"))
        height = max(theme().px(20), metrics.height() + theme().px(4))
        words = metrics.horizontalAdvance(self.text())
        return QSize(max(height, words + theme().px(12)), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        rect = QRectF(self.rect())
        with painting(self) as painter:
            draw_box(painter, rect, 4, tokens.surface, tokens.line_mid)
            painter.setFont(theme().font("key_cap"))
            painter.setPen(tokens.text2)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
