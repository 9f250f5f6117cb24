"""Where the nodes and words of the pathway map stand, from the width there is and the fonts.

As room gets short: first the arrows get shorter, then the words of nodes and arrows wrap to two
rows and everything grows; only when not even the longest word fits is the map wider than asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from ehdesk.domain.pathway_map import COLUMNS, ROWS, DrawnEdge, Node, PathwayMap
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
    """Everything placed, in pixels of the canvas."""

    width: float
    height: float
    gap: float
    pads: Pads
    nodes: Mapping[str, QRectF]
    labels: tuple[Label, ...]
    loop_label: Label | None
    loop_top: float


def least_width(drawn: PathwayMap) -> float:
    """Below this a word would break: the map scrolls sideways instead."""
    widest = _widest(drawn, TIGHT, str.split)
    return ceil(COLUMNS * widest + (COLUMNS - 1) * theme().px(_LEAST_GAP) + 2 * EDGE)


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


def _choose(drawn: PathwayMap, inner: float) -> tuple[Pads, float, float]:
    """Pads, gap and node width: as in the picture when they fit, else tighter."""
    px = theme().px
    for pads, gap in ((ROOMY, px(_GAP)), (ROOMY, px(_LEAST_GAP)), (TIGHT, px(_LEAST_GAP))):
        wide = (inner - (COLUMNS - 1) * gap) / COLUMNS
        if wide >= _widest(drawn, pads, lambda words: [words]):
            break
    return pads, gap, wide


def measure(drawn: PathwayMap, width: float) -> Geometry:
    """Place a map in ``width`` pixels (at least ``least_width``)."""
    px = theme().px
    width = max(width, least_width(drawn))
    pads, gap, wide = _choose(drawn, width - 2 * EDGE)
    words = max(words_height(node, wide, pads) for node in drawn.nodes)
    tall = max(float(px(_NODE_HEIGHT)), words + px(20))
    low = _label_lines(drawn, "masp", wide * 1.5 + gap - px(10))
    row_gap = float(px(_ROW_GAP))
    below = max(row_gap, low.height + px(14)) if low else row_gap
    tops = [EDGE, EDGE + tall + row_gap, EDGE + 2 * tall + row_gap + below]
    nodes = {
        node.code: QRectF(EDGE + node.column * (wide + gap), tops[node.row], wide, tall)
        for node in drawn.nodes
    }
    labels = []
    if low:
        masp = nodes["masp"]
        at = QPointF(masp.center().x() + px(10), masp.top() - below / 2 - low.height / 2)
        labels.append(Label(low, at))
    high = _label_lines(drawn, "close", wide)
    if high:
        close = nodes["close"]
        x = close.center().x() - high.width / 2
        labels.append(Label(high, QPointF(x, close.top() - px(5) - high.height)))
    loop_label, loop_top = _loop(drawn, nodes["review"], wide)
    height = tops[ROWS - 1] + tall + EDGE
    return Geometry(width, height, gap, pads, nodes, tuple(labels), loop_label, loop_top)


def _label_lines(drawn: PathwayMap, end: str, room: float) -> Lines | None:
    edge: DrawnEdge | None = next(
        (edge for edge in drawn.edges if edge.end == end and edge.label), None
    )
    if edge is None:
        return None
    return Lines(edge.label, line_font(), room, theme().line_height("caption"))


def _loop(drawn: PathwayMap, review: QRectF, wide: float) -> tuple[Label | None, float]:
    top = review.top() - theme().px(24)
    if not drawn.loop_words:
        return None, top
    lines = Lines(drawn.loop_words, theme().font("caption"), wide, theme().line_height("caption"))
    x = review.center().x() - lines.width / 2
    return Label(lines, QPointF(x, top - theme().px(5) - lines.height)), top
