"""The timeline of a real case."""

from __future__ import annotations

from ehdesk.desk import Desk
from ehdesk.domain.chronology import chronology
from tests.desks import a_journey


def test_a_plan_that_is_reviewed_stays_one_stretch_of_the_pathway(desk: Desk) -> None:
    go = a_journey(desk, 0)
    go.send(200)
    go.decide(196, "eha")
    go.assess(180)
    go.first_taf(170)
    go.meet(110)
    go.review(85)
    go.on(0)
    entries = [e for e in desk.cases.timeline(go.case) if e.lane == "pathway"]
    assert [e.label for e in entries if e.happened].count("Plan and review") == 1
    (following,) = [e for e in entries if not e.happened]
    assert following.title == "Next: review 2, then decide"


def test_each_thing_that_happened_has_a_key_of_its_own(desk: Desk) -> None:
    go = a_journey(desk, 0)
    go.send(200)
    go.decide(196, "eha")
    go.assess(180)
    go.first_taf(170)
    go.review(85, up=0)
    go.refer_to_panel(60)
    go.panel_decides(46, "susd")
    go.on(0)
    keys = [entry.key for entry in desk.cases.timeline(go.case)]
    assert len(set(keys)) == len(keys)
    told = chronology(go.case, desk.pack, desk.clock.today())
    assert len({event.key for event in told}) == len(told)
