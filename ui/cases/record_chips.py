"""Which of several records to read: a row of chips, the newest chosen to begin with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.chip import TabChips


class RecordChips(QWidget):
    """``chosen`` is a person's choice; what is chosen stays so while it is offered."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._options: tuple[tuple[str, str], ...] = ()
        self._chips: TabChips | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def value(self) -> str:
        """The key of the record to read, "" when there is none."""
        return self._chips.value() if self._chips else ""

    def labels(self) -> tuple[str, ...]:
        """The words of the chips."""
        return tuple(words for _key, words in self._options)

    def choose(self, key: str) -> None:
        """Choose one as a person does. KeyError when it is not offered."""
        if self._chips is not None:
            self._chips.button(key).click()

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, words), oldest first."""
        if tuple(options) == self._options:
            return
        before, had_focus = self.value(), self._chips is not None and self._holds_focus()
        known = {key for key, _words in self._options}
        self._options = tuple(options)
        if self._chips is not None:
            self._box.removeWidget(self._chips)
            self._chips.hide()
            self._chips.deleteLater()
            self._chips = None
        self.setVisible(bool(options))
        if not options:
            return
        self._chips = TabChips(self._options, self._name)
        newest = options[-1][0]
        there = before in dict(options) and newest in known
        self._chips.set_value(before if there else newest)
        self._chips.value_changed.connect(lambda: self.chosen.emit(self.value()))
        self._box.addWidget(self._chips)
        if had_focus:
            self._chips.setFocus()

    def _holds_focus(self) -> bool:
        focused = self.focusWidget()
        return focused is not None and focused.hasFocus()
