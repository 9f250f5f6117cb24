"""The backup at the first use of each day, made beside the work."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from ehdesk.desk import Desk
from ehdesk.kernel.errors import EhdeskError
from ui.kit.tasks import Task, run


class DailyBackup(QObject):
    """Makes today's backup if there is none and says how it went."""

    started = Signal()
    made = Signal(object)
    """The moment of the newest backup (datetime)."""
    failed = Signal(object)
    """An EhdeskError in words."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day = ""
        self._task: Task | None = None
        self._is_making = False

    def last(self) -> datetime | None:
        """When the newest automatic backup was made."""
        return self._desk.backups.last()

    def look(self) -> None:
        """Begin one when today has none; asked at opening and each time someone comes back."""
        today = str(self._desk.clock.today())
        if self._is_making or today == self._day or not self._desk.backups.due():
            return
        self._day = today
        self._is_making = True  # one at a time: two of the same minute would share a working copy
        self.started.emit()
        self._task = run(
            self._desk.backups.daily, on_done=self._on_done, on_failed=self._on_failed, owner=self
        )

    def _on_done(self, _backup: object) -> None:
        self._is_making = False
        self.made.emit(self._desk.backups.last())
        self.look()  # midnight may have passed meanwhile

    def _on_failed(self, error: Exception) -> None:
        self._is_making = False
        if not isinstance(error, EhdeskError):
            raise error
        self.failed.emit(error)
