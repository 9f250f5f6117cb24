"""Every page as a keyboard and a screen reader find it: names, order, size, and what is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ehdesk.demo.make import USER
from ehdesk.domain.lists import CaseFilter
from tests import every_page
from tests.desks import DemoHome
from tests.flows.conftest import Opened
from tests.keyboard import focus, name_of, out_of_order, tab_round
from tests.person import Person
from tests.ui import samples
from tests.ui.accessible import nameless
from tests.ui.forms_in_memory import CODES, RECORD, desk
from tests.ui.pages import in_front
from tests.ui.window import press, unlock
from ui.app.desk_frame import DeskFrame
from ui.app.page_keys import PAGE_KEYS
from ui.app.pages import PAGES
from ui.app.record_place import RECORD_PAGES
from ui.cases.case_page import TABS
from ui.kit.tab_order import ReadingOrder
from ui.kit.tasks import wait_for_tasks
from ui.requests.open_wizard import open_wizard
from ui.theme import install_theme

LEAST = 24
"""Pixels: nothing that is pressed is smaller (WCAG 2.2, 2.5.8)."""


class Walk:
    """Goes round a page with Tab and notes what is wrong at each stop."""

    def __init__(self, page: QWidget) -> None:
        QApplication.processEvents()
        self.wrong = [f"no name: {what}" for what in nameless(page)]
        self.names: list[str] = []
        self._last: tuple[QWidget, QImage] | None = None
        stops = tab_round(self._look)
        self.wrong += [f"order: {what}" for what in out_of_order(stops)]

    def _look(self, widget: QWidget) -> None:
        QApplication.processEvents()
        name = name_of(widget)
        self.names.append(name)
        if self._last is not None:
            before, focused = self._last
            if before.isVisible() and _picture(before) == focused:
                self.wrong.append(f"focus cannot be seen: {name_of(before)}")
        self._last = widget, _picture(widget)
        if not name.strip():
            self.wrong.append(f"no name: {type(widget).__name__}")
        if widget.visibleRegion().isEmpty():
            self.wrong.append(f"out of sight: {name}")
        if min(widget.width(), widget.height()) < LEAST:
            self.wrong.append(f"small: {name}")
        if isinstance(widget, QAbstractButton) and not widget.isEnabled():
            self.wrong.append(f"cannot be pressed: {name}")


def _picture(widget: QWidget) -> QImage:
    """The widget and a little round it, where its parent may draw a ring."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.grab(place.adjusted(-4, -4, 4, 4)).toImage()


class _Window(ReadingOrder):
    """Stands for the application's window, in which Tab goes round."""

    goes_round = True


@pytest.mark.parametrize("code", CODES)
def test_every_step_of_every_form_is_read_and_walked_in_order(
    qapp: QApplication, qtbot: QtBot, code: str
) -> None:
    install_theme(qapp, "light", 100)
    window = _Window()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    page = open_wizard(desk(code, samples.values(code)), RECORD)  # type: ignore[no-untyped-call]
    column.addWidget(page)
    in_front(qtbot, window, 1440, 900)
    for step in page.session.steps():
        page.go(step.key)
        assert name_of(focus()).startswith(step.title), step.key
        walk = Walk(page)
        assert walk.wrong == [], step.key
        # Named with its state, and found by Tab as well as by F6.
        assert any(step.short in name and "you are here" in name for name in walk.names)


@pytest.fixture(scope="module")
def everywhere(
    demo_home: DemoHome, tmp_path_factory: pytest.TempPathFactory
) -> every_page.EveryPageHome:
    """A store with something to show on every page, made once."""
    return every_page.EveryPageHome(tmp_path_factory.mktemp("everywhere"), demo_home)


def test_no_page_is_forgotten(everywhere: every_page.EveryPageHome, tmp_path: Path) -> None:
    store = everywhere.desk(tmp_path / "home")
    stops = every_page.every_stop(store)
    assert {stop.place.kind for stop in stops} == {*PAGES, "keys"}
    places = [stop.place.params for stop in stops]
    assert {place["tab"] for place in places if "tab" in place} == {key for key, _words in TABS}
    opened = [stop.place.params["record_id"] for stop in stops if stop.place.kind == "wizard"]
    forms = {store.forms.glance(record).form for record in opened}
    assert forms - {"request"} == set(RECORD_PAGES), "the forms with pages of their own"
    assert len({stop.name for stop in stops}) == len(stops)
    store.close()


