"""Asking when something happened that is written down now, and how old the children were then."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.domain.ages import told_of_day
from ehdesk.domain.case import Case
from ehdesk.forms.checks import iso_date
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.theme import theme


class HappenedOn(QWidget):
    """Today until another day is entered; the ages are of the day that is entered."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._case: Case | None = None
        self.input = DateInput(today, "When did it happen?")
        self.row = FieldRow("When did it happen?", "", self.input)
        self.ages = Label("", "help", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(self.row)
        column.addWidget(self.ages)
        self.input.value_changed.connect(self.row.clear_error)
        self.input.value_changed.connect(self.tell)
        self.set_value(today.isoformat())

    def show_case(self, case: Case) -> None:
        """Whose ages are told."""
        self._case = case
        self.tell()

    def set_today(self, today: date) -> None:
        """Another day has come. What stands in the boxes stays."""
        self._today = today
        self.input.set_today(today)
        self.tell()

    def day(self) -> date | None:
        """The day that is entered; None while it is none."""
        return iso_date(self.input.value())

    def problem(self) -> str:
        """What is wrong with it, in words; empty for a day that has come."""
        day = self.day()
        if day is None:
            return self.input.problem() or "Enter the day it happened"
        return "Enter today’s date or an earlier one" if day > self._today else ""

    def typed(self) -> str:
        """For a draft: the day, or what stands in the boxes."""
        return self.input.value() or self.input.typed()

    def set_value(self, typed: str) -> None:
        """Show a day, or what stood in the boxes."""
        self.input.set_value(typed)
        self.row.clear_error()
        self.tell()

    def tell(self) -> None:
        """Say the ages on the day that is entered."""
        told = told_of_day(self._case, self.day(), self._today) if self._case else ""
        self.ages.setText(told)
        self.ages.setVisible(bool(told))
