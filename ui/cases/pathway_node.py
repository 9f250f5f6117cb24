"""One box of the pathway map: a real button, painted by the state the case gives it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from ehdesk.domain.pathway_map import Node
from ui.cases.pathway_geometry import (
    EDGE,
    ROOMY,
    Pads,
    has_disc,
    line_lines,
    title_indent,
    title_lines,
    words_height,
)
from ui.kit.plain import as_tip
from ui.theme import theme

_RADIUS = 9
_ICONS = {
    "request": "inbox",
    "safeguarding": "shield-alert",
    "below_threshold": "map-pin",
    "accepted": "inbox",
    "checks": "list-checks",
    "hub": "users-round",
    "under_six_weeks": "clock",
    "assessment": "clipboard-list",
    "twelve_weeks": "clock",
    "work_no_taf": "users",
    "first_taf": "users-round",
    "review": "repeat",
    "close": "archive",
    "masp": "landmark",
    "resources": "hand-heart",
}


class PathwayNode(QAbstractButton):
    """``moved`` is called with the key of an arrow pressed on it, ``focused`` when it gets the
    keyboard: the map decides what follows."""

    def __init__(
        self,
        node: Node,
        moved: Callable[[PathwayNode, int], None],
        focused: Callable[[PathwayNode], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._moved = moved
        self._focused = focused
        self._chosen = False
        self._pads = ROOMY
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.node = node
        self.show_node(node)

    def show_node(self, node: Node) -> None:
        """Show a node in its new state."""
        self.node = node
        self.setAccessibleName(node.spoken)
        self.setAccessibleDescription(node.described)
        said = f"{node.full}. {node.date_words}" if node.date_words else node.full
        self.setToolTip(as_tip(said))
        self.update()

    def stand_at(self, box: QRectF, pads: Pads) -> None:
        """Take the place of ``box``, with the rings round it."""
        self._pads = pads
        self.setGeometry(box.adjusted(-EDGE, -EDGE, EDGE, EDGE).toRect())
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Whether the step chosen in the list is this one."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    @property
    def is_chosen(self) -> bool:
        return self._chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._moved(self, event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focused(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
            self._paint_box(painter, box)
            self._paint_rings(painter, box)
            self._paint_words(painter, box)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        tokens, state = theme().tokens, self.node.state
        done = tokens.tone("done")
        fill, edge, width, dashed = {
            "done": (done.bg, done.line, 1.2, False),
            "current": (tokens.accent, tokens.accent, 1.0, False),
            "could_be_next": (tokens.surface, tokens.line_strong, 1.3, False),
            "not_taken": (tokens.sunken, tokens.line_mid, 1.2, True),
            "exit": (tokens.surface, tokens.line_strong, 1.1, True),
        }[state]
        if self.underMouse() and state != "current":
            edge = tokens.accent
        if self.isDown() and state == "current":
            fill = tokens.accent_hover
        _draw_box(painter, box, fill, edge, width, dashed)

    def _paint_rings(self, painter: QPainter, box: QRectF) -> None:
        """The current node has a ring always; focus and choice put one (more) round it."""
        tokens = theme().tokens
        out = 4.0
        if self.node.state == "current":
            _draw_box(painter, box.adjusted(-out, -out, out, out), None, tokens.accent, 2)
            out = 8.0
        if self.hasFocus():
            _draw_box(painter, box.adjusted(-out, -out, out, out), None, tokens.focus, 2)
        elif self._chosen:
            _draw_box(painter, box.adjusted(-out, -out, out, out), None, tokens.accent_line, 2)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        px, tokens, state = theme().px, theme().tokens, self.node.state
        ink, second = {
            "done": (tokens.text, tokens.text2),
            "current": (tokens.on_accent, tokens.on_accent),
            "could_be_next": (tokens.text, tokens.text2),
            "not_taken": (tokens.text2, tokens.text3),
            "exit": (tokens.text2, tokens.text3),
        }[state]
        wide, pads = box.width(), self._pads
        title, line = title_lines(self.node, wide, pads), line_lines(self.node, wide, pads)
        height = words_height(self.node, wide, pads)
        left, top = box.left() + px(pads.left), box.center().y() - height / 2
        if has_disc(self.node):
            middle = top + theme().line_height("body_strong") / 2
            self._paint_disc(painter, QPointF(left + px(pads.disc) / 2, middle))
        title.paint(painter, left + title_indent(self.node, pads), top, ink)
        line.paint(painter, left, top + height - line.height, second)

    def _paint_disc(self, painter: QPainter, middle: QPointF) -> None:
        look, disc = theme(), self._pads.disc
        if self.node.state == "done":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.tokens.accent)
            painter.drawEllipse(middle, look.px(disc) / 2, look.px(disc) / 2)
            _paint_tick(painter, middle, look.px(disc) / 18)
            return
        pixmap = look.pixmap(_ICONS[self.node.code], "on_accent", disc, self.devicePixelRatioF())
        half = look.px(disc) / 2
        painter.drawPixmap(QPointF(middle.x() - half, middle.y() - half), pixmap)


def _paint_tick(painter: QPainter, middle: QPointF, scale: float) -> None:
    pen = QPen(theme().tokens.on_accent, 1.8 * scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corners = (QPointF(-3.6, 0.3), QPointF(-1.1, 2.8), QPointF(3.7, -2.4))
    painter.drawPolyline(QPolygonF([middle + corner * scale for corner in corners]))


def _draw_box(
    painter: QPainter,
    rect: QRectF,
    fill: QColor | None,
    edge: QColor,
    width: float,
    dashed: bool = False,
) -> None:
    pen = QPen(edge, width)
    if dashed:
        pen.setDashPattern([2.6, 2.6])
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inside = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    radius = _RADIUS + max(0.0, (inside.height() - rect.height()) / 2)
    painter.drawRoundedRect(inside, radius, radius)
