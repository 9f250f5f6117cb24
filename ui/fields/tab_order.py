"""Tab goes through a page as it is read, also past rows that were added later.

Qt's own chain follows the order in which widgets were made. A page whose rows come and go asks
its layouts instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


class ReadingOrder(QWidget):
    """A widget inside which Tab and Shift+Tab follow the layouts; past its ends Qt goes on."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = list(tab_stops(self))
        here = _place(stops, QApplication.focusWidget())
        after = here + (1 if forward else -1)
        if here >= 0 and 0 <= after < len(stops):
            reason = Qt.FocusReason
            stops[after].setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
            return True
        return super().focusNextPrevChild(forward)


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """What Tab stops at under a widget, in the order of its layouts."""
    if root.isHidden() or not root.isEnabled():
        return
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus and root.focusProxy() is None:
        yield root
    if isinstance(root, QScrollArea):
        inside = root.widget()
        if inside is not None:
            yield from tab_stops(inside)
    layout = root.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from tab_stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def _place(stops: list[QWidget], focus: QWidget | None) -> int:
    """Where the focus is among the stops: itself, or the one it lies in; -1 for nowhere."""
    while focus is not None:
        if focus in stops:
            return stops.index(focus)
        focus = focus.parentWidget()
    return -1
