"""A time in which less happens than was agreed: begun with a reason and an end, and ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.guards import reasons_against
from ehdesk.kernel.dates import say_full_date
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.kernel.ids import new_id
from ehdesk.services.drafts import drop_draft
from ehdesk.services.service import Service, open_case_row
from ehdesk.services.steps import make_move, refuse_before_last_step
from ehdesk.store.access import Session
from ehdesk.store.queries.steps import pauses_that_run
from ehdesk.store.tables.pathway import PauseRow

Faults = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PauseWanted:
    """Until when, and why."""

    until: date | None
    reason: str


class PauseService(Service):
    """Pausing and going on. The clocks of the case run on: what is due says that it is paused."""

    def faults(self, wanted: PauseWanted) -> Faults:
        """What still has to be said, as (field, words) pairs."""
        today = self._clock.today()
        latest = self._pack.clock("pause").after(today)
        found = []
        if wanted.until is None or wanted.until <= today:
            found.append(("until", "Enter a day that is still to come"))
        elif wanted.until > latest:
            words = f"Enter a day up to {say_full_date(latest)}; a longer pause is looked at again"
            found.append(("until", words))
        if not wanted.reason.strip():
            found.append(("reason", "Enter why it is paused"))
        return tuple(found)

    def pause(self, case_id: UUID, wanted: PauseWanted, *, draft: str = "") -> None:
        """Pause the case from today. One that is paused already gets a fresh reason and a new day.

        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises EhdeskError: when something is missing, or it is longer than the pack allows.
        :raises NotAllowed: when the case cannot be paused: it has ended, or a child's safety is
            being looked at.
        """
        self._allow(Deed.WORK)
        faults = self.faults(wanted)
        if faults or wanted.until is None:
            raise EhdeskError("This cannot be recorded yet", "", faults[0][1])
        case = self._may(case_id, "paused")
        today = self._clock.today()
        with self._access.changing("Pause the case") as session:
            drop_draft(session, case_id, self._user, draft)
            self._end_running(session, case_id)
            session.add(
                PauseRow(
                    id=new_id(),
                    case_id=case_id,
                    starts_on=today,
                    until=wanted.until,
                    reason=wanted.reason.strip(),
                    user_id=self._user.id,
                )
            )
            self._move(session, case, "paused", wanted.reason.strip())

    def resume(self, case_id: UUID, reason: str = "", *, draft: str = "") -> None:
        """The case goes on.

        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises NotAllowed: when it is not paused.
        """
        self._allow(Deed.WORK)
        case = self._may(case_id, "resumed")
        with self._access.changing("Go on after a pause") as session:
            drop_draft(session, case_id, self._user, draft)
            self._end_running(session, case_id)
            self._move(session, case, "resumed", reason.strip() or "The pause is over.")

    def _may(self, case_id: UUID, move: str) -> Case:
        case = self._load(case_id)
        against = reasons_against(move, case, self._pack)
        if against:
            raise NotAllowed("This is not possible now", " ".join(against))
        refuse_before_last_step(self._clock.today(), case, self._pack)
        return case

    def _end_running(self, session: Session, case_id: UUID) -> None:
        for row in pauses_that_run(session, case_id):
            row.ended_on = self._clock.today()

    def _move(self, session: Session, case: Case, move: str, reason: str) -> None:
        make_move(
            session,
            open_case_row(session, case.id),
            move,
            on=self._clock.today(),
            user=self._user,
            clock=self._clock,
            pack=self._pack,
            reason=reason,
        )
