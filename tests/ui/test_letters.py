"""The letters found in what is painted from a model: tables, lists and tabs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QTabBar, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desks import DemoHome, a_clock
from tests.packs_in import leicester
from tests.ui.window import open_application, unlock
from ui.app.letters import LettersHelp
from ui.kit.navigation import Place


def test_the_letters_of_a_table_are_found_at_its_line_and_under_the_pointer(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path
) -> None:
    application = open_application(qtbot, demo_home.copy_to(tmp_path), a_clock())
    frame = unlock(qtbot, application)
    frame.navigator.go(Place("cases"))
    page = frame.page
    assert page is not None
    table = next(view for view in page.findChildren(QTableView) if view.isVisible())
    model = table.model()
    row = next(n for n in range(model.rowCount()) if "Fenwick" in str(model.index(n, 0).data()))
    table.setCurrentIndex(model.index(row, 0))
    table.setFocus()
    assert frame.letters.near_the_keyboard()[0] == "MASP"
    cell = next(
        index for n in range(model.columnCount()) if (index := model.index(row, n)).data() == "MASP"
    )
    at = table.viewport().mapTo(frame, table.visualRect(cell).center())
    menu = frame.letters.menu_at(at)
    assert menu is not None
    assert menu.actions()[0].text().startswith("MASP: Multi")
    family = table.viewport().mapTo(frame, table.visualRect(model.index(row, 0)).center())
    assert frame.letters.menu_at(family) is None


def test_the_letters_of_a_tab_are_found(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    tabs = QTabBar()
    for words in ("Overview", "TAF meetings"):
        tabs.addTab(words)
    column.addWidget(tabs)
    qtbot.addWidget(window)
    window.show()
    help_ = LettersHelp(leicester().glossary, window, lambda _word: None)
    for tab, found in ((0, None), (1, "TAF: Team")):
        menu = help_.menu_at(tabs.mapTo(window, tabs.tabRect(tab).center()))
        assert (menu.actions()[0].text()[:9] if menu else None) == found
