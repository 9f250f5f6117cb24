"""Where the nodes and words of the pathway map stand, from the width there is and the fonts.

As room gets short: first the arrows get shorter, then the words of nodes and arrows wrap to two
rows and everything grows; only when not even the longest word fits is the map wider than asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ehdesk.domain.pathway_map import COLUMNS, ROWS, DrawnEdge, Node, PathwayMap
from ui.theme import theme

PAD = 12  # left of a node's words; less to the right, as in the picture
PAD_RIGHT = 6
DISC = 18
DISC_GAP = 8
_NODE_HEIGHT = 62
_ROW_GAP = 36
_GAP, _LEAST_GAP = 26, 18
_TITLE_TO_LINE = 4
RING = 4  # how far the ring of the current node stands out


class Lines:
    """Plain text wrapped to a width, measured and painted by the same layout."""

    def __init__(self, text: str, font: QFont, width: float, step: float) -> None:
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self._layout.setTextOption(option)
        self.height = 0.0
        self.width = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, self.height + (step - line.height()) / 2))
            self.height += step
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))


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


def title_indent(node: Node) -> int:
    """Room for the tick or the icon."""
    return theme().px(DISC + DISC_GAP) if has_disc(node) else 0


def title_lines(node: Node, width: float) -> Lines:
    """The title as a node of ``width`` shows it."""
    room = width - theme().px(PAD + PAD_RIGHT) - title_indent(node)
    return Lines(node.title, title_font(), room, theme().line_height("body_strong"))


def line_lines(node: Node, width: float) -> Lines:
    """The words under the title as a node of ``width`` shows them."""
    room = width - theme().px(PAD + PAD_RIGHT)
    return Lines(node.line, line_font(), room, theme().line_height("caption"))


def words_height(node: Node, width: float) -> float:
    """Title and second line together."""
    return (
        title_lines(node, width).height
        + theme().px(_TITLE_TO_LINE)
        + line_lines(node, width).height
    )


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
    nodes: Mapping[str, QRectF]
    labels: tuple[Label, ...]
    loop_label: Label | None
    loop_top: float


def least_width(drawn: PathwayMap) -> float:
    """Below this a word would break: the map scrolls sideways instead."""
    return COLUMNS * _least_node(drawn) + (COLUMNS - 1) * theme().px(_LEAST_GAP) + 2 * RING + 8


def _least_node(drawn: PathwayMap) -> float:
    title, line = QFontMetricsF(title_font()), QFontMetricsF(line_font())
    widest = 0.0
    for node in drawn.nodes:
        words = [title.horizontalAdvance(w) + title_indent(node) for w in node.title.split()]
        words += [line.horizontalAdvance(w) for w in node.line.split()]
        widest = max([widest, *words])
    return widest + theme().px(PAD + PAD_RIGHT) + 1


def _comfortable_node(drawn: PathwayMap) -> float:
    title, line = QFontMetricsF(title_font()), QFontMetricsF(line_font())
    wide = [title.horizontalAdvance(n.title) + title_indent(n) for n in drawn.nodes]
    wide += [line.horizontalAdvance(n.line) for n in drawn.nodes]
    return max(wide) + theme().px(PAD + PAD_RIGHT) + 1


def measure(drawn: PathwayMap, width: float) -> Geometry:
    """Place a map in ``width`` pixels (at least ``least_width``)."""
    px = theme().px
    width = max(width, least_width(drawn))
    edge = RING + 4.0  # the rings of nodes at the sides
    inner = width - 2 * edge
    gap = float(px(_GAP))
    if (inner - (COLUMNS - 1) * gap) / COLUMNS < _comfortable_node(drawn):
        gap = float(px(_LEAST_GAP))
    wide = (inner - (COLUMNS - 1) * gap) / COLUMNS
    tall = max(
        float(px(_NODE_HEIGHT)), max(words_height(n, wide) for n in drawn.nodes) + px(2 * 10)
    )
    low = _label_lines(drawn, "masp", wide * 1.5 + gap - px(10))
    row_gap = float(px(_ROW_GAP))
    below = max(row_gap, low.height + px(14)) if low else row_gap
    tops = [edge, edge + tall + row_gap, edge + 2 * tall + row_gap + below]
    nodes = {
        node.code: QRectF(edge + node.column * (wide + gap), tops[node.row], wide, tall)
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
    height = tops[ROWS - 1] + tall + edge
    return Geometry(width, height, gap, nodes, tuple(labels), loop_label, loop_top)


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
