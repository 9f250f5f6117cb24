"""One line of text."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QWidget


class TextInput(QLineEdit):
    """``value()`` is the text without the spaces round it.

    ``value_changed`` is what a person did (typed, pasted, undid, dictated); ``set_value`` is
    silent.
    """

    value_changed = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTextMargins(-2, 0, -2, 0)  # Qt's own, so that words line up with other controls
        self.textChanged.connect(lambda _text: self.value_changed.emit())

    def value(self) -> str:
        """What is typed."""
        return self.text().strip()

    def set_value(self, value: str) -> None:
        """Show a value, without telling anyone."""
        if value != self.text():
            with QSignalBlocker(self):
                self.setText(value)
                self.setCursorPosition(0)
