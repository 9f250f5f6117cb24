"""A screen shows a control only to whoever may use it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk, open_desk
from ehdesk.domain.access import Role
from ehdesk.domain.lists import CaseFilter
from ehdesk.store import keys
from ehdesk.store.paths import StorePaths
from tests.desks import PASSWORD, DemoHome, a_clock, a_journey, a_plan, colleague
from tests.ui.asked import Asked
from tests.ui.case_pages import show
from ui.cases.case_menu import case_menu
from ui.cases.cases_page import CasesPage
from ui.home.today_page import TodayPage
from ui.kit.buttons import Button
from ui.kit.navigation import Place
from ui.kit.work_list import WorkList
from ui.requests.requests_page import RequestsPage


def desk_of(demo: DemoHome, folder: Path, name: str) -> Desk:
    """The demo store, opened by one of those who use it."""
    home = demo.copy_to(folder)
    store = next(home.stores_folder.glob("*.ehdesk"))
    users = keys.read(StorePaths(store).keys).users
    key = next(user.id for user in users if user.name == name)
    return open_desk(store, password=PASSWORD, user_id=key, clock=a_clock(), home=home)


def verbs(page: QWidget) -> set[str]:
    lists = page.findChildren(WorkList)
    return {row.line.verb for one in lists for row in one.rows} - {""}


def seen(page: QWidget) -> set[str]:
    return {one.text() for one in page.findChildren(Button) if one.isVisible()}


def menu(desk: Desk) -> set[str]:
    """What the menu of every open case offers."""
    found: set[str] = set()
    for key in desk.lists.case_ids(CaseFilter()).ids:
        groups = case_menu(desk.cases.get(key), desk, Asked().navigator)
        found |= {command.text for group in groups for command in group}
    return found


def test_a_reader_sees_everything_and_no_button_that_changes_it(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path
) -> None:
    desk = desk_of(demo_home, tmp_path / "home", "Rosa Penhaligon")
    for page in (
        TodayPage(desk, Asked().navigator),
        RequestsPage(desk, Asked().navigator),
    ):
        show(qtbot, page)
        page.refresh()
        assert verbs(page) <= {"Open record"}
        assert not seen(page) & {"New request", "Record a contact", "Step down from social care"}
    offered = {text for text in menu(desk) if not text.startswith("Print")}
    assert offered == {"Short-term work", "Duties of the lead practitioner"}, "pages that only read"
    cases = CasesPage(desk, Asked().navigator)
    show(qtbot, cases)
    cases.refresh()
    assert not seen(cases) & {"New request", "New assessment of our own", "Start a request"}
    desk.close()


def test_only_a_locality_officer_is_offered_a_decision(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path
) -> None:
    owen = desk_of(demo_home, tmp_path / "owen", "Owen Fairweather")
    page = RequestsPage(owen, Asked().navigator)
    show(qtbot, page)
    page.refresh()
    assert "Decide" not in verbs(page)
    assert "New request" in seen(page)
    assert "Record a contact" in menu(owen)
    owen.close()
    lena = desk_of(demo_home, tmp_path / "lena", "Lena Applegarth")
    page = RequestsPage(lena, Asked().navigator)
    show(qtbot, page)
    page.refresh()
    assert "Decide" in verbs(page)
    lena.close()


def test_a_hub_coordinator_may_ring_about_a_child_and_print_but_not_work(
    demo_home: DemoHome, tmp_path: Path
) -> None:
    desk = desk_of(demo_home, tmp_path / "home", "Hari Bellweather")
    offered = menu(desk)
    assert desk.pack.say("Refer to the {das.full}") in offered
    assert not offered & {"Record a contact", "Close the case", "Record a step"}
    desk.close()


def test_today_shows_each_the_work_that_is_theirs(qtbot: QtBot, desk: Desk) -> None:
    waits, hub = a_journey(desk, 4), a_journey(desk, 5)
    waits.send(3)
    hub.send(9)
    hub.accept(7, "eha")
    a_plan(desk)
    for role, expected, not_expected in (
        (Role.LOCALITY_OFFICER, {"Decide"}, {"Open the hub"}),
        (Role.HUB_COORDINATOR, {"Open the hub", "Fill in page"}, {"Decide", "Open review"}),
        (Role.PRACTITIONER, {"Fill in page"}, {"Decide", "Open the hub"}),
    ):
        page = TodayPage(colleague(desk, f"One {role}", role), Asked().navigator)
        show(qtbot, page)
        page.refresh()
        assert expected <= verbs(page), role
        assert not not_expected & verbs(page), role


def test_whoever_runs_the_hub_goes_to_it_from_today(qtbot: QtBot, desk: Desk) -> None:
    go = a_journey(desk, 5)
    go.send(9)
    go.accept(7, "eha")
    go.on(0)
    hari, asked = colleague(desk, "Hari Hub", Role.HUB_COORDINATOR), Asked()
    page = TodayPage(hari, asked.navigator)
    show(qtbot, page)
    page.refresh()
    row = next(row for row in page.list.rows if row.line.verb == "Open the hub")
    assert row.verb is not None
    row.verb.click()
    assert asked.last == Place("hub", case_id=go.case_id)
