"""Where the nodes and words of the pathway map stand, from the width there is and the fonts.

As room gets short: first the arrows get shorter, then the words of nodes and arrows wrap to two
rows and everything grows, then the road is folded into two bands; only when not even the longest
word fits is the map wider than asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from ehdesk.domain.pathway_map import (
    AT_ANY_TIME,
    COLUMNS,
    FOLDED,
    FOLDED_COLUMNS,
    DrawnEdge,
    Node,
    PathwayMap,
)
from ui.cases.pathway_routes import Lanes, Way, way
from ui.kit.paragraph import Lines
from ui.theme import theme


@dataclass(frozen=True)
class Pads:
    """Lengths inside a node at 100 %: left and right of its words, its disc, and the gap after."""

    left: int
    right: int
    disc: int
    disc_gap: int

    @property
    def sides(self) -> int:
        return theme().px(self.left + self.right)


ROOMY = Pads(12, 5, 18, 7)
TIGHT = Pads(9, 4, 16, 6)
_NODE_HEIGHT = 62
_ROW_GAP = 36
_GAP, _LEAST_GAP = 26, 18
_TITLE_TO_LINE = 4
_ABOVE = 20
"""Over the first row: the lane of the arrow that goes round a box."""
_LANE = 13
"""Between a lane and the boxes or the lane beside it, at 100 %."""
_LOOP = 24
EDGE = 8
"""Pixels at each side of the map that the rings of nodes need."""


def title_font() -> QFont:
    """A node's title: body, 600."""
    return theme().font("body_strong")


def line_font() -> QFont:
    """A node's second line: caption, 400."""
    font = theme().font("caption")
    font.setWeight(QFont.Weight.Normal)
    return font


def has_disc(node: Node) -> bool:
    """Done and current nodes carry a tick or an icon before their title."""
    return node.state in ("done", "current")


def title_indent(node: Node, pads: Pads) -> int:
    """Room for the tick or the icon."""
    return theme().px(pads.disc + pads.disc_gap) if has_disc(node) else 0


def title_lines(node: Node, width: float, pads: Pads) -> Lines:
    """The title as a node of ``width`` shows it."""
    room = width - pads.sides - title_indent(node, pads)
    return Lines(node.title, title_font(), room, theme().line_height("body_strong"))


def line_lines(node: Node, width: float, pads: Pads) -> Lines:
    """The words under the title as a node of ``width`` shows them."""
    return Lines(node.line, line_font(), width - pads.sides, theme().line_height("caption"))


def words_height(node: Node, width: float, pads: Pads) -> float:
    """Title and second line together."""
    title, line = title_lines(node, width, pads), line_lines(node, width, pads)
    return title.height + theme().px(_TITLE_TO_LINE) + line.height


@dataclass(frozen=True)
class Label:
    """Words on an arrow: where their top left corner is."""

    lines: Lines
    at: QPointF


@dataclass(frozen=True)
class Geometry:
    """Everything placed, in pixels of the canvas. ``cells`` are rows and columns, for the arrow
    keys; ``ways`` the corners of each arrow."""

    width: float
    height: float
    pads: Pads
    nodes: Mapping[str, QRectF]
    cells: Mapping[str, tuple[int, int]]
    ways: Mapping[tuple[str, str], Way]
    labels: tuple[Label, ...]
    loop_label: Label | None
    loop_top: float


def least_width(drawn: PathwayMap) -> float:
    """Below this a word would break, even folded: the map scrolls sideways instead."""
    return _least(drawn, FOLDED_COLUMNS) + theme().px(2 * _LANE)


def unfolded_width(drawn: PathwayMap) -> float:
    """Below this the road does not fit into one band."""
    return _least(drawn, COLUMNS)


def _least(drawn: PathwayMap, columns: int) -> float:
    widest = _widest(drawn, TIGHT, str.split)
    return ceil(columns * widest + (columns - 1) * theme().px(_LEAST_GAP) + 2 * EDGE)


