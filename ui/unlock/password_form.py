"""The password of one store: what is typed, what was wrong with it, and the button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.store.attempts import FREE
from ui.kit.buttons import Button
from ui.kit.choice import Choice
from ui.kit.field_row import FieldRow
from ui.kit.key_cap import KeyCap
from ui.kit.labels import Label
from ui.kit.password_input import PasswordInput
from ui.kit.wrong import mark_wrong
from ui.theme import theme


class PasswordForm(QWidget):
    """Says what it is told; the page decides what is right."""

    tried = Signal(str)
    """Unlock was pressed with this password."""
    forgotten = Signal()
    """"I can't remember it" was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wait = 0
        self._busy = False
        self._label = QLabel()
        self._error_icon = QLabel()
        self._error = Label("", "help_strong", "overdue.ink")
        self.input = PasswordInput()
        self.who = Choice((), "Whose password is it?")
        self._who = FieldRow("Whose password is it?", "", self.who, optional=True)
        self._who.hide()
        self._caps_icon = QLabel()
        self._caps = Label("Caps Lock is on", "help", "soon.ink", wrap=False)
        self.forgot = Button("I can’t remember it", "link")
        self.button = Button("Unlock", "primary", "lock-open", "large")
        self.button.setMinimumWidth(theme().px(112))
        self._enter = KeyCap("Enter")
        self._tries = Label("", "help", "text2")
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._on_second)
        self._lay_out()
        self.input.returnPressed.connect(self._on_try)
        self.button.clicked.connect(self._on_try)
        self.forgot.clicked.connect(self.forgotten)
        self.input.caps_lock_noticed.connect(self._show_caps_lock)
        self.input.value_changed.connect(self._clear_error)
        self._show_caps_lock(False)
        self._clear_error()
        self._dress()
        theme().changed.connect(self._dress)

    def set_store(self, name: str) -> None:
        """Ask for the password of this store, from the start."""
        words = f"Password for {name}"
        self._label.setText(words.replace("&", "&&"))
        self.input.setAccessibleName(words)
        self.input.clear()
        self.set_wait(0)
        self._clear_error()

    def set_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Ask whose password it is, where several people use the store: (key, name) pairs."""
        several = len(people) > 1
        self.who.set_options(people if several else ())
        self.who.set_value("")
        self._who.setVisible(several)

    @property
    def asks_who(self) -> bool:
        """Whether it asks whose password it is."""
        return not self._who.isHidden()

    @property
    def error(self) -> str:
        """What was wrong, "" when nothing was."""
        return self._error.text()

    @property
    def tries(self) -> str:
        """The words beside the button."""
        return self._tries.text()

    @property
    def is_caps_lock_shown(self) -> bool:
        """Whether it says that Caps Lock is on."""
        return not self._caps.isHidden()

    def show_wrong(self, words: str, tries: int, wait: int) -> None:
        """It does not open: keep it, select it, and say how often one has tried."""
        self._error.setText(words)
        self._error.show()
        self._error_icon.show()
        mark_wrong(self.input, True)
        self.input.setAccessibleDescription(words)
        event = QAccessibleAnnouncementEvent(self.input, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
        self._tries.setText(f"Try {tries}. After {FREE} it waits 30 seconds." if tries else "")
        self._enter.setVisible(not self._tries.text())
        self.set_wait(wait)
        self.input.selectAll()
        self.input.setFocus()

    def set_wait(self, seconds: int) -> None:
        """No try is allowed for so many seconds; they are counted down."""
        self._wait = seconds
        if seconds > 0:
            self._timer.start()
            self._show_wait()
        else:
            self._timer.stop()
            self.button.setEnabled(not self._busy)
            if self._tries.text().startswith("Wait"):
                self._tries.setText("Try again now.")

    def set_busy(self, busy: bool) -> None:
        """The key is being worked out."""
        self._busy = busy
        self.button.setText("Unlocking" if busy else "Unlock")
        self.button.set_icon(None if busy else "lock-open")
        self.button.setEnabled(not busy and self._wait == 0)
        self.input.setReadOnly(busy)

    def clear(self) -> None:
        """Forget what was typed."""
        self.input.clear()
        self._tries.clear()
        self._enter.show()
        self.set_wait(0)

    def _on_try(self) -> None:
        if not self._busy and self._wait == 0 and self.input.value():
            self.tried.emit(self.input.value())

    def _on_second(self) -> None:
        self.set_wait(self._wait - 1)

    def _show_wait(self) -> None:
        self.button.setEnabled(False)
        minutes, seconds = divmod(self._wait, 60)
        words = f"{minutes} min {seconds} s" if minutes else f"{seconds} seconds"
        self._tries.setText(f"Wait {words}, then try again.")
        self._enter.hide()

    def _clear_error(self) -> None:
        self._error.clear()
        self._error.hide()
        self._error_icon.hide()
        mark_wrong(self.input, False)
        self.input.setAccessibleDescription("")

    def _show_caps_lock(self, on: bool) -> None:
        self._caps.setVisible(on)
        self._caps_icon.setVisible(on)
        if on:
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self.input, self._caps.text())
            )

    def _lay_out(self) -> None:
        self._label.setBuddy(self.input)
        error = QHBoxLayout()
        error.addWidget(self._error_icon)
        error.addWidget(self._error, 1)
        under = QHBoxLayout()
        under.addWidget(self._caps_icon)
        under.addWidget(self._caps)
        under.addStretch()
        under.addWidget(self.forgot)
        deed = QHBoxLayout()
        deed.addWidget(self.button)
        deed.addWidget(self._enter)
        deed.addWidget(self._tries, 1)
        deed.addStretch()
        for row in (error, under):
            row.setSpacing(theme().px(7))
        deed.setSpacing(theme().px(12))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._who)
        column.addWidget(self._label)
        column.addLayout(error)
        column.addWidget(self.input)
        column.addLayout(under)
        column.addLayout(deed)

    def _dress(self) -> None:
        look, px = theme(), theme().px
        self._column.setSpacing(px(7))
        self._label.setFont(look.font("body_strong"))
        self.input.setMinimumHeight(look.control_height(46, "input"))
        ratio = self.devicePixelRatioF()
        self._error_icon.setPixmap(look.pixmap("circle-alert", "overdue.ink", 16, ratio))
        self._caps_icon.setPixmap(look.pixmap("info", "soon.ink", 16, ratio))
