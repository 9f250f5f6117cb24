"""The boxes of one row, each the editor of its column's own kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms import kinds
from ehdesk.forms.spec import Field, Look, Row
from ui.fields.column_editors import column_editor
from ui.fields.editor import Editor
from ui.fields.labelled import labelled
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.theme import theme

Line = Sequence[tuple[str, int]]
"""Columns that stand side by side: their key and their share of 6."""

_LEAST = 130


class RowForm(QWidget):
    """``row()`` is the row with what was typed; columns without a box are left as they are."""

    value_changed = Signal()

    def __init__(
        self,
        question: Field,
        around: Surroundings,
        lines: Sequence[Line],
        *,
        labels: Mapping[str, str] | None = None,
        looks: Mapping[str, Look] | None = None,
        whose: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``labels`` and ``looks`` are for columns that here want other words or another look."""
        super().__init__(parent)
        self._row: Row = {}
        self.editors: dict[str, Editor] = {}
        self._blocks: dict[str, QWidget] = {}
        self._lines: dict[QWidget, list[str]] = {}
        columns = {column.key: column for column in kinds.columns(question)}
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme().px(12))
        for line in lines:
            holder = QWidget()
            places = SideBySide(holder, gap=theme().px(14), line_gap=theme().px(12), total=6)
            for key, share in line:
                words = (labels or {}).get(key, columns[key].label)
                look = (looks or {}).get(key, columns[key].look)
                column = replace(columns[key], label=words, look=look)
                editor = column_editor(column, around)
                ticks = column.kind == "tick"  # it carries its own words
                block = editor if ticks else labelled(words, editor, whose=whose)
                places.add(block, share, max(theme().px(_LEAST), block.minimumSizeHint().width()))
                editor.value_changed.connect(self._on_changed)
                self.editors[key], self._blocks[key] = editor, block
            stack.addWidget(holder)
            self._lines[holder] = [key for key, _share in line]

    def row(self) -> Row:
        """The row with what is typed."""
        return self._row | {key: editor.value() for key, editor in self.editors.items()}

    def set_row(self, row: Row) -> None:
        """Show a row, without telling anyone."""
        self._row = dict(row)
        for key, editor in self.editors.items():
            if editor.value() != row.get(key):
                editor.set_value(row.get(key))

    def refresh(self) -> None:
        """Options may have changed."""
        for editor in self.editors.values():
            editor.refresh()

    def show_only(self, keys: set[str]) -> None:
        """Show these columns and hide the others, which keep what they hold."""
        for key, block in self._blocks.items():
            if block.isHidden() == (key in keys):
                block.setVisible(key in keys)
        for line, columns in self._lines.items():
            line.setVisible(not keys.isdisjoint(columns))

    def start(self) -> None:
        """Put the cursor into the first box that is empty, or the first."""
        shown = [key for key, block in self._blocks.items() if not block.isHidden()]
        empty = [key for key in shown if self.editors[key].value() in ("", None)]
        key = (empty or shown)[0]
        self.editors[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        self.value_changed.emit()
