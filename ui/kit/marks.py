"""The round and the square mark of a choice, drawn by the theme, and their edge when wrong."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QStyle

from ui.kit.painting import draw_box
from ui.theme import theme
from ui.theme.style import draw_check, draw_radio

MARK = 20
"""Size of a mark at 100 %."""


def paint_radio(painter: QPainter, rect: QRectF, button: QAbstractButton, wrong: bool) -> None:
    """A ring, with a dot when chosen."""
    draw_radio(painter, rect, _state(button), theme().tokens)
    if wrong and not button.isChecked():
        _paint_wrong(painter, rect, 0.5)


def paint_tick_box(painter: QPainter, rect: QRectF, button: QAbstractButton, wrong: bool) -> None:
    """A rounded square, filled and ticked when chosen."""
    draw_check(painter, rect, _state(button), theme().tokens)
    if wrong and not button.isChecked():
        _paint_wrong(painter, rect, 0.25)


def paint_tick(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A bare tick inside a square."""
    pen = QPen(colour, rect.width() * 0.1)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = ((0.2, 0.54), (0.41, 0.75), (0.83, 0.3))
    painter.drawPolyline(
        QPolygonF(
            [QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()) for x, y in points]
        )
    )


def _state(button: QAbstractButton) -> QStyle.StateFlag:
    state = QStyle.StateFlag.State_None
    if button.isEnabled():
        state |= QStyle.StateFlag.State_Enabled
    if button.isChecked():
        state |= QStyle.StateFlag.State_On
    if button.underMouse():
        state |= QStyle.StateFlag.State_MouseOver
    return state


def _paint_wrong(painter: QPainter, rect: QRectF, roundness: float) -> None:
    ink = theme().tokens.tone("overdue").ink
    draw_box(painter, rect, rect.width() * roundness, Qt.GlobalColor.transparent, ink, 2)
