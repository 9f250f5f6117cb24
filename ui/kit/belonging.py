"""Parts of a page never become windows of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def waits_for_parent(widget: QWidget, visible: bool) -> bool:
    """Whether ``setVisible(visible)`` is left to the parent that the widget is still to be given.

    Qt makes a window of a widget that is shown before it is in a layout: it flashes on the screen
    and takes the keyboard away. Such a widget is only marked as not hidden.
    """
    if not visible or widget.parentWidget() is not None:
        return False
    widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    return True
