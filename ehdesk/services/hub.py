"""The hub that allocates: meetings made in slots, requests placed in them, heard and put off.

What the hub decides is a form (``hub_decision``), finished through ``ehdesk.services.case_forms``.
"""

from __future__ import annotations

import hashlib
from datetime import date
from uuid import UUID

from ehdesk.authority.items import Hub
from ehdesk.documents.catalogue import DOCUMENTS
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.due import date_in
from ehdesk.domain.due_before_help import hub_ready_since, proforma_ready
from ehdesk.domain.hub import Hearing, HubDay, Meeting, Waiting, slot_times, with_breaks
from ehdesk.domain.interim_support import support_meanwhile
from ehdesk.domain.pathway import State
from ehdesk.kernel.dates import say_short_date
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from ehdesk.kernel.ids import new_id
from ehdesk.services.drafts import drop_draft
from ehdesk.services.hub_hearing import (
    consent_stands,
    hearing_of,
    hub_agenda,
    hub_page,
    slot_line,
)
from ehdesk.services.service import Service, open_case_row
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.hub import (
    free_slot_of,
    last_meeting_on,
    meetings_from,
    open_slot_of,
    slots_of,
    waiting_for_hub,
)
from ehdesk.store.tables.documents import DocumentRow
from ehdesk.store.tables.pathway import HubMeetingRow, HubQuestionRow, HubSlotRow

MOST_SLOTS = 16
"""A meeting of eight hours."""


