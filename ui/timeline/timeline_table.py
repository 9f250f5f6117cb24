"""The list twin of the timeline: date, kind, what, detail and state of each thing in view."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from ehdesk.domain.timeline import Entry
from ui.kit.data_table import Column, DataTable, TwoLineDelegate
from ui.kit.pill import pill_height, pill_width
from ui.theme import theme
from ui.timeline.timeline_model import ENTRY_ROLE, KIND_ICONS, Field, TimelineModel

_ROW = 38
_ICON, _GAP = 16, 8
_LEAST_ROWS = 3
_TITLE = 24  # characters of a title that are always shown


class TimelineTable(DataTable):
    """The kit's table with rows of one line, and the icon of each thing beside its kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = (
            Column(12, keep=True),
            Column(11),
            Column(22, keep=True),
            Column(41),
            Column(14, keep=True),
        )
        super().__init__("Things on the timeline", columns, parent=parent)
        self._delegate = _OneLineDelegate(self)
        self.setItemDelegate(self._delegate)
        self._on_theme()

    def _on_theme(self) -> None:
        super()._on_theme()
        head = self.horizontalHeader().sizeHint().height()
        self.setMinimumHeight(head + _LEAST_ROWS * self._delegate.row_height() + 2)

    def _least(self, column: int) -> int:
        """Known without asking each of thousands of rows, whose states are only a few words."""
        metrics = QFontMetrics(theme().font("body"))
        around = 2 * theme().px(18)
        model = self.model()
        if column == Field.DATE and isinstance(model, TimelineModel):
            return metrics.horizontalAdvance(model.longest_date) + around
        if column == Field.KIND:
            return metrics.horizontalAdvance("Pathway") + theme().px(_ICON + _GAP) + around
        if column == Field.STATE:
            states = model.states if isinstance(model, TimelineModel) else ()
            return max((pill_width(state) for state in states), default=0) + around
        # An action may be a whole sentence: its row is cut at the end, its tip has it all.
        return metrics.averageCharWidth() * _TITLE + around


class _OneLineDelegate(TwoLineDelegate):
    """38 px at 100 %, as tall as a pill needs."""

    def row_height(self) -> int:
        tall = theme().line_height("body") + theme().px(10)
        return max(theme().px(_ROW), tall, pill_height() + theme().px(12))

    def _paint_content(
        self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(ENTRY_ROLE)
        if index.column() == Field.KIND and isinstance(entry, Entry):
            side = theme().px(_ICON)
            name = KIND_ICONS.get(entry.kind, entry.icon)
            ratio = painter.device().devicePixelRatioF()
            pixmap = theme().pixmap(name, "text2", _ICON, ratio)
            painter.drawPixmap(area.x(), area.center().y() - side // 2, pixmap)
            area = area.adjusted(side + theme().px(_GAP), 0, 0, 0)
        super()._paint_content(painter, area, index)
