"""The key to the marks of a distance travelled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.kit.painting import painting
from ui.theme import theme


class DistanceKey(QWidget):
    """Pairs of a mark and its words. Marks are ``start``, ``ring``, ``dot`` and ``flag``."""

    def __init__(
        self,
        marks: Sequence[tuple[str, str]],
        *,
        one_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``one_line`` never wraps, for the line of a title that has room for it."""
        super().__init__(parent)
        row = QHBoxLayout(self) if one_line else FlowLayout(self)
        if isinstance(row, QHBoxLayout):
            row.setContentsMargins(0, 0, 0, theme().px(8))
            row.setSpacing(theme().px(18))
        for mark, words in marks:
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, theme().px(6), 0)
            line.setSpacing(theme().px(7))
            line.addWidget(_Mark(mark))
            line.addWidget(Label(words, "caption", "text2", wrap=False))
            row.addWidget(pair)
        self.setAccessibleName(f"Key: {', '.join(words.lower() for _mark, words in marks)}")


class _Mark(QWidget):
    """One mark, small."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(16), theme().px(18))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, tokens = theme().px, theme().tokens
        middle = QPointF(self.width() / 2, self.height() / 2)
        with painting(self) as painter:
            painter.setBrush(tokens.surface)
            if self._mark == "flag":
                self._paint_flag(painter)
            elif self._mark == "dot":
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.accent)
                painter.drawEllipse(middle, px(7), px(7))
            else:
                ring = self._mark == "ring"
                painter.setPen(QPen(tokens.accent if ring else tokens.line_strong, 2))
                radius = px(7) - 1 if ring else px(5) - 1
                painter.drawEllipse(middle, radius, radius)

    def _paint_flag(self, painter: QPainter) -> None:
        px, ink = theme().px, theme().tokens.text
        x, high = px(4), self.height()
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(x, 1), QPointF(x, high - 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        points = (QPointF(x, 1), QPointF(x + px(9), 1 + px(4)), QPointF(x, 1 + px(8)))
        painter.drawPolygon(QPolygonF(points))
