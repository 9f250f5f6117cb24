"""Requests for early help: begun, sent, withdrawn, or turned into a call to the duty service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.disclosures import SharedFile, Sharing
from ehdesk.domain.guards import at_risk_reason, goes_without_consent, reasons_against
from ehdesk.domain.pathway import Kind, State
from ehdesk.domain.sharing_rules import (
    CONSENT,
    agreement_words,
    faults_of_sharing,
    kinds_in_request,
)
from ehdesk.forms.answers import FormAnswers
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_short_date, say_time
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from ehdesk.services.das_referrals import note_referral
from ehdesk.services.disclosures import refuse_faults, write_sharing
from ehdesk.services.drafts import Kept, drop_draft
from ehdesk.services.episodes import begin_for_family
from ehdesk.services.form_versions import record_form
from ehdesk.services.forms import answers_of, finish_record
from ehdesk.services.new_cases import begin_case
from ehdesk.services.service import Service, case_row, record_row
from ehdesk.services.signing import still_to_sign
from ehdesk.services.steps import make_move, refuse_future, told_to_das
from ehdesk.store.access import Session
from ehdesk.store.queries.case import load_case
from ehdesk.store.tables.disclosures import PacketRow


class RequestService(Service):
    """From the first question to the day it is sent."""

    def start(self) -> UUID:
        """Begin a request for a new family; the key of its form."""
        self._allow(Deed.BEGIN_CASE)
        with self._access.changing("Begin a request") as session:
            return begin_case(
                session,
                "request",
                "begin",
                user=self._user,
                clock=self._clock,
                pack=self._pack,
            ).record_id

    def can_send(self, record_id: UUID) -> tuple[str, ...]:
        """What still stands in the way of sending; nothing means that it may be sent."""
        with self._access.reading_rows() as session:
            record = record_row(session, record_id)
            case = load_case(session.connection(), record.case_id)
            answers = answers_of(session, record, case, self._pack, self._clock)
        given = case.consent.given_on if case.consent else None
        against = reasons_against("send", case, self._pack)
        if not goes_without_consent(case):
            against += self._still_open(answers)
        if given and given > self._clock.today() and not goes_without_consent(case):
            against += ("Consent cannot be dated after today.",)
        with self._access.reading_rows() as session:
            record = record_row(session, record_id)
            against += still_to_sign(session, record, self._pack, self._user, self._clock)
        return against

    def _still_open(self, answers: FormAnswers) -> tuple[str, ...]:
        """Leaflet: the request is fully completed by the referrer. Which questions must be
        answered is the form's to say."""
        rule = next((rule for rule in self._pack.rules if rule.code == "request_complete"), None)
        steps = [s.short for s in answers.sections() if answers.to_fix(s.key)]
        return (rule.told(steps),) if rule and steps else ()

    def typed_sending(self, record_id: UUID) -> dict[str, Any]:
        """What was typed on the send page and is not recorded yet."""
        with self._access.reading_rows() as session:
            return dict(record_row(session, record_id).sending)

    def keep_sending(self, record_id: UUID, typed: Mapping[str, Any]) -> Kept:
        """Keep what is typed on the send page, until it is recorded as sent.

        :raises EhdeskError: when the store cannot take it.
        """
        self._allow(Deed.SEND_REQUEST)
        with self._access.changing("Write down how it was sent") as session:
            record = record_row(session, record_id)
            if record.finished_at is None:
                record.sending = dict(typed)
        return Kept(self._clock.now())

    def sharing(
        self, record_id: UUID, *, way: str, sent_on: date, packet_id: UUID | None = None
    ) -> Sharing:
        """What the disclosure log would say of sending this request, as far as it is known.

        With a packet it names the packet's files. The lawful basis is consent where it was
        written; otherwise whoever sends it has to choose one.
        """
        case = self._load(self._case_of(record_id))
        with self._access.reading_rows() as session:
            record = record_row(session, record_id)
            form = record_form(session, record, self._pack)
            packet = _packet(session, record_id, packet_id) if packet_id else None
            files = tuple(SharedFile(**file) for file in packet.files) if packet else ()
        alone = goes_without_consent(case)
        return Sharing(
            shared_on=sent_on,
            agency=self._pack.name,
            way=way,
            kind=form.code,
            title=form.title,
            version=str(form.version),
            files=files,
            purpose=self._pack.term("request"),
            people=tuple(person.id for person in case.people),
            information=kinds_in_request(case),
            basis="" if alone else CONSENT,
            agreement="" if alone else agreement_words(case),
            override=at_risk_reason(case) if alone else "",
        )

    def send(
        self,
        record_id: UUID,
        sharing: Sharing,
        *,
        packet_id: UUID | None = None,
        older_packet: bool = False,
    ) -> None:
        """Record that the request was sent, with its line in the disclosure log. The application
        itself sends nothing.

        :param packet_id: the packet that was sent; without one it went some other way.
        :param older_packet: it was sent although an answer was changed after it was made. The
            log says so.
        :raises NotAllowed: without written consent (leaflet: written consent gained), or when the
            packet was made before the last change.
        :raises EhdeskError: when the day has not come yet, or the log needs to be told more.
        """
        self._allow(Deed.SEND_REQUEST)
        against = self.can_send(record_id)
        if against:
            raise NotAllowed("This request cannot be sent yet", " ".join(against))
        sent_on = sharing.shared_on
        refuse_future(sent_on, self._clock)
        self._refuse_before_consent(record_id, sent_on)
        case_value = self._load(self._case_of(record_id))
        refuse_faults(faults_of_sharing(sharing, case_value, self._clock.today()))
        with self._access.changing("Send the request") as session:
            record = record_row(session, record_id)
            case = case_row(session, record.case_id)
            finish_record(session, record, pack=self._pack, user=self._user, clock=self._clock)
            record.sending = {}
            if packet_id is not None:
                packet = _packet(session, record_id, packet_id)
                if packet.made_of != record.frozen_hash:
                    sharing = _of_older_packet(sharing, packet, allowed=older_packet)
            write_sharing(
                session,
                case.id,
                sharing,
                user=self._user,
                clock=self._clock,
                record_id=record.id,
                packet_id=packet_id,
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

    def refer_to_das(
        self,
        case_id: UUID,
        *,
        when: date,
        who_took_it: str,
        reason: str,
        at: str = "",
        meanwhile: str = "",
        draft: str = "",
    ) -> UUID:
        """Record the call to the duty service (leaflet: immediate safeguarding, referred to DAS);
        the key of the case that is with it now. When the case has ended, that is a new one of the
        family, begun and referred in one. One that is with the duty service already stays there,
        and this call is one more that it has to answer.

        Consent is not asked for: a child at risk comes first.

        :param at: the time of the call.
        :param meanwhile: what happens to the case until it answers: ``goes_on`` or ``waits``.
        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises EhdeskError: without who took the call and what was said, or on a day to come.
        """
        self._allow(Deed.REFER_TO_DAS)
        if not who_took_it.strip() or not reason.strip():
            raise EhdeskError(
                "Say who took the call and what you told them",
                "The referral is recorded with both.",
                "Enter a name and a few words.",
            )
        refuse_future(when, self._clock)
        case = self._load(case_id)
        with self._access.changing(self._pack.say("Refer to {das}")) as session:
            drop_draft(session, case.id, self._user, draft)
            if not case.is_open:
                case_id = begin_for_family(
                    session,
                    "request",
                    "reopen",
                    case,
                    Kind.REQUEST,
                    user=self._user,
                    clock=self._clock,
                    pack=self._pack,
                    reason="A worry about a child came up after the case had ended.",
                ).case_id
            note_referral(
                session,
                case_id,
                when,
                said=reason.strip(),
                at=at,
                taken_by=who_took_it.strip(),
                meanwhile=meanwhile,
            )
            if case.state is State.DAS:
                return case_id
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
        return case_id

    def withdraw(self, case_id: UUID, reason: str) -> None:
        """Stop a request that is no longer wanted; its record stays.

        :raises EhdeskError: without a reason.
        """
        self._allow(Deed.SEND_REQUEST)
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


def _packet(session: Session, record_id: UUID, packet_id: UUID) -> PacketRow:
    """:raises NotFound: when there is no such packet of this form."""
    packet = session.get(PacketRow, packet_id)
    if packet is None or packet.record_id != record_id:
        raise NotFound("That packet is not one of this request")
    return packet


def _of_older_packet(sharing: Sharing, packet: PacketRow, *, allowed: bool) -> Sharing:
    """The line for a packet that does not say the last that was written.

    :raises NotAllowed: unless whoever sent it says that it was this one.
    """
    if not allowed:
        raise NotAllowed(
            "The packet was made before your last change",
            "What you send would not be what the record says.",
            "Make it again and send that one, or say that you sent it as it was.",
        )
    made = local(packet.made_at)
    when = f"{say_short_date(made.date())}, {say_time(packet.made_at)}"
    return replace(sharing, version=f"{sharing.version}, packet of {when}, before the last change")
