"""The sidebar in a small window with large text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desks import DemoHome, a_clock
from tests.ui.window import open_application, unlock
from ui.kit.navigation import Place
from ui.theme import theme


def test_the_line_of_the_open_page_is_in_sight(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path
) -> None:
    application = open_application(qtbot, demo_home.copy_to(tmp_path), a_clock())
    frame = unlock(qtbot, application)
    theme().set_text_size(150)
    application.window.resize(1366, 768)
    QApplication.processEvents()
    for kind in ("contacts", "today"):
        frame.navigator.go(Place(kind))
        QApplication.processEvents()
        button = frame.sidebar.place_button(kind)
        assert button.isChecked()
        assert button.visibleRegion().boundingRect() == button.rect(), kind
