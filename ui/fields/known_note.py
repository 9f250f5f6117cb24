"""Under a person's row: that they may be known already, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ehdesk.domain.duplicates import Match
from ui.kit.buttons import Button
from ui.kit.flow_layout import FlowLayout
from ui.kit.note import Note
from ui.theme import theme


class KnownNote(Note):
    """Quiet: it takes nobody's cursor and nothing waits for it. It is heard once for each match."""

    open_asked = Signal()
    same_asked = Signal()
    apart_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "soon", title=" ", icon="users", parent=parent)
        self.match: Match | None = None
        self.open_button = Button("Open that family", "secondary", "folder-open", "small")
        self.same_button = Button("This is the same person", "secondary", "merge", "small")
        self.apart_button = Button("Not the same", "quiet", "x", "small")
        self.open_button.clicked.connect(self.open_asked)
        self.same_button.clicked.connect(self.same_asked)
        self.apart_button.clicked.connect(self.apart_asked)
        self._buttons = QWidget()
        line = FlowLayout(self._buttons, spacing=theme().px(6))
        for button in (self.open_button, self.same_button, self.apart_button):
            line.addWidget(button)
        self.body.addWidget(self._buttons)

    def show_match(self, match: Match) -> None:
        """Say who it may be, and why."""
        if match == self.match:
            return
        self.match = match
        title = f"May be known already: {match.words}"
        words = match_words(match)
        self.set_title(title)
        self.set_text(words)
        self.open_button.setVisible(match.case_id is not None)
        for button in (self.open_button, self.same_button, self.apart_button):
            button.setAccessibleDescription(match.words)
        self.setAccessibleName(f"{title}. {words}")
        event = QAccessibleAnnouncementEvent(self, f"{title}. {words}")
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)


def match_words(match: Match) -> str:
    """``Same date of birth; names that sound alike. EH-26-0147, open.``"""
    first, *others = match.likeness.reasons or ("",)
    why = "; ".join([first, *(f"{one[:1].lower()}{one[1:]}" for one in others)])
    state = "open" if match.is_open else match.where.lower()
    case = ", ".join(part for part in (match.family, match.reference, state) if part)
    return " ".join(f"{part}." for part in (why, case) if part)
