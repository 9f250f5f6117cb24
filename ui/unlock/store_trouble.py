"""Why a store cannot be opened, in its own words, with the one or two things to do about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.kernel.errors import EhdeskError
from ehdesk.store import errors
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.theme import theme

_OPENS_READ_ONLY = (errors.OpenElsewhere, errors.ReadOnlyFolder)
_NEEDS_BACKUP = (errors.Damaged, errors.MissingStore, errors.NotAStore)
_ELSEWHERE = (errors.MissingStore, errors.NotAStore)


class StoreTrouble(QFrame):
    """Hidden until there is something to say."""

    read_only_chosen = Signal()
    restore_chosen = Signal()
    another_chosen = Signal()
    retry_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._title = Label("", "section")
        self._words = Label("", "body", "text2")
        self._what = Label("", "body_medium")
        self.read_only = Button("Open to read only", "primary", "eye")
        self.restore = Button("Restore a backup", "primary", "history")
        self.another = Button("Choose where it is now", "secondary", "folder-open")
        self.retry = Button("Try again", "secondary", "refresh-cw")
        for button, signal in (
            (self.read_only, self.read_only_chosen),
            (self.restore, self.restore_chosen),
            (self.another, self.another_chosen),
            (self.retry, self.retry_chosen),
        ):
            button.clicked.connect(signal)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().px(8))
        for button in (self.read_only, self.restore, self.another, self.retry):
            buttons.addWidget(button)
        buttons.addStretch()
        words = QVBoxLayout()
        words.setSpacing(theme().px(6))
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addWidget(self._what)
        words.addSpacing(theme().px(6))
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        margin = theme().px(18)
        row.setContentsMargins(margin, margin, margin, margin)
        row.setSpacing(theme().px(14))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()
        self._draw()
        theme().changed.connect(self._draw)

    @property
    def words(self) -> str:
        """All that it says; "" while it is hidden."""
        if self.isHidden():
            return ""
        parts = (self._title.text(), self._words.text(), self._what.text())
        return " ".join(part for part in parts if part)

    def show_error(self, error: EhdeskError) -> None:
        """Say it, and offer what this error lets one do."""
        self._title.setText(error.title)
        self._words.setText(error.message)
        self._words.setVisible(bool(error.message))
        self._what.setText(error.what_to_do)
        self._what.setVisible(bool(error.what_to_do))
        self.read_only.setVisible(isinstance(error, _OPENS_READ_ONLY))
        self.restore.setVisible(isinstance(error, _NEEDS_BACKUP))
        self.another.setVisible(isinstance(error, _ELSEWHERE))
        self.retry.setVisible(not isinstance(error, errors.NewerVersion))
        self.setAccessibleName(error.title)
        self.show()
        event = QAccessibleAnnouncementEvent(self, self.words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            ink = tokens.tone("overdue").ink
            draw_box(painter, QRectF(self.rect()), 10, tokens.surface, ink, 2)

    def _draw(self) -> None:
        pixmap = theme().pixmap("file-warning", "overdue.ink", 24, self.devicePixelRatioF())
        self._picture.setPixmap(pixmap)
