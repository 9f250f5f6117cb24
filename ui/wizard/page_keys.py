"""The keys that work anywhere in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ui.wizard.undoing import REDO, UNDO

if TYPE_CHECKING:
    from ui.wizard.wizard_page import WizardPage


def give_keys(page: WizardPage) -> None:
    """Give the form its keys."""
    keys = {
        "Ctrl+Return": page.press_continue,
        "Ctrl+Enter": page.press_continue,
        "Alt+Left": page.press_back,
        **dict.fromkeys(UNDO, page.undoing.undo),
        **dict.fromkeys(REDO, page.undoing.redo),
        "F6": page.frame.regions.go_on,
        "Shift+F6": page.frame.regions.go_back,
    }
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
