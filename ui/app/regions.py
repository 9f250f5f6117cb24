"""F6: from one part of the window to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_next_region(regions: Sequence[QWidget]) -> None:
    """Put the keyboard into the part after the one it is in; round and round."""
    shown = [region for region in regions if region.isVisible()]
    focus = QApplication.focusWidget()
    # The innermost part counts: a page holds its own header and help column.
    inside = [at for at, region in enumerate(shown) if _holds(region, focus)]
    here = inside[-1] if inside else -1
    for step in range(1, len(shown) + 1):
        first = _first_stop(shown[(here + step) % len(shown)])
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _holds(region: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (region is widget or region.isAncestorOf(widget))


def _first_stop(region: QWidget) -> QWidget | None:
    """The first control of a part that Tab would stop at."""
    for widget in (region, *region.findChildren(QWidget)):
        if widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            policy = widget.focusPolicy()
            if policy & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus:
                return widget
    return None
