"""What to fix on the page, kept true while it is being put right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from ehdesk.forms.checks import Problem
from ui.kit.error_summary import ErrorSummary

_NO_REASON = Qt.FocusReason.OtherFocusReason


class Fixes(ErrorSummary):
    """Takes focus when Continue was pressed; later changes leave the cursor where it is."""

    _quiet = False

    def ask_for(self, problems: Sequence[Problem]) -> None:
        """Show what to fix and go there."""
        self.show_problems(_entries(problems))

    def keep_true(self, problems: Sequence[Problem]) -> None:
        """Show what is left to fix, and leave the cursor alone."""
        words = [link.accessibleName() for link in self.links()]
        if words == [problem.message for problem in problems] and self.isVisible() == bool(words):
            return
        self._quiet = True
        self.show_problems(_entries(problems))
        self._quiet = False

    def setFocus(self, reason: Qt.FocusReason = _NO_REASON) -> None:
        if not self._quiet:
            super().setFocus(reason)


def _entries(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    return [(f"{p.field_key} {p.row_id or ''}".strip(), p.message) for p in problems]
