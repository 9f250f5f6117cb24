"""Who wants to know that something in the store changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class Changed:
    """A unit of work was committed: what was done and to which cases."""

    operation: str
    cases: frozenset[UUID] = field(default_factory=frozenset)


Listener = Callable[[Changed], None]


class Notices:
    """Told after each commit; tells everyone who asked, in the order they asked."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Hear of every change until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def publish(self, changed: Changed) -> None:
        """Tell everyone, also when one of them fails: the change is committed all the same.

        :raises Exception: what the first listener that failed raised, after all were told.
        """
        failed: list[Exception] = []
        for listener in tuple(self._listeners):
            try:
                listener(changed)
            except Exception as error:
                failed.append(error)
        if failed:
            raise failed[0]
