"""The card: a white box with a thin edge that holds one thing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.theme import theme

RADIUS = 10


class Card(QFrame):
    """A box with an optional title line and a ``body``.

    ``padding=0`` is for a child that fills the card to its edges, such as a table; its corners
    are then rounded off. ``edge`` marks the whole card: "overdue", "soon", "accent" or "".
    """

    def __init__(self, title: str = "", padding: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._padding = padding
        self._corners = _Corners(self) if padding == 0 else None
        self._column = QVBoxLayout(self)
        self._title_line = QHBoxLayout()
        self._title_line.setSpacing(8)
        self._title = Label(title, "card_title")
        self._title.setVisible(bool(title))
        self._title_line.addWidget(self._title, 1)
        self._column.addLayout(self._title_line)
        self.body = QVBoxLayout()
        self._column.addLayout(self.body, 1)
        self._measure()
        theme().changed.connect(self._measure)

    def set_title(self, title: str) -> None:
        """The words on its first line."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._measure()

    def set_edge(self, edge: str) -> None:
        """Mark the card: "overdue", "soon", "accent", or "" for the plain edge."""
        self.setProperty("edge", edge)
        self.style().unpolish(self)
        self.style().polish(self)

    def add_action(self, widget: QWidget) -> None:
        """Put a button, a count or a pill at the right of the title line."""
        self._title_line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._measure()

    def _measure(self) -> None:
        px = theme().px
        pad = px(self._padding)
        self._column.setContentsMargins(pad, pad, pad, pad)
        if pad == 0:
            self._column.setContentsMargins(1, 1, 1, 1)
        has_line = bool(self._title.text()) or self._title_line.count() > 1
        self._column.setSpacing(px(10) if has_line else 0)
        self.body.setSpacing(px(12) if self._padding else 0)


class _Corners(QWidget):
    """Lies over a card and paints the canvas outside its rounded corners, then the edge again."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.setGeometry(0, 0, self._card.width(), self._card.height())
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        outside = QPainterPath()
        outside.addRect(rect)
        inside = QPainterPath()
        inside.addRoundedRect(rect, RADIUS, RADIUS)
        tokens = theme().tokens
        with painting(self) as painter:
            painter.fillPath(outside.subtracted(inside), self._behind())
            draw_box(painter, rect, RADIUS - 0.5, Qt.GlobalColor.transparent, tokens.line)

    def _behind(self) -> QColor:
        """What the card lies on: another card, or the canvas."""
        tokens = theme().tokens
        ancestor = self._card.parentWidget()
        while ancestor is not None:
            if ancestor.property("surface") == "card":
                return tokens.surface
            ancestor = ancestor.parentWidget()
        return tokens.canvas
