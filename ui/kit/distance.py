"""How far someone has come on a line from 0 to 10: the numbers, their words and their drawing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.kit.painting import kept
from ui.theme import theme

TOP = 10
_DOT, _RING, _SMALL, _HALO = 11.0, 10.0, 5.0, 16.0
"""Radii at 100 %: now, last time, the start beside them, and the ring round an unmoved dot."""


@dataclass(frozen=True)
class Distance:
    """Numbers from 0 to 10; None for one that was not given."""

    start: int | None = None
    last: int | None = None
    now: int | None = None
    hoped: int | None = None

    @property
    def before(self) -> int | None:
        """What now is compared with: last time, or the start."""
        return self.start if self.last is None else self.last

    def words(self) -> str:
        """All numbers and what they come to, as a screen reader says them."""
        names = (("start", self.start), ("last time", self.last), ("now", self.now))
        said = [f"{name} {number}" for name, number in names if number is not None]
        if self.now is None:
            said.append("now not given")
        if self.hoped is not None:
            said.append(f"hoped for {self.hoped}")
        result = self.result()
        first = ", ".join(said)
        return f"{first[:1].upper()}{first[1:]}." + (f" {result}." if result else "")

    def result(self) -> str:
        """The change in words: "Up 2 points, reached what was hoped for". "" without two numbers.

        Going down is said as it is, and no change is an answer (design, part 2, rule 5).
        """
        if self.now is None or self.before is None:
            return ""
        moved = self.now - self.before
        points = "point" if abs(moved) == 1 else "points"
        change = f"{'Up' if moved > 0 else 'Down'} {abs(moved)} {points}" if moved else "No change"
        if self.hoped is None:
            return change
        left = self.hoped - self.now
        return f"{change}, {f'{left} from the hope' if left > 0 else 'reached what was hoped for'}"


def distance_height() -> int:
    """What the drawing needs, flag and rings and all."""
    return theme().px(56)


def number_x(area: QRect | QRectF, number: int) -> float:
    """Where a number lies across an area, for a grid or numbers beside the drawing."""
    return _Line(QRectF(area)).x(number)


def paint_distance(
    painter: QPainter, rect: QRect | QRectF, distance: Distance, *, track: bool = True
) -> None:
    """Paint the line in the middle of ``rect``; it needs ``distance_height`` to be whole.

    Without ``track`` the line itself is left out, for a chart that has a grid. Marks that would
    hide one another are moved aside, away from now; now is never moved.
    """
    area = QRectF(rect)
    with kept(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = _Line(area)
        if track:
            _paint_track(painter, line)
        places = _places(distance, line)
        now = places.get("now")
        before = places.get("last", places.get("start"))
        if now and before and distance.before != distance.now:
            painter.setPen(QPen(theme().tokens.accent_line, theme().px(7)))
            painter.drawLine(QPointF(before.x, line.y), QPointF(now.x, line.y))
        if distance.hoped is not None:
            _paint_flag(painter, line.x(distance.hoped), line)
        for name in ("start", "last", "now"):
            if name in places:
                _paint_mark(painter, name, places[name], line.y)


class _Line:
    """Where the numbers lie in an area."""

    def __init__(self, area: QRectF) -> None:
        spare = theme().px(_HALO) + theme().px(2 * _SMALL)
        self.first, self.last = area.left(), area.right()
        self.left = self.first + spare
        self.right = self.last - spare
        self.y = area.center().y() + theme().px(8)

    def x(self, number: int) -> float:
        return self.left + (self.right - self.left) * number / TOP


@dataclass
class Mark:
    """A mark: its number, its middle, how much room it takes, and what is written in it."""

    number: int
    x: float
    radius: float
    numbered: bool
    halo: bool = False


def mark_places(area: QRectF, distance: Distance) -> dict[str, Mark]:
    """Where ``start``, ``last`` and ``now`` are drawn in an area, each clear of the others."""
    return _places(distance, _Line(area))


def _places(distance: Distance, line: _Line) -> dict[str, Mark]:
    """Where each mark goes once none hides another."""
    px = theme().px
    places: dict[str, Mark] = {}
    if distance.now is not None:
        halo = distance.now == distance.before
        radius = px(_HALO) if halo else px(_DOT)
        places["now"] = Mark(distance.now, line.x(distance.now), radius, True, halo)
    for name, number in (("last", distance.last), ("start", distance.start)):
        against = name == "last" or distance.last is None  # what now is compared with
        if number is None or (against and number == distance.now):
            continue  # the ring round the dot stands for one that is where it was
        radius = px(_RING) if against else px(_SMALL)
        place = Mark(number, line.x(number), radius, against)
        _move_aside(place, list(places.values()), line)
        places[name] = place
    return places


def _move_aside(place: Mark, others: list[Mark], line: _Line) -> None:
    """Move a mark to the nearest free place, on the side it belongs to if there is one."""
    free = [place.x]
    for other in others:
        clear = other.radius + place.radius + 1
        free += [other.x - clear, other.x + clear]
    free = [
        x
        for x in free
        if line.first <= x - place.radius
        and x + place.radius <= line.last
        and all(abs(x - other.x) >= other.radius + place.radius for other in others)
    ]

    def unfit(x: float) -> tuple[int, float]:
        wrong = sum(
            (place.number - other.number) * (x - other.x) < 0
            or (place.number == other.number and x > other.x)
            for other in others
        )
        return wrong, abs(x - place.x)

    if free:
        place.x = min(free, key=unfit)


def _paint_track(painter: QPainter, line: _Line) -> None:
    px, tokens = theme().px, theme().tokens
    painter.setPen(QPen(tokens.line, 1))
    for number in range(TOP + 1):
        x = round(line.x(number)) + 0.5
        painter.drawLine(QPointF(x, line.y - px(8)), QPointF(x, line.y + px(8)))
    pen = QPen(tokens.line, px(5))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(line.left, line.y), QPointF(line.right, line.y))


def _paint_flag(painter: QPainter, x: float, line: _Line) -> None:
    px, ink = theme().px, theme().tokens.text
    top = line.y - px(28)
    painter.setPen(QPen(ink, 2))
    painter.drawLine(QPointF(x, top), QPointF(x, line.y + px(8)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(
        QPolygonF([QPointF(x, top), QPointF(x + px(10), top + px(4.5)), QPointF(x, top + px(9))])
    )


def _paint_mark(painter: QPainter, name: str, place: Mark, y: float) -> None:
    px, tokens = theme().px, theme().tokens
    middle = QPointF(place.x, y)
    painter.setBrush(tokens.surface)
    if name == "now":
        painter.setPen(QPen(tokens.accent, 2) if place.halo else Qt.PenStyle.NoPen)
        around = place.radius - 1 if place.halo else place.radius + 2
        painter.drawEllipse(middle, around, around)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        painter.drawEllipse(middle, px(_DOT), px(_DOT))
        _paint_number(painter, place, y, tokens.on_accent)
    elif place.numbered:
        painter.setPen(QPen(tokens.accent, 2))
        painter.drawEllipse(middle, place.radius - 1, place.radius - 1)
        _paint_number(painter, place, y, tokens.accent)
    else:
        painter.setPen(QPen(tokens.line_strong, 2))
        painter.drawEllipse(middle, place.radius - 1, place.radius - 1)


def _paint_number(painter: QPainter, place: Mark, y: float, colour: QColor) -> None:
    font = theme().font("caption")
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(colour)
    side = 2 * place.radius
    box = QRectF(place.x - place.radius, y - place.radius, side, side)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place.number))
