"""What a node of the pathway map opens. Looking begins nothing and writes nothing."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import State
from ehdesk.domain.pathway_map import texts_of
from ehdesk.domain.short_work import SHORT_WORK
from ui.kit.navigation import Navigator, Place

_TABS: Final = MappingProxyType(
    {"assessment": "assessment", "first_taf": "meetings", "review": "reviews"}
)
_RECORDS: Final = MappingProxyType(
    {
        "request": ("request", "step_down"),
        "accepted": ("decision",),
        "checks": ("decision",),
        "below_threshold": ("decision",),
        "under_six_weeks": ("decision",),
        "twelve_weeks": ("decision",),
        "hub": ("hub_decision", "decision"),
        "assessment": ("hub_decision", "decision"),
        "work_no_taf": ("short_review", "closure"),
        "masp": ("masp",),
        "resources": ("panel",),
        "close": ("closure",),
    }
)
"""The forms that tell of a node, the one that tells most first."""

_STEPS: Final = MappingProxyType(
    {
        "accepted": "decision",
        "checks": "decision",
        "below_threshold": "decision",
        "under_six_weeks": "decision",
        "twelve_weeks": "decision",
        "masp": "masp",
        "resources": "panel",
        "close": "closure",
    }
)
"""The step by which a case comes to a node, as the page that records steps calls it."""


def open_node(node: str, case: Case, desk: Desk, navigator: Navigator) -> None:
    """Open what belongs to a node of the pathway map: its record, its tab, or for whoever may take
    it the page on which the step to it is recorded. Where there is nothing yet it says so."""
    place = _place_of(node, case, desk)
    if place is None:
        title = texts_of(desk.pack)[node].title
        navigator.say(f"{title}: nothing is recorded there.")
    else:
        navigator.go(place)


def _place_of(node: str, case: Case, desk: Desk) -> Place | None:
    if node == "safeguarding":
        return _safeguarding(case, desk)
    if node in _TABS and case.state is not State.JOINED:
        return Place("case", case_id=case.id, tab=_TABS[node])
    facts = desk.cases.map_facts(case)
    is_here = node == facts.current
    if case.state in SHORT_WORK and (is_here or node == "work_no_taf"):
        return Place("short_work", case_id=case.id)
    if is_here and case.state is State.HUB and desk.may(Deed.RUN_HUB):
        return Place("hub", case_id=case.id)
    if is_here or node in facts.dates:
        return _record(node, case)
    return _begun(node, case, desk) or _step(node, case, desk)


def _safeguarding(case: Case, desk: Desk) -> Place:
    """The call that waits for its answer, the calls there were, or the number to ring."""
    if case.state is State.DAS and desk.may(Deed.RECORD_STEP):
        return Place("das_answer", case_id=case.id)
    if case.das_referrals:
        return Place("case", case_id=case.id, tab="timeline")
    return Place("das", case_id=case.id)


def _record(node: str, case: Case) -> Place | None:
    """The newest record of a node that was reached."""
    for form in _RECORDS.get(node, ()):
        finished = case.finished(form)
        found = finished[-1] if finished else case.draft(form)
        if found is not None:
            return Place("wizard", record_id=found.id)
    return None


def _begun(node: str, case: Case, desk: Desk) -> Place | None:
    """The form of a step that somebody has begun; what the front door writes is theirs."""
    code = _STEPS.get(node, "")
    draft = case.draft(code) if code else None
    if draft is None:
        return None
    if code == "decision":
        return Place("decide", case_id=case.id) if desk.may(Deed.DECIDE) else None
    return Place("wizard", record_id=draft.id)


def _step(node: str, case: Case, desk: Desk) -> Place | None:
    code = _STEPS.get(node, "")
    offered = {form.code for form in desk.case_forms.offered(case)}
    return Place("step", case_id=case.id, move=code) if code in offered else None
