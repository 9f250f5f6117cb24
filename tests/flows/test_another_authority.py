"""Marlshire, an invented authority with other words, teams, limits and forms: nothing of the
program is changed for it, and nothing of Leicester shows."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ehdesk.cli import main
from ehdesk.demo.make import PATHWAY, USER, make_demo
from ehdesk.desk import Desk, open_desk
from ehdesk.domain.case import Case
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.pathway import State
from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.home import Home
from ehdesk.kernel.passphrase import QUICK
from tests.desks import PASSWORD, TODAY, a_clock, a_journey, new_desk
from tests.every_page import every_stop, prepare
from tests.flows.conftest import Opened
from tests.test_words_of_an_authority import OWN_WORDS
from tests.ui.window import unlock
from ui.app.desk_frame import DeskFrame
from ui.app.pages import PAGES
from ui.app.wizard_place import WizardPlace
from ui.kit.navigation import Place
from ui.kit.tasks import wait_for_tasks

MARLSHIRE = Path(__file__).resolve().parent.parent / "packs" / "marlshire"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The demo, made in Marlshire, with something for every page."""
    home = Home(tmp_path_factory.mktemp("marlshire"))
    make_demo(home, password=PASSWORD, clock=a_clock(), cost=QUICK, authority=MARLSHIRE)
    desk = opened(home)
    clock = desk.clock
    assert isinstance(clock, SetClock)
    prepare(desk, clock)
    desk.close()
    return home


def opened(home: Home) -> Desk:
    store = next(home.stores_folder.glob("*.ehdesk"))
    return open_desk(store, password=PASSWORD, clock=a_clock(), home=home)


