"""A day of the hub on which no slots are made yet."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.date_input import DateInput
from ui.kit.empty_state import EmptyState
from ui.kit.field_row import FieldRow
from ui.theme import theme


class NoMeeting(Card):
    """``make_asked`` gives the day on which slots are to be made."""

    make_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        hub = desk.pack.hub
        slots, minutes = (hub.slots, hub.slot_minutes) if hub else (0, 0)
        rhythm = hub.meets_every.words if hub else ""
        self.make_button = Button(f"Make {slots} slots", "primary", "calendar-plus")
        self.make_button.clicked.connect(self._on_make)
        self._day: date | None = None
        self.when = DateInput(desk.clock.today(), "When does it meet?")
        self._row = FieldRow("When does it meet?", "", self.when)
        self.when.value_changed.connect(self._row.clear_error)
        line = f"It meets every {rhythm} and gives each request {minutes} minutes."
        self.body.addWidget(EmptyState("calendar-plus", "No slots on this date", line))
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(theme().px(20), 0, theme().px(20), theme().px(12))
        column.setSpacing(theme().px(12))
        column.addWidget(self._row)
        column.addWidget(self.make_button)
        self.body.addWidget(below)
        below.setVisible(desk.may(Deed.RUN_HUB))

    def show_day(self, day: date | None) -> None:
        """The day that the rhythm suggests; another may be typed."""
        if day != self._day:
            self._day = day
            self.when.set_value(day.isoformat() if day is not None else "")

    def say_wrong(self, words: str) -> None:
        """Why no slots were made."""
        self._row.set_error(words)

    def _on_make(self) -> None:
        typed = self.when.value()
        try:
            day = date.fromisoformat(typed)
        except ValueError:
            self.say_wrong("Enter the day on which it meets")
            return
        self.make_asked.emit(day)
