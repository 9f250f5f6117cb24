"""What is true of the pathway map at every size: nothing cut, nothing crossed."""

from __future__ import annotations

from itertools import combinations, pairwise, product

from PySide6.QtCore import QPointF, QRectF

from ehdesk.domain.pathway_map import PathwayMap
from ui.cases.pathway_geometry import (
    Geometry,
    line_lines,
    measure,
    title_indent,
    title_lines,
    words_height,
)


def no_words_are_cut(drawn: PathwayMap, geometry: Geometry) -> None:
    """Boxes apart, inside the map, and with room for their words; words on arrows stand free."""
    boxes = geometry.nodes
    for one, two in combinations(boxes.values(), 2):
        assert not one.intersects(two)
    for box in boxes.values():
        assert QRectF(0, 0, geometry.width, geometry.height).contains(box)
    for node in drawn.nodes:
        box, pads = boxes[node.code], geometry.pads
        title, line = title_lines(node, box.width(), pads), line_lines(node, box.width(), pads)
        assert title.width + title_indent(node, pads) + pads.sides <= box.width() + 1, node.title
        assert line.width + pads.sides <= box.width() + 1, node.line
        assert words_height(node, box.width(), pads) <= box.height()
    for words in _words(geometry):
        assert QRectF(0, 0, geometry.width, geometry.height).contains(words)
        assert not any(words.intersects(box) for box in boxes.values())
    for one, two in combinations(_words(geometry), 2):
        assert not one.intersects(two)


def no_arrow_crosses(geometry: Geometry) -> None:
    """Each arrow goes from its box to its box, over no other, no words and no other arrow."""
    whole = QRectF(0, 0, geometry.width, geometry.height)
    for (start, end), way in geometry.ways.items():
        assert all(whole.contains(corner) for corner in way)
        assert _touches(geometry.nodes[start], way[0]), (start, end)
        assert _touches(geometry.nodes[end], way[-1]), (start, end)
        for stretch in pairwise(way):
            strip = _strip(*stretch)
            over = [code for code, box in geometry.nodes.items() if _inside(box).intersects(strip)]
            assert not over, (start, end, over)
            assert not any(strip.intersects(words) for words in _words(geometry)), (start, end)
    for (one, mine), (two, theirs) in combinations(geometry.ways.items(), 2):
        if one[0] == two[0] or one[1] == two[1]:
            continue  # they share the box that they leave or enter, and may share the way to it
        for a, b in product(pairwise(mine), pairwise(theirs)):
            assert not _strip(*a, 5).intersects(_strip(*b, 5)), (one, two)


def is_whole(drawn: PathwayMap, width: float) -> None:
    """Everything of a map at this width."""
    geometry = measure(drawn, width)
    no_words_are_cut(drawn, geometry)
    no_arrow_crosses(geometry)


def _words(geometry: Geometry) -> list[QRectF]:
    labels = [*geometry.labels, *filter(None, [geometry.loop_label])]
    return [QRectF(one.at.x(), one.at.y(), one.lines.width, one.lines.height) for one in labels]


def _strip(one: QPointF, two: QPointF, half: float = 0.5) -> QRectF:
    """The room that a stretch of an arrow takes."""
    return QRectF(one, two).normalized().adjusted(-half, -half, half, half)


def _inside(box: QRectF) -> QRectF:
    return box.adjusted(1, 1, -1, -1)


def _touches(box: QRectF, point: QPointF) -> bool:
    return box.adjusted(-1, -1, 1, 1).contains(point) and not _inside(box).contains(point)
