"""Notices that another day has begun: what is due today is not what was due yesterday."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ehdesk.kernel.clock import Clock

_EVERY = 60_000  # milliseconds


class NewDay(QObject):
    """Looks once a minute, and whenever it is asked to."""

    came = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day = clock.today()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY)

    def look(self) -> None:
        """Say so when the day is not the one of the last look."""
        day = self._clock.today()
        if day != self._day:
            self._day = day
            self.came.emit()

    def stop(self) -> None:
        """The store is being closed."""
        self._timer.stop()
