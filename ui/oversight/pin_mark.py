"""The number of a comment, on its answer and on its card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.kit.painting import painting
from ui.theme import theme


class PinMark(QWidget):
    """A numbered speech tab. Filled while its comment is not answered; the number stays."""

    def __init__(self, number: int, is_open: bool) -> None:
        super().__init__()
        self._number, self._open = number, is_open
        self.setAccessibleName(f"Comment {number}" + ("" if is_open else ", answered"))
        self._measure()
        theme().changed.connect(self._measure)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = theme().tokens.tone("wait")
        with painting(self) as painter:
            wide, high = self.width() - 2.0, self.height() - 2.0
            tab = high * 0.2
            path = QPainterPath()
            path.addRoundedRect(QRectF(1, 1, wide, high - tab), 5, 5)
            tail = QPainterPath(QPointF(wide * 0.3, high - tab))
            tail.lineTo(wide * 0.3, high + 1)
            tail.lineTo(wide * 0.62, high - tab)
            path = path.united(tail)
            painter.setPen(QPen(tone.ink, 1.4))
            painter.setBrush(tone.ink if self._open else tone.bg)
            painter.drawPath(path)
            painter.setPen(tone.bg if self._open else tone.ink)
            painter.setFont(theme().font("help_strong"))
            box = QRectF(1, 1, wide, high - tab)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _measure(self) -> None:
        side = theme().line_height("help_strong") + theme().px(6)
        self.setFixedSize(QSize(side + theme().px(4), side + theme().px(4)))
