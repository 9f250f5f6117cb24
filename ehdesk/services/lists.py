"""What the lists show: Today, Requests, Cases, Reviews, Meetings and the sidebar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from ehdesk.domain.access import Deed, may
from ehdesk.domain.due import LOOKED_AFTER, OF_A_ROLE
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

    def today(self, *, everyone: bool = False, on: date | None = None) -> Today:
        """What is due for the person at the screen, grouped as the Today page shows it: what they
        have, what is for their role, and families that nobody has.

        :param everyone: also what is for colleagues of this store. A reader has nothing of their
            own and reads it all.
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
            user = whose.user if whose else None
            drafts, all_drafts = lists.drafts(connection, user, DRAFTS_SHOWN)
            requests = lists.waiting_requests(connection, REQUESTS_SHOWN)
            following = lists.next_due_after(connection, sunday, whose)
        return Today(
            overdue=groups["overdue"].items,
            due_today=groups["due_today"].items,
            waiting=groups["waiting"].items,
            this_week=groups["this_week"].items,
            totals={name: group.total for name, group in groups.items()},
            drafts=drafts,
            all_drafts=all_drafts,
            requests=tuple(line for line in requests if line.state != State.DRAFT.value),
            week=tuple(
                (day, per_day.get(day, 0)) for day in (monday + timedelta(days=n) for n in range(5))
            ),
            following=following,
        )

    def is_shared(self) -> bool:
        """Whether Today is anybody else's as well: several people use this store, and the one at
        the screen has work of their own in it."""
        with self._access.reading() as connection:
            return may(self._user.access, Deed.FILL_IN) and lists.how_many_use_it(connection) > 1

    def _whose(self, *, everyone: bool) -> Whose | None:
        roles = self._user.access
        if everyone or not may(roles, Deed.FILL_IN):
            return None
        return Whose(
            self._user.id,
            frozenset(
                kind for deed, kinds in LOOKED_AFTER.items() if may(roles, deed) for kind in kinds
            ),
            frozenset(kind for kind, deed in OF_A_ROLE.items() if may(roles, deed)),
            works=may(roles, Deed.WORK),
        )

    def counts(self, *, everyone: bool = False) -> Counts:
        """The numbers beside the sidebar's names; what is due of ``everyone`` or of the person at
        the screen, as in ``today``."""
        with self._access.reading() as connection:
            return lists.counts(connection, self._clock.today(), self._whose(everyone=everyone))

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
