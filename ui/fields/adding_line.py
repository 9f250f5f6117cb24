"""What is said while a file is added, and why one was not, with the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ehdesk.domain.attachment import TooLarge
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.sizes import say_size
from ui.fields.adding import Adding, Wanted, agreed
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.theme import theme


class AddingLine(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, adding: Adding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adding = adding
        self._name = ""
        self._about: Wanted | None = None
        self.words = Label("", "help", "text2")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme().px(6))
        self.bar.setAccessibleName("How much of the file is read")
        self.stop_button = Button("Stop", "secondary", "x", "small")
        self.stop_button.clicked.connect(adding.stop)
        self.note = Note("", "soon")
        self.smaller_button = Button(
            "Make it smaller and add it", "secondary", "minimize-2", "small"
        )
        self.smaller_button.clicked.connect(self._on_smaller)
        self.close_button = Button("Leave it out", "quiet", "x", "small")
        self.close_button.clicked.connect(self.hide_note)
        buttons = QHBoxLayout()
        buttons.addWidget(self.smaller_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        self.note.body.addLayout(buttons)
        self._busy = QWidget()
        row = QHBoxLayout(self._busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self.words, 1)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._busy)
        column.addWidget(self.note)
        self._busy.hide()
        self.note.hide()
        self.hide()
        adding.started.connect(self._on_started)
        adding.progressed.connect(self._on_progress)
        adding.refused.connect(self._on_refused)
        adding.finished.connect(self._on_finished)

    def say_refused(self, error: EhdeskError, about: Wanted | None = None) -> None:
        """Say why a file was not added, and offer to make a large picture smaller."""
        self._about = about
        named = f"“{about.name}”: " if about is not None else ""
        self.note.set_title(f"{named}{error.title}")
        self.note.set_text(" ".join(part for part in (error.message, error.what_to_do) if part))
        can_shrink = isinstance(error, TooLarge) and error.can_shrink and about is not None
        self.smaller_button.setVisible(can_shrink)
        self.note.show()
        self.show()
        (self.smaller_button if can_shrink else self.close_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, str(error)))

    def hide_note(self) -> None:
        """The person has read it."""
        had = self.note.isAncestorOf(self.focusWidget() or self)
        self.note.hide()
        self.setVisible(self._adding.is_busy)
        parent = self.parentWidget()
        if had and parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_smaller(self) -> None:
        about = self._about
        self.hide_note()
        if about is not None:
            self._adding.add([agreed(about)])

    def _on_started(self, name: str) -> None:
        self._name = name
        self.words.setText(f"Adding {name}")
        self.bar.setRange(0, 0)
        self._busy.show()
        self.show()

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(1, total // 1024))
        self.bar.setValue(done // 1024)
        self.words.setText(f"Adding {self._name}, {say_size(done)} of {say_size(total)}")

    def _on_refused(self, error: EhdeskError, about: Wanted) -> None:
        self.say_refused(error, about)

    def _on_finished(self) -> None:
        self._busy.hide()
        self.setVisible(self.note.isVisible())
