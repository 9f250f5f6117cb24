"""Undo and redo of the answers of one form.

The rule, and the only one: Control and Z takes back the newest change to any answer of the form,
whichever box, row or button made it; Control, Shift and Z (or Control and Y) makes it again. The
last 50 changes are remembered while the form is open. Letters typed or deleted one after another
in one place are one change until the person pauses, goes elsewhere, or begins a new line or a new
sentence. An answer that is taken back is kept like any other edit.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from ehdesk.forms.spec import Value
from ehdesk.writing.differing import shared_start

REMEMBERED = 50
_A_KEY = 2
"""Letters that one key press may add: a letter, and the space before it that the answer of a
one-line box does not show until it stands between words."""

Way = Literal["typed", "deleted", "other"]


@dataclass(frozen=True)
class Change:
    """An answer went from ``before`` to ``after``."""

    key: str
    before: Value
    after: Value

    @property
    def row_id(self) -> str | None:
        """The row of the answer that is new, gone or different; None when it has no rows."""
        old, new = _rows(self.before), _rows(self.after)
        for key in (*new, *old):
            if old.get(key) != new.get(key):
                return key
        return None

    def turned(self) -> Change:
        """The way back."""
        return Change(self.key, self.after, self.before)


@dataclass
class _Step:
    change: Change
    place: tuple[object, ...] = ()
    way: Way = "other"
    open: bool = True
    """Whether typing may still be joined to it."""


class Undoing:
    """What was changed and may be taken back, and what was taken back and may be made again."""

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._done: deque[_Step] = deque(maxlen=remembered)
        self._undone: list[Change] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def note(self, key: str, before: Value, after: Value) -> None:
        """A person changed an answer. What had been taken back cannot be made again now."""
        self._undone.clear()
        place, old, new = _leaf((), before, after)
        way, fresh = _way(old, new)
        last = self._done[-1] if self._done else None
        goes_on = last is not None and last.open and not fresh and way != "other"
        if goes_on and last and (last.change.key, last.place, last.way) == (key, place, way):
            last.change = Change(key, last.change.before, after)
        else:
            self._done.append(_Step(Change(key, before, after), place, way))

    def settle(self) -> None:
        """The person paused or went elsewhere: the next change is one of its own."""
        if self._done:
            self._done[-1].open = False

    def back(self) -> Change | None:
        """The step that takes back the newest change."""
        if not self._done:
            return None
        change = self._done.pop().change
        self.settle()
        self._undone.append(change)
        return change.turned()

    def again(self) -> Change | None:
        """The change that was taken back last."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(_Step(change, open=False))
        return change


def _rows(value: Value) -> dict[str, object]:
    rows = value if isinstance(value, list) else []
    return {str(row["id"]): row for row in rows if isinstance(row, dict) and "id" in row}


def _leaf(
    place: tuple[object, ...], before: Any, after: Any
) -> tuple[tuple[object, ...], object, object]:
    """The one spot in which two answers differ: the way to it, and what it said and says."""
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        spots: list[Any] = [key for key in before if before[key] != after[key]]
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        spots = [n for n, old in enumerate(before) if old != after[n]]
    else:
        return place, before, after
    if len(spots) != 1:
        return place, before, after
    return _leaf((*place, spots[0]), before[spots[0]], after[spots[0]])


def _way(before: object, after: object) -> tuple[Way, bool]:
    """What the person did to a text, and whether a new line or sentence begins with it."""
    if not isinstance(before, str) or not isinstance(after, str):
        return "other", False
    grown = len(after) - len(before)
    if not 0 < abs(grown) <= _A_KEY:
        return "other", False
    longer, shorter = (after, before) if grown > 0 else (before, after)
    start = shared_start(longer, shorter)
    if longer[start + abs(grown) :] != shorter[start:]:
        return "other", False
    if grown < 0:
        return "deleted", False
    put_in = after[start : start + grown]
    return "typed", "\n" in put_in or _begins_sentence(after[:start], put_in)


def _begins_sentence(before: str, put_in: str) -> bool:
    if put_in[:1].isspace():
        before, put_in = before + put_in[:1], put_in[1:]
    ends = any(a in ".!?…" and b.isspace() for a, b in pairwise(before[-2:]))
    return bool(put_in) and ends
