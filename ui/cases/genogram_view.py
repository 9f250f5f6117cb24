"""The genogram painted: symbols, lines and homes. The list beside it says the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ehdesk.domain.genogram import Genogram, HomeBox, Line, Symbol
from ehdesk.domain.genogram.drawing import RADIUS, Point
from ehdesk.domain.people import Person
from ui.kit.painting import draw_focus_ring, painting
from ui.theme import theme

_STEP = 92
"""Pixels from one person to the next, at 100 %."""
_EDGE = 0.72
"""Room round the drawing, in steps: names and home boxes stand out of the symbols."""
_STROKE = 7


class GenogramView(QWidget):
    """Drawn only from the people list; nothing in it can be moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ringed = False
        self._drawing: Genogram | None = None
        self._people: Mapping[UUID, Person] = {}
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Genogram. The list says the same in words")

    def show_drawing(self, drawing: Genogram, people: Mapping[UUID, Person], today: date) -> None:
        """Show a family as it is now."""
        self._drawing, self._people, self._today = drawing, people, today
        self.updateGeometry()
        self.resize(self.sizeHint())
        self.update()

    def show_ring(self, on: bool) -> None:
        """The ring of what has the keyboard, round the part that is in sight."""
        self._ringed = on
        self.update()

    def sizeHint(self) -> QSize:
        if self._drawing is None:
            return QSize(0, 0)
        wide, high = self._drawing.width + 2 * _EDGE - 1, self._drawing.height + 2 * _EDGE
        return QSize(round(wide * self._step), round(high * self._step))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _step(self) -> float:
        return float(theme().px(_STEP))

    def _at(self, point: Point) -> QPointF:
        return QPointF((point[0] - 0.5 + _EDGE) * self._step, (point[1] + _EDGE) * self._step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        with painting(self) as painter:
            for box in self._drawing.boxes:
                self._paint_home(painter, box)
            for line in self._drawing.lines:
                self._paint_line(painter, line)
            for symbol in self._drawing.symbols:
                self._paint_symbol(painter, symbol)
            if self._ringed:
                shown = self.visibleRegion().boundingRect()
                draw_focus_ring(painter, QRectF(shown).adjusted(1, 1, -1, -1), 6)

    def _paint_home(self, painter: QPainter, box: HomeBox) -> None:
        colour = _home_colour(box.number)
        pen = QPen(colour, 1.5, Qt.PenStyle.DashLine)
        corner, end = self._at((box.left, box.top)), self._at((box.right, box.bottom))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(corner, end), 12, 12)
        words = f" Home {box.number} "
        painter.setFont(theme().font("caption"))
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(words)
        place = QRectF(corner.x() + 14, end.y() - metrics.height() / 2, width, metrics.height())
        painter.fillRect(place, theme().tokens.surface)
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_line(self, painter: QPainter, line: Line) -> None:
        restricted = line.kind != "child" and any(
            symbol.restricted for symbol in self._symbols() if symbol.person_id in line.ends
        )
        tokens = theme().tokens
        colour = tokens.tone("overdue").ink if restricted else tokens.text2
        style = Qt.PenStyle.DashLine if restricted else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 1.5, style))
        painter.drawPolyline(QPolygonF([self._at(point) for point in line.points]))
        if line.strokes is not None:
            painter.setPen(QPen(colour, 1.8))
            middle, half = self._at(line.strokes), float(theme().px(_STROKE))
            for aside in (-3, 3):
                foot = QPointF(middle.x() + aside - half / 2, middle.y() + half)
                head = QPointF(middle.x() + aside + half / 2, middle.y() - half)
                painter.drawLine(foot, head)

    def _symbols(self) -> tuple[Symbol, ...]:
        return self._drawing.symbols if self._drawing else ()

    def _paint_symbol(self, painter: QPainter, symbol: Symbol) -> None:
        tokens, middle, half = theme().tokens, self._at(symbol.at), RADIUS * self._step
        ink, fill = tokens.text, tokens.surface
        if symbol.in_case:
            ink, fill = tokens.tone("done").ink, tokens.tone("done").bg
        if symbol.restricted:
            ink = tokens.tone("overdue").ink
        dashed = symbol.again or symbol.restricted
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink, 2, style))
        painter.setBrush(fill)
        _draw_shape(painter, symbol.shape, middle, half)
        person = self._people[symbol.person_id]
        inside = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        painter.setPen(ink)
        painter.setFont(theme().font("body_strong"))
        age = person.age(self._today)
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, "" if age is None else str(age))
        self._paint_name(painter, symbol, person, ink)
        if symbol.restricted:
            size = theme().px(16)
            shield = theme().pixmap("shield-alert", "overdue.ink", 16)
            painter.drawPixmap(
                round(inside.right() - size / 2), round(inside.top() - size / 2), shield
            )

    def _paint_name(self, painter: QPainter, symbol: Symbol, person: Person, ink: QColor) -> None:
        """Under the symbol, on a ground of its own so that no line runs through it."""
        home = self._drawing.home_of.get(symbol.person_id) if self._drawing else None
        words = person.first_name
        if symbol.again:
            words += " (again)"
        elif home is not None:
            words += f", home {home}"
        painter.setFont(theme().font("caption"))
        metrics = QFontMetricsF(painter.font())
        room = self._step * 0.98
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(shown)
        foot = self._at(symbol.at).y() + RADIUS * self._step + 3
        place = QRectF(self._at(symbol.at).x() - width / 2, foot, width, metrics.height())
        painter.fillRect(place.adjusted(-2, 0, 2, 0), theme().tokens.surface)
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)


def _home_colour(number: int) -> QColor:
    """Homes are told apart by their number in words; the colour only helps."""
    tones = ("done", "track", "wait", "soon")
    return theme().tokens.tone(tones[(number - 1) % len(tones)]).ink


def _draw_shape(painter: QPainter, shape: str, middle: QPointF, half: float) -> None:
    x, y = middle.x(), middle.y()
    match shape:
        case "square":
            painter.drawRect(QRectF(x - half, y - half, 2 * half, 2 * half))
        case "circle":
            painter.drawEllipse(middle, half, half)
        case "triangle":
            top, left, right = (x, y - half), (x - half, y + half), (x + half, y + half)
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in (top, right, left)]))
        case _:
            points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
            painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))
