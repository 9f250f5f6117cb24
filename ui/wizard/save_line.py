"""Whether what was typed is safe, in a few words at the top right."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_clock
from ehdesk.kernel.errors import EhdeskError
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.plain import as_tip
from ui.theme import theme

_STAY = ". Keep this window open"


class SaveLine(QWidget):
    """Saved 10:42; Not saved: and why, with Try again; Brought back after a crash."""

    try_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self._icon = QLabel()
        self._words = Label("", "help", "text2", wrap=False)
        self._again = Button("Try again", "secondary", "rotate-ccw", "small")
        self._again.clicked.connect(self.try_again)
        row.addStretch(1)
        for part in (self._icon, self._words, self._again):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._look = ("circle-check", "accent")
        self._again.hide()
        theme().changed.connect(self._draw)

    def text(self) -> str:
        """The words shown."""
        return self._words.text()

    def show_saved(self, at: datetime) -> None:
        """Safe since this time."""
        self._show(f"Saved {say_clock(at)}", "circle-check", "accent")

    def show_brought_back(self, at: datetime) -> None:
        """The app closed by accident; this is what was kept."""
        words = f"Brought back as it was at {local(at):%H:%M}"
        self._show(words, "archive-restore", "soon.ink", announce=True)

    def show_read_only(self, why: str) -> None:
        """The record is only read; ``why`` says so."""
        self._show(why, "lock", "text2")

    def show_failed(self, error: EhdeskError) -> None:
        """Not safe, in the words of the error."""
        why = error.title.removeprefix("Not saved: ").removesuffix(".").removesuffix(_STAY)
        words = f"Not saved: {why[:1].lower()}{why[1:]}{_STAY}."
        self._show(words, "circle-alert", "overdue.ink", failed=True, announce=True)
        self.setToolTip(as_tip(str(error)))

    def _show(
        self, words: str, icon: str, colour: str, *, failed: bool = False, announce: bool = False
    ) -> None:
        news = words != self._words.text()
        self._words.set_role("help_strong" if failed else "help")
        self._words.set_colour("overdue.ink" if failed else "text2")
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._look = (icon, colour)
        self._again.setVisible(failed)
        self.setToolTip("")
        self._draw()
        if news and self.isVisible():
            event = QAccessibleAnnouncementEvent(self, words)
            urgent = QAccessible.AnnouncementPoliteness.Assertive
            polite = QAccessible.AnnouncementPoliteness.Polite
            event.setPoliteness(urgent if failed else polite)
            if failed or announce:
                QAccessible.updateAccessibility(event)

    def _draw(self) -> None:
        icon, colour = self._look
        self._icon.setPixmap(theme().pixmap(icon, colour, 16))
