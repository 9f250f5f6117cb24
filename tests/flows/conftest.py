"""For whole journeys through the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.home import Home
from tests.desks import a_clock
from tests.person import Person
from tests.ui.window import open_application
from ui.app.application import Application
from ui.kit import ask
from ui.theme import install_theme

Opened = tuple[Application, Person, SetClock]


@pytest.fixture
def open_window(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Path], Opened]:
    """Opens the whole application on a home folder, with somebody at the screen."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    install_theme(qapp, "light", 100)
    monkeypatch.setattr(ask, "answers", [])

    def open_on(home: Path) -> Opened:
        clock = a_clock()
        application = open_application(qtbot, Home(home), clock)

        def wait(condition: Callable[[], bool]) -> None:
            qtbot.waitUntil(condition, timeout=20_000)

        return application, Person(application.window, wait), clock

    return open_on
