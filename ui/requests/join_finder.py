"""Finding the assessment that the professionals of a request join: likely ones, or by search."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.domain.inbox import Joinable
from ui.kit import tasks
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.search_input import SearchInput
from ui.theme import theme

PAUSE = 150
"""Milliseconds after the last key before the store is asked."""

_FIND = "Find an assessment that runs"

Find = Callable[[str], Sequence[Joinable]]
"""Asks the store, by what was typed; with nothing typed for those that are likely."""


class JoinFinder(QWidget):
    """Likely ones stand there at once; typing finds any assessment of this store that runs."""

    chosen = Signal(object)
    """A Joinable was chosen."""

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._asked: str | None = None
        self._task: tasks.Task | None = None
        self.buttons: list[Button] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self.search = SearchInput(_FIND, "Name, address or reference")
        self.search.textChanged.connect(lambda _words: self._pause.start())
        self.search.returnPressed.connect(self._ask)
        self.search.down_pressed.connect(self._on_down)
        self._about = Label("", "help", "text2")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme().px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(8), 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(Label(_FIND, "body_strong"))
        column.addWidget(self.search)
        column.addWidget(self._about)
        column.addLayout(self._rows)

    def look(self) -> None:
        """Ask for those that are likely, once."""
        if self._asked is None:
            self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        typed = self.search.value().strip()
        if typed == self._asked:
            return
        self._asked = typed
        if self._task is not None:
            self._task.cancel()
        self._task = tasks.run(
            lambda: self._find(typed),
            on_done=lambda found: self._show(typed, found),
            on_failed=self._on_failed,
            owner=self,
        )

    def _show(self, typed: str, found: Sequence[Joinable]) -> None:
        while item := self._rows.takeAt(0):
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.buttons = []
        for one in found:
            row = self._row(one)
            self._rows.addWidget(row)
            row.show()  # now and not with the next event, so that Down reaches it
        if typed:
            about = f"{len(found)} found" if found else "None that runs is called that"
        else:
            about = "These may be meant" if found else "None of this family runs here. Search."
        self._about.setText(about)

    def _row(self, one: Joinable) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(f"{one.family}, {one.reference}", "body_strong"))
        lead = f"led by {one.lead}" if one.lead else ""
        about = "  ·  ".join(part for part in (one.why, one.where, lead) if part)
        words.addWidget(Label(about, "help", "text2"))
        line.addLayout(words, 1)
        button = Button("Join this one", "secondary", size="small")
        button.setAccessibleName(f"Join this one: {one.told}")
        button.clicked.connect(lambda: self.chosen.emit(one))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons.append(button)
        return row

    def _on_down(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_failed(self, _problem: Exception) -> None:
        self._asked = None
        self._about.setText("The store could not be searched. Try again.")
