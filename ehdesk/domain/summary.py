"""A case as one line of a list: where it is, what is next, by when, who leads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.due import whose
from ehdesk.domain.obligations import Obligation, obligations
from ehdesk.domain.pathway import TRACK, State, state_words
from ehdesk.kernel.dates import say_day_month


@dataclass(frozen=True)
class Child:
    """Enough of a child to name it in a list; the age is worked out on the day it is read."""

    first_name: str
    born: date | None


@dataclass(frozen=True)
class Summary:
    """What lists keep of a case. Nothing in it depends on today's date."""

    case_id: UUID
    reference: str
    open: bool
    state: State
    route: str
    worker_id: UUID | None
    family: str
    children: tuple[Child, ...]
    lead: str
    where: str
    track: int
    track_words: str
    opened_on: date
    closed_on: date | None
    obligations: tuple[Obligation, ...]
    """Each says whose it is."""
    search: str

    @property
    def next(self) -> Obligation | None:
        return self.obligations[0] if self.obligations else None


def summarise(case: Case, pack: Pack) -> Summary:
    """The line of the case, with everything that is due for it."""
    return Summary(
        case_id=case.id,
        reference=case.reference,
        open=case.is_open,
        state=case.state,
        route=case.route,
        worker_id=case.worker_id,
        family=case.family.title,
        children=tuple(Child(c.first_name, c.date_of_birth) for c in case.children),
        lead=case.lead,
        where=state_words(case.state, pack),
        track=TRACK[case.state],
        track_words=_track_words(case, pack),
        opened_on=case.opened_on,
        closed_on=case.closed_on,
        obligations=tuple(
            replace(one, for_user=whose(one, case)) for one in obligations(case, pack)
        ),
        search=_search(case),
    )


def _track_words(case: Case, pack: Pack) -> str:
    match case.state:
        case State.DRAFT:
            return "Draft"
        case State.RETURNED:
            return "Sent back"
        case State.SENT:
            return "Decision"
        case State.ACCEPTED:
            return "Checks"
        case State.HUB:
            return "Allocation"
        case State.ASSESSING:
            return "Assessment"
        case State.PLAN if case.held_reviews:
            return f"Review {len(case.held_reviews)}"
        case State.PLAN:
            return pack.say("After {taf} {number}", number=len(case.held_meetings))
        case State.UNDER_SIX_WEEKS | State.TWELVE_WEEKS:
            start = case.step_on("accept_under_6_weeks", "accept_twelve_weeks")
            return f"Since {say_day_month(start, start)}" if start else ""
        case State.MASP:
            return "Panel"
        case State.DAS:
            return "Safeguarding"
        case _:
            return "Ended"


def _search(case: Case) -> str:
    """Everything a list is searched by, folded: names, address, reference."""
    parts = [case.reference, case.family.name, case.family.address, case.family.postcode]
    parts += [person.full_name for person in case.people]
    return " ".join(part for part in parts if part).casefold()
