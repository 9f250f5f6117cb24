"""A page that is one list of work, with what it says while the list is empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.card import Card
from ui.kit.empty_state import EmptyState
from ui.kit.navigation import Page
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.work_list import WorkGroup, WorkList


class WorkPage(Page):
    """``list`` has the rows; ``header`` the name and what belongs beside it."""

    def __init__(
        self,
        name: str,
        nothing: EmptyState,
        support: str = "",
        trail: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._name = name
        self._nothing = nothing
        self.header = PageHeader(name, support, trail)
        self.list = WorkList(name)
        self.empty = Card()
        self.empty.body.addWidget(nothing)
        self._above: list[QWidget] = []
        self._body = ScrollPage(self.header)
        page = self._body
        page.body.addWidget(self.empty)
        page.body.addWidget(self.list)
        page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def title(self) -> str:
        return self._name

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> Sequence[QWidget]:
        """The parts that F6 goes through; of the list and what it says while empty one is shown."""
        return (self.header, *self._above, self.list, self.empty)

    def add_above(self, widget: QWidget) -> None:
        """Put something above the list, as its search."""
        self._above.insert(0, widget)
        self._body.body.insertWidget(0, widget)

    def say_empty(self, title: str, line: str) -> None:
        """What it says while nothing is in the list."""
        self._nothing.set_words(title, line)

    def show_groups(self, groups: Sequence[WorkGroup]) -> None:
        """The work as it is now."""
        self.list.set_groups(groups)
        self.empty.setVisible(not any(group.lines for group in groups))
