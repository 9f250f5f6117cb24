"""Keys that sort by when they were made (UUID version 7), alike on every database."""

from __future__ import annotations

import os
import threading
import time
from uuid import UUID

_turn = threading.Lock()
_last = 0


def new_id() -> UUID:
    """A fresh UUIDv7: 48 bits of milliseconds, then random bits.

    Those of one process sort in the order they were made, also within a millisecond and when the
    computer's clock is set back: lists that are ordered by key rely on it.
    """
    global _last
    with _turn:
        fresh = (time.time_ns() // 1_000_000) << 74 | int.from_bytes(os.urandom(10), "big") >> 6
        _last = max(fresh, _last + 1)
        bits = _last
    upper, middle, lower = bits >> 74, bits >> 62 & 0xFFF, bits & (1 << 62) - 1
    return UUID(int=upper << 80 | 0x7 << 76 | middle << 64 | 0x2 << 62 | lower)
