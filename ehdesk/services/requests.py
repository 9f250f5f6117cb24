"""Requests for early help: begun, sent, withdrawn, or turned into a call to the duty service."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ehdesk.domain.guards import goes_without_consent, reasons_against
from ehdesk.kernel.errors import EhdeskError, NotAllowed
from ehdesk.kernel.ids import new_id
from ehdesk.services.forms import begin_record, finish_record, pack_form
from ehdesk.services.service import Service, case_row, record_row
from ehdesk.services.steps import make_move, refuse_future, told_to_das
from ehdesk.store.queries.steps import take_reference
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.documents import SendingRow
from ehdesk.store.tables.people import FamilyRow


class RequestService(Service):
    """From the first question to the day it is sent."""

    def start(self) -> UUID:
        """Begin a request for a new family; the key of its form."""
        today = self._clock.today()
        with self._access.changing("Begin a request") as session:
            family = FamilyRow(id=new_id())
            session.add(family)
            case = CaseRow(
                id=new_id(),
                reference=take_reference(session, today.year),
                family_id=family.id,
                state="",
                opened_on=today,
                created_by=self._user.id,
            )
            session.add(case)
            session.flush()
            record = begin_record(
                session,
                case,
                pack_form(self._pack, "request"),
                user=self._user,
                clock=self._clock,
            )
            make_move(
                session,
                case,
                "begin",
                on=today,
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                record_id=record.id,
            )
            return record.id

    def can_send(self, record_id: UUID) -> tuple[str, ...]:
        """What still stands in the way of sending; nothing means that it may be sent."""
        case = self._load(self._case_of(record_id))
        given = case.consent.given_on if case.consent else None
        against = reasons_against("send", case, self._pack)
        if given and given > self._clock.today() and not goes_without_consent(case):
            against += ("Consent cannot be dated after today.",)
        return against

    def send(self, record_id: UUID, *, way: str, sent_on: date, receipt: str = "") -> None:
        """Record that the request was sent. The application itself sends nothing.

        :raises NotAllowed: without written consent (leaflet: written consent gained).
        :raises EhdeskError: when the day has not come yet.
        """
        against = self.can_send(record_id)
        if against:
            raise NotAllowed("This request cannot be sent yet", " ".join(against))
        refuse_future(sent_on, self._clock)
        self._refuse_before_consent(record_id, sent_on)
        with self._access.changing("Send the request") as session:
            record = record_row(session, record_id)
            case = case_row(session, record.case_id)
            finish_record(session, record, pack=self._pack, user=self._user, clock=self._clock)
            session.add(
                SendingRow(
                    case_id=case.id,
                    sent_on=sent_on,
                    way=way,
                    receipt=receipt,
                    user_id=self._user.id,
                )
            )
            make_move(
                session,
                case,
                "send",
                on=sent_on,
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                record_id=record.id,
            )

    def _refuse_before_consent(self, record_id: UUID, sent_on: date) -> None:
        case = self._load(self._case_of(record_id))
        given = case.consent.given_on if case.consent else None
        if given and sent_on < given and not goes_without_consent(case):
            raise NotAllowed(
                "This request cannot have been sent that day",
                "Consent was given later.",
                "Enter the day it was sent, or put the date of consent right.",
            )

    def refer_to_das(self, case_id: UUID, *, when: date, who_took_it: str, reason: str) -> None:
        """Record the call to the duty service (leaflet: immediate safeguarding, referred to DAS).

        Consent is not asked for: a child at risk comes first.

        :raises EhdeskError: without who took the call and what was said, or on a day to come.
        """
        if not who_took_it.strip() or not reason.strip():
            raise EhdeskError(
                "Say who took the call and what you told them",
                "The referral is recorded with both.",
                "Enter a name and a few words.",
            )
        refuse_future(when, self._clock)
        with self._access.changing(self._pack.say("Refer to {das}")) as session:
            make_move(
                session,
                case_row(session, case_id),
                "refer_to_das",
                on=when,
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                reason=told_to_das(reason, who_took_it),
            )

    def withdraw(self, case_id: UUID, reason: str) -> None:
        """Stop a request that is no longer wanted; its record stays.

        :raises EhdeskError: without a reason.
        """
        if not reason.strip():
            raise EhdeskError("Say why", "", "Enter why the request is withdrawn.")
        with self._access.changing("Withdraw the request") as session:
            make_move(
                session,
                case_row(session, case_id),
                "withdraw",
                on=self._clock.today(),
                user=self._user,
                clock=self._clock,
                pack=self._pack,
                reason=reason.strip(),
            )

    def _case_of(self, record_id: UUID) -> UUID:
        with self._access.reading_rows() as session:
            return record_row(session, record_id).case_id
