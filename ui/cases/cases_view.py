"""What somebody chose to see of the cases, and the filter that this means today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID
from weakref import WeakKeyDictionary

from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.lists import CaseFilter
from ehdesk.domain.pathway import FINAL, State

ANY = ""

WHERE = (
    (ANY, "Anywhere"),
    ("request", "Request"),
    ("das", "With the {das.full}"),
    ("under_6_weeks", "{under_6_weeks.work}"),
    ("twelve_weeks", "{twelve_weeks.work}"),
    ("eha", "{eha.name}"),
    ("masp", "{masp}"),
)
"""Read through ``pack.say``."""
WHERE_CLOSED = (
    (ANY, "However it ended"),
    ("closed", "Closed"),
    ("signposted", "Signposted or advised"),
    ("joined", "Joined another assessment"),
    ("withdrawn", "Withdrawn"),
)
STATUS = (
    (ANY, "Any status"),
    ("overdue", "Overdue"),
    ("today", "Due today"),
    ("on_track", "On track"),
    ("for_us", "Waiting for us"),
    ("on_others", "Waiting on others"),
)
DUE = ((ANY, "Any time"), ("7", "7 days"), ("30", "30 days"), ("60", "60 days"))
SCOPES = {"mine": "My cases", "all": "All open cases", "closed": "Closed cases"}
ORDERS = (("due", "Next due"), ("family", "Family name"), ("opened", "Newest first"))

_STATES = {
    "request": (State.DRAFT, State.SENT, State.RETURNED, State.ACCEPTED, State.HUB),
    "das": (State.DAS,),
    "under_6_weeks": (State.UNDER_SIX_WEEKS,),
    "twelve_weeks": (State.TWELVE_WEEKS,),
    "eha": (State.ASSESSING, State.PLAN),
    "masp": (State.MASP,),
    "closed": (State.CLOSED,),
    "signposted": (State.SIGNPOSTED, State.ADVISED),
    "joined": (State.JOINED,),
    "withdrawn": (State.WITHDRAWN,),
}
ON_OTHERS = frozenset({State.DAS, State.MASP})
"""Where the next word is somebody else's."""


@dataclass(frozen=True)
class CasesView:
    """``scope`` is mine, all or closed; the rest are values of the lists above."""

    scope: str = "mine"
    text: str = ""
    where: str = ANY
    status: str = ANY
    due: str = ANY
    order: str = "due"

    @property
    def narrows(self) -> int:
        """How many filters are on."""
        return sum(map(bool, (self.text.strip(), self.where, self.status, self.due)))

    def cleared(self) -> CasesView:
        """The same without any filter."""
        return replace(self, text="", where=ANY, status=ANY, due=ANY)

    def as_filter(self, today: date, user: UUID) -> CaseFilter:
        """What to ask the store for."""
        first, last = self._between(today)
        return CaseFilter(
            text=self.text,
            closed=self.scope == "closed",
            worker=user if self.scope == "mine" else None,
            states=self._states(),
            due_from=first,
            due_until=last,
            waiting=self.status in ("for_us", "on_others"),
            order="opened" if self.scope == "closed" and self.order == "due" else self.order,
        )

    def told(self, pack: Pack) -> str:
        """What is chosen, in words: ``My cases, MASP, overdue, next due first``."""
        places = WHERE_CLOSED if self.scope == "closed" else WHERE
        due = dict(DUE)[self.due] if self.due else ""
        parts = (
            SCOPES[self.scope],
            f"“{self.text.strip()}”" if self.text.strip() else "",
            pack.say(dict(places).get(self.where, "")) if self.where else "",
            dict(STATUS)[self.status].lower() if self.status else "",
            f"due within {due}" if due else "",
        )
        return ", ".join(part for part in parts if part)

    def _states(self) -> tuple[str, ...]:
        found = set(_STATES.get(self.where, frozenset(State) - FINAL))
        if self.scope == "closed":
            found = set(_STATES.get(self.where, FINAL))
        if self.status == "for_us":
            found -= ON_OTHERS
        elif self.status == "on_others":
            found &= ON_OTHERS
        if not self.where and self.status not in ("for_us", "on_others"):
            return ()
        # A state that no case has: two filters that leave nothing over match nothing.
        return tuple(sorted(state.value for state in found)) or ("none",)

    def _between(self, today: date) -> tuple[date | None, date | None]:
        """The first and last day that both the status and the due filter leave."""
        day = timedelta(days=1)
        first, last = {
            "overdue": (None, today - day),
            "today": (today, today),
            "on_track": (today + day, None),
        }.get(self.status, (None, None))
        if self.due:
            until = today + int(self.due) * day
            last = until if last is None else min(last, until)
        return first, last


_kept: WeakKeyDictionary[Desk, CasesView] = WeakKeyDictionary()


def kept_view(desk: Desk) -> CasesView:
    """What was chosen last while this desk was open; at first my cases, next due first."""
    return _kept.get(desk, CasesView())


def keep_view(desk: Desk, view: CasesView) -> None:
    """Remember it until the desk is closed. It is never written down."""
    _kept[desk] = view
