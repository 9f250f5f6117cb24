"""The arrows of the pathway map: taken ones solid, 2.4 px; the others dashed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ehdesk.domain.pathway_map import DrawnEdge, PathwayMap
from ui.cases.pathway_geometry import Geometry
from ui.theme import theme

_TAKEN, _OPEN = 2.4, 1.5
_HEAD = 6.0
_CORNER = 7.0
_SHORT_OF = 1.5  # arrow heads stop this far before a node


def paint_edges(painter: QPainter, drawn: PathwayMap, geometry: Geometry) -> None:
    """Draw all arrows, taken ones last, then the loop and the words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens = theme().tokens
    for edge in sorted(drawn.edges, key=lambda one: one.taken):
        points = _route(edge, geometry)
        _arrow(painter, points, tokens.accent if edge.taken else tokens.line_strong, edge.taken)
    _loop(painter, drawn, geometry)
    for label in geometry.labels:
        label.lines.paint(painter, label.at.x(), label.at.y(), tokens.text2)
    if geometry.loop_label:
        ink = tokens.accent if drawn.loop_taken else tokens.text2
        at = geometry.loop_label.at
        geometry.loop_label.lines.paint(painter, at.x(), at.y(), ink)


def _route(edge: DrawnEdge, geometry: Geometry) -> list[QPointF]:
    """The corners of an arrow, from the box it leaves to the box it enters."""
    start, end = geometry.nodes[edge.start], geometry.nodes[edge.end]
    half = geometry.gap / 2
    if (edge.start, edge.end) in (("review", "masp"), ("checks", "hub")):
        return [QPointF(start.center().x(), start.bottom()), QPointF(end.center().x(), end.top())]
    leaves, enters = QPointF(start.right(), start.center().y()), end.center().y()
    if edge.end == "close" and edge.start == "under_six_weeks":
        above = QPointF(end.center().x(), leaves.y())
        return [leaves, above, QPointF(above.x(), end.top())]
    if edge.end == "close" and edge.start == "work_no_taf":
        between = (geometry.nodes["review"].bottom() + geometry.nodes["masp"].top()) / 2
        out, into = leaves.x() + half, end.left() - half
        return [
            leaves,
            QPointF(out, leaves.y()),
            QPointF(out, between),
            QPointF(into, between),
            QPointF(into, enters),
            QPointF(end.left(), enters),
        ]
    if abs(leaves.y() - enters) < 1:
        return [leaves, QPointF(end.left(), enters)]
    turn = end.left() - half
    if edge.start == "hub":  # beside the arrow that goes down to short work
        turn = end.left() - geometry.gap / 3
    elif edge.start == "checks" and edge.end == "twelve_weeks":
        turn = end.left() - 2 * geometry.gap / 3
    return [leaves, QPointF(turn, leaves.y()), QPointF(turn, enters), QPointF(end.left(), enters)]


def _arrow(painter: QPainter, points: list[QPointF], colour: QColor, taken: bool) -> None:
    *_, before, end = points
    across = abs(end.y() - before.y()) < 1
    tip = QPointF(
        end.x() - (_SHORT_OF if across else 0),
        end.y() - (0 if across else (_SHORT_OF if end.y() > before.y() else -_SHORT_OF)),
    )
    base = QPointF(
        tip.x() - (_HEAD if across else 0),
        tip.y() - (0 if across else (_HEAD if end.y() > before.y() else -_HEAD)),
    )
    pen = QPen(colour, _TAKEN if taken else _OPEN)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not taken:
        pen.setDashPattern([3.4, 2.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_rounded([*points[:-1], base]))
    _head(painter, tip, base, colour)


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
