"""Wrong passwords make the next try wait longer, also after the application was started again.

This slows down someone at the keyboard. It does not protect a copied store: the cost of each
guess and the password itself do that. Only counts and times are kept, by the store's id.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from ehdesk.kernel.clock import Clock
from ehdesk.kernel.files import write_whole

FREE = 5
"""The wrong try after which waiting begins."""
_FIRST = timedelta(seconds=30)
_LONGEST = timedelta(minutes=15)


@dataclass(frozen=True)
class _Wrong:
    times: int
    last: datetime


class Attempts:
    """Counts the wrong tries of each store in a small file of the home folder."""

    def __init__(self, file: Path, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def wrong_so_far(self, store: UUID) -> int:
        """How many wrong tries since the last right one."""
        wrong = self._read().get(str(store))
        return wrong.times if wrong else 0

    def seconds_to_wait(self, store: UUID) -> int:
        """Whole seconds until the next try is allowed; 0 when it is allowed now."""
        wrong = self._read().get(str(store))
        if wrong is None or wrong.times < FREE:
            return 0
        delay = min(_LONGEST, _FIRST * (1 << min(wrong.times - FREE, 10)))
        # A clock that was put back must not lock anyone out for longer than the delay.
        left = min(delay, wrong.last + delay - self._clock.now())
        return max(0, math.ceil(left.total_seconds()))

    def was_wrong(self, store: UUID) -> int:
        """Count a wrong try; returns the seconds to wait before the next."""
        known = self._read()
        times = self.wrong_so_far(store) + 1
        known[str(store)] = _Wrong(times, self._clock.now())
        self._write(known)
        return self.seconds_to_wait(store)

    def was_right(self, store: UUID) -> None:
        """Forget the wrong tries of this store."""
        known = self._read()
        if known.pop(str(store), None):
            self._write(known)

    def _read(self) -> dict[str, _Wrong]:
        try:
            content = json.loads(self._file.read_bytes())
            return {
                store: _Wrong(int(entry["wrong"]), datetime.fromisoformat(entry["last"]))
                for store, entry in content.items()
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}

    def _write(self, known: dict[str, _Wrong]) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        content = {
            store: {"wrong": wrong.times, "last": wrong.last.isoformat()}
            for store, wrong in known.items()
        }
        write_whole(self._file, json.dumps(content, indent=1).encode())
