"""A part of a page that opens and closes under a line that says what is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ui.kit.labels import Label
from ui.kit.row_button import RowButton
from ui.theme import theme

_ICON = 16
_LONG = 40
"""A title of more letters than this wraps where it and what is in it have no room on a line."""


class Disclosure(QWidget):
    """``body`` is what opens. It is filled when it is first opened, if ``opened`` says so."""

    opened = Signal()
    """It is open now: whoever fills it does so at the first time."""

    def __init__(self, title: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = DisclosureHeader(title, icon)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._inside)
        self._inside.hide()
        self._measure()
        theme().changed.connect(self._measure)
        self.header.toggled.connect(self._on_toggled)

    def is_open(self) -> bool:
        """Whether what is in it is on show."""
        return self.header.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or close it."""
        self.header.setChecked(is_open)

    def set_summary(self, words: str, tone: str = "") -> None:
        """What is in it, in a line; ``tone`` "overdue" or "soon" for what is wrong in it."""
        self.header.set_summary(words, tone)

    def _on_toggled(self, is_open: bool) -> None:
        if is_open:
            self.opened.emit()
        self._inside.setVisible(is_open)

    def _measure(self) -> None:
        px = theme().px
        self.body.setContentsMargins(px(2), px(4), px(2), px(14))
        self.body.setSpacing(px(12))


class DisclosureHeader(RowButton):
    """Chevron, icon, title, and in a quieter colour what is in it. Enter and Space toggle."""

    def __init__(self, title: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._icon = title, icon
        self._summary, self._tone = "", ""
        self.setText(title)
        self.setCheckable(True)
        self._chevron, self._picture = QLabel(), QLabel()
        long = len(title) > _LONG
        self._words = Label(title, "body_strong", wrap=long)
        self._more = Label("", "help", "text2")
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._chevron)
        row.addWidget(self._picture)
        row.addWidget(self._words)
        row.addWidget(self._more, 1)
        self._picture.setVisible(bool(icon))
        for part in (self._chevron, self._picture, self._words, self._more):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._draw()
        theme().changed.connect(self._draw)
        self.toggled.connect(lambda _on: self._draw())

    def set_summary(self, words: str, tone: str = "") -> None:
        """The quieter words after the title."""
        if (words, tone) != (self._summary, self._tone):
            self._summary, self._tone = words, tone
            self._draw()

    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    def _draw(self) -> None:
        px, ratio = theme().px, self.devicePixelRatioF()
        self._row.setContentsMargins(px(2), px(7), px(8), px(7))
        self._row.setSpacing(px(8))
        way = "chevron-down" if self.isChecked() else "chevron-right"
        self._chevron.setPixmap(theme().pixmap(way, "text2", _ICON, ratio))
        if self._icon:
            self._picture.setPixmap(theme().pixmap(self._icon, "accent", _ICON, ratio))
        self._more.setText(self._summary)
        self._more.set_colour(f"{self._tone}.ink" if self._tone else "text2")
        self._more.set_role("help_strong" if self._tone else "help")
        said = f"{self._title}. {self._summary}" if self._summary else self._title
        self.setAccessibleName(said)
        self.setAccessibleDescription("Open. Closes it" if self.isChecked() else "Opens it")
        self.updateGeometry()
        self.update()
