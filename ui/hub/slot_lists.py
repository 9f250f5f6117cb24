"""The two lists of the hub's page: the slots of the day, and who waits for one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.hub import Break, HubDay, Waiting
from ui.hub.slot_rows import BreakRow, SlotRow, WaitingRow, short_time
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.disclosure import Disclosure
from ui.kit.labels import Label
from ui.kit.one_of import OneOf
from ui.kit.painting import painting
from ui.theme import theme


class _Rows(OneOf):
    """Rows under one another; arrow keys go through them."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._between: list[QWidget] = []

    def value(self) -> str:
        return str(self._chosen() or "")

    def set_value(self, value: str) -> None:
        self._choose(value)

    def _clear(self) -> None:
        self._remove_all()
        for widget in self._between:
            widget.hide()
            widget.deleteLater()
        self._between.clear()


class SlotRows(_Rows):
    """The slots of a day with the breaks between them."""

    def show_day(self, day: HubDay, now: UUID | None) -> None:
        """The slots; ``now`` is the one whose time it is."""
        self._clear()
        for line in day.lines:
            if isinstance(line, Break):
                rest = BreakRow(line)
                self._between.append(rest)
                self._column.addWidget(rest)
            else:
                row = SlotRow(line, is_now=line.slot.id == now)
                self._add(str(line.slot.id), row)
                self._column.addWidget(row)


class WaitingRows(_Rows):
    """The requests that have no slot yet. ``taken`` says that Enter was pressed on the one that is
    chosen."""

    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def show_queue(self, queue: Sequence[Waiting], on: date) -> None:
        """Oldest first, as they stand on the day that is shown."""
        self._clear()
        for line in queue:
            row = WaitingRow(line, on)
            self._add(str(line.case_id), row)
            self._column.addWidget(row)


class _Head(QWidget):
    """The title line of a list, with a line towards its rows."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme().tokens.line)


class SlotsCard(Card):
    """``chosen`` is the slot that a person went to; ``fill_asked`` that somebody gets the time
    which the button says."""

    chosen = Signal(object)
    fill_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0)
        self._shown: tuple[HubDay, UUID | None] | None = None
        self._title = Label("Slots", "card_title")
        self._count = Label("", "help", "text2", wrap=False)
        self._waiting = Label("", "help", "text2", wrap=False)
        self.rows = SlotRows("Slots")
        self.rows.value_changed.connect(lambda: self.chosen.emit(UUID(self.rows.value())))
        self.fill = Button("Fill", "link", "plus")
        self.fill.clicked.connect(self.fill_asked)
        top = _Head()
        head, foot = QHBoxLayout(top), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        foot.addWidget(self.fill)
        foot.addStretch(1)
        foot.addWidget(self._waiting)
        self.body.addWidget(top)
        self.body.addWidget(self.rows)
        self.body.addLayout(foot)
        self._edges = (head, foot)
        self._measure()

    def _measure(self) -> None:
        super()._measure()
        px = theme().px
        head, foot = getattr(self, "_edges", (None, None))
        if head is not None and foot is not None:
            head.setContentsMargins(px(16), px(12), px(16), px(10))
            foot.setContentsMargins(px(12), px(8), px(16), px(8))

    def show_day(
        self, day: HubDay, chosen: UUID | None, now: UUID | None, *, is_today: bool
    ) -> None:
        """The slots as they are; what had the keyboard has it again."""
        title = "Today’s slots" if is_today else "Slots of the day"
        self._title.setText(title)
        self.rows.setAccessibleName(title)
        if (day, now) != self._shown:
            self._shown = (day, now)
            had_focus = self.rows.isAncestorOf(self.focusWidget() or self)
            self.rows.show_day(day, now)
            self.rows.set_value(str(chosen or ""))
            if had_focus:
                self.rows.setFocus()
        self.rows.set_value(str(chosen or ""))
        placed = sum(not line.slot.is_free for line in day.slots)
        self._count.setText(f"{day.heard} of {placed} heard" if placed else "")

    def show_filling(self, at: str, waiting: int, *, may_fill: bool) -> None:
        """Which time the button gives away; without one it adds a time first."""
        words = f"Fill {short_time(at)}" if at else "Add a slot"
        self.fill.setText(words)
        self.fill.setVisible(may_fill)
        self._waiting.setText(f"{waiting} waiting" if waiting else "Nobody waits for a slot")


class WaitingCard(Card):
    """Who gets the next free time is the row that is chosen; the oldest until somebody says
    otherwise. In a narrow window it opens and closes. ``fill_asked`` says that the row that is
    chosen gets it now."""

    chosen = Signal(object)
    fill_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0)
        self._shown: tuple[tuple[Waiting, ...], date] | None = None
        self._narrow: bool | None = None
        words = "Waiting for a slot"
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.addWidget(Label(words, "card_title"), 1)
        head.addWidget(Label("oldest first", "help", "text2", wrap=False))
        self.rows = WaitingRows(words)
        self.rows.value_changed.connect(lambda: self.chosen.emit(UUID(self.rows.value())))
        self.rows.taken.connect(self.fill_asked)
        self.disclosure = Disclosure(words)
        self._empty = Label("Every request that was accepted has a time.", "help", "text2")
        self.disclosure.body.addWidget(self.rows)
        self.disclosure.body.addWidget(self._empty)
        self.body.addWidget(self._head)
        self.body.addWidget(self.disclosure)
        self._edges = head
        self._measure()
        self.set_narrow(False)

    def _measure(self) -> None:
        super()._measure()
        px = theme().px
        head = getattr(self, "_edges", None)
        if head is not None:
            head.setContentsMargins(px(16), px(12), px(16), px(4))
            self._empty.setContentsMargins(px(14), 0, px(14), px(8))

    def show_queue(self, queue: Sequence[Waiting], on: date, chosen: UUID | None) -> None:
        """Those who have no time yet, oldest first."""
        if (tuple(queue), on) != self._shown:
            self._shown = (tuple(queue), on)
            self.rows.show_queue(queue, on)
            self.rows.setVisible(bool(queue))
            self._empty.setVisible(not queue)
            self.disclosure.set_summary(f"{len(queue)} waiting" if queue else "nobody")
        self.rows.set_value(str(chosen or ""))

    def set_narrow(self, narrow: bool) -> None:
        """A line that opens, or the list."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._head.setVisible(not narrow)
            self.disclosure.header.setVisible(narrow)
            self.disclosure.set_open(not narrow)
