"""One chart of a report, painted from the same model as the table beside it."""

from __future__ import annotations

import math
from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ehdesk.domain.report import Card, Chart
from ui.kit.painting import draw_focus_ring, painting
from ui.reports.bar_charts import Bars, SharedBar, SplitBars
from ui.reports.card_rows import CardRows
from ui.reports.spread_chart import SpreadChart
from ui.theme import theme

_PAD = 6


class Drawing(Protocol):
    """What draws one kind of chart."""

    def height(self, width: float, /) -> float: ...

    def paint(self, painter: QPainter, width: float, /) -> None: ...


class ChartView(QWidget):
    """One focus stop. A screen reader hears the card's name and all its numbers."""

    twin_asked = Signal()
    """T was pressed: show the table."""

    def __init__(self, rows: CardRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        rows.modelReset.connect(self._on_reset)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Not fixed: where labels wrap, a chart is higher than its hint, which is for one width.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self.updateGeometry)

    def heightForWidth(self, width: int) -> int:
        drawing = self._drawing()
        pad = theme().px(_PAD)
        return math.ceil(drawing.height(width - 2 * pad)) + 2 * pad if drawing else 0

    def sizeHint(self) -> QSize:
        width = theme().px(495)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.twin_asked.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self._drawing()
        pad = theme().px(_PAD)
        with painting(self) as painter:
            if self.hasFocus():
                draw_focus_ring(painter, QRectF(self.rect()), 6)
            if drawing is not None:
                painter.translate(pad, pad)
                drawing.paint(painter, self.width() - 2 * pad)

    def _drawing(self) -> Drawing | None:
        card = self._rows.card
        if card is None or card.is_empty:
            return None
        return _drawing_of(card)

    def _on_reset(self) -> None:
        card = self._rows.card
        self.setAccessibleName(card.title if card else "")
        self.setAccessibleDescription(f"{card.told()}. T shows a table." if card else "")
        self.updateGeometry()
        self.update()


def _drawing_of(card: Card) -> Drawing:
    if card.chart is Chart.SPREAD and card.spread is not None:
        return SpreadChart(card.spread)
    if card.chart is Chart.SPLIT:
        return SplitBars(card)
    if card.chart is Chart.SHARES:
        return SharedBar(card)
    return Bars(card)
