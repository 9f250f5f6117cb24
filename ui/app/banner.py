"""The bar over any page: something is not saved, the store can only be read, a draft came back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit.buttons import Button, IconButton
from ui.kit.labels import Label
from ui.kit.painting import painting
from ui.theme import theme


class Banner(QWidget):
    """One message: a strong line, a line under it, and at most one thing to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._icon = "overdue", "hard-drive"
        self._do: Callable[[], object] | None = None
        self._picture = QLabel()
        self._title = Label("", "body_strong", "overdue.ink")
        self._words = Label("", "help")
        self._button = Button("", size="small")
        self._button.clicked.connect(self._on_button)
        self._close = IconButton("x", "Close this message", size="small")
        self._close.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._words)
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()
        self._measure()
        theme().changed.connect(self._measure)

    @property
    def message(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else f"{self._title.text()} {self._words.text()}".strip()

    @property
    def button(self) -> Button:
        """The one thing to do."""
        return self._button

    def show_trouble(
        self, title: str, words: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Something is wrong and stays so until it is put right."""
        self._show("overdue", "hard-drive", title, words, action, do)
        self._close.hide()

    def show_word(
        self,
        title: str,
        words: str = "",
        icon: str = "history",
        action: str = "",
        do: Callable[[], object] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """Something to know; it can be closed unless it ``stays``."""
        self._show("soon", icon, title, words, action, do)
        self._close.setVisible(not stays)

    def paintEvent(self, event: QPaintEvent) -> None:
        tone = theme().tokens.tone(self._tone)
        with painting(self) as painter:
            painter.fillRect(self.rect(), tone.bg)
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), tone.line)

    def _show(
        self,
        tone: str,
        icon: str,
        title: str,
        words: str,
        action: str,
        do: Callable[[], object] | None,
    ) -> None:
        news = f"{title} {words}".strip()
        said = self.message
        self._tone, self._icon, self._do = tone, icon, do
        self._title.setText(title)
        self._title.set_colour(f"{tone}.ink")
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._button.setText(action)
        self._button.setVisible(bool(action) and do is not None)
        self._measure()
        self.show()
        if news != said:
            event = QAccessibleAnnouncementEvent(self, news)
            if tone == "overdue":
                event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def _on_button(self) -> None:
        if self._do is not None:
            self._do()

    def _measure(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(24), px(10), px(20), px(11))
        self._row.setSpacing(px(14))
        ratio = self.devicePixelRatioF()
        pixmap = theme().pixmap(self._icon, f"{self._tone}.ink", 20, ratio)
        self._picture.setPixmap(pixmap)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignVCenter)
