"""F6 goes from region to region: bar, rail, page, help, footer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

Region = tuple[QWidget, Callable[[], None]]
"""A part of the window, and how the focus enters it."""


def enter(widget: QWidget) -> Callable[[], None]:
    """The focus goes straight to a widget."""
    return lambda: widget.setFocus(Qt.FocusReason.TabFocusReason)


class Regions(QObject):
    """The regions in order; hidden ones are passed over."""

    def __init__(self, regions: Sequence[Region], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._regions = regions

    def go_on(self) -> None:
        """Into the next region."""
        self._step(1)

    def go_back(self) -> None:
        """Into the region before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        shown = [(widget, way) for widget, way in self._regions if widget.isVisible()]
        focus = QApplication.focusWidget()
        here = next((n for n, (widget, _) in enumerate(shown) if _holds(widget, focus)), -1)
        if here < 0 and by < 0:
            here = 0
        _widget, way = shown[(here + by) % len(shown)]
        way()


def _holds(widget: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (widget is focus or widget.isAncestorOf(focus))
