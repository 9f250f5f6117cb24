"""A row or a place that is pressed: lit under the mouse, ringed with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.focus import ringed
from ui.kit.painting import draw_box, painting
from ui.kit.push_button import PaintedButton
from ui.theme import theme


class RowButton(PaintedButton):
    """As wide as there is room and as high as what its layout holds."""

    radius = 7.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            rect = QRectF(self.rect())
            self.paint_ground(painter, rect)
            if self.hasFocus():
                ringed(painter, rect, self.radius)

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """What lies under the words."""
        if self.underMouse() and self.isEnabled():
            draw_box(painter, rect, self.radius, fill=theme().tokens.hover)
