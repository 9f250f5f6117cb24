"""Nothing here: what is true, what comes next, and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.theme import theme


class EmptyState(QWidget):
    """An icon, one line saying what is true, one on what comes next, and at most one action."""

    def __init__(
        self,
        icon: str,
        title: str,
        line: str = "",
        action: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        middle = Qt.AlignmentFlag.AlignHCenter
        self._picture = QLabel()
        self._title = Label(title, "card_title")
        self._line = Label(line, "help", "text2")
        column = self._column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._picture, 0, middle)
        for words in (self._title, self._line):
            words.setAlignment(middle)
            column.addWidget(words)
        if action is not None:
            column.addSpacing(theme().px(8))
            column.addWidget(action, 0, middle)
        column.addStretch(1)
        self._measure()
        theme().changed.connect(self._measure)

    def set_words(self, title: str, line: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._line.setText(line)

    def _measure(self) -> None:
        px = theme().px
        self._column.setContentsMargins(px(20), px(20), px(20), px(20))
        self._column.setSpacing(px(4))
        pixmap = theme().pixmap(self._icon, "accent", 26, self.devicePixelRatioF())
        self._picture.setPixmap(pixmap)
        self._picture.setContentsMargins(0, 0, 0, px(6))
