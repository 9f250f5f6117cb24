"""Moves along the pathway: the one place where a case changes its state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.access import Deed
from ehdesk.domain.access import may as may_do
from ehdesk.domain.case import Case
from ehdesk.domain.due_sharing import DECIDES
from ehdesk.domain.guards import reasons_against
from ehdesk.domain.moves import OF_THEIR_OWN
from ehdesk.domain.pathway import FINAL, MOVES, Move, State, may, move_title, moves_from
from ehdesk.domain.user import User
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.services.das_referrals import note_answer, note_referral
from ehdesk.services.drafts import drop_draft
from ehdesk.services.service import Service, open_case_row
from ehdesk.store.access import Session
from ehdesk.store.queries.hub import free_slot_of
from ehdesk.store.queries.steps import next_step_number, pauses_that_run
from ehdesk.store.tables.cases import CaseRow, StepRow


def make_move(
    session: Session,
    case: CaseRow,
    code: str,
    *,
    on: date,
    user: User,
    clock: Clock,
    pack: Pack,
    reason: str = "",
    record_id: UUID | None = None,
) -> None:
    """Record the move and put the case into its new state. A move that answers the duty service's
    last word closes that referral too.

    :raises NotAllowed: when the pathway has no such move from here.
    """
    move = MOVES[code]
    if move.starts and not may(code, State(case.state)):
        raise NotAllowed(
            f"“{move_title(code, pack)}” cannot follow from here",
            "The case has moved on since this page was opened.",
            "Open the case again to see where it is.",
        )
    before = case.state if move.starts else ""
    after = move.leads_to(before)
    session.add(
        StepRow(
            case_id=case.id,
            number=next_step_number(session, case.id),
            move=code,
            from_state=before,
            to_state=after.value,
            happened_on=on,
            recorded_at=clock.now(),
            user_id=user.id,
            reason=reason,
            record_id=record_id,
        )
    )
    if code in DECIDES and case.referrer_told_on is not None and case.referrer_told_on >= on:
        # They were told on this day or later, but of what was recorded before.
        case.referrer_told_on = None
    if before == State.DAS and after is not State.DAS:
        note_answer(session, case.id, on, reason or move_title(code, pack))
    if after in FINAL or after is State.RETURNED:
        free_slot_of(session, case.id)
    if case.state != after.value:
        case.state = after.value
        if after in FINAL:
            case.closed_on = on
            for pause in pauses_that_run(session, case.id):
                pause.ended_on = on


def refuse_future(on: date, clock: Clock) -> None:
    """:raises EhdeskError: for a day that has not come."""
    if on > clock.today():
        raise EhdeskError("That day has not come yet", "", "Enter today's date or an earlier one.")


def refuse_before_last_step(on: date, case: Case, pack: Pack) -> None:
    """:raises EhdeskError: for a day before the last step: due dates count from these days."""
    last = max((step.happened_on for step in case.steps), default=on)
    if on < last:
        raise EhdeskError(
            "That day is before the last step of this case",
            f"“{move_title(case.steps[-1].move, pack)}” came last.",
            "Enter that day or a later one.",
        )


def told_to_das(reason: str, who_took_it: str) -> str:
    """What the step to the duty service (DAS) says: what they were told, and who took the call."""
    said = reason.strip()
    return f"{said if said[-1:] in tuple('.!?') else said + '.'} Taken by {who_took_it.strip()}."


class StepService(Service):
    """Moves that need no form of their own: a date and a reason."""

    def possible(self, case: Case) -> tuple[Move, ...]:
        """The moves that may be recorded now with a date and a reason, in the authority's words;
        none for somebody who may record no step."""
        if not may_do(self._user.access, Deed.RECORD_STEP):
            return ()
        return tuple(
            replace(move, title=move_title(move.code, self._pack))
            for move in moves_from(case.state)
            if not move.by_forms
            and move.code not in OF_THEIR_OWN
            and not reasons_against(move.code, case, self._pack)
        )

    def record(self, case_id: UUID, code: str, *, on: date, reason: str, draft: str = "") -> None:
        """Record one of the possible moves.

        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises EhdeskError: without a reason, or with a day that has not come.
        :raises NotAllowed: when the pathway or a rule says no, naming it.
        """
        self._allow(Deed.RECORD_STEP)
        if not reason.strip():
            raise EhdeskError("Say why", "Each step is recorded with its reason.", "Enter why.")
        refuse_future(on, self._clock)
        case = self._load(case_id)
        move = MOVES.get(code)
        if move is None or move.by_forms or code in OF_THEIR_OWN:
            raise NotAllowed("That step is made by filling in its form")
        against = reasons_against(code, case, self._pack)
        if against:
            raise NotAllowed(move_title(code, self._pack), " ".join(against))
        refuse_before_last_step(on, case, self._pack)
        with self._access.changing(move_title(code, self._pack)) as session:
            if code == "refer_to_das":
                note_referral(session, case_id, on, said=reason.strip())
            drop_draft(session, case_id, self._user, draft)
            make_move(
                session,
                open_case_row(session, case_id),
                code,
                on=on,
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                reason=reason.strip(),
            )