def _widest(drawn: PathwayMap, pads: Pads, parts: Callable[[str], list[str]]) -> float:
    """How wide a node must be so that no part of its words wraps."""
    title, line = QFontMetricsF(title_font()), QFontMetricsF(line_font())
    widest = 0.0
    for node in drawn.nodes:
        indent = title_indent(node, pads)
        words = [title.horizontalAdvance(part) + indent for part in parts(node.title)]
        words += [line.horizontalAdvance(part) for part in parts(node.line)]
        widest = max([widest, *words])
    return widest + pads.sides + 0.5


def _choose(drawn: PathwayMap, inner: float, columns: int) -> tuple[Pads, float, float]:
    """Pads, gap and node width: as in the picture when they fit, else tighter."""
    px = theme().px
    for pads, gap in ((ROOMY, px(_GAP)), (ROOMY, px(_LEAST_GAP)), (TIGHT, px(_LEAST_GAP))):
        wide = (inner - (columns - 1) * gap) / columns
        if wide >= _widest(drawn, pads, lambda words: [words]):
            break
    return pads, gap, wide


def measure(drawn: PathwayMap, width: float) -> Geometry:
    """Place a map in ``width`` pixels (at least ``least_width``)."""
    if width < unfolded_width(drawn):
        return _folded(drawn, max(width, least_width(drawn)))
    return _wide(drawn, width)


def _wide(drawn: PathwayMap, width: float) -> Geometry:
    """One band of three rows, the main road in the middle."""
    px = theme().px
    pads, gap, wide = _choose(drawn, width - 2 * EDGE, COLUMNS)
    tall = _tall(drawn, wide, pads)
    met = _label_lines(drawn, "close", 0.88 * wide + gap / 2 - px(10))
    loop = _loop_lines(drawn, wide)
    words = max(_over_close(met), _over_review(loop))
    upper = max(float(px(_ROW_GAP)), words + px(8) - tall / 2)
    low = _label_lines(drawn, "masp", wide * 1.5 + gap - px(10))
    lower = _lower(low)
    top = float(EDGE + px(_ABOVE))
    tops = [top, top + tall + upper, top + 2 * tall + upper + lower]
    cells = {node.code: (node.row, node.column) for node in drawn.nodes}
    nodes = _boxes(cells, tops, wide, tall, gap)
    lanes = {
        "above": top - px(_LANE),
        "upper": tops[1] - upper / 2,
        "lower": tops[2] - lower / 2,
    }
    labels = []
    if met:
        room = (nodes["close"].left() - gap / 2, nodes["close"].left() + 0.88 * wide - px(10))
        x = (room[0] + room[1] - met.width) / 2
        labels.append(Label(met, QPointF(x, nodes["close"].top() - px(5) - met.height)))
    return _placed(drawn, width, pads, cells, nodes, lanes, labels, low, loop)


def _folded(drawn: PathwayMap, width: float) -> Geometry:
    """Two bands under one another: up to the checks, and from the assessment on."""
    px = theme().px
    side = px(2 * _LANE)
    pads, gap, wide = _choose(drawn, width - 2 * EDGE - side, FOLDED_COLUMNS)
    tall = _tall(drawn, wide, pads)
    met = _label_lines(drawn, "close", wide)
    loop = _loop_lines(drawn, wide)
    words = max(_over_close(met), _over_review(loop))
    between = max(float(px(_ROW_GAP)), px(3 * _LANE) + words)
    low = _label_lines(drawn, "masp", wide * 1.5 + gap - px(10))
    lower, row_gap = _lower(low), float(px(_ROW_GAP) - px(6))
    tops = [float(EDGE)]
    for space in (row_gap, row_gap, between, lower):
        tops.append(tops[-1] + tall + space)
    cells = {node.code: FOLDED[node.code] for node in drawn.nodes}
    nodes = _boxes(cells, tops, wide, tall, gap)
    lanes = {
        "right": width - EDGE - px(_LANE) + 4,
        "hub": tops[2] + tall + px(_LANE),
        "escalate": tops[2] + tall + px(2 * _LANE),
        "lower": tops[4] - lower / 2,
    }
    if "hub" in nodes:  # what went past it before there was one goes round it
        lanes |= {"beside hub": nodes["hub"].left() - gap / 2, "over hub": tops[2] - row_gap / 2}
    labels = []
    if met:
        x = nodes["close"].center().x() - met.width / 2
        labels.append(Label(met, QPointF(x, nodes["close"].top() - px(5) - met.height)))
    return _placed(drawn, width, pads, cells, nodes, lanes, labels, low, loop)