@pytest.mark.parametrize("part", every_page.PARTS)
def test_every_page_of_an_open_store_is_read_and_walked_in_order(
    open_window: Callable[[Path], Opened],
    everywhere: every_page.EveryPageHome,
    tmp_path: Path,
    qtbot: QtBot,
    part: str,
) -> None:
    application, me, _clock = open_window(everywhere.copy_to(tmp_path / "home").root)
    frame = unlock(qtbot, application)
    wrong: dict[str, list[str]] = {}
    heard: set[str] = set()
    now = USER
    for stop in every_page.PARTS[part](every_page.Found(frame.desk)):
        if stop.who != now:
            application.close_store()
            me.pick("Whose password is it?", now := stop.who)
            frame = unlock(qtbot, application)
        walk = _walk(frame, me, stop)
        heard |= set(walk.names)
        if walk.wrong:
            wrong[stop.name] = walk.wrong
    assert not wrong
    assert HEARD.get(part, set()) <= heard


def _walk(frame: DeskFrame, me: Person, stop: every_page.Stop) -> Walk:
    frame.area.go(stop.place)
    first = name_of(focus())
    button, under = stop.part
    if button:
        me.press(button, under=under)
    assert wait_for_tasks()
    QApplication.processEvents()  # what they found is shown
    walk = Walk(frame.window())
    if not first.startswith(stop.says):
        walk.wrong.insert(0, f"begins with {first!r}")
    page, listed = frame.page, dict(PAGE_KEYS.get(stop.place.kind, ("", ()))[1])
    keys = {one.keys for one in page.commands() if one.keys} if page is not None else set()
    walk.wrong += [f"not on the page of keys: {key}" for key in sorted(keys - set(listed))]
    return walk


HEARD = {
    "lists": {
        "Vadgama family, Hold the 3-month review, 7 days overdue",
        "Vadgama family, overdue",
    },
    "case": {"Plan, 8", "1.2 Ask about the wellbeing group, Dawn, Sat 4 Jul, Done"},
}
"""Some names that say more than their widget shows: what is due, a count, a line of a table."""


def test_the_window_round_the_pages_is_read_and_walked_in_order(
    open_window: Callable[[Path], Opened], demo_home: DemoHome, tmp_path: Path, qtbot: QtBot
) -> None:
    application, _person, _clock = open_window(demo_home.copy_to(tmp_path / "home").root)
    window = application.window
    assert name_of(focus()) == "Password for Demo locality"
    assert Walk(window).wrong == []
    frame = unlock(qtbot, application)
    press(application, "Ctrl+K")
    assert nameless(frame.palette_) == []
    assert frame.palette_.input.accessibleDescription() != ""  # what Enter would open
    press(application, "Esc")
    application.lock_now()
    assert name_of(focus()) == "Password for Demo locality"
    assert Walk(window).wrong == []


def test_a_page_without_controls_scrolls_from_its_title(
    open_window: Callable[[Path], Opened], demo_home: DemoHome, tmp_path: Path, qtbot: QtBot
) -> None:
    application, _person, _clock = open_window(demo_home.copy_to(tmp_path / "home").root)
    frame = unlock(qtbot, application)
    application.window.resize(1200, 500)
    (tilbrook,) = frame.desk.lists.case_ids(CaseFilter(text="Tilbrook")).ids
    frame.navigator.open_case(tilbrook, "plan")
    tab = frame.page
    assert tab is not None
    QApplication.processEvents()
    (area,) = (a for a in tab.findChildren(QScrollArea) if a.isVisible())
    QTest.keyClick(focus(), Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_every_page_of_set_up_is_read_and_walked_in_order(
    open_window: Callable[[Path], Opened], tmp_path: Path
) -> None:
    application, me, _clock = open_window(tmp_path / "home")

    def look(title: str) -> None:
        assert name_of(focus()).startswith(title)
        assert Walk(application.window).wrong == [], title

    look("Who is this store for?")
    me.write("Name of your team or school", "Larkmoor Primary")
    me.press("Continue")
    look("About you")
    me.write("Your name", "Anita Rowe")
    me.write("Your role", "Pastoral lead")
    me.write("Your agency", "Larkmoor Primary")
    me.write("Work phone", "0116 496 0142")
    me.press("Continue")
    look("Where")
    me.press("Continue")
    look("Choose a password")
