"""What was added to a record: dated, signed, never changed. A closed case takes nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.ages import ages_on
from ehdesk.domain.case import Case
from ehdesk.domain.records import Addition
from ehdesk.kernel.dates import say_date, say_time
from ui.cases.emptied import empty
from ui.cases.happened_on import HappenedOn
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.text_area import TextArea
from ui.theme import theme


class Additions(QWidget):
    """A box to write in, and what was written before. ``add_asked`` gives the words and the day
    they are about."""

    add_asked = Signal(str, object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(14))
        self._box = Card("Add to the record")
        self.text = TextArea()
        self._today = today
        self.on = HappenedOn(today)
        hint = "It is kept with your name and today’s date, and is not changed afterwards."
        self._field = FieldRow("What is to be added?", hint, self.text)
        self.text.value_changed.connect(self._field.clear_error)
        self.add_button = Button("Add it", "primary", "check")
        self.add_button.clicked.connect(self._on_add)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        self._box.body.addWidget(self.on)
        self._box.body.addWidget(self._field)
        self._box.body.addLayout(line)
        self.list = Card("Added before")
        column.addWidget(self._box)
        column.addWidget(self.list)

    def show_case(self, case: Case, today: date, *, may_add: bool) -> None:
        """Show what has been added by now. What is being written stays."""
        self._box.setVisible(may_add)
        self._set_today(today)
        self.on.show_case(case)
        if (case.additions, case.children, today) == self._shown:
            return
        self._shown = (case.additions, case.children, today)
        empty(self.list.body)
        for addition in reversed(case.additions):
            self.list.body.addWidget(_Added(addition, ages_on(case, addition.on), today))
        if not case.additions:
            self.list.body.addWidget(Label("Nothing has been added.", "body", "text2"))

    def put_above(self, note: QWidget) -> None:
        """Say something above the box."""
        self._box.body.insertWidget(self._box.body.indexOf(self.on), note)

    def begin(self) -> None:
        """Put the cursor into the box."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def added(self) -> None:
        """What was written is in the record."""
        self.show_typed({})

    def typed(self) -> dict[str, str]:
        """What stands in the boxes, for a draft; no day while nothing but today's is there."""
        on = self.on.typed()
        is_begun = self.text.value() or on != self._today.isoformat()
        return {"text": self.text.value(), "on": on if is_begun else ""}

    def show_typed(self, typed: Mapping[str, str]) -> None:
        """Put it back into the boxes; today's date where no other is known."""
        self.text.set_value(typed.get("text", ""))
        self.on.set_value(typed.get("on") or self._today.isoformat())

    def _set_today(self, today: date) -> None:
        """The day moves on with an empty box; words that are written keep the day they show."""
        moves_on = not self.text.value() and self.on.day() == self._today
        self._today = today
        self.on.set_today(today)
        if moves_on:
            self.on.set_value(today.isoformat())

    def _on_add(self) -> None:
        self.on.row.set_error(self.on.problem())
        if not self.text.value():
            self._field.set_error("Enter what is to be added")
            self.begin()
        elif self.on.problem():
            self.on.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add_asked.emit(self.text.value(), self.on.day())


class _Added(QWidget):
    """One addition."""

    def __init__(self, addition: Addition, ages: str, today: date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(6))
        column.setSpacing(theme().px(2))
        written = f"{say_date(addition.written_on, today)}, {say_time(addition.added_at)}"
        if addition.on != addition.written_on:
            written = f"{say_date(addition.on, today)}  ·  written down {written}"
        parts = (written, addition.by, ages)
        column.addWidget(Label("  ·  ".join(part for part in parts if part), "help", "text2"))
        column.addWidget(Label(addition.text, "body"))
