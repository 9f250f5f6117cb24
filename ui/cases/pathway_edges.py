"""The arrows of the pathway map: taken ones solid, 2.4 px; the others dashed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ehdesk.domain.pathway_map import PathwayMap
from ui.cases.pathway_geometry import Geometry
from ui.theme import theme

_TAKEN, _OPEN = 2.4, 1.5
_HEAD = 6.0
_CORNER = 7.0
_SHORT_OF = 1.5  # arrow heads stop this far before a node
_RING = 3.0  # and this much further from the one with the ring, where arrows begin outside it too


def paint_edges(painter: QPainter, drawn: PathwayMap, geometry: Geometry) -> None:
    """Draw all arrows, taken ones last, then the loop and the words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens = theme().tokens
    ringed = next((node.code for node in drawn.nodes if node.state == "current"), "")
    for edge in sorted(drawn.edges, key=lambda one: one.taken):
        points = list(geometry.ways[edge.start, edge.end])
        if edge.start == ringed:
            points[0] = points[0] + _along(points[0], points[1]) * _RING
        if edge.end == ringed:
            points[-1] = points[-1] - _along(points[-2], points[-1]) * _RING
        _arrow(painter, points, tokens.accent if edge.taken else tokens.line_strong, edge.taken)
    _loop(painter, drawn, geometry)
    for label in geometry.labels:
        label.lines.paint(painter, label.at.x(), label.at.y(), tokens.text2)
    if geometry.loop_label:
        ink = tokens.accent if drawn.loop_taken else tokens.text2
        at = geometry.loop_label.at
        geometry.loop_label.lines.paint(painter, at.x(), at.y(), ink)


def _arrow(painter: QPainter, points: list[QPointF], colour: QColor, taken: bool) -> None:
    *_, before, end = points
    along = _along(before, end)
    tip = end - along * _SHORT_OF
    base = tip - along * _HEAD
    pen = QPen(colour, _TAKEN if taken else _OPEN)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not taken:
        pen.setDashPattern([3.4, 2.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_rounded([*points[:-1], base]))
    _head(painter, tip, base, colour)


def _along(start: QPointF, end: QPointF) -> QPointF:
    """One pixel of the way; every stretch goes straight across, up or down."""
    way = end - start
    return way / max(abs(way.x()), abs(way.y()), 1.0)


def _head(painter: QPainter, tip: QPointF, base: QPointF, colour: QColor) -> None:
    along = tip - base
    side = QPointF(-along.y(), along.x()) * 0.8
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, base + side, base - side]))


def _rounded(points: list[QPointF]) -> QPainterPath:
    """A line through ``points`` with its corners rounded off."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(points[-1])
    return path


def _towards(start: QPointF, end: QPointF) -> QPointF:
    way = end - start
    length = max(abs(way.x()), abs(way.y()))
    return start + way * (min(_CORNER, length / 2) / length if length else 0)


def _loop(painter: QPainter, drawn: PathwayMap, geometry: Geometry) -> None:
    """From the review node back to itself: an arc with its head on the left."""
    if not drawn.loop_words:
        return
    tokens, review = theme().tokens, geometry.nodes["review"]
    colour = tokens.accent if drawn.loop_taken else tokens.line_strong
    reach = theme().px(33)
    middle, foot, top = review.center().x(), review.top() - 4, geometry.loop_top
    tip = QPointF(middle - reach, foot)
    base = tip - QPointF(0, _HEAD)
    path = QPainterPath(QPointF(middle + reach, foot))
    high = foot - top
    path.cubicTo(
        QPointF(middle + reach, foot - high * 0.6),
        QPointF(middle + reach * 0.6, top),
        QPointF(middle, top),
    )
    path.cubicTo(
        QPointF(middle - reach * 0.6, top), QPointF(middle - reach, foot - high * 0.7), base
    )
    pen = QPen(colour, _TAKEN if drawn.loop_taken else _OPEN)
    if not drawn.loop_taken:
        pen.setDashPattern([3.4, 2.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    _head(painter, tip, base, colour)
