"""A box that finds as you type."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import IconButton
from ui.kit.icon_input import IconInput
from ui.theme import theme


class SearchInput(IconInput):
    """A looking glass and a hint of what can be typed; Escape empties it, Down leaves it.

    :param name: what it searches, said by a screen reader: "Search cases".
    :param hint: what may be typed: "Family, child or address".
    """

    down_pressed = Signal()
    """The down arrow was pressed: go to the list below."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__("search", IconButton("x", "Clear search", size="small"), name, parent)
        self.setPlaceholderText(hint)
        self.setProperty("look", "filter")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Escape does the same
        self.button.hide()
        self.button.clicked.connect(self.clear)
        self.textChanged.connect(self._on_text)

    def set_value(self, value: str) -> None:
        """Show a value, without telling anyone."""
        super().set_value(value)
        self._on_text()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(220), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _on_text(self) -> None:
        self.button.setVisible(bool(self.text()))
