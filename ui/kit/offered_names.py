"""Names that are offered under a box while one types, to be taken with the arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

_MOST = 8


class OfferedNames(QCompleter):
    """Offers what ``names`` gives now whenever the box gets the keyboard. Whatever is typed
    instead stays as it is."""

    def __init__(self, box: QLineEdit, names: Callable[[], Sequence[str]]) -> None:
        self._names = QStringListModel()
        super().__init__(self._names, box)
        self._names.setParent(self)
        self._box = box
        self._ask = names
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST)
        box.setCompleter(self)
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box and event.type() == QEvent.Type.FocusIn:
            self._names.setStringList(list(self._ask()))
        return super().eventFilter(watched, event)
