"""For every test of the window: the product's own look, as it is on the first day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ui.kit import ask
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
