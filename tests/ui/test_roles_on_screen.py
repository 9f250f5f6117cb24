"""A screen shows a control only to whoever may use it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ehdesk.desk import Desk, open_desk
from ehdesk.domain.access import Deed, Role
from ehdesk.domain.lists import CaseFilter
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.store import keys
from ehdesk.store.paths import StorePaths
from tests.desks import PASSWORD, DemoHome, a_clock, a_journey, a_plan, colleague
from tests.ui.asked import Asked
from tests.ui.case_pages import family, show
from tests.ui.page_kinds import kinds_without_a_case
from ui.app.pages import PAGES
from ui.app.sidebar import places_for
from ui.cases.case_menu import case_menu
from ui.cases.case_page import TABS
from ui.cases.cases_page import CasesPage
from ui.home.today_page import TodayPage
from ui.home.today_scope import keep_scope
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.navigation import Page, Place
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


EVERYONE = (
    "Owen Fairweather",
    "Ruth Hallam",
    "Lena Applegarth",
    "Hari Bellweather",
    "Rosa Penhaligon",
)
"""One of each role in the demo store."""
BEGUN_BY_THE_WINDOW = {
    "new_request": Deed.BEGIN_CASE,
    "new_step_down": Deed.BEGIN_CASE,
    "new_own_assessment": Deed.BEGIN_CASE,
    "record_contact": Deed.WORK,
}
"""Places that are no page: the window does something and goes on from there."""
TAKES_AWAY = re.compile(r"Save|Print$|Print (the|list)")
"""The words of what takes something out of the store; "Print: Plan" opens what can be read."""
READ_BY_ALL = frozenset({"case", "wizard", "print", "cases", "requests"})
"""Pages that whoever may read may open, so that they need not be made for each button."""
FAMILIES = {"Tilbrook": TABS, "Brennan": TABS[:1], "Petrescu": TABS[:1], "Chikwanha": TABS[:1]}
"""With a plan, waiting for a decision, in short work, closed; and which tabs of them."""


def pages_without_a_case(desk: Desk) -> list[str]:
    """Every line of the sidebar, and every page that belongs to no case and may be reached."""
    lines = [kind for kind, _name, _icon in places_for(desk)]
    behind = {
        "oversight": Deed.SIGN_OFF,
        "reports": Deed.SEE_REPORTS,
        "report_paper": Deed.SEE_REPORTS,
        "users": Deed.MANAGE_PEOPLE,
        "user": Deed.MANAGE_PEOPLE,
        "terms": Deed.MANAGE_PEOPLE,
        "hub": Deed.RUN_HUB,
    }
    others = [k for k in kinds_without_a_case() if k not in behind or desk.may(behind[k])]
    return list(dict.fromkeys((*lines, *others)))


def press_everything(page: Page, asked: Asked, desk: Desk, done: set[str]) -> list[str]:
    """Press each button on show and run each command, and open where it leads; what was refused.

    :param done: the words of what was pressed already, which is not pressed again.
    """
    refused: list[str] = []

    def tried(words: str, press: Callable[[], object]) -> None:
        takes_away = bool(TAKES_AWAY.match(words))
        if takes_away and desk.may(Deed.TAKE_PAPER):
            return  # it would print
        before = len(asked.places)
        with capture_exceptions() as raised:
            try:
                press()
                for place in asked.places[before:]:
                    deed = BEGUN_BY_THE_WINDOW.get(place.kind)
                    if deed is not None:
                        assert desk.may(deed), f"{words}: {place.kind}"
                    elif place.kind in PAGES and place.kind not in READ_BY_ALL:
                        opened = PAGES[place.kind](desk, asked.navigator, **place.params)
                        opened.refresh()
                        opened.left()
                        opened.deleteLater()
            except (NotAllowed, AssertionError) as problem:
                refused.append(f"{words}: {problem}")
            except LookupError:
                pass  # a question in a window of its own: nobody answers it here
        if takes_away and len(asked.places) == before:
            refused.append(f"{words}: takes something away")
        for kind, problem, _traceback in raised:
            if issubclass(kind, NotAllowed):
                refused.append(f"{words}: {problem}")
            elif not issubclass(kind, EhdeskError | LookupError):
                raise problem

    for button in page.findChildren(QAbstractButton):
        if not isValid(button) or not button.isVisible() or not button.isEnabled():
            continue
        words = button.text() or type(button).__name__
        if words not in done:
            done.add(words)
            tried(words, button.click)
    for command in page.commands():
        if command.text not in done:
            done.add(command.text)
            tried(command.text, command.run)
    return refused


@pytest.mark.parametrize("name", EVERYONE)
def test_no_page_offers_what_the_service_refuses(
    qtbot: QtBot,
    demo_home: DemoHome,
    tmp_path: Path,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ask, "answers", [])
    desk = desk_of(demo_home, tmp_path / "home", name)
    keep_scope(desk, everyone=True)
    places = [Place(kind) for kind in pages_without_a_case(desk)]
    for family_name, tabs in FAMILIES.items():
        key = family(desk, family_name)
        places += [Place("case", case_id=key, tab=tab) for tab, _words in tabs]
    refused = []
    done: set[str] = set()
    for place in places:
        asked = Asked()
        if place.params.get("tab", "overview") == "overview":
            done = set()  # the head and the menu of a case are the same on its other tabs
        page = PAGES[place.kind](desk, asked.navigator, **place.params)
        page.refresh()
        window = show(qtbot, page)
        refused += [f"{place}: {one}" for one in press_everything(page, asked, desk, done)]
        page.left()
        window.close()
    desk.close()
    assert "\n".join(refused) == ""


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
        page.scope.button("everyone").click()
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
