"""The line over an editor that shows its own question: words, hint, buttons, and what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit.labels import Label, label
from ui.theme import theme


class Heading(QWidget):
    """A question in the type of a card title; buttons stand at its right."""

    def __init__(self, words: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(12))
        texts = QVBoxLayout()
        texts.setSpacing(theme().px(2))
        self.words = label(words, "card_title")
        self._hint = label(hint, "help", "text3")
        self._hint.setVisible(bool(hint))
        texts.addWidget(self.words)
        texts.addWidget(self._hint)
        self.words.setVisible(bool(words))
        self._row.addLayout(texts, 1)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)


class ErrorLine(QWidget):
    """What is wrong, with its icon; hidden while nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        self._icon = QLabel()
        self._words: Label = label("", "help_strong", "overdue.ink")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._draw()
        theme().changed.connect(self._draw)
        self.hide()

    def text(self) -> str:
        """The words shown, or ""."""
        return self._words.text()

    def say(self, words: str, *, warning: bool = False) -> None:
        """Show the words; "" hides the line. A warning is amber and only worth a look."""
        tone = "soon" if warning else "overdue"
        self._words.set_colour(f"{tone}.ink")
        self._words.setText(words)
        self._icon.setPixmap(theme().pixmap("circle-alert", f"{tone}.ink", 15))
        self.setVisible(bool(words))

    def _draw(self) -> None:
        self._icon.setPixmap(theme().pixmap("circle-alert", "overdue.ink", 15))
        self._icon.setContentsMargins(0, theme().px(1), 0, 0)
