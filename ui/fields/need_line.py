"""One need: a tick with its plain label and the fuller text, and once ticked, boxes to write in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.problems import Problem
from ehdesk.forms.spec import Field, Row
from ehdesk.kernel.ids import new_id
from ui.fields.row_form import RowForm
from ui.fields.surroundings import Surroundings
from ui.kit.check import Check
from ui.kit.labels import Label, label
from ui.theme import theme

_INDENT = 34
_LINES = ((("people", 6),), (("note", 3), ("known_from", 3)))
_NARROW_LINES = ((("people", 6),), (("note", 6),), (("known_from", 6),))
"""Of a need that has another beside it."""


class NeedLine(QWidget):
    """Unticked and ticked again it keeps its id and its words."""

    note_changed = Signal()

    def __init__(
        self,
        code: str,
        name: str,
        text: str,
        question: Field,
        around: Surroundings,
        blank: Row,
        *,
        narrow: bool = False,
    ) -> None:
        super().__init__()
        self._lines = _NARROW_LINES if narrow else _LINES
        self.code, self.name = code, name
        self._question, self._around = question, around
        self._row = dict(blank) | {"id": str(new_id()), "code": code}
        self.form: RowForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.tick = Check(name)
        self.tick.setEnabled(not around.read_only)
        self.tick.setAccessibleDescription(text)
        indent = theme().px(_INDENT)
        more = label(text, "help", "text2")
        more.setContentsMargins(indent, 0, 0, 0)
        more.setVisible(bool(text) and text != name)
        self._twice = Label("", "help_strong", "soon.ink")
        self._twice.setContentsMargins(indent, theme().px(2), 0, 0)
        self._twice.hide()
        for part in (self.tick, more, self._twice):
            self._column.addWidget(part)
        self._column.addStretch(1)  # beside a higher one, stay at the top

    @property
    def row_id(self) -> str:
        """The id of its row."""
        return str(self._row["id"])

    def is_ticked(self) -> bool:
        """Whether it is a need."""
        return self.tick.value()

    def row(self) -> Row:
        """The need as a row."""
        return self.form.row() if self.form is not None else dict(self._row)

    def show_row(self, row: Row | None) -> None:
        """Show a kept row, or that it is not a need."""
        if row is not None:
            self._row = dict(row)
        self.tick.set_value(row is not None)
        if self.form is not None and row is not None:
            self.form.set_row(row)
        self.show_writing()

    def show_writing(self) -> None:
        """The boxes are there while the need is ticked; most never are, so they are made when
        they are first wanted."""
        if self.form is None and self.is_ticked():
            self.form = RowForm(
                self._question,
                self._around,
                self._lines,
                looks={"people": "chips"},
                whose=self.name,
            )
            indent, px = theme().px(_INDENT), theme().px
            self.form.setContentsMargins(indent, px(8), 0, px(8))
            self.form.set_row(self._row)
            self.form.value_changed.connect(self.note_changed)
            self._column.insertWidget(self._column.count() - 1, self.form)
        if self.form is not None:
            self.form.setVisible(self.is_ticked() and bool(self.form.editors))

    def refresh(self) -> None:
        """People may have changed."""
        if self.form is not None:
            self.form.refresh()

    def say_twice(self, words: str) -> None:
        """Say that it stands here twice, in other words; "" when it does not."""
        self._twice.setText(words)
        self._twice.setVisible(bool(words))

    def show_problems(self, problems: list[Problem]) -> None:
        """Show what is wrong in its boxes."""
        if self.form is not None:
            self.form.show_problems(problems)
