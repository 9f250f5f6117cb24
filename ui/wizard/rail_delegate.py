"""How a step of the rail is painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ehdesk.forms.session import Step
from ui.kit.marks import paint_tick
from ui.kit.painting import draw_box, draw_focus_ring, kept
from ui.kit.paragraph import Paragraph
from ui.theme import theme

STEP = Qt.ItemDataRole.UserRole + 1
"""A tuple: the step, whether it is the first, whether it is the last."""

_ROLES = {"current": "body_strong", "to_do": "body"}
_MARK = 22
_TEXT_AT = 52
_LEAST = 52


class RailDelegate(QStyledItemDelegate):
    """A mark, a name that wraps, and a line under it; the current one on a white slab."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        step, _first, _last = index.data(STEP)
        width = self._view.viewport().width()
        name, line = self._texts(step, width)
        high = name.height + line.height + theme().px(14)
        return QSize(width, max(theme().px(_LEAST), round(high)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        step, first, last = index.data(STEP)
        px, tokens = theme().px, theme().tokens
        rect = QRectF(option.rect)
        with kept(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            slab = rect.adjusted(0, px(4), 0, -px(4))
            state = option.state
            if step.state == "current":
                draw_box(painter, slab, px(8), tokens.raised, tokens.line)
            elif state & QStyle.StateFlag.State_MouseOver:
                draw_box(painter, slab, px(8), tokens.hover)
            if state & QStyle.StateFlag.State_HasFocus:
                draw_focus_ring(painter, slab, px(8))
            middle = QPointF(rect.left() + px(28), rect.center().y())
            self._paint_line(painter, rect, middle, step, first, last)
            self._paint_mark(painter, middle, step)
            name, line = self._texts(step, round(rect.width()))
            top = rect.center().y() - (name.height + line.height) / 2
            name.paint(painter, rect.left() + px(_TEXT_AT), top, self._ink(step))
            under = tokens.tone("overdue").ink if step.to_fix else tokens.text2
            line.paint(painter, rect.left() + px(_TEXT_AT), top + name.height, under)

    def _texts(self, step: Step, width: int) -> tuple[Paragraph, Paragraph]:
        room = width - theme().px(_TEXT_AT + 10)
        role = _ROLES.get(step.state, "body_medium")
        name = Paragraph(step.short, role, room)
        line = Paragraph(step.line, "caption", room)
        if not step.line:
            line.height = 0
        return name, line

    def _ink(self, step: Step) -> QColor:
        return theme().tokens.text2 if step.state == "to_do" else theme().tokens.text

    def _paint_line(
        self,
        painter: QPainter,
        rect: QRectF,
        middle: QPointF,
        step: Step,
        first: bool,
        last: bool,
    ) -> None:
        """The line to the step before and the one after, coloured as far as done."""
        px, tokens = theme().px, theme().tokens
        clear = px(_MARK) / 2 + px(4)
        done = tokens.tone("done").line
        if not first:
            colour = done if step.state in ("done", "current") else tokens.line_mid
            painter.setPen(QPen(colour, 2))
            painter.drawLine(
                QPointF(middle.x(), rect.top()), QPointF(middle.x(), middle.y() - clear)
            )
        if not last:
            painter.setPen(QPen(done if step.state == "done" else tokens.line_mid, 2))
            painter.drawLine(
                QPointF(middle.x(), middle.y() + clear), QPointF(middle.x(), rect.bottom() + 1)
            )

    def _paint_mark(self, painter: QPainter, middle: QPointF, step: Step) -> None:
        px, tokens = theme().px, theme().tokens
        side = px(_MARK)
        box = QRectF(0, 0, side, side)
        box.moveCenter(middle)
        if step.state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(box)
            tick = box.adjusted(side * 0.24, side * 0.24, -side * 0.24, -side * 0.24)
            paint_tick(painter, tick, tokens.on_accent)
            return
        if step.state == "current":
            painter.setPen(QPen(tokens.accent, 2))
            painter.setBrush(tokens.raised)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(middle, side * 0.2, side * 0.2)
            return
        wrong = step.state == "problem"
        ink = tokens.tone("overdue").ink if wrong else tokens.text2
        edge = tokens.tone("overdue").ink if wrong else tokens.line_strong
        painter.setPen(QPen(edge, 2 if wrong else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        painter.setFont(theme().font("key_cap", tabular=True))
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(step.number))
