"""The keys that work anywhere in a form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.wizard.regions import Regions
from ui.wizard.undoing import REDO, UNDO, PageUndo


def give_keys(
    page: QWidget,
    *,
    forward: Callable[[], None],
    back: Callable[[], None],
    undoing: PageUndo,
    regions: Regions,
) -> None:
    """Give the form its keys."""
    keys = {
        "Ctrl+Return": forward,
        "Ctrl+Enter": forward,
        "Alt+Left": back,
        **dict.fromkeys(UNDO, undoing.undo),
        **dict.fromkeys(REDO, undoing.redo),
        "F6": regions.go_on,
        "Shift+F6": regions.go_back,
    }
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
