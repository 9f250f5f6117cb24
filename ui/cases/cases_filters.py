"""The bar over the list of cases: search, whose cases, and the filters."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.lists import CaseCounts
from ui.cases.cases_view import DUE, ORDERS, STATUS, WHERE, WHERE_CLOSED, CasesView
from ui.kit.buttons import Button
from ui.kit.filter_button import FilterButton
from ui.kit.search_input import SearchInput
from ui.kit.segmented import Segmented
from ui.theme import theme

TYPING_PAUSE = 90
"""Milliseconds after the last key before the list follows what is typed."""

_SEARCH = 264
"""Width of the search box while there is room, in pixels at 100 %."""


class CasesFilters(QWidget):
    """``changed`` when a person chose something else; ``view`` is what is chosen."""

    changed = Signal()

    def __init__(self, view: CasesView, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = tuple((value, pack.say(words)) for value, words in WHERE)
        self.view = view
        self.search = SearchInput("Search cases", "Name or address")
        self.scope = Segmented(
            (("mine", "My cases"), ("all", "All"), ("closed", "Closed")), "Whose cases"
        )
        self.where = FilterButton("Where they are", self._where)
        self.status = FilterButton("Status", STATUS)
        self.due = FilterButton("Due", DUE)
        self.order = FilterButton("Sort", ORDERS, always=True)
        self.more = Button("More filters", "secondary", "sliders-horizontal")
        self.more.clicked.connect(self._on_more_clicked)
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._pause.timeout.connect(self._on_chosen)
        self._lay_out()
        self.show_view(view)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._on_chosen)
        for choice in (self.scope, self.where, self.status, self.due, self.order):
            choice.value_changed.connect(self._on_chosen)

    def show_view(self, view: CasesView) -> None:
        """Show what is chosen, without telling anyone."""
        self.view = view
        self._offer(view.scope)
        self.search.blockSignals(True)
        self.search.set_value(view.text)
        self.search.blockSignals(False)
        self.scope.set_value(view.scope)
        self.where.set_value(view.where)
        self.status.set_value(view.status)
        self.due.set_value(view.due)
        self.order.set_value(view.order)

    def show_counts(self, counts: CaseCounts) -> None:
        """How many cases each of the three views holds."""
        self.scope.set_count("mine", counts.mine)
        self.scope.set_count("all", counts.everyone)
        self.scope.set_count("closed", counts.closed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._second):
            row.setSpacing(px(8))
            column.addLayout(row)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setMaximumWidth(px(_SEARCH))
        self._first.addWidget(self.search, 8)
        self._first.addSpacing(px(4))
        self._first.addWidget(self.scope)
        self._first.addStretch(1)
        self._filters = (self.more, self.where, self.status, self.due, self.order)
        for button in self._filters:
            self._first.addWidget(button)
        self.more.hide()
        self.setMinimumWidth(px(420))

    def _give_way(self) -> None:
        """Filters that have no room beside the search go into *More filters*, left first."""
        room = (
            self.width() - theme().px(_SEARCH - 30) - self.scope.sizeHint().width() - theme().px(48)
        )
        gap = theme().px(8)
        widths = [button.sizeHint().width() + gap for button in self._filters]
        shown = len(self._filters) - 1
        while shown > 1 and sum(widths[-shown:]) + (widths[0] if shown < 4 else 0) > room:
            shown -= 1
        for place, button in enumerate(self._filters[1:], 1):
            hidden = place < len(self._filters) - shown and not button.narrows
            if button.isHidden() != hidden:
                button.setHidden(hidden)
        spare = any(button.isHidden() for button in self._filters[1:])
        if self.more.isHidden() == spare:
            self.more.setVisible(spare)

    def _offer(self, scope: str) -> None:
        """What has ended is neither due nor waiting."""
        closed = scope == "closed"
        self.where.set_options(WHERE_CLOSED if closed else self._where)
        self.status.set_options(STATUS[:1] if closed else STATUS)
        self.due.set_options(DUE[:1] if closed else DUE)
        self.status.setEnabled(not closed)
        self.due.setEnabled(not closed)

    def _on_more_clicked(self) -> None:
        menu = QMenu("More filters", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._filters[1:]:
            if isinstance(button, FilterButton) and button.isHidden():
                button.add_to(menu.addMenu(button.accessibleName()))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def _on_chosen(self) -> None:
        self._pause.stop()
        scope = self.scope.value()
        self._offer(scope)
        wanted = replace(
            self.view,
            scope=scope,
            text=self.search.value(),
            where=self.where.value(),
            status=self.status.value(),
            due=self.due.value(),
            order=self.order.value(),
        )
        self._give_way()
        if wanted != self.view:
            self.view = wanted
            self.changed.emit()
