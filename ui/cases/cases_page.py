"""All cases as a list: search, filters, a closer look, and the way into a case (picture 03)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.lists import CaseLine
from ehdesk.domain.words import plural
from ehdesk.kernel.notices import Changed
from ui.cases.case_cells import HEADERS, HEADERS_CLOSED, case_cells
from ui.cases.cases_filters import CasesFilters
from ui.cases.cases_footer import CasesFooter
from ui.cases.cases_peek import CasesPeek
from ui.cases.cases_table import CasesTable
from ui.cases.cases_view import keep_view, kept_view
from ui.kit.block_rows import BlockRows
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.empty_state import EmptyState
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.page import PageHeader, page_margin
from ui.kit.table_rows import Cell
from ui.theme import theme


class CasesPage(Page):
    """The header, filters and footer stay; the table scrolls."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._desk = desk
        self._navigator = navigator
        self.header = PageHeader("Cases")
        self.print_button = Button("Print list", "secondary", "printer")
        self.print_button.clicked.connect(self._on_print)
        self.print_button.setVisible(desk.may(Deed.TAKE_PAPER))
        self.header.add_action(self.print_button)
        request = Button("New request", "primary", "plus")
        request.clicked.connect(navigator.new_request)
        own = Button("New assessment of our own", "secondary", "school")
        own.clicked.connect(lambda: navigator.go(Place("new_own_assessment")))
        for button in (own, request):
            self.header.add_action(button)
            button.setVisible(desk.may(Deed.BEGIN_CASE))
        self.filters = CasesFilters(kept_view(desk), desk.pack)
        self.filters.changed.connect(self._on_filters_changed)
        self.filters.search.down_pressed.connect(self._on_down_pressed)
        self.model = BlockRows(HEADERS, self._read_cells, self)
        self.table = CasesTable()
        self.table.setModel(self.model)
        self.table.activated.connect(self._on_activated)
        self.table.doubleClicked.connect(self._on_activated)
        self.table.peeked.connect(self._on_peeked)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.peek = CasesPeek(desk)
        self.peek.hide()
        self.peek.opened.connect(navigator.open_case)
        self.peek.closed.connect(self._close_peek)
        self.footer = CasesFooter()
        self.footer.clear.clicked.connect(self._on_clear_clicked)
        self._lay_out()

    def title(self) -> str:
        return "Cases"

    def commands(self) -> tuple[Command, ...]:
        commands = (
            Command("Search cases", self.focus_search, icon="search"),
            Command("Clear filters", self._on_clear_clicked, icon="x"),
        )
        if not self._desk.may(Deed.TAKE_PAPER):
            return commands
        return (*commands, Command("Print list", self._on_print, icon="printer"))

    def case_id(self) -> UUID | None:
        key = self.model.key(self.table.currentIndex().row())
        return key if isinstance(key, UUID) and self.table.hasFocus() else None

    def refresh(self, changed: Changed | None = None) -> None:
        self.filters.show_counts(self._desk.lists.case_counts())
        self._read()

    def focus_start(self) -> None:
        self.header.focus_title()

    def focus_search(self) -> bool:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()
        return True

    def key_back(self) -> bool:
        if self.peek.isHidden():
            return False
        self._close_peek()
        return True

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.filters, self.table, self.peek

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.header)
        self._column.addWidget(self.filters)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        area = QWidget()
        self._area = QVBoxLayout(area)
        self._area.setContentsMargins(0, 0, 0, 0)
        self._area.addWidget(self.table, 1)
        self._area.addWidget(self.footer)
        self._area.addStretch()
        self._stack_area = QWidget()
        self._stack = QStackedLayout(self._stack_area)
        self._stack.addWidget(area)
        self._stack.addWidget(self._make_empty())
        middle.addWidget(self._stack_area, 1)
        middle.addWidget(self.peek)
        self._column.addLayout(middle, 1)
        self._measure()
        theme().changed.connect(self._measure)

    def _make_empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        clear = Button("Clear filters", "secondary", "x")
        clear.clicked.connect(self._on_clear_clicked)
        self.no_match = EmptyState("search-x", "No cases match", "", clear)
        begin = Button("Start a request", "secondary", "plus")
        begin.clicked.connect(self._navigator.new_request)
        begin.setVisible(self._desk.may(Deed.BEGIN_CASE))
        self.no_cases = EmptyState("folder-open", "No cases yet", "", begin)
        self._empty_card = Card()
        self._empty_card.body.addWidget(self.no_match)
        self._empty_card.body.addWidget(self.no_cases)
        column.addWidget(self._empty_card)
        column.addStretch(1)
        return page

    def _measure(self) -> None:
        px = theme().px
        side = page_margin(self)
        self._column.setContentsMargins(side, px(26), side, px(20))
        self._column.setSpacing(px(14))
        self._area.setSpacing(px(10))
        self.table.fit_height()

    def _read(self) -> None:
        """Ask for the keys and show them; the current row, the scroll and the focus stay."""
        view = self.filters.view
        found = self._desk.lists.case_ids(
            view.as_filter(self._desk.clock.today(), self._desk.user.id)
        )
        chosen = self.model.key(self.table.currentIndex().row())
        scrolled = self.table.verticalScrollBar().value()
        self.model.set_headers(HEADERS_CLOSED if view.scope == "closed" else HEADERS)
        self.model.set_keys(found.ids)
        header = self.table.horizontalHeader()
        column = {"due": 3, "family": 0}.get(view.order, -1)
        header.setSortIndicatorShown(column >= 0 and view.scope != "closed")
        header.setSortIndicator(max(0, column), Qt.SortOrder.AscendingOrder)
        self.table.fit_height()
        row = self.model.row_of(chosen) if chosen is not None else -1
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.choose_row(row)
        self.table.verticalScrollBar().setValue(scrolled)
        self.print_button.setEnabled(len(found.ids) > 0)
        self.footer.show_numbers(len(found.ids), found.of, narrowed=bool(view.narrows))
        self._show_empty(len(found.ids), found.of, view.narrows)
        if row < 0 and not self.peek.isHidden():
            self._close_peek()
        elif not self.peek.isHidden():
            self._peek_at(row)

    def _show_empty(self, shown: int, of: int, narrows: int) -> None:
        self._stack.setCurrentIndex(0 if shown else 1)
        if shown:
            return
        self.no_match.setVisible(bool(narrows))
        self.no_cases.setVisible(not narrows)
        filters = "One filter is on" if narrows == 1 else f"{narrows} filters are on"
        hidden = f"{plural(of, 'case')} {'is' if of == 1 else 'are'} hidden"
        self.no_match.set_words("No cases match", f"{filters}. {hidden}.")
        self.no_cases.set_words(
            *{
                "mine": ("No case is allocated to you", "All cases of the team are under All."),
                "closed": ("Nothing is closed yet", "Closed cases stay here, to be read."),
            }.get(self.filters.view.scope, ("No cases yet", "A case begins with a request."))
        )

    def _lines(self, keys: Sequence[Hashable]) -> dict[Hashable, CaseLine]:
        ids = tuple(key for key in keys if isinstance(key, UUID))
        return {line.case_id: line for line in self._desk.lists.case_lines(ids)}

    def _read_cells(self, keys: Sequence[Hashable]) -> list[tuple[Cell, ...]]:
        lines = self._lines(keys)
        today = self._desk.clock.today()
        gone = (Cell("No longer here", quiet=True), *(Cell() for _ in HEADERS[1:]))
        return [case_cells(lines[key], today) if key in lines else gone for key in keys]

    def _peek_at(self, row: int) -> None:
        key = self.model.key(row)
        line = self._lines((key,)).get(key) if key is not None else None
        if line is None:
            self._close_peek()
        else:
            self.peek.show_case(line, self._desk.clock.today())

    def _close_peek(self) -> None:
        held = self.peek.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.peek.hide()
        self.peek.case_id = None
        if held:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_filters_changed(self) -> None:
        keep_view(self._desk, self.filters.view)
        self.table.scrollToTop()
        self._read()

    def _on_print(self) -> None:
        """The whole list as it is narrowed now, on paper."""
        view = self.filters.view
        wanted = view.as_filter(self._desk.clock.today(), self._desk.user.id)
        chosen = view.told(self._desk.pack)
        self._navigator.go(Place("print_desk", paper="cases", cases=wanted, chosen=chosen))

    def _on_clear_clicked(self) -> None:
        self.filters.show_view(self.filters.view.cleared())
        self._on_filters_changed()
        if self.focusWidget() is None or not self.focusWidget().isVisible():
            self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_down_pressed(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_activated(self, index: QModelIndex) -> None:
        key = self.model.key(index.row())
        if isinstance(key, UUID):
            self._navigator.open_case(key)

    def _on_peeked(self, index: QModelIndex) -> None:
        if not self.peek.isHidden() and self.peek.case_id == self.model.key(index.row()):
            self._close_peek()
        else:
            self._peek_at(index.row())

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self.peek.isHidden() and current.isValid():
            self._peek_at(current.row())
