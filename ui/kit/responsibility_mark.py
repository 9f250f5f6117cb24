"""The mark of parental responsibility: filled PR, open ring, question mark, dash (picture 29)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import kept, painting
from ui.theme import theme

SIDE = 20
"""Of the mark, in pixels at 100 %."""
WORDS = {
    "yes": "has parental responsibility",
    "no": "no parental responsibility",
    "not_known": "parental responsibility not known",
    "": "parental responsibility not asked yet",
}
"""What each mark means."""


def paint_mark(painter: QPainter, rect: QRectF, answer: str) -> None:
    """Paint the mark in the middle of ``rect``: never by colour alone, each has its own shape."""
    tokens, side = theme().tokens, theme().px(SIDE)
    disc = QRectF(0, 0, side, side)
    disc.moveCenter(rect.center())
    with kept(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if answer == "":
            painter.setPen(QPen(tokens.text3, max(1.5, side / 12)))
            half = side / 5
            middle = disc.center()
            painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))
            return
        filled = answer == "yes"
        painter.setBrush(tokens.accent if filled else tokens.surface)
        edge = QPen(tokens.accent if filled else tokens.line_strong, 1.4)
        if answer == "not_known":
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        words = {"yes": "PR", "not_known": "?"}.get(answer, "")
        if words:
            font = theme().font("key_cap")
            font.setPixelSize(max(8, round(side * (0.45 if filled else 0.62))))
            font.setWeight(QFont.Weight.Bold)
            painter.setFont(font)
            painter.setPen(tokens.on_accent if filled else tokens.text2)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words)


class ResponsibilityMark(QWidget):
    """A mark of its own, for a key or beside words that say the same."""

    def __init__(self, answer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer = answer
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme().px(SIDE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_mark(painter, QRectF(self.rect()), self._answer)
