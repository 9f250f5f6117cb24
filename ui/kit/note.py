"""Something to know beside the work: neutral, safeguarding, own words, or nearly due."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit.labels import Label
from ui.theme import theme

_KINDS = {
    "neutral": ("none", "info"),
    "safeguarding": ("overdue", "shield-alert"),
    "voice": ("voice", "message-square-quote"),
    "soon": ("soon", "triangle-alert"),
}


class Note(QFrame):
    """An icon and plain words on the tone of its kind; ``body`` takes more, such as a button.

    ``voice`` is only for a child's or parent's own words. Never two notes together.
    """

    def __init__(
        self,
        text: str,
        kind: str = "neutral",
        title: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, usual = _KINDS[kind]
        self._icon = icon or usual
        self.setProperty("surface", "note")
        self.setProperty("tone", self._tone)
        self._picture = QLabel()
        self._title = Label(title, "help_strong")
        self._title.setVisible(bool(title))
        self._text = Label(text, "help")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self._row.addLayout(self.body, 1)
        self._measure()
        theme().changed.connect(self._measure)

    def set_text(self, text: str) -> None:
        """Other words."""
        self._text.setText(text)

    def set_title(self, title: str) -> None:
        """Other words on the strong first line."""
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def _measure(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(14), px(12), px(14), px(12))
        self._row.setSpacing(px(12))
        self.body.setSpacing(px(4))
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(theme().pixmap(self._icon, f"{self._tone}.ink", 18, ratio))
