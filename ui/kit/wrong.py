"""Marking an editor as wrong: a 2 px edge in the overdue colour."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

PROPERTY = "error"
"""The style sheet draws the edge for standard controls that have this property set to true."""


def mark_wrong(editor: QWidget, wrong: bool) -> None:
    """Show or take away the edge. A painted or compound editor does it in ``set_wrong``."""
    own = getattr(editor, "set_wrong", None)
    if own is not None:
        own(wrong)
    elif bool(editor.property(PROPERTY)) != wrong:
        editor.setProperty(PROPERTY, wrong)
        editor.style().unpolish(editor)
        editor.style().polish(editor)
        editor.update()
