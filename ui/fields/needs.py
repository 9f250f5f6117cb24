"""The needs that people tick, by area of life, each with a line for who and what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms import kinds
from ehdesk.forms.spec import Field, Row, Value
from ehdesk.kernel.ids import new_id
from ui.fields.editor import Editor
from ui.fields.labelled import labelled
from ui.fields.surroundings import Surroundings
from ui.kit.card import Card
from ui.kit.check import Check
from ui.kit.labels import label
from ui.kit.text_input import TextInput
from ui.theme import theme

_INDENT = 34


class NeedLine(QWidget):
    """One need: a tick with its plain label, the fuller text, and once ticked a line to write."""

    note_changed = Signal()

    def __init__(self, code: str, name: str, text: str, read_only: bool) -> None:
        super().__init__()
        self.code = code
        self.row_id = str(new_id())
        self._kept: Row = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.tick = Check(name)
        self.tick.setEnabled(not read_only)
        self.note: TextInput | None = None
        self._writing: QWidget | None = None
        self._read_only = read_only
        indent = theme().px(_INDENT)
        more = label(text, "help", "text2")
        more.setContentsMargins(indent, 0, 0, 0)
        more.setVisible(bool(text) and text != name)
        self.tick.setAccessibleDescription(text)
        self._column.addWidget(self.tick)
        self._column.addWidget(more)

    def is_ticked(self) -> bool:
        """Whether it is a need."""
        return self.tick.value()

    def row(self, blank: Row) -> Row:
        """The need as a row; a need unticked and ticked again keeps its id and its words."""
        note = self.note.value() if self.note is not None else ""
        return blank | self._kept | {"id": self.row_id, "code": self.code, "note": note}

    def show_row(self, row: Row | None) -> None:
        """Show a kept row, or that it is not a need."""
        self.tick.set_value(row is not None)
        self.show_writing()
        if row is not None and self.note is not None:
            self._kept, self.row_id = dict(row), str(row["id"])
            self.note.set_value(str(row["note"]))

    def show_writing(self) -> None:
        """The line to write on is there while the need is ticked; most never are, so it is made
        when it is first wanted."""
        if self._writing is None and self.is_ticked():
            self.note = TextInput()
            self.note.prose = True
            self.note.setReadOnly(self._read_only)
            self.note.value_changed.connect(self.note_changed)
            words = "Who it is about, and what it looks like"
            self._writing = labelled(words, self.note, whose=self.tick.text())
            indent = theme().px(_INDENT)
            self._writing.setContentsMargins(indent, theme().px(8), 0, theme().px(4))
            self._column.addWidget(self._writing)
        if self._writing is not None:
            self._writing.setVisible(self.is_ticked())


class NeedsEditor(Editor):
    """All needs of the pack's short list under the areas they belong to, counted as they are
    ticked. A need that this pack no longer has is shown at the end under its code."""

    has_heading = False

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self.lines: dict[str, NeedLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))
        self._blank = kinds.row_of(question, str(new_id()))
        for area in around.pack.areas:
            needs = [need for need in around.pack.needs if need.area == area.code and need.usable]
            if needs:
                group = self._add_group(area.name)
                for need in needs:
                    self._add_line(group, need.code, need.name, need.text)
        self._others: Card | None = None
        first = next(iter(self.lines.values()), None)
        if first is not None:
            self.setFocusProxy(first.tick)

    def value(self) -> list[Row]:
        return [line.row(self._blank) for line in self.lines.values() if line.is_ticked()]

    def set_value(self, value: Value) -> None:
        rows = {row["code"]: row for row in value} if isinstance(value, list) else {}
        for code in rows.keys() - self.lines.keys() - {""}:
            if self._others is None:
                self._others = self._add_group("Other needs")
            name = self.around.pack.label("needs", code)
            self._add_line(self._others, code, name, "")
        for code, line in self.lines.items():
            line.show_row(rows.get(code))

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        if self.lines:
            first = next(iter(self.lines.values()))
            first.tick.setAccessibleDescription(description)

    def _add_group(self, name: str) -> Card:
        group = Card(name, padding=18)
        self._column.addWidget(group)
        return group

    def _add_line(self, group: Card, code: str, name: str, text: str) -> None:
        line = NeedLine(code, name, text, self.around.read_only)
        self.lines[code] = line
        group.body.addWidget(line)
        line.tick.value_changed.connect(lambda: self._on_ticked(line))
        line.note_changed.connect(self.value_changed)

    def _on_ticked(self, line: NeedLine) -> None:
        line.show_writing()
        self.value_changed.emit()
