"""The timeline of a case: tools, drawing, and the list that says the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.timeline import Entry
from ehdesk.domain.timeline_scale import LEVELS
from ui.kit.buttons import Button, IconButton
from ui.kit.key_cap import KeyCap
from ui.kit.labels import Label
from ui.kit.segmented import Segmented
from ui.theme import theme
from ui.timeline.timeline_model import TimelineModel
from ui.timeline.timeline_table import TimelineTable
from ui.timeline.timeline_view import TimelineView

_KEYS = ((("←", "→", "↑", "↓"), "move"), (("Enter",), "open"), (("+", "−"), "zoom"))
_KEYS_NEED = 900  # narrower than this the key hints give way first (design 2, rule 2)
_START = "9"


class TimelinePanel(QWidget):
    """Fills the timeline tab of a case; it does not scroll itself but its list does.

    ``entry_opened`` gives the entry's ``record`` when it has one, else its key.
    """

    entry_opened = Signal(str)

    def __init__(
        self, entries: Sequence[Entry], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = TimelineModel(entries, today, self)
        self.selection = QItemSelectionModel(self.model, self)
        self.view = TimelineView(self.model, self.selection, self)
        self.table = TimelineTable(self)
        self.table.setModel(self.model)
        self.table.setSelectionModel(self.selection)
        self.levels = Segmented(LEVELS, "How much time to show")
        self.levels.set_value(_START)
        self.levels.value_changed.connect(self._on_level_chosen)
        self._count = Label("", "help", "text2", wrap=False)
        self._hints = self._key_hints()
        self.view.zoomed.connect(self._on_zoomed)
        self.view.entry_opened.connect(self._on_opened)
        self.table.activated.connect(self._on_row_opened)
        self.model.modelReset.connect(self._say_count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._tools())
        column.addWidget(self.view)
        column.addLayout(self._list_head())
        column.addWidget(self.table, 1)
        QWidget.setTabOrder(self.view, self.table)
        self._say_count()

    def set_entries(self, entries: Sequence[Entry], today: date) -> None:
        """Show another list, keeping the days in view and the choice when it is still there."""
        self.model.set_entries(entries, today)
        self.view.reload()

    def _tools(self) -> QHBoxLayout:
        today = Button("Today")
        today.clicked.connect(self.view.show_today)
        earlier = IconButton("chevron-left", "Earlier", "secondary")
        later = IconButton("chevron-right", "Later", "secondary")
        earlier.clicked.connect(lambda: self.view.move_by(-0.5))
        later.clicked.connect(lambda: self.view.move_by(0.5))
        row = QHBoxLayout()
        row.setSpacing(0)
        for widget, after in ((self.levels, 10), (today, 10), (earlier, 6), (later, 0)):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addSpacing(after)
        row.addStretch(1)
        return row

    def _list_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label("In this view", "help_strong", wrap=False))
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._hints)
        return row

    def _key_hints(self) -> QWidget:
        hints = QWidget(self)
        hints.hide()  # until there is known to be room, or they would widen the window
        row = QHBoxLayout(hints)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for number, (keys, words) in enumerate(_KEYS):
            if number:
                row.addSpacing(9)
            for key in keys:
                row.addWidget(KeyCap(key))
            row.addWidget(Label(words, "help", "text2", wrap=False))
        return hints

    def _say_count(self) -> None:
        count = self.model.rowCount()
        if not self.model.entries:
            words = "Nothing has happened yet. What you record appears here."
        elif count == 0:
            words = "Nothing in these months. Choose All to see everything."
        else:
            things = "1 thing" if count == 1 else f"{count} things"
            words = f"{things}, newest first. Select one to see it above."
        self._count.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hints.setVisible(self.width() >= theme().px(_KEYS_NEED))

    def _on_level_chosen(self) -> None:
        self.view.set_level(self.levels.value())

    def _on_zoomed(self) -> None:
        self.levels.set_value("")  # neither 3, 6, 9 months nor all

    def _on_opened(self, key: str) -> None:
        entry = next((one for one in self.model.entries if one.key == key), None)
        if entry is not None:
            self.entry_opened.emit(entry.record or entry.key)

    def _on_row_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self._on_opened(self.model.entry(index.row()).key)
