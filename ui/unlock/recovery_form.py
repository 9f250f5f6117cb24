"""Opening a store with the printed recovery key, when the password is lost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.text_input import TextInput
from ui.theme import theme


class RecoveryForm(QWidget):
    """One box that takes the eight groups however they are spaced."""

    tried = Signal(str)
    left = Signal()
    """Back to the password."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self._title = Label("Use the recovery key", "wizard_title")
        self._support = Label(
            "It was printed when the store was made: 8 groups of 4 letters or digits. It opens the "
            "store and then asks for a new password.",
            "body",
            "text2",
        )
        self.input = TextInput()
        self.row = FieldRow("Recovery key", "Spaces and capitals do not matter.", self.input)
        self.button = Button("Open with this key", "primary", "key-round", "large")
        self.back = Button("Back to the password", "quiet", "arrow-left")
        deeds = QHBoxLayout()
        deeds.setSpacing(theme().px(12))
        deeds.addWidget(self.button)
        deeds.addWidget(self.back)
        deeds.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self._title)
        column.addWidget(self._support)
        column.addSpacing(theme().px(16))
        column.addWidget(self.row)
        column.addSpacing(theme().px(12))
        column.addLayout(deeds)
        column.addStretch()
        self.input.returnPressed.connect(self._on_try)
        self.input.value_changed.connect(self.row.clear_error)
        self.button.clicked.connect(self._on_try)
        self.back.clicked.connect(self.left)

    def set_store(self, name: str) -> None:
        """For this store, from the start."""
        self._title.setText(f"Use the recovery key of {name}")
        self.input.clear()
        self.row.clear_error()

    def set_busy(self, busy: bool) -> None:
        """The key is being tried."""
        self._busy = busy
        self.button.setText("Opening" if busy else "Open with this key")
        self.button.setEnabled(not busy)

    def show_wrong(self, words: str) -> None:
        """Why it does not open."""
        self.row.set_error(words)
        self.input.setFocus()
        self.input.selectAll()

    def _on_try(self) -> None:
        if not self._busy and self.input.value():
            self.tried.emit(self.input.value())
