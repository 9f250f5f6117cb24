"""The application's mark: a path that winds up past two stones to an open one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import draw_box, kept, painting
from ui.theme import theme

# Drawn on a square of 40.
_STONES = (QPointF(11, 29), QPointF(20.3, 19))
_OPEN = QPointF(28.7, 10.5)


def paint_brand_mark(painter: QPainter, rect: QRectF, tile: QColor, ink: QColor) -> None:
    """Paint the mark in ``ink`` on a rounded ``tile`` that fills ``rect``."""
    unit = rect.width() / 40
    way = QPainterPath(_STONES[0])
    way.lineTo(14.5, 29)
    way.cubicTo(17.5, 28.6, 17.8, 27, 17.8, 24.5)
    way.cubicTo(17.8, 21, 18, 19, 20.3, 19)
    way.cubicTo(24.5, 19, 26, 17.5, 26.4, 14)
    with kept(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(painter, rect, 9.5 * unit, tile)
        painter.translate(rect.topLeft())
        painter.scale(unit, unit)
        painter.setPen(QPen(ink, 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(way)
        painter.setPen(QPen(ink, 2.2))
        painter.setBrush(tile)
        painter.drawEllipse(_OPEN, 4.1, 4.1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for stone in _STONES:
            painter.drawEllipse(stone, 3.5, 3.5)


def brand_icon() -> QIcon:
    """The mark for the window and the task bar."""
    icon = QIcon()
    tokens = theme().tokens
    for side in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        with painting(pixmap) as painter:
            paint_brand_mark(painter, QRectF(0, 0, side, side), tokens.accent, tokens.on_accent)
        icon.addPixmap(pixmap)
    return icon


class BrandMark(QWidget):
    """The mark in the accent. The application's name stands beside it."""

    def __init__(self, size: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            paint_brand_mark(painter, QRectF(self.rect()), tokens.accent, tokens.on_accent)
