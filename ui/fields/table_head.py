"""The names of the columns over rows that line up; gone when the rows have wrapped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.fields.side_by_side import SideBySide
from ui.kit.labels import label
from ui.theme import theme


class TableHead(QWidget):
    """On a sunken ground with a line under it."""

    def __init__(
        self,
        columns: Sequence[tuple[str, int, int]],
        *,
        left: int,
        right: int,
        gap: int = 16,
        high: int = 9,
        line_above: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Columns are words, weight and least width, as in the rows; margins as the rows' own;
        ``high`` is the room over and under the words.

        All lengths are pixels at 100 %.
        """
        super().__init__(parent)
        px = theme().px
        self._sides = (px(left), px(right))
        self._high = px(high)
        self._line_above = line_above
        self._row = QHBoxLayout(self)
        self._cells = QWidget()
        self._places = SideBySide(self._cells, gap=px(gap), line_gap=0)
        for words, weight, least in columns:
            self._places.add(label(words, "caption", "text2"), weight, px(least))
        self._row.addWidget(self._cells)
        self._show(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show(not self._places.is_wrapped(event.size().width() - sum(self._sides)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._cells.isHidden():
            return
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tokens.sunken)
            painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
            if self._line_above:
                painter.fillRect(0, 0, self.width(), 1, tokens.line)

    def _show(self, shown: bool) -> None:
        high = self._high if shown else 0
        left, right = self._sides
        self._row.setContentsMargins(left, high, right, high)
        self._cells.setVisible(shown)
