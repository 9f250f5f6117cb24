"""Rows that are always open: a card each with the boxes of the row's own columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms import kinds
from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Row
from ui.fields.heading import ErrorLine
from ui.fields.row_form import Line, RowForm
from ui.fields.rows_editor import RowsEditor, RowView, as_line
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import Button, IconButton
from ui.kit.card import Card
from ui.kit.labels import Label, label

_NAMES = frozenset({"short_text", "choice"})
"""Kinds of a first column that tell what a row is about."""
_SHARE = {"third": 2, "half": 3, "two_thirds": 4, "full": 6}


class CardRow(RowView):
    """One row in a card, with its number, who or what it is about, and an x."""

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(row, question, around, parent)
        self._columns: list[str] = []
        self._number = 0
        self.card = Card(padding=16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)
        line = self.head = QHBoxLayout()
        self.title: Label = label("", "card_title", "text2")
        self.remove_button = IconButton("x", "Remove", size="small")
        self.remove_button.clicked.connect(self.remove_asked)
        self.remove_button.setVisible(not around.read_only)
        line.addWidget(self.title, 1)
        line.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        self.card.body.addLayout(line)
        self.error = ErrorLine()
        self.card.body.addWidget(self.error)
        self.form = RowForm(question, around, self.lines())
        self.form.set_row(row)
        self.form.value_changed.connect(self._on_typed)
        self.form.entered.connect(self._on_enter)
        self.card.body.addWidget(self.form)

    def lines(self) -> Sequence[Line]:
        """How the boxes stand: as the columns say."""
        return _lines(kinds.columns(self.question))

    def set_row(self, row: Row) -> None:
        self.row = dict(row)
        self.form.set_row(row)
        self._say_title()

    def refresh(self) -> None:
        self.form.refresh()
        self._say_title()

    def set_number(self, number: int) -> None:
        self._number = number
        self._say_title()
        self.remove_button.set_name(f"Remove number {number}")
        first = next(iter(self.form.editors.values()))
        first.setAccessibleName(f"{first.question.label}, number {number}")

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self._columns = [problem.column for problem in problems if problem.column]
        boxed = [problem for problem in problems if self.form.has(problem.column)]
        self.form.show_problems(boxed)
        words, warning = as_line([problem for problem in problems if problem not in boxed])
        self.error.say(words, warning=warning)
        wrong = any(not problem.warning for problem in problems)
        self.card.set_edge("overdue" if wrong else "")

    def start(self) -> None:
        self.form.start(next(iter(self._columns), ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def _on_enter(self) -> None:
        """From the last box straight on to the next row; in another it does nothing."""
        if self.form.is_in_last_box(self.focusWidget()):
            self.next_asked.emit()

    def _say_title(self) -> None:
        """The number, and what the first box says: whose card it is shows without reading it."""
        self.title.setText(". ".join(part for part in (str(self._number), self._about()) if part))

    def _about(self) -> str:
        column, *_others = kinds.columns(self.question)
        value = self.row.get(column.key)
        if column.kind not in _NAMES or not value:
            return ""
        return " ".join(kinds.display(column, value, self.around.answers.words))

    def _on_typed(self) -> None:
        self.row = self.form.row()
        self._say_title()
        self.value_changed.emit()


class CardRowsEditor(RowsEditor):
    """Any repeating group of questions; also services that a family is pointed to."""

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        if question.kind == "signposts":
            self.add_words = "Add a service"
        super().__init__(question, around, parent)
        self.add_button = Button(self.add_words, "secondary", "plus", "small")
        self.add_button.clicked.connect(lambda: self.add())
        self.add_button.setVisible(not around.read_only)
        self.heading.add_action(self.add_button)

    def make_row(self, row: Row) -> RowView:
        return CardRow(row, self.question, self.around)


def _lines(columns: Sequence[Field]) -> list[list[tuple[str, int]]]:
    lines: list[list[tuple[str, int]]] = []
    name = ""
    for column in columns:
        if not column.line or column.line != name:
            lines.append([])
        name = column.line
        lines[-1].append((column.key, _SHARE[column.width]))
    return lines
