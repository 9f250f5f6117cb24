"""What the lists show: Today, Requests, Cases, Reviews, Meetings and the sidebar."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from ehdesk.domain.lists import (
    CaseCounts,
    CaseFilter,
    CaseLine,
    Counts,
    DoneLine,
    DueItem,
    MeetingLine,
    ReviewLine,
    Today,
)
from ehdesk.domain.pathway import State
from ehdesk.services.service import Service
from ehdesk.store.queries import ahead, lists
from ehdesk.store.queries.lists import CaseIds

DRAFTS_SHOWN = 6
MEETINGS_SHOWN = 100
"""Of those held; the older ones are on their case's page."""


class ListService(Service):
    """Reads only, each with a fixed number of selects."""

    def today(self, *, everyone: bool = True) -> Today:
        """What is due, grouped as the Today page shows it.

        :param everyone: also what is allocated to colleagues of this store.
        """
        today = self._clock.today()
        sunday = today + timedelta(days=6 - today.weekday())
        worker = None if everyone else self._user.id
        with self._access.reading() as connection:
            due = lists.due_items(connection, max(sunday, today + timedelta(days=6)), worker)
            drafts = lists.drafts(connection, None if everyone else self._user.id, DRAFTS_SHOWN)
            requests = lists.waiting_requests(connection)
            following = lists.next_due_after(connection, sunday)
        return Today(
            overdue=tuple(item for item in due if item.due and item.due < today),
            due_today=tuple(item for item in due if item.due == today),
            waiting=tuple(item for item in due if item.due is None),
            this_week=tuple(item for item in due if item.due and today < item.due <= sunday),
            drafts=drafts,
            requests=tuple(line for line in requests if line.state != State.DRAFT.value),
            week=_week(due, today),
            following=following,
        )

    def counts(self) -> Counts:
        with self._access.reading() as connection:
            return lists.counts(connection, self._clock.today(), None)

    def pinned(self) -> tuple[CaseLine, ...]:
        with self._access.reading() as connection:
            return lists.pinned(connection)

    def requests(self) -> tuple[CaseLine, ...]:
        """Requests waiting for a decision, then those still being written."""
        with self._access.reading() as connection:
            return lists.waiting_requests(connection)

    def reviews(self) -> tuple[CaseLine, ...]:
        """Cases with a plan, the review that is due first on top."""
        wanted = CaseFilter(states=(State.PLAN.value,))
        with self._access.reading() as connection:
            return lists.case_lines(connection, lists.case_ids(connection, wanted).ids)

    def next_reviews(self) -> tuple[ReviewLine, ...]:
        """The next review of every case with a plan, the one that is due first on top."""
        with self._access.reading() as connection:
            return ahead.review_lines(connection)

    def meetings(self) -> tuple[MeetingLine, ...]:
        """TAF meetings to come, soonest first, then those held last, newest first."""
        with self._access.reading() as connection:
            planned = ahead.meetings_planned(connection)
            return planned + ahead.meetings_held(connection, MEETINGS_SHOWN)

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

    def case_lines(self, ids: tuple[UUID, ...]) -> tuple[CaseLine, ...]:
        with self._access.reading() as connection:
            return lists.case_lines(connection, ids)

    def case_id(self, reference: str) -> UUID | None:
        """The key of the case with that reference."""
        with self._access.reading() as connection:
            return lists.case_by_reference(connection, reference)


def _week(due: tuple[DueItem, ...], today: date) -> tuple[tuple[date, int], ...]:
    """The working week of today, with how many things are due each day."""
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=n) for n in range(5)]
    return tuple((day, sum(item.due == day for item in due)) for day in days)
