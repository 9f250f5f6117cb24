"""Print and share: choose a family, then one of its papers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.lists import CaseFilter, CaseLine
from ehdesk.domain.pathway import State, state_words
from ehdesk.domain.words import names_and_ages
from ehdesk.kernel.dates import age_on
from ehdesk.kernel.notices import Changed
from ui.documents.paper_words import paper_words
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.data_table import Column, DataTable
from ui.kit.empty_state import EmptyState
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.search_input import SearchInput
from ui.kit.table_rows import Cell, Row, TableRows
from ui.theme import theme

_MOST = 30
_TYPING = 150
"""Milliseconds after the last letter before the list is read anew."""


class PrintAndSharePage(Page):
    """Pinned families first, then the rest; typing finds any, closed ones too."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._desk = desk
        self._navigator = navigator
        self._lines: tuple[CaseLine, ...] = ()
        self._chosen: UUID | None = None
        self.header = PageHeader("Print and share", "Choose a family, then what to print or save.")
        self.cover_button = Button("Hand-over sheet for an absence", "secondary", "clipboard-list")
        self.cover_button.clicked.connect(lambda: navigator.go(Place("cover")))
        self.header.add_action(self.cover_button)
        self.search = SearchInput("Find a family", "Family, child or reference")
        self._timer = QTimer(self, singleShot=True, interval=_TYPING)
        self._timer.timeout.connect(self._read)
        self.search.value_changed.connect(self._timer.start)
        self.model = TableRows(("Family", "Where they are", "Reference"), self)
        self.table = DataTable(
            "Families", (Column(46, keep=True), Column(34), Column(20)), behind="canvas"
        )
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setModel(self.model)
        self.search.down_pressed.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.activated.connect(lambda _index: self._open_first())
        self._nobody = EmptyState("search-x", "No family is called that")
        self.papers = _Papers(navigator)
        self._page = ScrollPage(self.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        left = QWidget()
        stack = QVBoxLayout(left)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme().px(12))
        stack.addWidget(self.search)
        stack.addWidget(self.table)
        stack.addWidget(self._nobody)
        stack.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(left, 62)
        row.addWidget(self.papers, 38, Qt.AlignmentFlag.AlignTop)
        self._page.body.addLayout(row)
        self._page.body.addStretch(1)
        theme().changed.connect(self._fit)

    def title(self) -> str:
        return "Print and share"

    def case_id(self) -> UUID | None:
        return self._chosen

    def regions(self) -> Sequence[QWidget]:
        return (self.search, self.table, self.papers)

    def refresh(self, changed: Changed | None = None) -> None:
        self._read()

    def focus_start(self) -> None:
        self.header.focus_title()

    def focus_search(self) -> bool:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def left(self) -> None:
        self._timer.stop()

    def choose(self, case_id: UUID) -> None:
        """Choose a family as a person does. Nothing happens when it is not in the list."""
        place = self.model.row_of(str(case_id))
        if place >= 0:
            self.table.choose_row(place)

    def _read(self) -> None:
        text = self.search.value().strip()
        if text:
            found: list[CaseLine] = []
            for closed in (False, True):
                ids = self._desk.lists.case_ids(
                    CaseFilter(text=text, closed=closed, order="family")
                )
                found += self._desk.lists.case_lines(ids.ids[:_MOST])
        else:
            pinned = list(self._desk.lists.pinned())
            ids = self._desk.lists.case_ids(CaseFilter(order="family"))
            known = {line.case_id for line in pinned}
            others = [key for key in ids.ids[: _MOST + len(known)] if key not in known]
            found = [*pinned, *self._desk.lists.case_lines(others[: _MOST - len(pinned)])]
        self._show(tuple(found[:_MOST]))

    def _show(self, lines: tuple[CaseLine, ...]) -> None:
        keep = self._chosen
        if lines != self._lines:
            self._lines = lines
            today = self._desk.clock.today()
            self.model.set_rows([_row(line, today, self._desk.pack) for line in lines])
            self._fit()
        self.table.setVisible(bool(lines))
        self._nobody.setVisible(not lines)
        typed = self.search.value()
        if typed:
            self._nobody.set_words(f"Nobody is called “{typed}”", "Try a child’s name.")
        else:
            self._nobody.set_words("No families yet", "A family appears once a request is begun.")
        place = self.model.row_of(str(keep)) if keep else -1
        self.table.choose_row(max(0, place) if lines else -1)
        self._show_papers()

    def _fit(self) -> None:
        self.table.setFixedHeight(self.table.content_height())

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._show_papers()

    def _show_papers(self) -> None:
        index = self.table.currentIndex()
        key = self.model.key(index) if index.isValid() else ""
        self._chosen = UUID(key) if key else None
        if self._chosen is None:
            self.papers.show_nothing()
            return
        case = self._desk.cases.get(self._chosen)
        self.papers.show_papers(case.id, case.family.title, self._desk.papers.kinds(case))

    def _open_first(self) -> None:
        if self.papers.buttons:
            self.papers.buttons[0].click()


class _Papers(Card):
    """The papers of the chosen family, each with its button."""

    def __init__(self, navigator: Navigator) -> None:
        super().__init__("Papers")
        self._navigator = navigator
        self._shown: object = None
        self._rows: list[QWidget] = []
        self.buttons: list[Button] = []

    def show_nothing(self) -> None:
        """No family is chosen."""
        self._shown = None
        self._clear()
        self.set_title("Papers")

    def show_papers(self, case_id: UUID, family: str, kinds: Sequence[tuple[str, str]]) -> None:
        """Show what can be printed for a family."""
        if (case_id, family, tuple(kinds)) == self._shown:
            return
        self._shown = (case_id, family, tuple(kinds))
        self._clear()
        self.set_title(family)
        for number, (kind, title) in enumerate(kinds):
            words = paper_words(kind, title)
            button = Button("Preview", "primary" if number == 0 else "secondary", "eye")
            button.setAccessibleName(f"Preview: {words.title}, {family}")
            button.clicked.connect(
                lambda _on=False, kind=kind: self._navigator.open_print(kind, case_id)
            )
            self.buttons.append(button)
            self._add(_Line(words.title, words.line, button))
        if not kinds:
            words_only = "There is nothing to print yet. The first meeting makes the family’s plan."
            self._add(Label(words_only, "body", "text2"))

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.body.addWidget(widget)

    def _clear(self) -> None:
        for widget in self._rows:
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows, self.buttons = [], []


class _Line(QWidget):
    """A paper's name, what it is for, and its button."""

    def __init__(self, title: str, line: str, button: Button) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, "body_strong"))
        words.addWidget(Label(line, "help", "text2"))
        row.addLayout(words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


def _row(line: CaseLine, today: date, pack: Pack) -> Row:
    children = names_and_ages(
        [
            (child.first_name, age_on(child.born, today) if child.born else None)
            for child in line.children
        ]
    )
    return Row(
        str(line.case_id),
        (
            Cell(line.family, children, strong=True),
            Cell(line.where, state_words(State(line.state), pack) if not line.open else ""),
            Cell(line.reference, quiet=True),
        ),
    )