def _placed(
    drawn: PathwayMap,
    width: float,
    pads: Pads,
    cells: Mapping[str, tuple[int, int]],
    nodes: Mapping[str, QRectF],
    lanes: Lanes,
    labels: list[Label],
    low: Lines | None,
    loop: Lines | None,
) -> Geometry:
    """The same for one band and for two: the words to the panel, the loop, the arrows."""
    px, review = theme().px, nodes["review"]
    labels = [*labels, *_at_any_time(drawn, nodes)]
    if low:
        at = QPointF(review.center().x() - px(10) - low.width, lanes["lower"] - low.height / 2)
        labels.append(Label(low, at))
    loop_top = review.top() - px(_LOOP)
    loop_label = None
    if loop:
        x = review.center().x() - loop.width / 2
        loop_label = Label(loop, QPointF(x, loop_top - px(5) - loop.height))
    ways = {(edge.start, edge.end): way(edge.start, edge.end, nodes, lanes) for edge in drawn.edges}
    height = max(box.bottom() for box in nodes.values()) + EDGE
    return Geometry(width, height, pads, nodes, cells, ways, tuple(labels), loop_label, loop_top)


def _at_any_time(drawn: PathwayMap, nodes: Mapping[str, QRectF]) -> list[Label]:
    """The words of the way out for harm, in the free corner over the first box."""
    box, left = nodes[AT_ANY_TIME], nodes["request"].center().x() + theme().px(8)
    words = _label_lines(drawn, AT_ANY_TIME, box.left() - theme().px(8) - left)
    if words is None:
        return []
    return [Label(words, QPointF(left, box.center().y() - theme().px(4) - words.height))]


def _boxes(
    cells: Mapping[str, tuple[int, int]], tops: list[float], wide: float, tall: float, gap: float
) -> dict[str, QRectF]:
    return {
        code: QRectF(EDGE + column * (wide + gap), tops[row], wide, tall)
        for code, (row, column) in cells.items()
    }


def _tall(drawn: PathwayMap, wide: float, pads: Pads) -> float:
    words = max(words_height(node, wide, pads) for node in drawn.nodes)
    return max(float(theme().px(_NODE_HEIGHT)), words + theme().px(20))


def _lower(low: Lines | None) -> float:
    row_gap = float(theme().px(_ROW_GAP))
    return max(row_gap, low.height + theme().px(14)) if low else row_gap


def _over_close(met: Lines | None) -> float:
    return theme().px(5) + met.height if met else 0.0


def _over_review(loop: Lines | None) -> float:
    return theme().px(_LOOP) + theme().px(5) + loop.height if loop else 0.0


def _label_lines(drawn: PathwayMap, end: str, room: float) -> Lines | None:
    edge: DrawnEdge | None = next(
        (edge for edge in drawn.edges if edge.end == end and edge.label), None
    )
    if edge is None:
        return None
    return Lines(edge.label, line_font(), room, theme().line_height("caption"))


def _loop_lines(drawn: PathwayMap, room: float) -> Lines | None:
    if not drawn.loop_words:
        return None
    step = theme().line_height("caption")
    return Lines(drawn.loop_words, theme().font("caption"), room, step)
