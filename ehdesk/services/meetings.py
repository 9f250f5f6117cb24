"""Team Around the Family (TAF) meetings: who came, minutes, and the first action plan."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.guards import reasons_against
from ehdesk.domain.pathway import State
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.kernel.ids import new_id
from ehdesk.services.first_answers import first_answers
from ehdesk.services.forms import begin_record, finish_record, pack_form
from ehdesk.services.service import Service, case_row, record_row
from ehdesk.services.signing import refuse_unsigned
from ehdesk.services.steps import make_move
from ehdesk.store.access import Session
from ehdesk.store.queries.plan import live_plan
from ehdesk.store.queries.steps import next_meeting_number
from ehdesk.store.tables.work import AttendanceRow, MeetingRow


class MeetingService(Service):
    """Meetings, from the invitation to the minutes."""

    def start(self, case_id: UUID) -> UUID:
        """The key of the meeting's form: one begun earlier, or a new meeting with everyone known
        of the family and its professionals invited.

        :raises NotAllowed: when the case is not at an assessment or a plan.
        """
        self._allow(Deed.WORK)
        case = self._load(case_id)
        if case.state is not State.ASSESSING and reasons_against("meet", case, self._pack):
            raise NotAllowed(
                self._pack.say("There is no {taf} meeting at this point"),
                self._pack.say("The {taf.name} meets about an assessment or a plan."),
                "Record the decision first.",
            )
        begun = case.draft("taf_meeting")
        if begun is not None:
            return begun.id
        with self._access.changing("Begin a meeting") as session:
            meeting = self._meeting(session, case)
            return begin_record(
                session,
                case_row(session, case_id),
                pack_form(self._pack, "taf_meeting"),
                user=self._user,
                clock=self._clock,
                subject_id=meeting.id,
                answers=first_answers(
                    "taf_meeting", case, self._pack, self._user, self._clock.today()
                ),
            ).id

    def _meeting(self, session: Session, case: Case) -> MeetingRow:
        planned = case.held_meetings[-1] if case.held_meetings else None
        meeting = MeetingRow(
            id=new_id(),
            case_id=case.id,
            number=next_meeting_number(session, case.id),
            planned_on=planned.next_on if planned else None,
            held_on=planned.next_on if planned else None,
            venue=planned.next_venue if planned else "",
            chair=case.lead,
        )
        session.add(meeting)
        session.flush()
        invited = [(p.full_name, p.relationship, "family") for p in case.people]
        invited += [(p.name, p.role or p.agency, "professional") for p in case.professionals]
        named = [one for one in invited if one[0]]
        for position, (name, role, kind) in enumerate(named):
            session.add(
                AttendanceRow(
                    meeting_id=meeting.id,
                    case_id=case.id,
                    position=position,
                    name=name,
                    role=role,
                    kind=kind,
                )
            )
        return meeting

    def finish(self, record_id: UUID) -> None:
        """The meeting is recorded. The first one finalises the assessment and agrees the plan
        (leaflet: first EHA TAF, assessment finalised and first action plan completed); a later one
        finalises an assessment that was made anew when it says so.

        :raises NotAllowed: naming what a first TAF meeting still needs.
        :raises EhdeskError: without the day it was held, or with a day that has not come.
        """
        self._allow(Deed.WORK)
        with self._access.reading_rows() as session:
            case_id = record_row(session, record_id).case_id
        case = self._load(case_id)
        first = case.state is State.ASSESSING
        move = "first_taf" if first else "meet"
        against = reasons_against(move, case, self._pack)
        if against:
            raise NotAllowed("This meeting cannot be finished yet", " ".join(against))
        with self._access.changing("Record the meeting") as session:
            record = record_row(session, record_id)
            refuse_unsigned(session, record, self._pack, self._user, self._clock)
            meeting = session.get_one(MeetingRow, record.subject_id)
            held = self._held(meeting.held_on)
            meeting.finished = True
            values = finish_record(
                session, record, pack=self._pack, user=self._user, clock=self._clock
            )
            row = case_row(session, case_id)
            if first or values.get("next.finalised") == "yes":
                self._finalise_assessment(session, case)
            self._agree_plan(session, case_id, held)
            make_move(
                session,
                row,
                move,
                on=held,
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                record_id=record.id,
            )

    def _held(self, held_on: date | None) -> date:
        if held_on is None:
            raise EhdeskError("Say when the meeting was held", "", "Enter the date of the meeting.")
        if held_on > self._clock.today():
            raise EhdeskError(
                "The meeting has not been held yet",
                "What you wrote is saved.",
                "Come back to finish it on the day.",
            )
        return held_on

    def _finalise_assessment(self, session: Session, case: Case) -> None:
        draft = case.draft("eha")
        if draft is not None:
            assessment = record_row(session, draft.id)
            refuse_unsigned(session, assessment, self._pack, self._user, self._clock)
            finish_record(
                session,
                record_row(session, draft.id),
                pack=self._pack,
                user=self._user,
                clock=self._clock,
            )

    def _agree_plan(self, session: Session, case_id: UUID, on: date) -> None:
        for row in live_plan(session, case_id):
            if row.agreed_on is None:
                row.agreed_on = on