class HubService(Service):
    """Meetings, slots, and the queue."""

    def next_day(self) -> date | None:
        """The day on which the hub should meet next, by the pack's rhythm; None where there is no
        hub. After a day that has passed it goes on from there."""
        hub, today = self._pack.hub, self._clock.today()
        if hub is None:
            return None
        with self._access.reading() as connection:
            last = last_meeting_on(connection)
        day = hub.meets_every.after(last or today)
        while day < today:
            day = hub.meets_every.after(day)
        return day

    def make_meeting(
        self, held_on: date, *, starts: str, slots: int, venue: str = "", chair: str = ""
    ) -> UUID:
        """A meeting with its slots, each as long as the pack says; the key of the meeting.

        :raises NotAllowed: where the authority has no hub.
        :raises EhdeskError: for a day that has passed or has a meeting, or times that make no day.
        """
        self._allow(Deed.RUN_HUB)
        hub = self._hub()
        if held_on < self._clock.today():
            raise EhdeskError("That day has passed", "", "Enter today’s date or a later one.")
        if self.day(held_on).meeting is not None:
            words = self._pack.say("The {hub} meets on that day already")
            raise EhdeskError(words, "", "Choose another day, or add a time to that meeting.")
        if not 1 <= slots <= MOST_SLOTS:
            raise EhdeskError(
                "A meeting has at least one slot", "", f"Enter a number from 1 to {MOST_SLOTS}."
            )
        try:
            times = slot_times(
                starts,
                hub.slot_minutes,
                slots,
                break_after=hub.break_after,
                break_minutes=hub.break_minutes,
            )
        except ValueError:
            raise EhdeskError(
                "These times do not fit into a day", "", "Enter when it begins, like 9:30am."
            ) from None
        meeting = new_id()
        with self._access.changing(self._pack.say("Set a meeting of the {hub}")) as session:
            session.add(
                HubMeetingRow(id=meeting, held_on=held_on, starts=starts, venue=venue, chair=chair)
            )
            for number, when in enumerate(times, 1):
                session.add(
                    HubSlotRow(
                        id=new_id(),
                        meeting_id=meeting,
                        number=number,
                        starts=when,
                        minutes=hub.slot_minutes,
                    )
                )
        return meeting

    def call_off(self, meeting_id: UUID) -> None:
        """The meeting is not held: the requests that were placed in it wait again.

        :raises NotFound: when there is no such meeting.
        :raises NotAllowed: when one of its requests was heard.
        """
        self._allow(Deed.RUN_HUB)
        with self._access.changing("Call a meeting off") as session:
            meeting = session.get(HubMeetingRow, meeting_id)
            if meeting is None:
                raise NotFound("That meeting is not in this store")
            slots = slots_of(session, meeting_id)
            if any(slot.heard_at for slot in slots):
                raise NotAllowed("This meeting was held", "A request was heard at it.")
            meeting.called_off = True
            for slot in slots:
                slot.case_id, slot.placed_at = None, None

    def add_slot(self, meeting_id: UUID) -> UUID:
        """One more time at the end of a meeting; its key.

        :raises NotFound: when there is no such meeting.
        :raises NotAllowed: when it is over, called off, or has as many as a day takes.
        """
        self._allow(Deed.RUN_HUB)
        hub = self._hub()
        with self._access.changing("Add a time to a meeting") as session:
            meeting = session.get(HubMeetingRow, meeting_id)
            if meeting is None:
                raise NotFound("That meeting is not in this store")
            if meeting.called_off or meeting.held_on < self._clock.today():
                raise NotAllowed("That meeting is over, or called off", "", "Choose a later one.")
            last = slots_of(session, meeting_id)[-1]
            try:
                _first, starts = slot_times(last.starts, last.minutes, 2)
            except ValueError:
                raise NotAllowed("There is no time left on that day") from None
            if last.number >= MOST_SLOTS:
                raise NotAllowed("There is no time left on that day")
            row = HubSlotRow(
                id=new_id(),
                meeting_id=meeting_id,
                number=last.number + 1,
                starts=starts,
                minutes=hub.slot_minutes,
            )
            session.add(row)
            return row.id

    def days(self) -> tuple[date, ...]:
        """The days that the hub's page can show, soonest first: those of the last rhythm that
        were held, those that are set, and the next one by the pack's rhythm."""
        hub, today = self._pack.hub, self._clock.today()
        following = self.next_day()
        if hub is None or following is None:
            return ()
        first = today - (hub.meets_every.after(today) - today)
        held = {one.held_on for one in self.meetings(first) if not one.called_off}
        return tuple(sorted(held | {following}))

    def day_to_open(self) -> date | None:
        """The day on which the hub's page opens: today's meeting, else the next one that is set,
        else the next by the rhythm; None where there is no hub."""
        today = self._clock.today()
        to_come = [day for day in self.days() if day >= today]
        return to_come[0] if to_come else None

    def day(self, on: date) -> HubDay:
        """The meeting of a day with what each slot holds; without a meeting when none is set."""
        meeting = next(
            (one for one in self.meetings(on) if one.held_on == on and not one.called_off), None
        )
        if meeting is None:
            return HubDay(on, None)
        lines = []
        with self._access.reading() as connection:
            for slot in meeting.slots:
                case = load_case(connection, slot.case_id) if slot.case_id else None
                lines.append(slot_line(slot, case, self._pack))
        return HubDay(on, meeting, with_breaks(lines))

    def hearing(self, case_id: UUID) -> Hearing:
        """All that the hub has before it about a request: the school's page read from the record,
        what was asked and answered, and who supports the family meanwhile."""
        with self._access.reading_rows() as session:
            case = load_case(session.connection(), case_id)
            page = hub_page(session, case, self._pack, self._clock, self._user)
        support, phone = self.support_meanwhile(case)
        return hearing_of(case, page, support=support, phone=phone, pack=self._pack)

    def agenda(self, on: date) -> bytes:
        """The agenda of a day as PDF. Changes nothing.

        :raises NotFound: when the hub does not meet on that day.
        """
        hub, day = self._hub(), self.day(on)
        if day.meeting is None:
            raise NotFound(self._pack.say("There are no slots on this date"))
        heard = {
            line.slot.case_id: self.hearing(line.slot.case_id)
            for line in day.slots
            if line.slot.case_id
        }
        content = hub_agenda(day, heard, hub, self._pack)
        return DOCUMENTS["hub-agenda"].build(content, when=self._clock.now())

    def log_agenda(self, on: date, *, way: str, pdf: bytes, pages: int = 0) -> None:
        """Record that an agenda left the store, with each family that is on it.

        :param way: ``printed`` or ``saved``.
        """
        self._allow(Deed.TAKE_PAPER)
        keys = [line.slot.case_id for line in self.day(on).slots if line.slot.case_id]
        title = f"{DOCUMENTS['hub-agenda'].title}, {say_short_date(on)}"
        with self._access.changing("Print" if way == "printed" else "Save a paper") as session:
            for case_id in keys:
                session.add(
                    DocumentRow(
                        case_id=case_id,
                        kind="hub-agenda",
                        title=title,
                        made_at=self._clock.now(),
                        user_id=self._user.id,
                        way=way,
                        pages=pages,
                        sha256=hashlib.sha256(pdf).hexdigest(),
                    )
                )

    def meetings(self, first: date | None = None) -> tuple[Meeting, ...]:
        """The meetings from a day on (all without one), soonest first."""
        with self._access.reading() as connection:
            return meetings_from(connection, first)

    def queue(self) -> tuple[Waiting, ...]:
        """What waits for the hub, longest first, with whether its page is ready."""
        with self._access.reading() as connection:
            cases = [load_case(connection, key) for key in waiting_for_hub(connection)]
        lines = [self._waiting(case) for case in cases]
        return tuple(sorted(lines, key=lambda line: (line.ready_since, line.reference)))

    def place(self, case_id: UUID, slot_id: UUID) -> None:
        """Give a request a time; the one that it had before is free again. A request may be placed
        before its page is ready: the queue says so, and the hub may put it off.

        :raises NotAllowed: when it does not wait for the hub, or the slot is taken or past.
        :raises NotFound: when there is no such slot.
        """
        self._allow(Deed.RUN_HUB)
        case = self._waits(case_id)
        with self._access.changing(self._pack.say("Give a request a time at the {hub}")) as session:
            open_case_row(session, case.id)
            slot = session.get(HubSlotRow, slot_id)
            if slot is None:
                raise NotFound("That slot is not in this store")
            meeting = session.get_one(HubMeetingRow, slot.meeting_id)
            if meeting.called_off or meeting.held_on < self._clock.today():
                raise NotAllowed("That meeting is over, or called off", "", "Choose a later one.")
            if slot.case_id not in (None, case_id) or slot.heard_at is not None:
                raise NotAllowed("That slot is taken", "", "Choose one that is free.")
            free_slot_of(session, case_id)
            slot.case_id, slot.placed_at = case_id, self._clock.now()

    def take_out(self, case_id: UUID) -> None:
        """Take a request out of its slot; it waits on, from the same day."""
        self._allow(Deed.RUN_HUB)
        self._waits(case_id)
        with self._access.changing(self._pack.say("Take a request out of its time")) as session:
            open_case_row(session, case_id)
            free_slot_of(session, case_id)

    def ask(
        self, case_id: UUID, question: str, answer: str = "", by: str = "", *, draft: str = ""
    ) -> UUID:
        """The hub wants to know something; the key of the question. With an answer, what was asked
        and answered in the meeting, in one; without, the question waits for one.

        :param draft: the page of the draft it was typed in, which goes with it.
        :raises EhdeskError: when nothing is asked.
        :raises NotAllowed: when the case does not wait for the hub.
        """
        self._allow(Deed.RUN_HUB)
        if not question.strip():
            raise EhdeskError("Nothing was asked", "", "Enter what the hub wants to know.")
        self._waits(case_id)
        with self._access.changing("Write down a question of the hub") as session:
            slot = open_slot_of(session, case_id)
            row = HubQuestionRow(
                id=new_id(),
                case_id=case_id,
                slot_id=slot.id if slot else None,
                asked_on=self._clock.today(),
                question=question.strip(),
                answer=answer.strip(),
                answered_by=by.strip() if answer.strip() else "",
            )
            session.add(row)
            drop_draft(session, case_id, self._user, draft)
            return row.id

    def answer(self, question_id: UUID, answer: str, by: str, *, draft: str = "") -> None:
        """What it was told, and by whom: at the meeting, or before it by whoever asked for help.

        :param draft: the page of the draft it was typed in; empty for none.
        :raises EhdeskError: without an answer or a name.
        :raises NotFound: when there is no such question.
        """
        self._allow(Deed.ADD_TO_RECORD)
        if not answer.strip() or not by.strip():
            raise EhdeskError("Say what the answer is, and who gave it", "", "Enter both.")
        with self._access.changing("Answer a question of the hub") as session:
            row = session.get(HubQuestionRow, question_id)
            if row is None:
                raise NotFound("That question is not in this store")
            open_case_row(session, row.case_id)
            row.answer, row.answered_by = answer.strip(), by.strip()
            drop_draft(session, row.case_id, self._user, draft)

    def support_meanwhile(self, case: Case) -> tuple[str, str]:
        """Who supports the family until the hub has decided, and the number to ring: the advice
        point of its locality, where that is known (schools' page)."""
        return support_meanwhile(case, self._pack, self._user.cluster)

    def _waiting(self, case: Case) -> Waiting:
        ready = hub_ready_since(case) or case.opened_on
        slot = next((one for one in reversed(case.hub_slots) if not one.is_heard), None)
        support, phone = self.support_meanwhile(case)
        return Waiting(
            case_id=case.id,
            reference=case.reference,
            family=case.family.title,
            ready_since=ready,
            days=(self._clock.today() - ready).days,
            proforma_ready=proforma_ready(case),
            heard_on=slot.held_on if slot else None,
            starts=slot.starts if slot else "",
            put_off_to=date_in(case, "hub_decision", "outcome.back_on"),
            support=support,
            support_phone=phone,
            open_questions=sum(question.is_open for question in case.hub_questions),
            has_consent=consent_stands(case),
        )

    def _waits(self, case_id: UUID) -> Case:
        case = self._load(case_id)
        if case.state is not State.HUB:
            raise NotAllowed(self._pack.say("This case does not wait for the {hub}"))
        return case

    def _hub(self) -> Hub:
        hub = self._pack.hub
        if hub is None:
            raise NotAllowed(self._pack.say("There is no {hub} here"))
        return hub
