"""Every state and every move of the table, made through the services that people use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest

from ehdesk.demo import side_roads as road
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import FINAL, MOVES, OPEN, State
from tests.desks import a_journey, new_desk

MARLSHIRE = Path(__file__).resolve().parent.parent / "packs" / "marlshire"


@dataclass
class Seen:
    """What was seen on the way: the moves, the states, and open states with nothing to do next."""

    moves: set[str] = field(default_factory=set)
    states: set[State] = field(default_factory=set)
    stuck: list[str] = field(default_factory=list)
    ended: list[Case] = field(default_factory=list)

    def look(self, desk: Desk, case_id: UUID) -> Case:
        """Take in where a case is now."""
        case = desk.cases.get(case_id)
        self.moves |= {step.move for step in case.steps}
        self.states.add(case.state)
        (line,) = desk.lists.case_lines([case.id])
        if case.is_open and not line.next_step:
            self.stuck.append(f"{case.state} after {case.steps[-1].move}")
        if not case.is_open:
            self.ended.append(case)
        return case


class Way:
    """A family on its way, looked at after each thing that happens."""

    def __init__(self, desk: Desk, seen: Seen, family: int = 3) -> None:
        self.desk, self.seen = desk, seen
        self.go: Journey = a_journey(desk, family)
        self.day = 400

    def next(self) -> int:
        """Two days later."""
        self.day -= 2
        self.go.on(self.day)
        return self.day

    def is_now(self, state: State) -> None:
        case = self.seen.look(self.desk, self.go.case_id)
        assert case.state is state, case.steps[-1]

    def by_das(self, back: str, state: State) -> None:
        """To the duty service and back again."""
        road.ring_das(self.go, self.next(), "A bruise.", meanwhile="waits")
        self.is_now(State.DAS)
        self.go.move(self.next(), back, "No further action.")
        self.is_now(state)
        referral = self.go.case.das_referral
        assert referral is not None
        assert (referral.meanwhile, referral.answer) == ("waits", "No further action.")

    def plan(self, route: str = "eha") -> None:
        """A request that became a plan."""
        self.go.send(self.next())
        self.go.decide(self.next(), route)
        self.go.assess(self.next())
        self.go.first_taf(self.next())
        self.is_now(State.PLAN)

    def panel(self, *answers: str, state: State) -> None:
        self.go.refer_to_panel(self.next())
        self.is_now(State.MASP)
        self.go.panel_decides(self.next(), *answers)
        self.is_now(state)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = new_desk(tmp_path_factory.mktemp("moves"))
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def seen(office: Desk, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """All the roads walked, in one store; the last in an authority that has no hub."""
    found = Seen()
    for walk in (
        _the_whole_road,
        _short_work,
        _short_work_that_grows,
        _answers_of_the_front_door,
        _joining,
        _social_care,
        _the_panel,
    ):
        walk(office, found)
    assert office.check() == ()
    other = new_desk(tmp_path_factory.mktemp("marlshire"), authority=MARLSHIRE)
    way = Way(other, found)
    way.go.send(way.next())
    way.go.decide(way.next(), "eha")
    way.is_now(State.ASSESSING)
    other.close()
    return found


def _the_whole_road(desk: Desk, seen: Seen) -> None:
    way = Way(desk, seen)
    go = way.go
    go.begin(way.next())
    way.is_now(State.DRAFT)
    way.by_das("back_to_draft", State.DRAFT)
    go.complete_request()
    go.record_sent()
    way.is_now(State.SENT)
    way.by_das("back_to_request", State.SENT)
    go.decide_otherwise(way.next(), "returned")
    way.is_now(State.RETURNED)
    way.by_das("back_to_returned", State.RETURNED)
    go.send_again(way.next())
    go.accept(way.next(), "eha", checks_first=True)
    way.is_now(State.ACCEPTED)
    way.by_das("back_to_accepted", State.ACCEPTED)
    go.accept(way.next(), "eha")
    way.is_now(State.HUB)
    way.by_das("back_to_hub", State.HUB)
    way.next()
    go.hub_decides("defer")
    way.is_now(State.HUB)
    way.next()
    go.hub_decides("allocate")
    way.is_now(State.ASSESSING)
    way.by_das("back_to_assessment", State.ASSESSING)
    go.assess(way.next())
    go.first_taf(way.next())
    way.by_das("back_to_plan", State.PLAN)
    go.meet(way.next())
    go.review(way.next())
    road.hand_over(go, way.next())
    way.is_now(State.PLAN)
    road.pause(go, way.next(), -way.day + 20, "The family is away.")
    way.is_now(State.PLAN)
    way.next()
    desk.pauses.resume(go.case_id)
    go.refer_to_panel(way.next())
    way.by_das("back_to_panel", State.MASP)
    go.panel_decides(way.next(), "deferred")
    way.is_now(State.MASP)
    go.panel_decides(way.next(), "advice")
    go.close(way.next())
    way.is_now(State.CLOSED)
    road.follow_up(go, way.next())
    way.is_now(State.CLOSED)
    go.begin_again(way.next())
    way.is_now(State.DRAFT)
    go.withdraw(way.next(), "The family has changed its mind.")
    way.is_now(State.WITHDRAWN)


def _short_work(desk: Desk, seen: Seen) -> None:
    way = Way(desk, seen, 4)
    way.go.send(way.next())
    way.go.decide(way.next(), "under_6_weeks")
    way.is_now(State.UNDER_SIX_WEEKS)
    way.by_das("back_to_under_6_weeks", State.UNDER_SIX_WEEKS)
    way.go.review_short_work(way.next(), "signpost")
    way.is_now(State.UNDER_SIX_WEEKS)
    way.go.close(way.next())
    way.is_now(State.CLOSED)


def _short_work_that_grows(desk: Desk, seen: Seen) -> None:
    way = Way(desk, seen, 5)
    way.go.send(way.next())
    way.go.decide(way.next(), "twelve_weeks")
    way.is_now(State.TWELVE_WEEKS)
    way.by_das("back_to_twelve_weeks", State.TWELVE_WEEKS)
    way.go.review_short_work(way.next(), "escalate")
    way.is_now(State.ASSESSING)


def _answers_of_the_front_door(desk: Desk, seen: Seen) -> None:
    for what, state in (("not_met", State.SIGNPOSTED), ("advised", State.ADVISED)):
        way = Way(desk, seen, 6)
        way.go.send(way.next())
        way.go.decide_otherwise(way.next(), what)
        way.is_now(state)
    way = Way(desk, seen, 7)
    way.go.begin(way.next())
    way.go.send_at_risk("Afraid to go home.")
    way.go.ring_das("Afraid to go home.")
    way.go.move(way.next(), "taken_by_das", "A social worker has the family.")
    way.is_now(State.CLOSED)


def _joining(desk: Desk, seen: Seen) -> None:
    for by_hub in (False, True):
        way = Way(desk, seen, 8 + by_hub)
        road.own_assessment(way.go, way.next())
        way.day -= 6
        way.is_now(State.ASSESSING)
        own = road.ask_within_it(way.go, way.next())
        if by_hub:
            way.go.accept(way.next(), "eha")
            way.next()
            way.go.hub_decides("join", outcome__joins=str(own))
        else:
            road.joined(way.go, way.next(), own)
        way.is_now(State.JOINED)


def _social_care(desk: Desk, seen: Seen) -> None:
    way = Way(desk, seen, 1)
    way.go.step_down(way.next())
    way.is_now(State.ASSESSING)
    way.go.assess(way.next())
    way.go.first_taf(way.next())
    way.go.move(way.next(), "social_care_told", "The social worker knows.")
    way.go.step_up(way.next())
    way.is_now(State.DAS)


def _the_panel(desk: Desk, seen: Seen) -> None:
    way = Way(desk, seen, 2)
    way.plan()
    way.panel("susd", state=State.PLAN)
    way.panel("step_up", state=State.MASP)
    way.go.panel_decides(way.next(), "close")
    way.is_now(State.MASP)


def test_every_move_can_be_made_through_the_services(seen: Seen) -> None:
    assert set(MOVES) - seen.moves == set()


def test_every_state_can_be_reached_through_the_services(seen: Seen) -> None:
    assert set(State) - seen.states == set()


def test_nobody_is_left_in_an_open_state_with_nothing_to_do_next(seen: Seen) -> None:
    assert seen.stuck == []


def test_every_ended_case_says_when_it_ended_and_by_whom(seen: Seen) -> None:
    assert {case.state for case in seen.ended} == FINAL
    for case in seen.ended:
        last = next(step for step in reversed(case.steps) if step.to_state != step.from_state)
        assert (case.closed_on, last.to_state) == (last.happened_on, case.state)
        assert last.by == "Anita Rowe"


def test_no_open_state_is_a_dead_end_in_the_table() -> None:
    for state in OPEN:
        assert any(state in m.starts and m.leads_to(state) is not state for m in MOVES.values())
