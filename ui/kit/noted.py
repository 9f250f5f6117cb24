"""A control with a note of its own, beside the description that its question gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as Control
else:
    Control = object  # PySide takes one widget class a class, and this is mixed in


class Noted(Control):
    """A mix-in: a screen reader hears the description and then the note."""

    _description = ""
    _note = ""

    def setAccessibleDescription(self, description: str) -> None:
        self._description = description
        self._describe()

    def set_note(self, note: str) -> None:
        """What is to be said of the text in it, such as how many words to check; "" for nothing.
        It is there for whoever asks; nothing is announced."""
        if note != self._note:
            self._note = note
            self._describe()

    def _describe(self) -> None:
        said = ". ".join(part for part in (self._description, self._note) if part)
        super().setAccessibleDescription(said)