def run(home: Home, *argv: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(
        ["--home", str(home.root), *argv],
        clock=a_clock(),
        environment={"EHDESK_PASSWORD": PASSWORD},
        out=out,
        err=err,
    )
    return code, out.getvalue(), err.getvalue()


def test_its_pack_and_its_forms_are_right(home: Home) -> None:
    assert run(home, "forms", "--check", str(MARLSHIRE)) == (0, "Every form is right\n", "")
    code, out, _err = run(home, "forms", "--pack", str(MARLSHIRE))
    assert code == 0
    assert "marlshire: Marlshire County Council" in out
    assert "  eha  Family Help assessment, version 1" in out


def test_every_family_of_the_demo_goes_its_way(home: Home) -> None:
    desk = opened(home)
    ids = [key for c in (False, True) for key in desk.lists.case_ids(CaseFilter(closed=c)).ids]
    cases = [desk.cases.get(key) for key in ids]
    assert len(cases) == len(PATHWAY) + 2, "one joins another, and one is begun again"
    assert {case.state for case in cases} == set(State) - {State.HUB}, "there is no hub here"
    assert desk.pack.code == "marlshire"
    assert desk.check() == ()
    desk.close()


def test_one_family_goes_from_the_first_question_to_the_closed_case(tmp_path: Path) -> None:
    desk = new_desk(tmp_path, authority=MARLSHIRE)
    go = a_journey(desk, 0)
    go.send(200)
    go.decide(196, "eha")
    go.assess(180)
    go.first_taf(170, next_days_ago=130)
    go.meet(130)
    go.review(128)
    go.review(90)
    go.do_actions(60)
    go.review(48, decision="close")
    go.close(40)
    go.on(0)
    case: Case = go.case
    assert case.state is State.CLOSED
    # The plan is looked at every 6 weeks here: the clock of the pack says so.
    assert [(r.was_due - s).days for r, s in zip(case.reviews[1:], _held(case), strict=False)] == [
        42,
        42,
    ]
    assert case.closure is not None
    assert case.closure.reason == "BETTER"
    assert desk.check() == ()
    for kind in ("family-plan", "closure"):
        assert desk.papers.build(kind, case.id).startswith(b"%PDF")
    assert desk.clock.today() == TODAY
    desk.close()


def _held(case: Case) -> list[object]:
    return [review.held_on for review in case.reviews]


def test_nothing_that_scripts_are_told_says_what_leicester_says(home: Home) -> None:
    code, out, err = run(home, "cases", "--json")
    assert (code, err) == (0, "")
    for line in json.loads(out):
        _code, told, _err = run(home, "show", line["reference"], "--json")
        assert not own_words(told), line["reference"]


def own_words(text: str) -> list[str]:
    found = (match.group() for match in OWN_WORDS.finditer(text))
    # How long something took is said in weeks and months anywhere.
    return sorted({word for word in found if not re.search(r"weeks?$|months?$", word)})


def words_on(widget: QWidget) -> Iterator[str]:
    """Everything that can be read or heard on a page."""
    root = QAccessible.queryAccessibleInterface(widget)
    yield from _spoken(root)


def _spoken(node: QAccessibleInterface) -> Iterator[str]:
    seen = node.object()
    if isinstance(seen, QWidget) and not seen.isVisible():
        return
    for part in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield node.text(part)
    for place in range(node.childCount()):
        child = node.child(place)
        if child is not None and child.isValid():
            yield from _spoken(child)


@pytest.mark.parametrize("part", ["pages", "cases", "forms"])
def test_no_page_of_the_window_says_what_leicester_says(
    qtbot: QtBot, home: Home, open_window: Callable[[Path], Opened], part: str
) -> None:
    application, me, _clock = open_window(home.root)
    frame = unlock(qtbot, application)

    def switch(who: str) -> DeskFrame:
        application.close_store()
        me.pick("Whose password is it?", who)
        return unlock(qtbot, application)

    walks = {"pages": lambda: _pages(frame, switch), "cases": lambda: _cases(frame)}
    said: dict[str, list[str]] = {}
    for name, page in walks.get(part, lambda: _forms(frame))():
        assert wait_for_tasks()
        QApplication.processEvents()
        found = own_words("\n".join(words_on(page)))
        if found:
            said[name] = found
    assert not said


Pages = Iterator[tuple[str, QWidget]]


def _pages(frame: DeskFrame, switch: Callable[[str], DeskFrame]) -> Pages:
    """Each of the table, as whoever it is for."""
    stops = every_stop(frame.desk)
    assert {*PAGES, "keys"} - {stop.place.kind for stop in stops} == {"hub", "hub_agenda"}
    now = USER
    for stop in stops:
        if stop.who != now:
            frame = switch(now := stop.who)
        yield from _at(frame, stop.name, stop.place)


def _cases(frame: DeskFrame) -> Pages:
    """The overview of a case in each state, and its next steps."""
    seen: set[State] = set()
    for case in _every_case(frame):
        if case.state in seen:
            continue
        seen.add(case.state)
        where = f"{case.reference} {case.state.value}"
        yield from _at(frame, where, Place("case", case_id=case.id, tab="overview"))
        if case.is_open:
            yield from _at(frame, f"{where}, step", Place("step", case_id=case.id, move=""))


def _forms(frame: DeskFrame) -> Pages:
    """The page and each step of each form, one being written where there is one."""
    drafts = sorted(
        ((r.finished_at is not None, r.form, r.id) for c in _every_case(frame) for r in c.records),
        key=lambda one: one[:2],
    )
    seen = set()
    for _finished, form, record in drafts:
        if form not in seen:
            seen.add(form)
            yield from _steps(frame, Place("wizard", record_id=record, steps=True))
    assert seen == {form.code for form in frame.desk.pack.forms}


def _every_case(frame: DeskFrame) -> list[Case]:
    lists, cases = frame.desk.lists, frame.desk.cases
    return [cases.get(k) for c in (False, True) for k in lists.case_ids(CaseFilter(closed=c)).ids]


def _at(frame: DeskFrame, name: str, place: Place) -> Pages:
    frame.navigator.go(place)
    page = frame.page
    assert page is not None
    assert type(page).__name__ != "TroublePage", name
    yield name, page


def _steps(frame: DeskFrame, place: Place) -> Pages:
    frame.navigator.go(place)
    page = frame.page
    assert isinstance(page, WizardPlace)
    for step in page.wizard.session.steps():
        page.wizard.go(step.key)
        yield f"{page.wizard.opened.form.code} {step.key}", page
    frame.navigator.back()
