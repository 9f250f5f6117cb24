"""A password, hidden until asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.buttons import IconButton
from ui.kit.icon_input import IconInput

SHOW_KEYS = QKeySequence("Ctrl+Shift+H")


class PasswordInput(IconInput):
    """Key on the left, an eye on the right that shows what is typed (Ctrl+Shift+H).

    ``value()`` is exactly what was typed, spaces too.
    """

    caps_lock_noticed = Signal(bool)
    """Letters come out as they do with Caps Lock on (True), or not any more."""

    def __init__(self, name: str = "Password", parent: QWidget | None = None) -> None:
        super().__init__("key-round", IconButton("eye", "", size="small"), name, parent)
        self._caps_lock = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the shortcut does the same
        self.button.clicked.connect(self._on_eye)
        shortcut = QShortcut(SHOW_KEYS, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._on_eye)
        self._name_eye()

    def value(self) -> str:
        """Exactly what is typed."""
        return self.text()

    def is_shown(self) -> bool:
        """Whether the characters can be read."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def show_typed(self, shown: bool) -> None:
        """Show or hide the characters."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._name_eye()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._notice_caps_lock(letter.isupper() != shift)
        elif event.key() == Qt.Key.Key_CapsLock and self._caps_lock:
            self._notice_caps_lock(False)

    def _notice_caps_lock(self, on: bool) -> None:
        if on != self._caps_lock:
            self._caps_lock = on
            self.caps_lock_noticed.emit(on)

    def _on_eye(self) -> None:
        self.show_typed(not self.is_shown())

    def _name_eye(self) -> None:
        words = "Hide password" if self.is_shown() else "Show password"
        self.button.set_icon("eye-off" if self.is_shown() else "eye")
        self.button.set_name(words)
        self.button.setToolTip(f"{words} ({SHOW_KEYS.toString()})")
