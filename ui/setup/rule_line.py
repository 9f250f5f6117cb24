"""A rule with a tick once it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.kit.labels import Label
from ui.theme import theme


class RuleLine(QWidget):
    """Ticked, or a dashed ring while it is not kept or only the person can know."""

    def __init__(self, words: str, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = False
        self._picture = QLabel()
        self._words = Label(words, role, "text2")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._draw()
        theme().changed.connect(self._draw)

    def set_kept(self, kept: bool, words: str = "") -> None:
        """Tick it or not, perhaps with other words."""
        self._kept = kept
        if words:
            self._words.setText(words)
        self._draw()

    def _draw(self) -> None:
        icon, ink = ("circle-check", "accent") if self._kept else ("circle-dashed", "text2")
        self._picture.setPixmap(theme().pixmap(icon, ink, 18, self.devicePixelRatioF()))
        self._words.set_colour("text" if self._kept else "text2")
        self._row.setSpacing(theme().px(9))
        self.setAccessibleName(f"{self._words.text()}: {'yes' if self._kept else 'not yet'}")
