"""One of the boxes of a date."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.theme import theme

_LONGEST = 220
"""How wide a box grows for a date typed whole, in pixels at 100 %."""


class DateBox(QLineEdit):
    """As wide as its digits, wider while more is typed in it.

    The arrow keys step into the next box at the end of the text, and Enter goes no further than
    to finish what is typed here.
    """

    left_left = Signal()
    """The left arrow was pressed before the first character."""
    right_left = Signal()
    """The right arrow was pressed after the last character."""

    def __init__(self, digits: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = digits
        self.setMaxLength(40)
        self.setTextMargins(-2, 0, -2, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the width that the text needs."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        text = max(
            metrics.horizontalAdvance("0" * self._digits),
            metrics.horizontalAdvance(self.text()),
        )
        spare = theme().px(12) * 2 + 6  # padding, edge and the cursor
        return QSize(min(text + spare, theme().px(_LONGEST)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enter_from_left(self) -> None:
        """Take focus with the cursor before the first character."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.deselect()
        self.setCursorPosition(0)

    def enter_from_right(self) -> None:
        """Take focus with the cursor after the last character."""
        self.setFocus(Qt.FocusReason.BacktabFocusReason)
        self.deselect()
        self.setCursorPosition(len(self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() and not self.hasSelectedText()
        if plain and event.key() == Qt.Key.Key_Left and self.cursorPosition() == 0:
            self.left_left.emit()
        elif (
            plain and event.key() == Qt.Key.Key_Right and self.cursorPosition() == len(self.text())
        ):
            self.right_left.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()  # or a dialog would take it for its own button
