"""The services beside an advice contact: find them, tick what was given."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.authority.items import Locality
from ehdesk.desk import Desk
from ehdesk.domain.directory import ListedService
from ehdesk.kernel.errors import NotFound
from ui.advice.service_filters import ServiceFilters
from ui.advice.service_tick import ServiceTick
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.theme import theme

_SHOWN = 6
"""So many are there at once; the others come when they are asked for."""


class ServicesPanel(Card):
    """``value()`` is the ticked ones by their codes, in the order they were ticked. What is ticked
    stays on show whatever is looked for. ``set_value`` is silent."""

    value_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Services", padding=0, parent=parent)
        self._desk = desk
        self._chosen: list[str] = []
        self._topics: tuple[str, ...] = ()
        self._all = False
        self._near = ""
        self.setAccessibleName("Services that were given")
        self.filters = ServiceFilters(desk.pack)
        self._head = QWidget()
        self._checked = Label("", "help", "text2")
        column = self._column_in_head = QVBoxLayout(self._head)
        self._name = Label("Services", "card_title")
        column.addWidget(self._name)
        column.addWidget(self._checked)
        column.addWidget(self.filters)
        self.set_title("")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._foot = QWidget()
        foot = self._column_in_foot = QVBoxLayout(self._foot)
        self.count = Label("", "help", "text2")
        self.more = Button("Show all", "quiet", "chevron-down", "small")
        self.more.clicked.connect(self._on_more)
        foot.addWidget(self.more)
        foot.addWidget(self.count)
        self.body.addWidget(self._head)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._foot)
        self.filters.changed.connect(self._on_filter)
        self.filters.down_pressed.connect(self._on_down)
        self._measure_inside()
        theme().changed.connect(self._measure_inside)
        self._show()

    def value(self) -> list[str]:
        """The ticked services."""
        return list(self._chosen)

    def set_value(self, codes: Iterable[str]) -> None:
        """Tick these, without telling anyone."""
        self._chosen = list(codes)
        self._show()

    def set_topics(self, topics: Iterable[str]) -> None:
        """What the call was about: what answers it comes first."""
        if tuple(topics) != self._topics:
            self._topics = tuple(topics)
            self._show()

    def set_near(self, locality: Locality | None) -> None:
        """Where the caller lives, as far as the pack knows: what is there is looked for first, and
        anything else can be."""
        code = locality.code if locality else ""
        if code != self._near:
            if self.filters.where.value() == self._near:
                self.filters.where.set_value(code)
            self._near = code
            self._name.setText(f"Services near {locality.name}" if locality else "Services")
            self._show()

    def ticks(self) -> tuple[ServiceTick, ...]:
        """The services on show, from the top."""
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        found = (item.widget() for item in items if item is not None)
        return tuple(one for one in found if isinstance(one, ServiceTick))

    def _show(self) -> None:
        found = self._desk.directory.find(self.filters.wanted(self._topics))
        chosen = [one for one in map(self._listed, self._chosen) if one is not None]
        codes = {one.code for one in chosen}
        others = [one for one in found.found if one.code not in codes]
        shown = others if self._all else others[: max(0, _SHOWN - len(chosen))]
        self._lay_rows([*chosen, *shown])
        left = len(others) - len(shown)
        self.more.setText(f"Show {left} more")
        self.more.setVisible(left > 0)
        self.count.setText(found.words)
        days = [one.checked for one in found.found if one.checked]
        newest = max(days, default=None)
        words = f"From your list, checked {newest:%b %Y}" if newest else "From your list"
        self._checked.setText(words)

    def _listed(self, code: str) -> ListedService | None:
        try:
            return self._desk.directory.service(code)
        except NotFound:
            return None

    def _lay_rows(self, listed: list[ListedService]) -> None:
        focused = next((tick.code for tick in self.ticks() if tick.hasFocus()), "")
        while taken := self._rows.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        for one in listed:
            tick = ServiceTick(one)
            tick.set_value(one.code in self._chosen)
            tick.value_changed.connect(lambda tick=tick: self._on_tick(tick))
            self._rows.addWidget(tick)
            tick.show()  # at once: Qt would wait for the next turn
            if one.code == focused:
                tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tick(self, tick: ServiceTick) -> None:
        if tick.isChecked():
            self._chosen.append(tick.code)
        elif tick.code in self._chosen:
            self._chosen.remove(tick.code)
        self.value_changed.emit()

    def _on_filter(self) -> None:
        self._all = False
        self._show()

    def _on_more(self) -> None:
        before = len(self.ticks())
        self._all = True
        self._show()
        ticks = self.ticks()
        if before < len(ticks):
            ticks[before].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_down(self) -> None:
        ticks = self.ticks()
        if ticks:
            ticks[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _measure_inside(self) -> None:
        px = theme().px
        self._column_in_head.setContentsMargins(px(16), px(14), px(16), px(12))
        self._column_in_head.setSpacing(px(6))
        self._column_in_foot.setContentsMargins(px(16), px(8), px(16), px(12))
        self._column_in_foot.setSpacing(px(6))
