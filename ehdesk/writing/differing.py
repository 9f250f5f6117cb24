"""Where two texts differ. Both may be long and are compared at every key, so never by letters."""

from __future__ import annotations


def shared_start(one: str, other: str) -> int:
    """How many characters both texts begin with alike."""
    known, most = 0, min(len(one), len(other))
    while known < most:
        middle = (known + most + 1) // 2
        if one[known:middle] == other[known:middle]:
            known = middle
        else:
            most = middle - 1
    return known


def shared_ends(one: str, other: str) -> tuple[int, int]:
    """How many characters both begin with alike, and how many of the others they end with."""
    start = shared_start(one, other)
    known, most = 0, min(len(one), len(other)) - start
    while known < most:
        middle = (known + most + 1) // 2
        if _tail(one, known, middle) == _tail(other, known, middle):
            known = middle
        else:
            most = middle - 1
    return start, known


def _tail(text: str, after: int, until: int) -> str:
    return text[len(text) - until : len(text) - after]
