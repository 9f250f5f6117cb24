"""How large a file is, as people say it."""

from __future__ import annotations

from math import ceil
from typing import Final

KB: Final = 1024
MB: Final = 1024 * KB


def say_size(size: int) -> str:
    """``12 bytes``, ``340 KB``, ``1.2 MB``, ``14 MB``: never less than it is."""
    if size < KB:
        return f"{size} byte{'' if size == 1 else 's'}"
    if size < MB:
        return f"{ceil(size / KB)} KB"
    tenths = ceil(size * 10 / MB)
    return f"{tenths // 10} MB" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10} MB"
