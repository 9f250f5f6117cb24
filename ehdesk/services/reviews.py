"""Reviews of the plan, as often as the pack says (leaflet; schools' page: every 3 months)."""

from __future__ import annotations

from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.decided import REASSESSES
from ehdesk.domain.guards import reasons_against
from ehdesk.domain.review_days import last_looked_at, next_review_due
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.kernel.ids import new_id
from ehdesk.services.first_answers import first_answers
from ehdesk.services.forms import begin_record, finish_record, pack_form
from ehdesk.services.service import Service, case_row, record_row
from ehdesk.services.steps import make_move
from ehdesk.store.queries.steps import next_review_number
from ehdesk.store.tables.work import ReviewRow


class ReviewService(Service):
    """Looking at the plan again: then and now."""

    def start(self, case_id: UUID) -> UUID:
        """The key of the review's form: one begun earlier, or a new review dated today.

        :raises NotAllowed: when there is no plan to review.
        """
        self._allow(Deed.WORK)
        case = self._load(case_id)
        begun = case.draft("review")
        if begun is not None:
            return begun.id
        due = next_review_due(case, self._pack)
        if due is None or reasons_against("review", case, self._pack):
            raise NotAllowed(
                "There is no plan to review",
                self._pack.say(
                    "The first {taf} meeting makes the plan, and its review clock starts then."
                ),
                self._pack.say("Hold the first {taf} meeting."),
            )
        today = self._clock.today()
        with self._access.changing("Begin a review") as session:
            review = ReviewRow(
                id=new_id(),
                case_id=case_id,
                number=next_review_number(session, case_id),
                held_on=today,
                was_due=due,
                next_due=self._pack.clock("review").after(today),
            )
            session.add(review)
            session.flush()
            return begin_record(
                session,
                case_row(session, case_id),
                pack_form(self._pack, "review"),
                user=self._user,
                clock=self._clock,
                subject_id=review.id,
                answers=first_answers("review", case, self._pack, self._user, today),
            ).id

    def finish(self, record_id: UUID) -> str:
        """The review was held; gives back what was decided, a code of the list.

        :raises EhdeskError: without the day, with a day that has not come or is before the plan
            was last looked at, without a decision, or with a next review that is not after this
            one or later than the pack allows and no reason for it.
        """
        self._allow(Deed.WORK)
        with self._access.reading_rows() as reading:
            case = self._load(record_row(reading, record_id).case_id)
        with self._access.changing("Record the review") as session:
            record = record_row(session, record_id)
            review = session.get_one(ReviewRow, record.subject_id)
            if review.held_on is None:
                raise EhdeskError("Say when the review was held", "", "Enter the date.")
            if review.held_on > self._clock.today():
                raise EhdeskError("The review has not been held yet", "What you wrote is saved.")
            last = last_looked_at(case)
            if last and review.held_on < last and record.finished_at is None:
                raise EhdeskError(
                    "The review cannot be earlier than the plan or the last review",
                    self._pack.say(
                        "The next one is due {review.length} after the day this one was held."
                    ),
                    "Enter the day it was held.",
                )
            values = finish_record(
                session, record, pack=self._pack, user=self._user, clock=self._clock
            )
            decision = str(values["next.decision"] or "")
            if not decision:
                raise EhdeskError(
                    "Say what happens next", "", "Choose one on “Decide what is next”."
                )
            goes_on = decision == "continue" or decision in REASSESSES
            if goes_on and review.next_due is None and review.next_due_typed:
                raise EhdeskError(
                    "Say when the next review is", "", "Enter a date like 3/4/2026 or 3 Apr 2026."
                )
            latest = self._pack.clock("review").after(review.held_on)
            if review.next_due is None or not goes_on:
                review.next_due = latest
            if review.next_due <= review.held_on:
                raise EhdeskError("The next review is after this one", "", "Choose a later day.")
            if review.next_due > latest and not str(values["next.later_reason"] or "").strip():
                raise EhdeskError(
                    self._pack.say("The next review is more than {review.length} away"),
                    self._pack.say("The plan is reviewed at least every {review.length}."),
                    "Choose an earlier day, or say why it has to be later.",
                )
            review.decision = decision
            review.finished = True
            make_move(
                session,
                case_row(session, record.case_id),
                "review",
                on=review.held_on,
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                record_id=record.id,
            )
            return decision
