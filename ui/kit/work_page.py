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

    def __init__(self, name: str, nothing: EmptyState, support: str = "") -> None:
        super().__init__()
        self._name = name
        self.header = PageHeader(name, support)
        self.list = WorkList(name)
        self.empty = Card()
        self.empty.body.addWidget(nothing)
        page = self._page = ScrollPage(self.header)
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

    def add_bar(self, bar: QWidget) -> None:
        """Put what narrows the list above it."""
        self._page.body.insertWidget(0, bar)

    def show_groups(self, groups: Sequence[WorkGroup]) -> None:
        """The work as it is now."""
        self.list.set_groups(groups)
        self.empty.setVisible(not any(group.lines for group in groups))
