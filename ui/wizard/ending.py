"""A step after the questions: what the shell asks of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class EndingPage(QWidget):
    """Shown in the page like a section. A subclass is Check your answers, or sending."""

    change_asked = Signal(str)
    """Change was pressed for a question: its key."""
    step_asked = Signal(str)
    """A link to another step was pressed: its key."""
    finished = Signal()
    """The form has done its work."""

    def refresh(self) -> None:
        """Answers may have changed since it was last on show."""

    def side(self) -> QWidget | None:
        """What stands beside it, in place of the help column."""
        return None

    def finish_words(self) -> str:
        """The primary button's words when this step has work of its own; "" for the shell's."""
        return ""

    def finish_hint(self) -> str:
        """A line beside the primary button."""
        return ""

    def finish(self) -> None:
        """The primary button was pressed on a step that has work of its own."""
