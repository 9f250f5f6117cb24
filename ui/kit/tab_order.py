"""Tab goes through a page as it is read, also past rows that were added later.

Qt's own chain follows the order in which widgets were made. A page whose rows come and go asks
its layouts instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLayout,
    QRadioButton,
    QScrollArea,
    QWidget,
    QWizard,
)

_ROOM = 40
"""What stays in view above and below the control that Tab came to, in pixels."""


class ReadingOrder(QWidget):
    """A widget inside which Tab and Shift+Tab follow the layouts; past its ends Qt goes on.

    Tab starts from whatever has the focus, also from a title that is no stop itself. The order of
    what fills a window goes round.
    """

    goes_round = False
    """True for what fills a window: after its last stop comes its first."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        focus = QApplication.focusWidget()
        stops = list(tab_stops(self, focus))
        here = _place(stops, focus)
        after = here + (1 if forward else -1)
        if here >= 0 and (self.goes_round or self.isWindow()):
            after %= len(stops)
        if here >= 0 and 0 <= after < len(stops):
            reason = Qt.FocusReason
            stops[after].setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
            bring_into_view(stops[after])
            return True
        return super().focusNextPrevChild(forward)


def tab_stops(root: QWidget, also: QWidget | None = None) -> Iterator[QWidget]:
    """What Tab stops at under a widget, in the order of its layouts; and ``also``, if it is there.

    What no layout holds, such as a message that floats over a page, comes after the rest.
    ``also`` is where the focus is, if that is not a stop.
    """
    if root.isHidden() or not root.isEnabled():
        return
    if root is also or _is_stop(root):
        yield root
    for child in _children(root):
        yield from tab_stops(child, also)


def _is_stop(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QRadioButton) else None
    if group is not None and group.exclusive():
        # One stop a question, whatever the buttons' own policies: the chosen one, or the first.
        return widget is (group.checkedButton() or group.buttons()[0])
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _children(root: QWidget) -> list[QWidget]:
    if isinstance(root, QScrollArea):
        inside = root.widget()
        return [inside] if inside is not None else []
    if isinstance(root, QAbstractScrollArea | QComboBox | QAbstractSpinBox):
        return []  # one control, whatever it is made of
    if isinstance(root, QWizard):
        page = root.currentPage()
        return [page] if page is not None else []
    layout = root.layout()
    laid = list(_in_layout(layout)) if layout is not None else []
    held = set(laid)
    own = root.findChildren(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)
    return laid + [child for child in own if child not in held and not child.isWindow()]


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


def _place(stops: list[QWidget], focus: QWidget | None) -> int:
    """Where the focus is among the stops: itself, or the one it lies in; -1 for nowhere."""
    while focus is not None:
        if focus in stops:
            return stops.index(focus)
        focus = focus.parentWidget()
    return -1


def bring_into_view(widget: QWidget) -> None:
    """Scroll every page that it lies in so that it is seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, _ROOM)
        above = above.parentWidget()
