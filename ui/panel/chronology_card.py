"""What has happened, suggested for one page: a person chooses what the panel reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.chronology import ONE_PAGE, Event
from ui.kit.card import Card
from ui.kit.event_rows import EventRow, EventRows
from ui.kit.labels import Label
from ui.kit.segmented import Segmented
from ui.theme import theme

_TONES = {"": "", "worry": "overdue", "voice": "voice"}
_VIEWS = (("suggested", "Suggested"), ("chosen", "Chosen"), ("all", "All"))


class ChronologyCard(Card):
    """``value()`` is the chosen keys in the order that things happened."""

    value_changed = Signal()

    def __init__(
        self, events: Sequence[Event], today: date, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=0, parent=parent)
        self._events = events
        px = theme().px
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(px(16), px(10), px(12), px(10))
        line.setSpacing(px(10))
        line.addWidget(Label("What has happened", "card_title", wrap=False))
        self.count = Label("", "help", "text2")
        line.addWidget(self.count, 1)
        self.views = Segmented(_VIEWS, "Which things are shown")
        self.views.set_count("all", len(events))
        line.addWidget(self.views)
        self.rows = EventRows(name)
        self.nothing = Label("", "body", "text2")
        self.nothing.setContentsMargins(px(16), px(12), px(16), px(12))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.rows)
        column.addWidget(self.nothing)
        self.body.addLayout(column)
        self._lines = [_row(event, today) for event in events]
        self.views.value_changed.connect(self._show)
        self.rows.value_changed.connect(self._on_ticked)
        self.set_value([])

    def value(self) -> list[str]:
        """The chosen keys."""
        return self.rows.value()

    def set_value(self, value: Sequence[str]) -> None:
        """Show what is chosen, without telling anyone."""
        self.rows.set_rows(self._lines, value)
        self._show()

    def set_read_only(self) -> None:
        """Nothing can be chosen any more: what was chosen is shown."""
        self.views.set_value("chosen")
        self._show()
        self.rows.set_read_only()

    def _on_ticked(self) -> None:
        self._count()
        self.value_changed.emit()

    def _show(self) -> None:
        chosen = set(self.value())
        view = self.views.value()
        keys = {
            "all": {event.key for event in self._events},
            "chosen": chosen,
        }.get(view, {event.key for event in self._events if event.suggested} | chosen)
        self.rows.show_only(keys)
        empty = {"chosen": "Nothing is chosen yet.", "suggested": "Nothing is suggested."}
        self.nothing.setText(empty.get(view, "Nothing has happened yet."))
        self.nothing.setVisible(not keys)
        self._count()

    def _count(self) -> None:
        chosen = len(self.value())
        fits = "one page" if chosen <= ONE_PAGE else "more than one page"
        self.count.setText(f"{chosen} of {len(self._events)} chosen, {fits}")
        self.count.set_colour("text2" if chosen <= ONE_PAGE else "soon.ink")


def _row(event: Event, today: date) -> EventRow:
    day = f"{event.on.day} {event.on:%b}"
    told = f"{event.on:%a} {day}" if event.on.year == today.year else f"{day} {event.on.year}"
    return EventRow(event.key, told, event.what, event.sort, event.icon, _TONES[event.tone])
