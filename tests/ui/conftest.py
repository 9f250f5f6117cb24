"""For every test of the window: the product's own look, as it is on the first day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ui.kit import ask, tasks
from ui.theme import install_theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """Light, 100 per cent, whatever the test before left behind."""
    # What it closed goes only now: a look that changes is given to every widget there is.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    install_theme(qapp, "light", 100)


@pytest.fixture(autouse=True)
def nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for a person: an unexpected question fails it instead."""
    monkeypatch.setattr(ask, "answers", [])


@pytest.fixture(autouse=True)
def no_job_goes_on() -> Iterator[None]:
    """What a test left running ends with it: not in the next one, and not after the last."""
    yield
    assert tasks.wait_for_tasks()
