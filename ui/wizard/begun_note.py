"""Above the boxes of a small page: you began this, go on or start again."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_clock, say_long_date
from ui.kit.buttons import Button
from ui.kit.note import Note


class BegunNote(Note):
    """Hidden until there is something to say."""

    start_again_asked = Signal()
    bring_back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "neutral", icon="history", parent=parent)
        self._emptied = False
        self.button = Button("Start again", "secondary", size="small")
        self.button.clicked.connect(self._on_clicked)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_begun(self, at: datetime, today: date, *, may_start_again: bool = True) -> None:
        """What stands in the boxes was typed before, and is not recorded."""
        day = local(at).date()
        when = "today" if day == today else f"on {say_long_date(day)}"
        words = f"You began this {when} at {say_clock(at)}. It is not in the record yet."
        self._say(f"{words} Go on, or start again.", "Start again", emptied=False)
        self.button.setVisible(may_start_again)

    def show_started_again(self) -> None:
        """The boxes are as they are for a new entry."""
        words = "You started again. What you wrote before is gone when you type or leave."
        self._say(words, "Bring it back", emptied=True)

    def show_brought_back(self) -> None:
        """What was typed before is in the boxes again."""
        words = "What you wrote is back. Go on, or start again."
        self._say(words, "Start again", emptied=False)

    def _say(self, words: str, action: str, *, emptied: bool) -> None:
        self._emptied = emptied
        self.set_text(words)
        self.button.setText(action)
        self.button.setAccessibleName(action)
        self.show()

    def _on_clicked(self) -> None:
        (self.bring_back_asked if self._emptied else self.start_again_asked).emit()
