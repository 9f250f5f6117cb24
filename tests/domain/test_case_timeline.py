"""The timeline of a real case."""

from __future__ import annotations

from ehdesk.desk import Desk
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
