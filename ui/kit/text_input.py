"""One line of text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QTextCharFormat,
    QTextFormat,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from ehdesk.writing.plain_text import is_plain_line, plain_line
from ui.kit.box_menu import HelpsWriting, show_menu, whole_menu
from ui.kit.noted import Noted


class TextInput(Noted, QLineEdit):
    """``value()`` is the text without the spaces round it.

    ``value_changed`` is what a person did (typed, pasted, undid, dictated); ``set_value`` is
    silent. Whatever way text comes in, it is plain and on one line. ``prose`` says that words are
    written in it, so that their spelling may be looked at.
    """

    value_changed = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prose = False
        self.helper: HelpsWriting | None = None
        self._composing = False
        self.setAccessibleName(name)
        self.setTextMargins(-2, 0, -2, 0)  # Qt's own, so that words line up with other controls
        self.setValidator(_Plain(self))
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

    def written(self) -> str:
        """The text as it stands, for whoever looks at its spelling."""
        return self.text()

    def place(self) -> int:
        """Where the cursor is, in Qt's units."""
        return self.cursorPosition()

    def put(self, start: int, end: int, text: str) -> None:
        """Write something in place of what stands between two places, as a person does."""
        self.setSelection(start, end - start)
        self.insert(text)

    def select(self, start: int, end: int) -> None:
        """Select what stands between two places."""
        self.setSelection(start, end - start)

    def underline(self, places: Sequence[tuple[int, int]], style: QTextCharFormat) -> None:
        """Draw the text between these places in a style, and all other text without one.

        A line edit has no marks of its own; it draws text as an input method asks it to.
        """
        if self._composing:
            return  # its marks belong to the input method now
        kind, here = QInputMethodEvent.AttributeType.TextFormat, self.cursorPosition()
        marks = [
            QInputMethodEvent.Attribute(kind, start - here, end - start, QTextFormat(style))
            for start, end in places
        ]
        with QSignalBlocker(self):
            super().inputMethodEvent(QInputMethodEvent("", marks))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.cursorPosition() if by_key else self.cursorPositionAt(event.pos())
        menu = whole_menu(self, self.createStandardContextMenu(), self.helper, at)
        show_menu(menu, self, event, self.cursorRect().bottomLeft())


class _Plain(QValidator):
    """Takes any text, and takes out of it what no line has. Paste, drop, dictation and typing all
    come through here."""

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        if is_plain_line(text):
            return QValidator.State.Acceptable, text, at
        plain = plain_line(text)
        return QValidator.State.Acceptable, plain, min(len(plain), len(plain_line(text[:at])))
