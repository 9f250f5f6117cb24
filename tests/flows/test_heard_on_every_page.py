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

from ehdesk.domain.lists import CaseFilter
from tests.desks import DemoHome
from tests.flows.conftest import Opened
from tests.keyboard import focus, name_of, out_of_order, tab_round
from tests.ui import samples
from tests.ui.accessible import nameless
from tests.ui.forms_in_memory import CODES, RECORD, desk
from tests.ui.pages import in_front
from tests.ui.window import press, unlock
from ui.cases.case_page import TABS
from ui.cases.record_tab import RecordTab
from ui.kit.navigation import Place
from ui.kit.tab_order import ReadingOrder
from ui.reports.reports_page import ReportsPage
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


def test_every_page_of_an_open_store_is_read_and_walked_in_order(
    open_window: Callable[[Path], Opened], demo_home: DemoHome, tmp_path: Path, qtbot: QtBot
) -> None:
    application, _person, _clock = open_window(demo_home.copy_to(tmp_path / "home").root)
    window = application.window
    assert name_of(focus()) == "Password for Demo locality"
    assert Walk(window).wrong == []
    frame = unlock(qtbot, application)
    lists = frame.desk.lists
    tilbrook, brennan = (
        lists.case_ids(CaseFilter(text=name)).ids[0] for name in ("Tilbrook", "Brennan")
    )
    titles = {
        Place("today"): "Good morning, Anita",
        Place("requests"): "Requests",
        Place("hub"): "Allocations Hub",
        Place("cases"): "Cases",
        Place("reviews"): "Reviews",
        Place("meetings"): "Meetings",
        Place("print_and_share"): "Print and share",
        Place("keys"): "Keys and help",
        Place("decide", case_id=brennan): "Brennan family: decide the request",
        Place("step", case_id=brennan, move=""): "Brennan family: record a step",
        Place("das", case_id=brennan): "Brennan family: call to DAS",
        Place("pause", case_id=tilbrook): "Tilbrook family: pause the case",
        Place("holidays", case_id=tilbrook): (
            "Tilbrook family: who holds the family in the holidays?"
        ),
        Place("ehc_plan", case_id=tilbrook): "Tilbrook family: working with an EHC plan",
        Place("moved_away", case_id=tilbrook): "Tilbrook family: the family moved away",
        Place("lead_duties", case_id=tilbrook): (
            "Tilbrook family: duties of the lead practitioner"
        ),
        Place("print", paper="family-plan", case_id=tilbrook): "Family action plan",
        Place("case", case_id=tilbrook, tab="overview"): "Tilbrook family",
    }
    heard: set[str] = set()
    for place, title in titles.items():
        frame.area.go(place)
        assert name_of(focus()).startswith(title)
        walk = Walk(window)
        assert walk.wrong == [], title
        heard |= set(walk.names)
    for key, words in TABS[1:]:
        frame.navigator.open_case(tilbrook, key)
        assert name_of(focus()).startswith(words)
        walk = Walk(window)
        assert walk.wrong == [], words
        heard |= set(walk.names)
    assert {
        "Today, 5",  # a count
        "Vadgama family, Hold the 3-month review, 7 days overdue",
        "Vadgama family, overdue",
        "Plan, 8",
        "1.2 Ask about the wellbeing group, Dawn, Sat 4 Jul, Done",
        "Tuesday 17 November 2026, today, 3 due",
    } <= heard

    press(application, "Ctrl+K")
    assert nameless(frame.palette_) == []
    assert frame.palette_.input.accessibleDescription() != ""  # what Enter would open
    press(application, "Esc")
    application.lock_now()
    assert name_of(focus()) == "Password for Demo locality"
    assert Walk(window).wrong == []


def test_every_page_of_oversight_is_read_and_walked_in_order(
    open_window: Callable[[Path], Opened], demo_home: DemoHome, tmp_path: Path, qtbot: QtBot
) -> None:
    application, _person, _clock = open_window(demo_home.copy_to(tmp_path / "home").root)
    door = application.unlock
    assert door is not None
    door.form.who.setCurrentIndex(door.form.who.findText("Ruth Hallam"))
    frame = unlock(qtbot, application)
    desk = frame.desk
    anita, owen = (
        next(one.user.id for one in desk.users.everyone() if one.user.name == name)
        for name in ("Anita Rowe", "Owen Fairweather")
    )
    (to_sign,) = desk.oversight.waiting()
    cases = [desk.cases.get(key) for key in desk.lists.case_ids(CaseFilter()).ids]
    disputed = next(case for case in cases if case.disagreements)
    returned = next(case for case in cases if case.pins)
    pages = {
        Place("oversight"): "Oversight",
        Place("sign", record_id=to_sign.record_id): "Lakhani family: closure form",
        Place("supervision", worker_id=anita): "Supervision with Anita Rowe",
        Place("comments", record_id=returned.pins[0].record_id): returned.family.title,
        Place("reports"): "How early help is going",
        Place("report_paper"): "Print the report",
        Place("users"): "People who use this store",
        Place("user"): "Name",
        Place("user", user_id=owen): "Owen Fairweather",
        Place("disagreement", case_id=disputed.id): disputed.family.title,
        Place("disagreement", case_id=disputed.id, key=disputed.disagreements[0].id): (
            disputed.family.title
        ),
        Place("oversight_note", case_id=disputed.id): disputed.family.title,
        Place(
            "restricted",
            case_id=disputed.id,
            contact_id=next(one.id for one in disputed.contacts if one.restricted),
        ): disputed.family.title,
    }
    for place, title in pages.items():
        frame.area.go(place)
        assert name_of(focus()).startswith(title), place.kind
        assert Walk(application.window).wrong == [], place.kind
    frame.area.go(Place("reports", period="year"))
    reports = frame.page
    assert isinstance(reports, ReportsPage)
    qtbot.waitUntil(lambda: any(card.chart.isVisible() for card in reports.cards))
    for look in ("charts", "tables"):
        reports.filters.look.button(look).click()
        QApplication.processEvents()
        reports.focus_start()
        assert Walk(application.window).wrong == [], look
    frame.navigator.open_case(disputed.id, "record")
    page = frame.page
    assert page is not None
    page.findChild(RecordTab).parts.button("oversight").click()
    assert Walk(application.window).wrong == []


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
