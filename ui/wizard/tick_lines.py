"""What must be so before something can be done: a line for each, ticked or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit.labels import Label
from ui.theme import theme


class TickLines(QWidget):
    """Each line says to a screen reader whether it is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, bool], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))

    def show_lines(self, lines: Sequence[tuple[str, bool]]) -> None:
        """Show (words, done) pairs."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        while taken := self._column.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        for words, done in lines:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(theme().px(10))
            icon = QLabel()
            name, colour = ("circle-check", "accent") if done else ("circle-dashed", "text3")
            icon.setPixmap(theme().pixmap(name, colour, 16))
            line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            text = Label(words, "body")
            text.setAccessibleName(f"{words}: {'done' if done else 'not yet'}")
            line.addWidget(text, 1)
            self._column.addWidget(row)
