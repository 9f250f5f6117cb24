"""How far each outcome has come, drawn on one scale from 0 to 10 (picture 12)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.spec import Row
from ui.fields.distance_key import DistanceKey
from ui.fields.distance_row import COLUMNS, GAP, DistanceRow, Numbers
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.tab_order import ReadingOrder
from ui.theme import theme

_MARKS = (("ring", "At the start"), ("dot", "Now"), ("flag", "What we hoped for"))


class DistanceChart(ReadingOrder):
    """A line for each outcome. A number is changed on a scale that opens under its line."""

    number_given = Signal(str, object)
    """The id of a row and its number now, or None."""

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self.lines: dict[str, DistanceRow] = {}
        self._looked_at = ""
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QWidget()
        places = SideBySide(self._head, gap=px(GAP), line_gap=0)
        for part, (weight, least) in zip((QWidget(), Numbers(), QWidget()), COLUMNS, strict=True):
            places.add(part, weight, px(least))
        column.addWidget(self._head)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, px(6), 0, 0)
        foot.addWidget(DistanceKey(_MARKS), 1)
        self.change_button = Button("Change a number", "link")
        self.change_button.setVisible(not read_only)
        self.change_button.clicked.connect(self._on_change)
        foot.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show what the form holds now."""
        ids = [row["id"] for row in rows]
        for gone in [row_id for row_id in self.lines if row_id not in ids]:
            line = self.lines.pop(gone)
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        for place, row in enumerate(rows):
            line = self.lines.get(row["id"]) or self._make_line(row, place)
            line.show_row(row)
            line.set_last(place == len(rows) - 1)

    def open_row(self, row_id: str) -> None:
        """Open the scale of a row and close any other. KeyError when there is none."""
        for other, line in self.lines.items():
            if other != row_id and line.is_open():
                line.close_scale()
        self.lines[row_id].open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = tuple(self.lines.values())
        wrapped = bool(lines) and lines[0].is_wrapped(event.size().width())
        self._head.setVisible(not wrapped)

    def _make_line(self, row: Row, place: int) -> DistanceRow:
        row_id = row["id"]
        line = DistanceRow(row, read_only=self._read_only)
        line.number_given.connect(lambda number: self.number_given.emit(row_id, number))
        line.wanted.connect(lambda: self.open_row(row_id))
        line.looked_at.connect(lambda: self._note(row_id))
        self.lines[row_id] = line
        self._list.insertWidget(place, line)
        return line

    def _note(self, row_id: str) -> None:
        self._looked_at = row_id

    def _on_change(self) -> None:
        """The row last looked at; else the first without a number, else the first."""
        if not self.lines:
            return
        missing = (key for key, line in self.lines.items() if line.scale.value() is None)
        wanted = self._looked_at if self._looked_at in self.lines else ""
        self.open_row(wanted or next(missing, next(iter(self.lines))))
