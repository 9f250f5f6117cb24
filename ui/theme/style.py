"""Fusion, with our own tick boxes, radio rings and arrows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QCheckBox,
    QProxyStyle,
    QRadioButton,
    QStyle,
    QStyleOption,
    QTabBar,
    QWidget,
)

from ui.theme.tokens import Tokens

_Element = QStyle.PrimitiveElement
_State = QStyle.StateFlag
_ARROWS = {
    _Element.PE_IndicatorArrowDown: 0,
    _Element.PE_IndicatorArrowLeft: 90,
    _Element.PE_IndicatorArrowUp: 180,
    _Element.PE_IndicatorArrowRight: 270,
    _Element.PE_IndicatorSpinDown: 0,
    _Element.PE_IndicatorSpinUp: 180,
}
_RINGED = (QCheckBox, QRadioButton, QTabBar)
_CHECKS = (_Element.PE_IndicatorCheckBox, _Element.PE_IndicatorItemViewItemCheck)


class DeskStyle(QProxyStyle):
    """Draws what a style sheet can only do with image files, straight from the tokens."""

    def __init__(self, tokens: Callable[[], Tokens]) -> None:
        super().__init__("Fusion")
        self._tokens = tokens

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in _CHECKS:
            draw_check(painter, QRectF(option.rect), option.state, self._tokens())
        elif element == _Element.PE_IndicatorRadioButton:
            draw_radio(painter, QRectF(option.rect), option.state, self._tokens())
        elif element in _ARROWS:
            enabled = option.state & _State.State_Enabled
            tokens = self._tokens()
            ink = tokens.text2 if enabled else tokens.text_disabled
            draw_arrow(painter, QRectF(option.rect), _ARROWS[element], ink)
        elif element == _Element.PE_FrameFocusRect:
            # The style sheet and the kit ring all the others themselves.
            if isinstance(widget, _RINGED) and option.state & _State.State_KeyboardFocusChange:
                room = 4 if isinstance(widget, QTabBar) else 0
                rect = QRectF(option.rect).adjusted(-room, -room, room, room)
                draw_ring(painter, rect, self._tokens())
        else:
            super().drawPrimitive(element, option, painter, widget)


def draw_check(painter: QPainter, rect: QRectF, state: QStyle.StateFlag, tokens: Tokens) -> None:
    """A tick box filling ``rect``'s largest square; ringed when it has keyboard focus."""
    box = _square(rect)
    enabled = bool(state & _State.State_Enabled)
    mixed = bool(state & _State.State_NoChange)
    filled = mixed or bool(state & _State.State_On)
    unit = box.width() / 20
    fill = (tokens.accent if enabled else tokens.text_disabled) if filled else tokens.surface
    edge = fill if filled else _edge(state, tokens)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1.5 * unit))
    painter.setBrush(fill)
    inset = 0.75 * unit
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 4.5 * unit, 4.5 * unit)
    if filled:
        painter.setPen(_stroke(tokens.on_accent, 2 * unit))
        points = [(6, 10), (14, 10)] if mixed else [(5.5, 10.5), (8.5, 13.5), (14.5, 7)]
        painter.drawPolyline(
            QPolygonF([box.topLeft() + QPointF(x * unit, y * unit) for x, y in points])
        )
    painter.restore()


def draw_radio(painter: QPainter, rect: QRectF, state: QStyle.StateFlag, tokens: Tokens) -> None:
    """A radio ring filling ``rect``'s largest square."""
    box = _square(rect)
    enabled = bool(state & _State.State_Enabled)
    chosen = bool(state & _State.State_On)
    unit = box.width() / 20
    ink = tokens.accent if enabled else tokens.text_disabled
    width = (2 if chosen else 1.5) * unit
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink if chosen else _edge(state, tokens), width))
    painter.setBrush(tokens.surface)
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(box.center(), 4.5 * unit, 4.5 * unit)
    painter.restore()


def draw_ring(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    """The focus ring of a control that is only words and a mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.focus, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
    painter.restore()


def draw_arrow(painter: QPainter, rect: QRectF, turn: int, ink: QColor) -> None:
    """A chevron in the middle of ``rect``, pointing down and then turned clockwise."""
    reach = min(rect.width(), rect.height(), 16) / 4
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.rotate(turn)
    painter.setPen(_stroke(ink, 1.5))
    painter.drawPolyline(
        QPolygonF([QPointF(-reach, -reach / 2), QPointF(0, reach / 2), QPointF(reach, -reach / 2)])
    )
    painter.restore()


def _edge(state: QStyle.StateFlag, tokens: Tokens) -> QColor:
    if not state & _State.State_Enabled:
        return tokens.line_mid
    touched = state & (_State.State_MouseOver | _State.State_HasFocus)
    return tokens.accent if touched else tokens.line_strong


def _square(rect: QRectF) -> QRectF:
    side = min(rect.width(), rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    return box


def _stroke(ink: QColor, width: float) -> QPen:
    return QPen(
        ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
