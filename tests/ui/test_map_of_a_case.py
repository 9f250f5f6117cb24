"""The map of a family in each state, in the real window and for each person who looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from ehdesk.domain.case import Case
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.pathway import State
from ehdesk.domain.pathway_map import PLACES
from tests.desks import DemoHome, colleague
from tests.ui.case_pages import listening
from tests.ui.map_rules import is_whole
from tests.ui.window import open_application, unlock
from ui.app.pages import PAGES
from ui.cases.map_nodes import open_node
from ui.cases.pathway_card import PathwayCard
from ui.kit.navigation import Place
from ui.theme import theme

NODES = [place.code for place in PLACES]


class EveryState(DemoHome):
    """As many of the demo's families as have a case in each state."""

    FAMILIES = 27


@pytest.fixture(scope="module")
def every_state(tmp_path_factory: pytest.TempPathFactory) -> EveryState:
    return EveryState(tmp_path_factory.mktemp("every-state"))


@pytest.fixture
def all_desk(every_state: EveryState, tmp_path: Path) -> Iterator[Desk]:
    desk = every_state.desk(tmp_path / "home")
    yield desk
    desk.close()


def cases_of(desk: Desk) -> dict[State, Case]:
    """A case in each state."""
    found: dict[State, Case] = {}
    for closed in (False, True):
        for line in desk.lists.case_lines(desk.lists.case_ids(CaseFilter(closed=closed)).ids):
            case = desk.cases.get(line.case_id)
            found.setdefault(case.state, case)
    assert set(found) == set(State)
    return found


def places_of(desk: Desk, case: Case) -> dict[str, Place | None]:
    """What each node of a case's map opens; None where it only says that there is nothing."""
    found: dict[str, Place | None] = {}
    for node in NODES:
        navigator, asked = listening()
        open_node(node, case, desk, navigator)
        assert len(asked.places) + len(asked.said) == 1, node
        found[node] = asked.last if asked.places else None
    return found


def written(desk: Desk, cases: dict[State, Case]) -> list[object]:
    return [(desk.cases.changes(one.id), desk.cases.get(one.id).records) for one in cases.values()]


@pytest.mark.parametrize(
    "roles",
    [
        (Role.PRACTITIONER,),
        (Role.READER,),
        (Role.HUB_COORDINATOR,),
        (Role.PRACTITIONER, Role.MANAGER, Role.LOCALITY_OFFICER, Role.HUB_COORDINATOR),
    ],
    ids=["practitioner", "reader", "hub", "all"],
)
def test_every_node_opens_for_everybody_and_nothing_is_begun_by_looking(
    all_desk: Desk, qtbot: QtBot, roles: tuple[Role, ...]
) -> None:
    cases = cases_of(all_desk)
    desk = colleague(all_desk, "Lou Looker", *roles)
    before = written(desk, cases)
    places: set[Place] = set()
    for case in cases.values():
        reached = desk.cases.map_facts(case)
        for node, place in places_of(desk, case).items():
            if node in reached.dates and node != "safeguarding":
                assert place is not None, (case.state, node)
                assert place.kind in ("wizard", "case", "short_work", "hub"), (case.state, node)
            if place is not None:
                places.add(place)
    for place in places:
        navigator, asked = listening()
        page = PAGES[place.kind](desk, navigator, **place.params)
        navigator.setParent(page)
        qtbot.addWidget(page)
        page.refresh()
        page.left()
        assert not asked.errors, place
    assert written(desk, cases) == before


def test_nodes_open_the_record_of_what_happened_there(all_desk: Desk) -> None:
    cases = cases_of(all_desk)

    def form_at(state: State, node: str) -> str:
        place = places_of(all_desk, cases[state])[node]
        assert place is not None
        assert place.kind == "wizard"
        key: UUID = place.params["record_id"]
        return next(record.form for record in cases[state].records if record.id == key)

    assert form_at(State.DRAFT, "request") == "request"
    assert form_at(State.ACCEPTED, "checks") == "decision"
    assert form_at(State.SIGNPOSTED, "below_threshold") == "decision"
    assert form_at(State.TWELVE_WEEKS, "accepted") == "decision"
    assert form_at(State.JOINED, "assessment") == "decision"
    assert form_at(State.MASP, "masp") == "masp"
    assert form_at(State.CLOSED, "close") == "closure"
    plan, masp = cases[State.PLAN], places_of(all_desk, cases[State.MASP])
    assert masp["resources"] == Place("step", case_id=cases[State.MASP].id, move="panel")
    assert masp["close"] == Place("step", case_id=cases[State.MASP].id, move="closure")
    assert masp["twelve_weeks"] is None
    assert places_of(all_desk, plan)["review"] == Place("case", case_id=plan.id, tab="reviews")


@pytest.mark.parametrize(
    ("scheme", "text", "wide", "tall"),
    [
        ("light", 150, 1366, 768),
        ("light", 100, 1366, 768),
        ("dark", 100, 1440, 900),
    ],
)
def test_the_map_of_every_state_is_whole_in_the_window(
    every_state: EveryState,
    tmp_path: Path,
    qtbot: QtBot,
    scheme: str,
    text: int,
    wide: int,
    tall: int,
) -> None:
    application = open_application(qtbot, every_state.copy_to(tmp_path / "home"))
    frame = unlock(qtbot, application)
    theme().set_scheme(scheme)
    theme().set_text_size(text)
    application.window.resize(wide, tall)
    assert (application.window.width(), application.window.height()) == (wide, tall)
    for state, case in cases_of(frame.desk).items():
        frame.navigator.open_case(case.id)
        card = shown_card(qtbot, application.window)
        whole = card.map.widget().rect()
        assert card.map.viewport().width() >= whole.width(), (state, "nothing scrolls sideways")
        is_whole(card.map.drawn, card.map.width())
        for node in card.map.drawn.nodes:
            button = card.map.node(node.code)
            assert whole.contains(button.geometry()), (state, node.code)
            words = f"{node.title}, {SAID[node.state]}"
            assert button.accessibleName().startswith(words), button.accessibleName()
        if state is State.PLAN:
            the_keyboard_comes_to_every_node(card)


SAID = {
    "done": "done",
    "current": "now",
    "could_be_next": "could be next",
    "not_taken": "not taken",
    "exit": "way out",
}


def shown_card(qtbot: QtBot, window: object) -> PathwayCard:
    QApplication.processEvents()
    cards = [one for one in window.findChildren(PathwayCard) if one.isVisible()]  # type: ignore[attr-defined]
    assert len(cards) == 1
    card: PathwayCard = cards[0]
    qtbot.waitUntil(lambda: card.map.viewport().height() >= card.map.widget().height() > 0)
    return card


def the_keyboard_comes_to_every_node(card: PathwayCard) -> None:
    """From where the family is, by arrow keys alone, and each is seen whole when it has it."""
    waiting, been = ["review"], set[str]()
    while waiting:
        code = waiting.pop()
        been.add(code)
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            card.map.node(code).setFocus()
            QTest.keyClick(card.map.node(code), key)
            here = next(node for node in NODES if card.map.node(node).hasFocus())
            button = card.map.node(here)
            QApplication.processEvents()
            if here != code:
                assert button.visibleRegion().boundingRect() == button.rect(), here
            if here not in been:
                waiting.append(here)
    assert been == set(NODES)
