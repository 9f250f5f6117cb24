"""Makes the demo store: families at every end and stage of the pathway."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import permutations
from pathlib import Path
from random import Random

from ehdesk.authority.pack import Pack
from ehdesk.demo import side_roads as road
from ehdesk.demo.advice import take_calls
from ehdesk.demo.colleagues import PEOPLE, add_colleagues, oversee, share_the_work, write_beside
from ehdesk.demo.families import LAST_NAMES, STORIES, TILBROOK, MadeUpFamily, invented
from ehdesk.demo.fitting import here, one_of
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk, NewStore, create_desk
from ehdesk.domain.access import Role
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.pathway import State
from ehdesk.kernel.clock import LONDON, Clock, SetClock
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.home import Home
from ehdesk.kernel.passphrase import STANDARD, Cost
from ehdesk.services.packs import Packs
from ehdesk.store.passwords import problem, suggest

AUTHORITY = "leicester"
STORE = "Demo locality"
USER = "Anita Rowe"
PINNED = ("Tilbrook", "Vadgama", "Osman")


@dataclass(frozen=True)
class Demo:
    """The store that was made and how to open it."""

    store: str
    user: str
    password: str
    password_was_invented: bool
    families: int
    others: tuple[tuple[str, str], ...] = ()
    """The others who use it, with the same password: name and role."""


def make_demo(
    home: Home,
    *,
    families: int | None = None,
    seed: int = 1,
    password: str | None = None,
    clock: Clock,
    cost: Cost = STANDARD,
    authority: str | Path = "",
) -> Demo:
    """Make the store ``Demo locality`` under ``home`` with that many invented families; without a
    number one for each road there is.

    :raises EhdeskError: when there is one already; it is never overwritten.
    """
    families = len(PATHWAY) if families is None else families
    if families < 1:
        raise EhdeskError("A demo needs at least one family", "", "Give --families 1 or more.")
    home.make()
    secret = password or suggest()
    moving = SetClock(clock.now())
    packs = Packs(home)
    code = packs.add(authority) if isinstance(authority, Path) else authority or AUTHORITY
    desk, _recovery = create_desk(
        home.stores_folder,
        _new_store(code, packs.open(code).pack, secret),
        clock=moving,
        home=home,
        cost=cost,
    )
    try:
        _fill(desk, moving, clock.today(), families, Random(seed))  # noqa: S311 (no secret)
        # A password that would not do for a real store is taken for the demo's first user alone.
        people = () if problem(secret, (STORE,)) else PEOPLE
        if people:
            colleagues = add_colleagues(desk, secret)
            share_the_work(desk, colleagues[Role.PRACTITIONER], moving, clock.today())
            oversee(desk, colleagues[Role.MANAGER], moving, clock.today())
            moving.move_to(datetime.combine(clock.today(), time(8, 12), LONDON))
    except BaseException:
        desk.close()
        shutil.rmtree(desk.store.paths.folder, ignore_errors=True)
        raise
    desk.close()
    others = tuple((name, role.words) for name, _job, role in people)
    return Demo(STORE, USER, secret, password is None, families, others)


def _new_store(code: str, pack: Pack, password: str) -> NewStore:
    """The store of somebody who works for this authority."""
    cluster = one_of("west", [one.code for one in pack.clusters if one.usable])
    role = one_of("sfsf", [one.code for one in pack.roles if one.usable])
    return NewStore(
        name=STORE,
        authority=code,
        user=USER,
        password=password,
        role=next(one.short for one in pack.roles if one.code == role),
        agency=f"{pack.term('early_help').title()}, {pack.label('clusters', cluster)}",
        phone=here("0116 496 0142", pack),
        email="anita.rowe@demo-locality.example",
        cluster=cluster,
    )


_WRITTEN_BESIDE = 2  # the family of the short-term work
Story = Callable[[Journey], None]


def _fill(desk: Desk, clock: SetClock, today: date, families: int, random: Random) -> None:
    needs = tuple(need.code for need in desk.pack.needs if need.usable)
    told = (TILBROOK, *STORIES)
    names = list(permutations(LAST_NAMES, 2))
    random.shuffle(names)
    for number in range(families):
        name = "-".join(names[number % len(names)])
        family: MadeUpFamily = (
            told[number] if number < len(told) else invented(number, name, random, needs)
        )
        story = PATHWAY[number % len(PATHWAY)]
        go = Journey(desk, clock, today, family)
        story(go)
        if number == _WRITTEN_BESIDE:
            clock.move_to(datetime.combine(today - timedelta(days=1), time(16, 5), LONDON))
            write_beside(go, desk, today)
    take_calls(desk, clock, today)
    clock.move_to(datetime.combine(today, time(8, 12), LONDON))
    for name in PINNED:
        for case_id in desk.lists.case_ids(CaseFilter(text=name)).ids:
            desk.cases.set_pinned(case_id, True)


def _plan_on_track(go: Journey) -> None:
    go.send(203)
    go.decide(199, "eha")
    go.contact(190, "visit", "Met everyone at home.")
    go.assess(175)
    go.ask_consent_again(167)
    go.first_taf(166, next_days_ago=110, last_due=0)
    go.contact(140, "call", "The gate plan works on most days.")
    go.meet(110, next_days_ago=5)
    go.review(56)
    go.do_actions(40)
    go.contact(30, "call", "Happy with the new gate plan, tired.")
    go.meet(5, next_days_ago=-28)
    go.contact(3, "visit", "Brought the lamp for homework.")


def _review_overdue(go: Journey) -> None:
    go.send(290)
    go.decide(286, "eha")
    go.assess(270)
    go.first_taf(260, next_days_ago=182, last_due=-9)
    go.review(182)
    road.held_in_the_holidays(go, 140, "The family worker rings on Tuesdays.")
    go.do_actions(120)
    go.review(99, up=1)


def _twelve_weeks(go: Journey) -> None:
    go.send(70)
    go.decide(63, "twelve_weeks")
    go.contact(40, "visit", "Filled in the housing forms together.")
    go.contact(12, "call", "The council has the forms.")


def _closing(go: Journey) -> None:
    go.send(184)
    go.decide(182, "eha")
    go.assess(176)
    go.first_taf(170, next_days_ago=85, last_due=20)
    go.meet(85, next_days_ago=0)
    go.review(85, up=4)
    go.do_actions(12)
    go.review(4, up=1, decision="close")
    go.begin_closing(1)


def _waiting(go: Journey) -> None:
    go.send(1)
    go.begin_checks(0, 1)


def _first_review_soon(go: Journey) -> None:
    go.send(120)
    go.decide(116, "eha")
    go.assess(100)
    go.first_taf(89, next_days_ago=-3, last_due=4)
    go.do_actions(50)


def _assessing(go: Journey) -> None:
    go.send(40)
    go.decide(33, "eha")
    go.go_to_the_hub(30)
    go.contact(20, "visit", "Drew with the children.")
    go.assess(1, done=9, areas=2)


def _closed(go: Journey) -> None:
    go.send(120)
    go.decide(117, "twelve_weeks", to="Dev Mistry")
    go.contact(60, "visit", "Settled at the club.")
    go.close(33)


def _under_six_weeks(go: Journey) -> None:
    go.send(25)
    go.decide(22, "under_6_weeks")
    go.contact(10, "call", "Bedtime chart started.")


def _panel(go: Journey) -> None:
    go.send(250)
    go.decide(246, "eha")
    go.assess(230)
    go.first_taf(220, next_days_ago=133, last_due=60)
    go.review(133, up=0)
    go.review(46, up=0, decision="masp")
    go.refer_to_panel(40, panel_in=42)
    go.do_actions(30)


def _draft(go: Journey) -> None:
    go.begin(2)


def _withdrawn(go: Journey) -> None:
    go.send(16)
    go.withdraw(12, "The family would like to try the school's own group first.")


def _signposted(go: Journey) -> None:
    go.send(20)
    go.turn_down(18)


def _safeguarding(go: Journey) -> None:
    go.begin(6)
    go.send_at_risk("Bruises, and afraid to go home.")
    go.ring_das("Bruises, and afraid to go home.")


def _to_the_panel(go: Journey) -> None:
    go.send(250)
    go.decide(246, "eha")
    go.assess(230)
    go.first_taf(220, next_days_ago=133, last_due=60)
    go.review(133, up=0)
    go.review(76, up=-1, decision="masp")
    go.refer_to_panel(70)


def _panel_decided(go: Journey) -> None:
    _to_the_panel(go)
    go.panel_decides(50, "susd", "new_agency")
    go.meet(38)
    go.do_actions(35)
    go.contact(30, "visit", "The evening worker has begun.")


def _stepped_up(go: Journey) -> None:
    _to_the_panel(go)
    go.do_actions(30)
    go.panel_decides(20, "step_up")
    go.step_up(4)


def _stepped_down(go: Journey) -> None:
    go.step_down(20)
    go.contact(14, "visit", "With the social worker. Everyone was in.")


def _closed_after_a_plan(go: Journey) -> None:
    go.send(330)
    go.decide(326, "eha")
    go.assess(310)
    go.first_taf(300, next_days_ago=215, last_due=200)
    go.review(210)
    go.do_actions(150)
    go.review(120, up=3, decision="close")
    go.close(110)


def _sent_back(go: Journey) -> None:
    go.send(12)
    go.decide_otherwise(8, "returned")


def _sent_again(go: Journey) -> None:
    go.send(14)
    go.decide_otherwise(9, "no_consent")
    go.send_again(4)


def _accepted(go: Journey) -> None:
    go.send(6)
    go.accept(3, "twelve_weeks", checks_first=True)


def _at_the_hub(go: Journey) -> None:
    go.send(24)
    road.wait_for_the_hub(go, 18, meets_in=6)


def _not_ready_for_the_hub(go: Journey) -> None:
    go.send(15)
    road.wait_for_the_hub(go, 11)


def _put_off_by_the_hub(go: Journey) -> None:
    go.send(33)
    road.wait_for_the_hub(go, 29)
    if go.case.state is State.HUB:
        go.go_to_the_hub(25)
        road.put_off(go, 9, 5)


def _advised(go: Journey) -> None:
    go.send(19)
    go.decide_otherwise(17, "advised")


def _own_assessment(go: Journey) -> None:
    road.own_assessment(go, 74)
    go.first_taf(60, next_days_ago=-9, last_due=-20)
    go.do_actions(20)


def _joined(go: Journey) -> None:
    road.own_assessment(go, 96)
    go.first_taf(82, next_days_ago=-4, last_due=-12)
    go.do_actions(45)
    own = road.ask_within_it(go, 30)
    road.joined(go, 24, own)


def _begun_again(go: Journey) -> None:
    go.send(330)
    go.decide(325, "twelve_weeks")
    go.close(250)
    road.follow_up(go, 66)
    go.begin_again(6)


def _escalated(go: Journey) -> None:
    go.send(60)
    go.decide(57, "under_6_weeks")
    go.contact(40, "visit", "Nights are hard for all three.")
    go.review_short_work(22, "escalate")


def _goes_on_for_longer(go: Journey) -> None:
    go.send(96)
    go.decide(92, "twelve_weeks")
    go.contact(50, "visit", "The club has a place for both.")
    go.review_short_work(10, "go_on")


def _short_work_done(go: Journey) -> None:
    go.send(52)
    go.decide(48, "under_6_weeks")
    go.contact(30, "visit", "The chart by the bed works.")
    go.review_short_work(5, "signpost")


def _paused(go: Journey) -> None:
    go.send(150)
    go.decide(146, "eha")
    go.assess(130)
    go.first_taf(120, next_days_ago=20, last_due=-5)
    go.review(40)
    go.do_actions(30)
    road.pause(go, 12, 15, "The family is with a grandmother abroad.")


def _handed_over(go: Journey) -> None:
    go.send(118)
    go.decide(114, "eha")
    go.assess(100)
    go.first_taf(88, next_days_ago=-14, last_due=-30)
    go.do_actions(40)
    road.hand_over(go, 7)


def _worry_meanwhile(go: Journey) -> None:
    go.send(140)
    go.decide(136, "eha")
    go.assess(120)
    go.first_taf(78, next_days_ago=-10, last_due=-25)
    go.do_actions(30)
    road.ring_das(go, 2, "A bruise, and two stories about it.", meanwhile="goes_on")


def _wants_to_stop(go: Journey) -> None:
    go.send(130)
    go.decide(126, "eha")
    go.assess(110)
    go.first_taf(70, next_days_ago=-12, last_due=-28)
    go.do_actions(30)
    road.withdraw_consent(go, 4)


def _moved_away(go: Journey) -> None:
    go.send(170)
    go.decide(166, "eha")
    go.assess(150)
    go.first_taf(140, next_days_ago=60, last_due=50)
    go.review(60)
    moved = one_of("MO", [r.code for r in go.desk.pack.closure_reasons if r.moved_away])
    day = go.on(14).isoformat()
    road.close_for(
        go,
        14,
        moved,
        moved_to="Another county, in August.",
        receiving_told="yes",
        receiving_told_on=day,
        handed_on=day,
    )


def _drew_back(go: Journey) -> None:
    go.send(210)
    go.decide(206, "eha")
    go.assess(190)
    go.first_taf(180, next_days_ago=100, last_due=90)
    go.review(95, up=0)
    road.nobody_in(go, 70, 62, 50)
    drew_back = one_of("DE", [r.code for r in go.desk.pack.closure_reasons if r.masp_first])
    road.close_for(
        go,
        28,
        drew_back,
        attempts="Three visits and a letter.",
        masp_asked="considered",
        masp="The panel had nothing to add while the family would not meet.",
    )


def _taken_on(go: Journey) -> None:
    go.begin(16)
    go.send_at_risk("Not safe at home, says the oldest.")
    go.ring_das("Not safe at home, says the oldest.")
    go.move(11, "taken_by_das", "A social worker has the family now.")


def _two_plans(go: Journey) -> None:
    go.begin(46)
    go.complete_request()
    road.with_ehc_plan(go)
    go.record_sent()
    go.decide(42, "eha")
    go.assess(9)


PATHWAY: tuple[Story, ...] = (
    _plan_on_track,
    _review_overdue,
    _twelve_weeks,
    _closing,
    _waiting,
    _first_review_soon,
    _assessing,
    _closed,
    _under_six_weeks,
    _panel,
    _draft,
    _withdrawn,
    _signposted,
    _safeguarding,
    _panel_decided,
    _stepped_up,
    _stepped_down,
    _closed_after_a_plan,
    _sent_back,
    _sent_again,
    _accepted,
    _at_the_hub,
    _not_ready_for_the_hub,
    _put_off_by_the_hub,
    _advised,
    _own_assessment,
    _joined,
    _begun_again,
    _escalated,
    _goes_on_for_longer,
    _short_work_done,
    _paused,
    _handed_over,
    _worry_meanwhile,
    _wants_to_stop,
    _moved_away,
    _drew_back,
    _taken_on,
    _two_plans,
)
"""A family for each state and each road, in the order they are made."""
