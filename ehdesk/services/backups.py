"""Copies of the store: one a day by itself, and whenever somebody asks."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ehdesk.kernel.clock import Clock
from ehdesk.store import backups
from ehdesk.store.backups import Backup, Cancelled, Progress
from ehdesk.store.folder import OpenStore


def _silent(_part: float) -> None:
    return


def _never() -> bool:
    return False


class BackupService:
    """Making verified backups of one open store. Safe to call off the GUI thread."""

    def __init__(self, store: OpenStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def last(self) -> datetime | None:
        """When the newest automatic backup was made."""
        return backups.last_made(self._store.paths)

    def due(self) -> bool:
        """Whether this store has no backup of today yet."""
        return not self._store.read_only and not backups.made_on(
            self._store.paths, self._clock.today()
        )

    def daily(self, progress: Progress = _silent, cancelled: Cancelled = _never) -> Backup | None:
        """Today's automatic backup, unless there is one or the store is open to read only.

        :raises EhdeskError: when it cannot be made or does not read back whole.
        """
        if self._store.read_only:
            return None
        return backups.daily(
            self._store.paths,
            self._store.info,
            self._store.key,
            self._clock,
            progress=progress,
            cancelled=cancelled,
        )

    def make(
        self, destination: Path, progress: Progress = _silent, cancelled: Cancelled = _never
    ) -> Backup:
        """Make a backup in a folder or file of one's choice and verify it.

        :raises EhdeskError: when it cannot be made or does not read back whole.
        """
        return backups.make(
            self._store.paths,
            self._store.info,
            self._store.key,
            destination,
            self._clock,
            progress=progress,
            cancelled=cancelled,
        )
