"""The boxes of one row, each the editor of its column's own kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms import kinds
from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Look, Row
from ui.fields.column_editors import column_editor
from ui.fields.editor import Editor
from ui.fields.heading import ErrorLine
from ui.fields.labelled import labelled
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.wrong import mark_wrong
from ui.theme import theme

Line = Sequence[tuple[str, int]]
"""Columns that stand side by side: their key and their share of 6."""

_LEAST = 130


def asked_lines(lines: Iterable[Line], question: Field) -> list[Line]:
    """The lines with only those columns that the form asks; lines with none fall away."""
    asked = {column.key for column in kinds.columns(question)}
    kept = ([(key, share) for key, share in line if key in asked] for line in lines)
    return [line for line in kept if line]


class Boxes(QWidget):
    """The boxes of one row, however they are laid out.

    ``row()`` is the row with what was typed; columns without a box are left as they are.
    """

    value_changed = Signal()
    entered = Signal()
    """Enter was pressed in a box that keeps the key to itself."""

    def row(self) -> Row:
        """The row with what is typed."""
        raise NotImplementedError

    def set_row(self, row: Row) -> None:
        """Show a row, without telling anyone."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Options may have changed."""
        raise NotImplementedError

    def has(self, column: str) -> bool:
        """Whether the column has a box here."""
        raise NotImplementedError

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem at the box that it is about, and none at the others."""
        raise NotImplementedError

    def start(self, column: str = "") -> None:
        """Put the cursor into a box: that of the column, else the first empty one, or the first."""
        raise NotImplementedError

    def is_in_last_box(self, widget: QWidget | None) -> bool:
        """Whether the widget is the last box on show, or in it."""
        raise NotImplementedError


class RowForm(Boxes):
    """All boxes on show, some side by side. Columns that the form does not ask have none."""

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
        self._errors: dict[str, ErrorLine] = {}
        self._touched: set[str] = set()
        self._lines: dict[QWidget, list[str]] = {}
        columns = {column.key: column for column in kinds.columns(question)}
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme().px(12))
        for line in asked_lines(lines, question):
            holder = QWidget()
            places = SideBySide(holder, gap=theme().px(14), line_gap=theme().px(12), total=6)
            for key, share in line:
                words = (labels or {}).get(key, columns[key].label)
                look = (looks or {}).get(key, columns[key].look)
                column = replace(columns[key], label=words, look=look)
                editor = column_editor(column, around)
                block = labelled(words, editor, whose=whose)
                least = max(theme().px(_LEAST), block.minimumSizeHint().width())
                places.add(block, share, least, block.lead)
                editor.value_changed.connect(lambda key=key: self._on_changed(key))
                editor.entered.connect(self.entered)
                self.editors[key], self._blocks[key] = editor, block
            stack.addWidget(holder)
            self._lines[holder] = [key for key, _share in line]

    def row(self) -> Row:
        return self._row | self.typed()

    def typed(self) -> Row:
        """What a person changed since the row was shown; the rest is left just as it was kept."""
        return {key: self.editors[key].value() for key in self._touched}

    def set_row(self, row: Row) -> None:
        self._row = dict(row)
        self._touched.clear()
        for key, editor in self.editors.items():
            if editor.value() != row.get(key):
                editor.set_value(row.get(key))

    def refresh(self) -> None:
        for editor in self.editors.values():
            editor.refresh()

    def has(self, column: str) -> bool:
        return column in self._blocks and not self._blocks[column].isHidden()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        for key in set(self._errors) | {p.column for p in problems if p.column in self.editors}:
            mine = [problem for problem in problems if problem.column == key]
            if key not in self._errors:
                line = self._errors[key] = ErrorLine()
                inside = self._blocks[key].layout()
                assert isinstance(inside, QVBoxLayout)  # noqa: S101 - labelled made it
                inside.insertWidget(inside.indexOf(self.editors[key]) + 1, line)
            words = ". ".join(problem.message for problem in mine)
            only_warnings = all(problem.warning for problem in mine)
            self._errors[key].say(words, warning=only_warnings)
            mark_wrong(self.editors[key], bool(mine) and not only_warnings)
            self.editors[key].setAccessibleDescription(words)

    def show_only(self, keys: Collection[str]) -> None:
        """Show these columns and hide the others, which keep what they hold."""
        for key, block in self._blocks.items():
            if block.isHidden() == (key in keys):
                block.setVisible(key in keys)
        for line, columns in self._lines.items():
            line.setVisible(any(column in keys for column in columns))

    def start(self, column: str = "") -> None:
        shown = self._shown()
        empty = [key for key in shown if self.editors[key].value() in ("", None)]
        wanted = [column] if column in shown else [*empty, *shown]
        if wanted:
            self.editors[wanted[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def is_in_last_box(self, widget: QWidget | None) -> bool:
        shown = self._shown()
        last = self.editors[shown[-1]] if shown else None
        return last is not None and widget is not None and last.isAncestorOf(widget)

    def _shown(self) -> list[str]:
        return [key for key, block in self._blocks.items() if not block.isHidden()]

    def _on_changed(self, key: str) -> None:
        self._touched.add(key)
        self.value_changed.emit()
