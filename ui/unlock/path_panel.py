"""The left of the unlock page: the winding path and what the application promises."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.brand import paint_brand_mark
from ui.kit.marks import paint_tick
from ui.kit.painting import kept, painting
from ui.theme import theme
from ui.theme.tokens import load_tokens

_PROMISE = "Your families’ records stay with your team."
_SUPPORT = (
    "No account, no cloud, no connection needed. Each store is one encrypted file that only "
    "opens with its password."
)
_DRAWN = QRectF(0, 0, 540, 900)
_DONE = (QPointF(88, 571), QPointF(160, 418), QPointF(321, 330))
_NEXT = QPointF(428, 198)


class PathPanel(QWidget):
    """Deep pine in both themes; painted, with its words as its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Early Help Desk")
        self.setAccessibleDescription(f"{_PROMISE} {_SUPPORT}")

    def sizeHint(self) -> QSize:
        return QSize(540, 680)

    def paintEvent(self, event: QPaintEvent) -> None:
        # The light theme's pine carries white words; the dark theme's would not.
        pine, mint = load_tokens("light"), load_tokens("dark").accent_hover
        dark = pine.accent_hover.darker(132)
        slope = QLinearGradient(0, 0, self.width() * 0.6, self.height())
        slope.setColorAt(0, pine.accent)
        slope.setColorAt(1, dark)
        with painting(self) as painter:
            painter.fillRect(self.rect(), slope)
            self._paint_path(painter, pine.accent_hover, mint)
            self._paint_words(painter, pine.on_accent, mint, dark)

    def _paint_path(self, painter: QPainter, ground: QColor, mint: QColor) -> None:
        unit = max(self.width() / _DRAWN.width(), self.height() / _DRAWN.height())
        with kept(painter):
            # Held at the right edge and in the middle of the height, so that it leads off the
            # panel to the page whatever its shape.
            painter.translate(
                self.width() - _DRAWN.width() * unit,
                (self.height() - _DRAWN.height() * unit) / 2,
            )
            painter.scale(unit, unit)
            way = _way()
            for width, light in ((122, 10), (64, 20)):
                painter.strokePath(way, QPen(QColor(255, 255, 255, light), width))
            painter.strokePath(way, QPen(mint, 2.4))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mint)
            for stone in _DONE:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(mint)
                painter.drawEllipse(stone, 11, 11)
                tick = QRectF(stone.x() - 6, stone.y() - 6.5, 12, 12)
                paint_tick(painter, tick, ground)
            painter.setPen(QPen(mint, 2.4))
            painter.setBrush(ground)
            painter.drawEllipse(_NEXT, 11, 11)

    def _paint_words(self, painter: QPainter, ink: QColor, mint: QColor, tile: QColor) -> None:
        px = theme().px
        side, left = px(40), px(52) if self.width() > px(460) else px(32)
        mark = QRectF(left, px(48), side, side)
        paint_brand_mark(painter, mark, mint, tile)
        painter.setFont(theme().font("section"))
        painter.setPen(ink)
        name = QRectF(mark.right() + px(14), mark.top(), self.width() - mark.right(), side)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, "Early Help Desk")
        width = min(self.width() - 2 * left, px(440))
        promise = _lay(_PROMISE, "wizard_title", min(width, px(400)))
        support = _lay(_SUPPORT, "input", width)
        soft = QColor(ink)
        soft.setAlphaF(0.85)
        bottom = self.height() - px(60)
        top = bottom - _height(support, "input")
        _draw(painter, support, QPointF(left, top), soft)
        top -= px(14) + _height(promise, "wizard_title")
        _draw(painter, promise, QPointF(left, top), ink)


def _way() -> QPainterPath:
    way = QPainterPath(QPointF(-30, 597))
    way.lineTo(22, 597)
    way.cubicTo(56, 597, 78, 592, 88, 571)
    way.cubicTo(104, 537, 112, 446, 160, 418)
    way.cubicTo(216, 384, 322, 404, 321, 330)
    way.cubicTo(321, 236, 340, 216, 428, 198)
    way.cubicTo(478, 186, 516, 152, 570, 92)
    return way


def _lay(text: str, role: str, width: float) -> QTextLayout:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout = QTextLayout(text, theme().font(role))
    layout.setTextOption(option)
    layout.beginLayout()
    pitch, top = _pitch(role), 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += pitch
    layout.endLayout()
    return layout


def _pitch(role: str) -> int:
    return theme().line_height(role) + theme().px(1)


def _height(layout: QTextLayout, role: str) -> float:
    return layout.lineCount() * _pitch(role)


def _draw(painter: QPainter, layout: QTextLayout, at: QPointF, ink: QColor) -> None:
    painter.setPen(ink)
    for number in range(layout.lineCount()):
        layout.lineAt(number).draw(painter, at)
