"""What stands in a few boxes, for the autosave: all of it is one thing to keep."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Read = Callable[[], dict[str, Any]]


class TypedBoxes:
    """``read`` gives what stands in the boxes. It counts as changed while that is not what was
    kept last."""

    place = ""

    def __init__(self, read: Read, *, read_only: bool = False) -> None:
        self.read_only = read_only
        self._read = read
        self._kept = self._on_the_way = read()

    @property
    def has_changes(self) -> bool:
        """Whether something is only in the boxes."""
        return self._read() != self._kept

    def take_changes(self) -> dict[str, Any]:
        """All that is typed, to be kept now."""
        self._on_the_way = self._read()
        return dict(self._on_the_way)

    def mark_saved(self) -> None:
        """What ``take_changes`` gave is safe."""
        self._kept = self._on_the_way

    def put_back(self) -> None:
        """What ``take_changes`` gave could not be kept: it stays changed."""

    def settle(self) -> None:
        """What stands in the boxes now needs no keeping."""
        self._kept = self._read()
