"""What a page asked of the window around it, and how often it asked the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from ehdesk.desk import Desk
from ehdesk.kernel.errors import EhdeskError
from ui.kit.navigation import Navigator, Page, Place


class Asked:
    """Listens to a navigator."""

    def __init__(self) -> None:
        self.navigator = Navigator()
        self.places: list[Place] = []
        self.said: list[tuple[str, Callable[[], object] | None]] = []
        self.saved: list[Any] = []
        self.failed: list[EhdeskError] = []
        self.navigator.went.connect(self.places.append)
        self.navigator.said.connect(lambda text, undo: self.said.append((text, undo)))
        self.navigator.saved.connect(self.saved.append)
        self.navigator.not_saved.connect(lambda error, _retry: self.failed.append(error))

    @property
    def last(self) -> Place:
        return self.places[-1]


def follow(desk: Desk, page: Page) -> None:
    """Read the page again after each commit, as the window does."""
    desk.notices.subscribe(page.refresh)


@contextmanager
def counted_statements(desk: Desk) -> Iterator[list[str]]:
    """The statements that the store is asked inside."""
    statements: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if statement != "BEGIN":
            statements.append(statement)

    event.listen(desk.store.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(desk.store.engine, "before_cursor_execute", note)
