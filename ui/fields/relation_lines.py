"""Relationships one by one, as lines: who is the what of whom. Couples, brothers and sisters."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms import kinds
from ehdesk.forms.spec import Field, Row
from ehdesk.kernel.ids import new_id
from ui.fields.heading import Heading
from ui.fields.relatives import Relative
from ui.fields.row_form import RowForm
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import Button, IconButton
from ui.theme import theme

_LINES = ((("person_id", 2), ("kind", 2), ("to_id", 2)),)


class RelationLine(QWidget):
    """One relationship in three boxes."""

    value_changed = Signal()
    remove_asked = Signal()
    next_asked = Signal()

    def __init__(self, row: Row, question: Field, around: Surroundings) -> None:
        super().__init__()
        self.form = RowForm(
            question,
            around,
            _LINES,
            looks={"person_id": "select", "kind": "select", "to_id": "select"},
        )
        self.form.set_row(row)
        self.form.value_changed.connect(self._on_typed)
        self.form.entered.connect(self._on_enter)
        self._around = around
        self._remove = IconButton("x", "Remove", size="small")
        self._remove.clicked.connect(self.remove_asked)
        self._remove.setVisible(not around.read_only)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(8))
        line.addWidget(self.form, 1)
        line.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignBottom)
        self._say()

    def row(self) -> Row:
        """The relationship as a row."""
        return self.form.row()

    def set_row(self, row: Row) -> None:
        """Show another state of it, without telling anyone."""
        self.form.set_row(row)
        self._say()

    def refresh(self) -> None:
        """People may have changed."""
        self.form.refresh()
        self._say()

    def start(self) -> None:
        """Put the cursor where something is missing."""
        self.form.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        if self.form.is_in_last_box(self.focusWidget()):
            self.next_asked.emit()

    def _on_typed(self) -> None:
        self._say()
        self.value_changed.emit()

    def _say(self) -> None:
        row, name = self.form.row(), self._around.name_of
        pair = " and ".join(n for n in (name(row["person_id"]), name(row["to_id"])) if n)
        whose = pair or "two people"
        for editor in self.form.editors.values():
            editor.setAccessibleName(f"{editor.question.label}, {whose}")
        self._remove.set_name(f"Remove {whose}")


class RelationLines(QWidget):
    """A heading, the lines, and a button that adds one for the next pair without any."""

    changed = Signal(object)
    """A person changed a row, or added one: the row."""
    removed = Signal(str)
    """A person took a row out: its id."""

    def __init__(self, title: str, add_words: str, question: Field, around: Surroundings) -> None:
        super().__init__()
        self._question, self._around = question, around
        self._people: tuple[Relative, ...] = ()
        self.lines: dict[str, RelationLine] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        heading = Heading(title)
        self.add_button = Button(add_words, "quiet", "plus", "small")
        self.add_button.clicked.connect(self.add)
        self.add_button.setVisible(bool(add_words) and not around.read_only)
        heading.add_action(self.add_button)
        column.addWidget(heading)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(8))
        column.addLayout(self._list)

    def set_rows(self, rows: Iterable[Row], people: Iterable[Relative]) -> None:
        """Show these rows; ``people`` are those whom a new one is between."""
        self._people = tuple(people)
        wanted = {row["id"]: row for row in rows}
        for gone in set(self.lines) - set(wanted):
            self._take_out(gone)
        for place, (row_id, row) in enumerate(wanted.items()):
            if row_id not in self.lines:
                self._put_in(row, place)
            elif self.lines[row_id].row() != row:
                self.lines[row_id].set_row(row)

    def refresh(self) -> None:
        """People may have changed."""
        for line in self.lines.values():
            line.refresh()

    def add(self) -> None:
        """Another line, for the first two people who have none yet."""
        row = kinds.row_of(self._question, str(new_id()))
        taken = {
            frozenset((r["person_id"], r["to_id"])) for r in map(RelationLine.row, self._all())
        }
        pairs = combinations([person.id for person in self._people], 2)
        free = next((pair for pair in pairs if frozenset(pair) not in taken), ("", ""))
        row |= {"person_id": free[0], "to_id": free[1]}
        self._put_in(row, len(self.lines))
        self.changed.emit(row)
        line = self.lines[row["id"]]
        (line.form.editors["kind"] if free[0] else line).setFocus(Qt.FocusReason.OtherFocusReason)
        if not free[0]:
            line.start()

    def _all(self) -> list[RelationLine]:
        return list(self.lines.values())

    def _put_in(self, row: Row, place: int) -> None:
        line = RelationLine(row, self._question, self._around)
        row_id = str(row["id"])
        self.lines[row_id] = line
        self._list.insertWidget(place, line)
        line.show()
        line.value_changed.connect(lambda: self.changed.emit(line.row()))
        line.remove_asked.connect(lambda: self.removed.emit(row_id))
        line.next_asked.connect(self._on_next)

    def _on_next(self) -> None:
        if self.add_button.isVisibleTo(self):
            self.add()

    def _take_out(self, row_id: str) -> None:
        line = self.lines.pop(row_id)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()
