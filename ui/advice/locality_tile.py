"""One locality on the sketch of the area: a real button in the shape of its outline."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRegion,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from ehdesk.authority.items import Locality
from ui.kit.painting import RING, painting
from ui.theme import theme

_NAME, _NUMBER, _YOURS = "body_strong", "body_medium", "caption"
_EDGE = 4.0
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class LocalityTile(QAbstractButton):
    """``moved`` is called when an arrow key asks for the next or the one before."""

    def __init__(
        self,
        locality: Locality,
        moved: Callable[[LocalityTile, int], None],
        parent: QWidget,
        *,
        yours: bool = False,
    ) -> None:
        super().__init__(parent)
        self.locality = locality
        self.yours = yours
        self._moved = moved
        self._outline = QPolygonF()
        self._chosen = False
        self.shows_number = True
        """Whether there is room for its number; otherwise it is in the list alone."""
        said = f"{locality.name} advice point, {locality.phone}"
        self.setAccessibleName(f"{said}, yours" if yours else said)
        self.setAccessibleDescription("Copies the number")
        self.setToolTip(said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_chosen(self, chosen: bool) -> None:
        """Whether it is the one that a postcode or the list points to."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def stand(self, outline: QPolygonF) -> None:
        """Take the place of this outline, in the map's own pixels."""
        box = outline.boundingRect().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE).toAlignedRect()
        self._outline = outline.translated(-box.x(), -box.y())
        self.setGeometry(box)
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * _EDGE)
        path = self._path()
        whole = path.united(stroker.createStroke(path))
        # Outside its outline a click belongs to whoever lies there.
        self.setMask(QRegion(whole.toFillPolygon().toPolygon()))
        self.shows_number = self._fits((_NAME, self.locality.name), (_NUMBER, self.locality.phone))
        self.update()

    def fits_name(self) -> bool:
        """Whether its name has room in it."""
        return self._fits((_NAME, self.locality.name))

    def hitButton(self, pos: QPoint) -> bool:
        return self._path().contains(QPointF(pos))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._moved(self, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        fill = tokens.accent if self.yours else tokens.surface
        ink = tokens.on_accent if self.yours else tokens.text
        edge = tokens.accent if self._chosen else tokens.line_strong
        if self.underMouse() and not self.yours:
            fill = tokens.hover
        elif self._chosen and not self.yours:
            fill = tokens.accent_tint
        with painting(self) as painter:
            pen = QPen(edge, 2.0 if self._chosen else 1.0)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(fill)
            painter.drawPath(self._path())
            if self.hasFocus():
                inner = QPen(tokens.on_accent if self.yours else tokens.focus, RING)
                inner.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(inner)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolygon(_shrunk(self._outline, 2.0 * RING))
            painter.setPen(ink)
            top = self._middle().y() - self._high() / 2
            for role, words in self._lines():
                high = theme().line_height(role)
                painter.setFont(theme().font(role, tabular=True))
                at = QRectF(0, top, 2 * self._middle().x(), high)
                painter.drawText(at, Qt.AlignmentFlag.AlignCenter, words)
                top += high

    def _lines(self) -> list[tuple[str, str]]:
        lines = [(_NAME, self.locality.name)]
        if self.shows_number:
            lines.append((_NUMBER, self.locality.phone))
        if self.yours:
            lines.append((_YOURS, "yours"))
        return lines

    def _high(self) -> int:
        return sum(theme().line_height(role) for role, _words in self._lines())

    def _fits(self, *lines: tuple[str, str]) -> bool:
        every = [*lines, (_YOURS, "yours")] if self.yours else list(lines)
        high = sum(theme().line_height(role) for role, _words in every)
        top = self._middle().y() - high / 2
        path = self._path()
        for role, words in every:
            wide = QFontMetricsF(theme().font(role, tabular=True)).horizontalAdvance(words) + 6
            line = theme().line_height(role)
            box = QRectF(self._middle().x() - wide / 2, top + 2, wide, line - 4)
            if not path.contains(box):
                return False
            top += line
        return True

    def _middle(self) -> QPointF:
        """Where its words stand: the middle of its area."""
        points = [self._outline.at(n) for n in range(self._outline.count())]
        area = across = down = 0.0
        for here, after in zip(points, [*points[1:], *points[:1]], strict=True):
            cross = here.x() * after.y() - after.x() * here.y()
            area += cross
            across += (here.x() + after.x()) * cross
            down += (here.y() + after.y()) * cross
        if not area:
            return self._outline.boundingRect().center()
        return QPointF(across / (3 * area), down / (3 * area))

    def _path(self) -> QPainterPath:
        path = QPainterPath()
        path.addPolygon(self._outline)
        path.closeSubpath()
        return path


def _shrunk(outline: QPolygonF, by: float) -> QPolygonF:
    """The outline a little nearer to its middle, for the ring inside it."""
    box = outline.boundingRect()
    middle = box.center()
    wide, high = max(1.0, box.width()), max(1.0, box.height())
    return QPolygonF(
        [
            QPointF(
                middle.x() + (point.x() - middle.x()) * (1 - 2 * by / wide),
                middle.y() + (point.y() - middle.y()) * (1 - 2 * by / high),
            )
            for point in (outline.at(n) for n in range(outline.count()))
        ]
    )
