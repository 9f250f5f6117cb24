"""Locks the window when nobody has touched it for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

MINUTES = 15
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleLock(QObject):
    """Watches native windows for input. ``seconds`` tells the time of day, so that the hours a
    laptop sleeps count too."""

    idle = Signal()
    looked = Signal()
    """The time was looked at, and it was not long enough."""

    def __init__(
        self,
        limit: float = MINUTES * 60,
        *,
        look_every: int = 5_000,
        seconds: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self._seconds = seconds
        self._last = seconds()
        self._timer = QTimer(self, interval=look_every)
        self._timer.timeout.connect(self._on_timer_timeout)

    def watch(self, window: QObject) -> None:
        """Count input in this window (a QWindow, which sees it before any widget)."""
        window.installEventFilter(self)

    def start(self) -> None:
        """Begin to count, from now."""
        self._last = self._seconds()
        self._timer.start()

    def stop(self) -> None:
        """Stop counting, as while the window is locked."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            # The first touch after a long sleep must not pass for work.
            self._on_timer_timeout()
            self._last = self._seconds()
        return False

    def _on_timer_timeout(self) -> None:
        if not self._timer.isActive():
            return
        if self._seconds() - self._last >= self._limit:
            self.stop()
            self.idle.emit()
        else:
            self.looked.emit()
