"""Families at a point of their way on a given day, and what is due for them."""

from __future__ import annotations

from datetime import date, datetime, time

from ehdesk.demo.families import STORIES
from ehdesk.demo.journey import Journey
from ehdesk.desk import Desk
from ehdesk.domain.obligations import Obligation
from ehdesk.kernel.clock import LONDON, SetClock


def due(go: Journey, kind: str) -> list[Obligation]:
    return [one for one in go.desk.cases.obligations(go.case) if one.kind == kind]


def one(go: Journey, kind: str) -> Obligation:
    (found,) = due(go, kind)
    assert found.why
    return found


def journey_to(desk: Desk, today: date) -> Journey:
    """A family whose days are counted back from ``today``."""
    clock = desk.clock
    assert isinstance(clock, SetClock)
    clock.move_to(datetime.combine(today, time(10, 42), LONDON))
    return Journey(desk, clock, today, STORIES[2])


def a_plan_on(desk: Desk, agreed: date, today: date) -> Journey:
    go = journey_to(desk, today)
    days = (today - agreed).days
    go.send(days + 30)
    go.decide(days + 28, "eha")
    go.assess(days + 10)
    go.first_taf(days)
    go.on(0)
    return go
