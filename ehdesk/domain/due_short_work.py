"""What is due while short work goes on, without a Team Around the Family.

Leaflet: work undertaken, then review and action: closure, signpost or escalate.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.due import Obligation
from ehdesk.domain.pathway import State
from ehdesk.domain.records import Record
from ehdesk.forms.checks import iso_date

ENDS = frozenset({"close", "signpost"})
"""What a review of short work decides when the closure form follows."""


def short_work(case: Case, pack: Pack) -> Iterator[Obligation]:
    """The end of the work, or what its review decided."""
    last = last_short_review(case)
    action = str(last.answers.get("next.action") or "") if last else ""
    if action in ENDS:
        if case.draft("closure") is None:
            yield Obligation(
                "close",
                "Fill in the closure form",
                "decided at the review of the work",
                "A case closes with its closure form",
                waiting_since=case.step_on("short_reviewed"),
            )
        return
    quick = case.road_state is State.UNDER_SIX_WEEKS
    who = case.worker or "not allocated"
    work = "{under_6_weeks.work}, {who}" if quick else "{twelve_weeks.work}, {who}"
    why = (
        "Work kept by {ehdas} ends within {under_6_weeks.length}"
        if quick
        else "Short-term work lasts {twelve_weeks.length}"
    )
    yield Obligation(
        "end_short_work",
        "Close, signpost or move up" if quick else "Review and act: close, signpost or move up",
        pack.say(work, who=who),
        pack.say(why if action != "go_on" else "The review of the work set this day"),
        due=short_work_ends(case, pack),
    )


def short_work_ends(case: Case, pack: Pack) -> date:
    """The last day of the work: so long after it began, or the day that its review set."""
    last = last_short_review(case)
    if last is not None and last.answers.get("next.action") == "go_on":
        until = iso_date(last.answers.get("next.until"))
        if until is not None:
            return until
    route = "under_6_weeks" if case.road_state is State.UNDER_SIX_WEEKS else "twelve_weeks"
    return pack.clock(route).after(case.step_on(f"accept_{route}") or case.opened_on)


def last_short_review(case: Case) -> Record | None:
    """The newest review of the work."""
    return next(iter(reversed(case.finished("short_review"))), None)
