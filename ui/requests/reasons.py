"""What stands between a request and its sending, each with a link to where it is put right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.session import FormSession
from ui.kit.error_summary import ErrorSummary


class Reasons(QWidget):
    """Hidden while nothing stands in the way."""

    step_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = ErrorSummary()
        self.count = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        self.summary.problem_chosen.connect(self._on_chosen)

    def show_reasons(self, reasons: Sequence[str], session: FormSession) -> None:
        """Show why it may not be sent; each leads to the step it is about."""
        self.count = len(reasons)
        self.setVisible(bool(reasons))
        self.summary.show_problems([(_step(words, session), words) for words in reasons])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.summary.setFocus()

    def _on_chosen(self, key: str) -> None:
        if key:
            self.step_asked.emit(key)


def _step(words: str, session: FormSession) -> str:
    """The step with the problem in these words; else consent when they name it, else the first
    that has something to fix."""
    for problem in session.everything_to_fix():
        if problem.message in words:
            return session.form.section_of(problem.field_key).key
    keys = [section.key for section in session.sections()]
    if "consent" in words.casefold() and "consent" in keys:
        return "consent"
    wrong = (key for key in keys if session.to_fix(key))
    return next(wrong, keys[0])
