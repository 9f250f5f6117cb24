"""A case page in a window, with what it asked of the window written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.lists import CaseFilter
from tests.ui.pages import show_in_front
from ui.cases.case_page import CasePage
from ui.kit.navigation import Navigator, Place


@dataclass
class Asked:
    """What a page asked of the window around it."""

    places: list[Place] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undo: Callable[[], object] | None = None
    saved: int = 0
    errors: list[Exception] = field(default_factory=list)

    @property
    def last(self) -> Place:
        """Where the page wanted to go last."""
        return self.places[-1]


def listening(parent: QObject | None = None) -> tuple[Navigator, Asked]:
    """A navigator with nobody behind it but a list."""
    navigator, asked = Navigator(parent), Asked()

    def on_said(text: str, undo: Callable[[], object] | None) -> None:
        asked.said.append(text)
        asked.undo = undo

    def on_saved(_at: object) -> None:
        asked.saved += 1

    navigator.went.connect(asked.places.append)
    navigator.said.connect(on_said)
    navigator.saved.connect(on_saved)
    navigator.not_saved.connect(lambda error, _retry: asked.errors.append(error))
    return navigator, asked


def family(desk: Desk, name: str) -> UUID:
    """The case of one of the demo's families."""
    for closed in (False, True):
        ids = desk.lists.case_ids(CaseFilter(closed=closed)).ids
        for line in desk.lists.case_lines(ids):
            if line.family.startswith(name):
                return line.case_id
    raise LookupError(name)


def show(qtbot: QtBot, page: QWidget, width: int = 1192, height: int = 900) -> QMainWindow:
    """The page in a window of its own that has the keyboard."""
    window = QMainWindow()
    window.setCentralWidget(page)
    _open.append(window)
    qtbot.addWidget(window, before_close_func=_open.remove)
    window.resize(width, height)
    show_in_front(qtbot, window)
    return window


_open: list[QWidget] = []
"""qtbot only refers to a window; this keeps it alive until qtbot closes it."""


def open_case(qtbot: QtBot, desk: Desk, name: str, tab: str = "overview") -> tuple[CasePage, Asked]:
    """The page of a demo family, told of each commit as the window would tell it."""
    navigator, asked = listening()
    page = CasePage(desk, navigator, case_id=family(desk, name), tab=tab)
    navigator.setParent(page)
    page.refresh()
    leave = desk.notices.subscribe(page.refresh)
    page.destroyed.connect(lambda: leave())
    show(qtbot, page)
    return page, asked


def type_into(box: QWidget, words: str) -> None:
    """Replace what stands in a box, as a person does."""
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, words)
