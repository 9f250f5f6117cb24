"""What the charts of a report are painted from: words, bars and the box of a small number."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from ui.kit.painting import draw_box, kept
from ui.kit.paragraph import Paragraph
from ui.theme import theme

BAR = 18
GAP = 10
_LABEL_SHARE = 0.42
_BOX_PADDING = 9


def width_of(words: str, role: str) -> float:
    """How wide the words run on one line."""
    return QFontMetricsF(theme().font(role)).horizontalAdvance(words)


def label_width(labels: list[str], width: float) -> float:
    """The column of the labels: as wide as they need, never more than a part of the whole."""
    widest = max((width_of(label, "help") for label in labels), default=0.0) + 2
    return min(widest, width * _LABEL_SHARE)


def label(words: str, width: float) -> Paragraph:
    """A label wrapped into its column."""
    return Paragraph(words, "help", width)


def row_height(words: Paragraph) -> float:
    """A row holds its label and a bar, with room between rows."""
    return max(words.height, float(box_height())) + theme().px(8)


def box_height() -> int:
    """The height of the dashed box, and of a bar when text is larger."""
    return max(theme().px(BAR), theme().line_height("caption") + 2)


def box_width(words: str) -> float:
    """The width of the dashed box round these words."""
    return width_of(words, "caption") + 2 * theme().px(_BOX_PADDING)


def paint_box(painter: QPainter, x: float, middle: float, words: str) -> None:
    """A small number: a dashed box with words, never a length (design, part 2, rule 4)."""
    tone = theme().tokens.tone("none")
    high = box_height()
    rect = QRectF(x + 0.5, middle - high / 2 + 0.5, box_width(words) - 1, high - 1)
    with kept(painter):
        pen = QPen(theme().tokens.line_strong, 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(tone.bg)
        painter.drawRoundedRect(rect, 3, 3)
    paint_words(painter, x + theme().px(_BOX_PADDING), middle, words, "caption", tone.ink)


def paint_words(
    painter: QPainter, x: float, middle: float, words: str, role: str, ink: QColor
) -> None:
    """One line of words about the height ``middle``."""
    font = theme().font(role)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(ink)
    baseline = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(x, baseline), words)


def paint_bar(painter: QPainter, rect: QRectF, fill: QColor, edge: QColor | None = None) -> None:
    """A bar with slightly rounded corners."""
    draw_box(painter, rect, 3, fill, edge)


def paint_hatched(painter: QPainter, rect: QRectF) -> None:
    """A bar of what is late: lines across, so that it is told apart without colour."""
    tone = theme().tokens.tone("overdue")
    with kept(painter):
        painter.setPen(QPen(tone.ink, 1.4))
        painter.setBrush(tone.bg)
        painter.drawRoundedRect(rect.adjusted(0.7, 0.7, -0.7, -0.7), 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(tone.ink, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)
