"""The table of cases, however many there are."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.cases.case_cells import STATUSES
from ui.kit.block_rows import BLOCK
from ui.kit.data_table import CellRole, Column, DataTable
from ui.kit.pill import pill_width
from ui.theme import theme

_COLUMNS = (
    Column(21, keep=True),
    Column(26),
    Column(28),
    Column(14, keep=True),
    Column(16, keep=True),
    Column(16),
)
_DUE, _STATUS, _LEAD = 3, 4, 5
_ENDS, _AVATAR = 36, 34
_WIDE = 1400
"""In a window less wide than this the lead practitioner's column gives way (design, 4)."""


class CasesTable(DataTable):
    """Ends with its rows; its status column is wide enough for every status there can be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Cases", _COLUMNS, parent=parent)
        self._was_wide = False

    def fit_height(self) -> None:
        """No higher than its rows need."""
        bar = self.horizontalScrollBar()
        room = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.setMaximumHeight(self.content_height() + room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.window().width() >= _WIDE
        if wide != self._was_wide:
            self._was_wide = wide
            self._leasts.clear()
        super().resizeEvent(event)

    def _least(self, column: int) -> int:
        if column == _LEAD and not self._was_wide:
            return 1 << 20  # wider than any room, so that it is the first to go
        if column in (_DUE, _LEAD):
            return max(self._head.text_width(column), self._words_width(column))
        least = super()._least(column)
        if column == _STATUS:
            widest = max(pill_width(words) for words, _tone, _icon in STATUSES.values())
            least = max(least, widest + theme().px(_ENDS))
        return least

    def _words_width(self, column: int) -> int:
        """Dates and names are short and never cut: what they need and no more."""
        first, second = (QFontMetrics(theme().font(role)) for role in ("body", "help"))
        widest = 0
        for row in range(min(self.model().rowCount(), BLOCK)):
            cell = self.model().index(row, column)
            wide = first.horizontalAdvance(str(cell.data() or ""))
            wide += theme().px(_AVATAR) if cell.data(CellRole.AVATAR) else 0
            below = second.horizontalAdvance(str(cell.data(CellRole.SECOND) or ""))
            widest = max(widest, wide, below)
        return widest + theme().px(_ENDS)
