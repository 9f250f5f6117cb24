"""What was added to a record: dated, signed, never changed. A closed case takes nothing else."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.case import Case
from ehdesk.domain.records import Addition
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ui.cases.emptied import empty
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.text_area import TextArea
from ui.theme import theme


class Additions(QWidget):
    """A box to write in, and what was written before. ``add_asked`` gives the words."""

    add_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(14))
        self._box = Card("Add to the record")
        self.text = TextArea()
        hint = "It is kept with today’s date and your name, and is not changed afterwards."
        self._field = FieldRow("What is to be added?", hint, self.text)
        self.text.value_changed.connect(self._field.clear_error)
        self.add_button = Button("Add it", "primary", "check")
        self.add_button.clicked.connect(self._on_add)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        self._box.body.addWidget(self._field)
        self._box.body.addLayout(line)
        self.list = Card("Added before")
        column.addWidget(self._box)
        column.addWidget(self.list)

    def show_case(self, case: Case, today: date, *, may_add: bool) -> None:
        """Show what has been added by now. What is being written stays."""
        self._box.setVisible(may_add)
        if (case.additions, today) == self._shown:
            return
        self._shown = (case.additions, today)
        empty(self.list.body)
        for addition in reversed(case.additions):
            self.list.body.addWidget(_Added(addition, today))
        if not case.additions:
            self.list.body.addWidget(Label("Nothing has been added.", "body", "text2"))

    def put_above(self, note: QWidget) -> None:
        """Say something above the box."""
        self._box.body.insertWidget(self._box.body.indexOf(self._field), note)

    def begin(self) -> None:
        """Put the cursor into the box."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def added(self) -> None:
        """What was written is in the record."""
        self.text.set_value("")

    def _on_add(self) -> None:
        if self.text.value():
            self.add_asked.emit(self.text.value())
            return
        self._field.set_error("Enter what is to be added")
        self.begin()


class _Added(QWidget):
    """One addition."""

    def __init__(self, addition: Addition, today: date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(6))
        column.setSpacing(theme().px(2))
        when = f"{say_date(local(addition.added_at).date(), today)}, {say_time(addition.added_at)}"
        column.addWidget(Label(f"{when}  ·  {addition.by}", "help", "text2"))
        column.addWidget(Label(addition.text, "body"))
