"""What a node of the pathway map opens."""

from __future__ import annotations

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import State
from ehdesk.domain.short_work import SHORT_WORK
from ui.kit.navigation import Navigator, Place

_SHORT = frozenset({"under_six_weeks", "twelve_weeks", "work_no_taf"})
_DECIDED = frozenset({"under_six_weeks", "twelve_weeks", "below_threshold", "hub"})
"""Nodes that a decision leads to: its record says how, where they have none of their own."""


def open_node(node: str, case: Case, desk: Desk, navigator: Navigator) -> None:
    """Open what belongs to a node of the pathway map: its record, its tab, or the page on which
    the step to it is recorded.

    :raises EhdeskError: when the case has moved on in the meantime.
    """
    tabs = {"assessment": "assessment", "first_taf": "meetings", "review": "reviews"}
    records = {"request": "request", "accepted": "decision", "checks": "decision"}
    of_panel = {
        "masp": "masp",
        "resources": "panel",
        "hub": "hub_decision",
        "work_no_taf": "short_review",
    }
    if node in tabs:
        navigator.open_case(case.id, tabs[node])
    elif node in records:
        found = [record for record in case.records if record.form == records[node]]
        if node != "request" and case.state in (State.SENT, State.ACCEPTED):
            navigator.go(Place("decide", case_id=case.id))
        elif found:
            navigator.open_record(found[-1].id)
        else:
            navigator.say("This comes once the request is sent.")
    elif node in of_panel and case.finished(of_panel[node]):
        navigator.open_record(case.finished(of_panel[node])[-1].id)
    elif node == "close" and case.records:
        _open_closure(case, desk, navigator)
    elif node == "safeguarding" and case.state is State.DAS:
        navigator.go(Place("das_answer", case_id=case.id))
    elif node == "safeguarding" and not case.is_open and case.das_referrals:
        navigator.open_case(case.id, "timeline")
    elif node == "safeguarding":
        navigator.go(Place("das", case_id=case.id))
    elif node in _SHORT and case.state in SHORT_WORK:
        navigator.go(Place("short_work", case_id=case.id))
    elif node in _DECIDED and case.finished("decision"):
        navigator.open_record(case.finished("decision")[-1].id)
    elif case.is_open:
        navigator.go(Place("step", case_id=case.id, move=""))
    else:
        navigator.open_case(case.id, "record")


def _open_closure(case: Case, desk: Desk, navigator: Navigator) -> None:
    closing = [record for record in case.records if record.form == "closure"]
    if case.is_open:
        navigator.open_record(desk.closures.start(case.id))
    elif closing:
        navigator.open_record(closing[-1].id)
    else:
        navigator.open_case(case.id, "record")
