"""What the boxes of the pathway map mean: four small ones with their words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.cases.pathway_geometry import line_font
from ui.theme import theme

_WORDS = ("Done", "Now", "Could be next", "Not taken")
_BOX, _TALL, _GAP, _BETWEEN = 18, 12, 7, 20


class PathwayLegend(QWidget):
    """Stands at the right of the map's title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Key: " + ", ".join(_WORDS))
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        px, metrics = theme().px, QFontMetricsF(line_font())
        words = sum(metrics.horizontalAdvance(word) for word in _WORDS)
        around = len(_WORDS) * px(_BOX + _GAP) + (len(_WORDS) - 1) * px(_BETWEEN)
        return QSize(round(words) + around + 4, theme().line_height("caption") + px(4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, tokens = theme().px, theme().tokens
        done = tokens.tone("done")
        looks = (
            (done.bg, done.line, False),
            (tokens.accent, tokens.accent, False),
            (tokens.surface, tokens.line_strong, False),
            (tokens.sunken, tokens.line_strong, True),
        )
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(line_font())
            x, middle = 0.5, self.height() / 2
            for word, (fill, edge, dashed) in zip(_WORDS, looks, strict=True):
                pen = QPen(edge, 1.2)
                if dashed:
                    pen.setDashPattern([2.4, 1.8])
                painter.setPen(pen)
                painter.setBrush(fill)
                painter.drawRoundedRect(
                    QRectF(x, middle - px(_TALL) / 2, px(_BOX), px(_TALL)), 3.5, 3.5
                )
                x += px(_BOX + _GAP)
                painter.setPen(tokens.text2)
                wide = painter.fontMetrics().horizontalAdvance(word)
                painter.drawText(
                    QRectF(x, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, word
                )
                x += wide + px(_BETWEEN)
