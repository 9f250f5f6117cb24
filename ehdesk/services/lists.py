"""What the lists show: Today, Requests, Cases, Reviews, Meetings and the sidebar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from ehdesk.domain.access import Deed, may
from ehdesk.domain.due import HUB
from ehdesk.domain.inbox import Inbox, SentLine
from ehdesk.domain.lists import (
    CaseCounts,
    CaseFilter,
    CaseLine,
    Counts,
    DoneLine,
    MeetingLine,
    ReviewLine,
    Today,
)
from ehdesk.domain.pathway import State
from ehdesk.services.service import Service
from ehdesk.store.queries import ahead, inbox, lists
from ehdesk.store.queries.lists import CaseIds, Whose

DRAFTS_SHOWN = 6
REQUESTS_SHOWN = 6
SHOWN = 200
"""How much of a group a page holds; beyond that it says how many more there are."""
INBOX_SHOWN = 60
"""Of each state of a request: the oldest."""
MEETINGS_SHOWN = 100
"""Of those held; the older ones are on their case's page."""


class ListService(Service):
    """Reads only, each with a fixed number of selects."""

    def today(self, *, everyone: bool = True, on: date | None = None) -> Today:
        """What is due, grouped as the Today page shows it.

        :param everyone: also what is allocated to colleagues of this store. Whoever runs the hub
            and works with no family sees what the hub has to do, and what is asked of them.
        :param on: another day than today.
        """
        today = on or self._clock.today()
        monday = today - timedelta(days=today.weekday())
        sunday = monday + timedelta(days=6)
        one_day = timedelta(days=1)
        whose = self._whose(everyone=everyone)
        with self._access.reading() as connection:
            groups = {
                "overdue": lists.due_between(connection, None, today - one_day, whose, SHOWN),
                "due_today": lists.due_between(connection, today, today, whose, SHOWN),
                "waiting": lists.waiting(connection, whose, SHOWN),
                "this_week": lists.due_between(connection, today + one_day, sunday, whose, SHOWN),
            }
            per_day = lists.due_by_day(connection, monday, sunday, whose)
            drafts = lists.drafts(connection, whose.user if whose else None, DRAFTS_SHOWN)
            requests = lists.waiting_requests(connection, REQUESTS_SHOWN)
            following = lists.next_due_after(connection, sunday, whose)
        return Today(
            overdue=groups["overdue"].items,
            due_today=groups["due_today"].items,
            waiting=groups["waiting"].items,
            this_week=groups["this_week"].items,
            totals={name: group.total for name, group in groups.items()},
            drafts=drafts,
            requests=tuple(line for line in requests if line.state != State.DRAFT.value),
            week=tuple(
                (day, per_day.get(day, 0)) for day in (monday + timedelta(days=n) for n in range(5))
            ),
            following=following,
        )

    def _whose(self, *, everyone: bool) -> Whose | None:
        roles = self._user.access
        if may(roles, Deed.RUN_HUB) and not may(roles, Deed.WORK):
            return Whose(self._user.id, HUB)
        return None if everyone else Whose(self._user.id)

    def counts(self) -> Counts:
        with self._access.reading() as connection:
            return lists.counts(connection, self._clock.today(), self._whose(everyone=True))

    def pinned(self) -> tuple[CaseLine, ...]:
        with self._access.reading() as connection:
            return lists.pinned(connection)

    def inbox(self) -> Inbox:
        """Requests that wait, of each state the oldest first; one statement."""
        with self._access.reading() as connection:
            return inbox.inbox(connection, INBOX_SHOWN)

    def requests_sent(self) -> tuple[SentLine, ...]:
        """The requests that the person at the screen began and sent, with what became of them; one
        statement."""
        with self._access.reading() as connection:
            return inbox.sent_by(connection, self._user.id, SHOWN)

    def reviews(self) -> tuple[CaseLine, ...]:
        """Cases with a plan, what is due first on top, and no more than a page holds."""
        wanted = CaseFilter(states=(State.PLAN.value,))
        with self._access.reading() as connection:
            return lists.case_lines(connection, lists.case_ids(connection, wanted).ids[:SHOWN])

    def next_reviews(self) -> tuple[ReviewLine, ...]:
        """The next reviews of cases with a plan, the one that is due first on top."""
        with self._access.reading() as connection:
            return ahead.review_lines(connection, SHOWN)

    def meetings(self) -> tuple[MeetingLine, ...]:
        """TAF meetings to come, soonest first, then those held last, newest first."""
        with self._access.reading() as connection:
            called = self._pack.short("taf")
            planned = ahead.meetings_planned(connection, SHOWN, called)
            return planned + ahead.meetings_held(connection, MEETINGS_SHOWN, called)

    def done_today(self) -> tuple[DoneLine, ...]:
        """Actions ticked off today."""
        with self._access.reading() as connection:
            return ahead.done_on(connection, self._clock.today())

    def case_counts(self) -> CaseCounts:
        """How many cases are mine, open, and closed."""
        with self._access.reading() as connection:
            return ahead.case_counts(connection, self._user.id)

    def case_ids(self, wanted: CaseFilter) -> CaseIds:
        with self._access.reading() as connection:
            return lists.case_ids(connection, wanted)

    def case_lines(self, ids: Sequence[UUID]) -> tuple[CaseLine, ...]:
        with self._access.reading() as connection:
            return lists.case_lines(connection, ids)

    def case_id(self, reference: str) -> UUID | None:
        """The key of the case with that reference."""
        with self._access.reading() as connection:
            return lists.case_by_reference(connection, reference)
