"""What the keyboard stands on in one place of a grid."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.kit.row_button import RowButton

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CellFace(RowButton):
    """Tells its grid of the arrows, and when the keyboard came here."""

    value_changed = Signal()
    """A person changed what the place says."""
    moved = Signal(int, int)
    """An arrow was pressed: so many columns and rows on."""
    visited = Signal()
    """The keyboard came here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and not is_held_down(event):
            self.moved.emit(*_ARROWS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.visited.emit()
        self.update()


def is_held_down(event: QKeyEvent) -> bool:
    """Whether Control, Alt or the like is held; Shift is not, for letters may be capitals."""
    passing = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    return bool(event.modifiers() & ~passing)
