"""Under the list of cases: how many are shown, and the keys that work on it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit.buttons import Button
from ui.kit.key_cap import KeyCap
from ui.kit.labels import Label
from ui.theme import theme

_KEYS = ((("/",), "search"), (("↑", "↓"), "move"), (("Enter",), "open"), (("Space",), "peek"))


class CasesFooter(QWidget):
    """``clear`` is there while filters hide something; key hints go first when room runs out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        self.numbers = Label("", "help", "text2", wrap=False, tabular=True)
        self.clear = Button("Clear filters", "plain")
        row.addWidget(self.numbers)
        row.addWidget(self.clear)
        row.addStretch(1)
        self._hints = QWidget()
        hints = QHBoxLayout(self._hints)
        hints.setContentsMargins(0, 0, 0, 0)
        hints.setSpacing(theme().px(6))
        for caps, words in _KEYS:
            if hints.count():
                hints.addSpacing(theme().px(8))
            for cap in caps:
                hints.addWidget(KeyCap(cap))
            hints.addWidget(Label(words, "help", "text2", wrap=False))
        row.addWidget(self._hints)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_numbers(self, shown: int, of: int, *, narrowed: bool) -> None:
        """``11 of 14 shown``."""
        self.numbers.setText(f"{shown} of {of} shown" if narrowed else f"{of} shown")
        self.clear.setVisible(narrowed)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        used = self.numbers.sizeHint().width() + self.clear.sizeHint().width() + theme().px(24)
        fits = self.width() >= used + self._hints.sizeHint().width()
        if self._hints.isHidden() == fits:
            self._hints.setVisible(fits)
