"""Who holds a store: one writer at a time, and a note that says who it is.

The lock is the operating system's own, so it goes with the process however that ends. The note
beside it is only for people to read.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from filelock import FileLock, Timeout

from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ehdesk.kernel.files import write_whole
from ehdesk.store.errors import NoLocks, OpenElsewhere
from ehdesk.store.paths import StorePaths


@dataclass(frozen=True)
class Holder:
    """The computer, the person signed in to it, since when and in which process."""

    computer: str
    user: str
    since: datetime
    pid: int

    @classmethod
    def here(cls, now: datetime) -> Self:
        """This process."""
        try:
            user = getpass.getuser()
        except (KeyError, OSError, ImportError):
            user = ""
        return cls(platform.node(), user, now, os.getpid())

    def who(self) -> str:
        """``Open in another window on this computer``, or who has it open and where."""
        if self.computer == platform.node():
            return "Open in another window on this computer"
        return f"Open on {self.computer}" + (f" by {self.user}" if self.user else "")

    def since_words(self, today: date) -> str:
        """``10:38am``, with the day when it was not today."""
        day = local(self.since).date()
        return say_time(self.since) + ("" if day == today else f" on {say_date(day, today)}")


class StoreLock:
    """The right to write in one store, until it is released or the process ends."""

    def __init__(self, paths: StorePaths, lock: FileLock) -> None:
        self._paths = paths
        self._lock = lock

    @classmethod
    def take(cls, paths: StorePaths, name: str, now: datetime) -> Self:
        """Take the lock or fail at once.

        :raises OpenElsewhere: naming who holds it and since when.
        :raises NoLocks: when the drive knows no locks.
        :raises OSError: when the folder cannot be written.
        """
        lock = FileLock(paths.lock, thread_local=False, fallback_to_soft=False, mode=0o600)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            holder = read_holder(paths)
            who = holder.who() if holder else "Open in another window"
            since = holder.since_words(local(now).date()) if holder else "a moment ago"
            raise OpenElsewhere(name, who, since) from None
        except NotImplementedError:
            raise NoLocks(name) from None
        held = cls(paths, lock)
        try:
            held._sign(Holder.here(now))
        except BaseException:
            held.release()
            raise
        return held

    def _sign(self, holder: Holder) -> None:
        content = {
            "computer": holder.computer,
            "user": holder.user,
            "since": holder.since.isoformat(),
            "pid": holder.pid,
        }
        write_whole(self._paths.holder, json.dumps(content, ensure_ascii=False).encode())

    def release(self) -> None:
        """Let others write. Releasing twice does no harm."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                self._paths.holder.unlink(missing_ok=True)
            self._lock.release()


def read_holder(paths: StorePaths) -> Holder | None:
    """What the note says, or None when there is none that can be read."""
    try:
        said = json.loads(paths.holder.read_bytes())
        since = datetime.fromisoformat(said["since"])
        return Holder(str(said["computer"]), str(said["user"]), since, int(said["pid"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
