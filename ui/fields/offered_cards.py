"""Professionals whom the store knows, offered under a box while a name or an agency is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from ehdesk.domain.people import KnownProfessional
from ehdesk.domain.words import plural
from ui.fields.surroundings import KnownBy
from ui.kit.tasks import Task, run

_PAUSE = 150
"""Milliseconds without a key before the store is asked."""


class OfferedCards(QObject):
    """Asks the store off the GUI thread; picking one tells of it and leaves the box alone."""

    picked = Signal(object)
    """Somebody was picked: a KnownProfessional."""

    def __init__(self, line: QLineEdit, known: KnownBy) -> None:
        super().__init__(line)
        self._line, self._known = line, known
        self._cards: tuple[KnownProfessional, ...] = ()
        self._task: Task | None = None
        self._names = QStringListModel(self)
        # Not the line's own completer: that would put whole cards into the box on the way past.
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(line)
        self._completer.activated[QModelIndex].connect(self._on_picked)  # type: ignore[index]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._ask)
        line.textEdited.connect(lambda _typed: self._timer.start())

    def names(self) -> list[str]:
        """What is offered now."""
        return self._names.stringList()

    def is_offering(self) -> bool:
        """Whether the list is open."""
        popup = self._completer.popup()
        return popup is not None and popup.isVisible()

    def _ask(self) -> None:
        typed, known = self._line.text(), self._known
        if self._task is not None:
            self._task.cancel()
        self._task = run(
            lambda: known(typed),
            on_done=self._offer,
            on_failed=lambda _error: self._offer(()),  # an offer that fails is none
            owner=self,
        )

    def _offer(self, cards: Sequence[KnownProfessional]) -> None:
        self._cards = tuple(cards)
        self._names.setStringList([card.described for card in cards])
        popup = self._completer.popup()
        if popup is None:
            return
        if not cards or not self._line.hasFocus():
            popup.hide()
            return
        self._completer.complete()
        popup.setAccessibleName("People written down before")
        said = f"{plural(len(cards), 'person', 'people')} written down before. Down goes to them"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, said))

    def _on_picked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row = self._names.stringList().index(str(index.data(Qt.ItemDataRole.DisplayRole)))
        self.picked.emit(self._cards[row])
