"""Management oversight: a signature is asked for, given, or refused with comments to answer."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.oversight import Entry, Pin, Said, Standing
from ehdesk.domain.records import Record
from ehdesk.domain.restricted import is_restricted
from ehdesk.domain.user import User
from ehdesk.forms.display import as_finished
from ehdesk.kernel.errors import EhdeskError, NotAllowed, NotFound
from ehdesk.services.drafts import drop_draft
from ehdesk.services.forms import says_now
from ehdesk.services.service import Service, case_row, record_row
from ehdesk.services.signing import can_sign, must_sign, says_of
from ehdesk.store.access import Session
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.oversight import waiting_records, writers_of
from ehdesk.store.tables.forms import FormRecordRow
from ehdesk.store.tables.oversight import OversightRow, PinAnswerRow, PinRow


@dataclass(frozen=True)
class SaidAnswer:
    """One answer as a manager reads it: its question, its words, whether they are a child's or a
    parent's own, and the comments pinned to it."""

    field: str
    question: str
    lines: tuple[str, ...]
    voice: bool
    pins: tuple[Pin, ...]


@dataclass(frozen=True)
class ToSign:
    """A record as a manager looks at it."""

    case_id: UUID
    record_id: UUID
    family: str
    form: str
    name: str
    standing: Standing
    answers: tuple[SaidAnswer, ...]
    own: bool
    """Whether whoever looks wrote it, so that another manager signs."""


@dataclass(frozen=True)
class WaitingLine:
    """A signature that is asked for, as a line of the Oversight page."""

    case_id: UUID
    record_id: UUID
    family: str
    name: str
    entry: Entry
    asked_by: str
    worker_id: UUID | None
    for_me: bool


class OversightService(Service):
    """Nobody signs what they wrote, finished or asked for themselves."""

    def signable(self, case: Case) -> tuple[Record, ...]:
        """The records of the case that a manager can be asked to sign, newest first. The plan is
        the record of the meeting that agreed it."""
        codes = {one.code for one in self._pack.sign_offs if one.usable}
        return tuple(record for record in reversed(case.records) if record.form in codes)

    def managers(self, record_id: UUID) -> tuple[User, ...]:
        """Who can be asked to sign the record: managers who neither wrote nor finished it."""
        with self._access.reading_rows() as session:
            found = can_sign(session, record_row(session, record_id))
        return tuple(one for one in found if one.id != self._user.id)

    def is_needed(self, record_id: UUID) -> bool:
        """Whether the record is signed before it is sent or the case closes."""
        with self._access.reading_rows() as session:
            record = record_row(session, record_id)
            return must_sign(session, record, self._pack, self._user)

    def ask(
        self, record_id: UUID, *, of: UUID | None = None, words: str = "", draft: str = ""
    ) -> None:
        """Ask a manager to sign a record.

        :param of: which manager; without, any of them.
        :param draft: the page whose draft it was (``DraftService``), which goes with it.
        :raises NotAllowed: when it is no record that is signed, it waits already, or nobody here
            can sign it.
        """
        self._allow(Deed.ASK_SIGN_OFF)
        managers = self.managers(record_id)
        with self._access.changing("Ask a manager to sign") as session:
            record = self._signable(session, record_id)
            stands = self._standing(session, record)
            if stands.waits_for_a_manager:
                raise NotAllowed("A manager has been asked already", "The record waits for them.")
            if not managers:
                raise NotAllowed(
                    "Nobody here can sign this",
                    "It is signed by a manager who did not write it, and there is no other.",
                    "A manager can add one on “People who use this store”.",
                )
            if of is not None and of not in {one.id for one in managers}:
                raise NotAllowed("That manager cannot sign this", "They wrote it themselves.")
            drop_draft(session, record.case_id, self._user, draft)
            self._enter(session, record, Said.ASKED, words, asked_of=of)

    def read(self, record_id: UUID) -> ToSign:
        """What the record says, with the comments on it. Changes nothing."""
        with self._access.reading_rows() as session:
            record = record_row(session, record_id)
            case = load_case(session.connection(), record.case_id)
            stands = case.standing(record.id)
            if is_restricted(record.form, record.answers):
                raise NotAllowed("A restricted note is not signed")
            said = as_finished(says_now(session, record, case, self._pack, self._clock))
            own = self._user.id in writers_of(session.connection(), record.id)
            form = record.form
        return ToSign(
            case.id,
            record_id,
            case.family.title,
            form,
            self._pack.label("sign_offs", form),
            stands,
            tuple(
                SaidAnswer(
                    answer.field_key,
                    answer.question or answer.label,
                    answer.lines,
                    answer.voice,
                    tuple(pin for pin in stands.pins if pin.field == answer.field_key),
                )
                for section in said
                for answer in section.answers
                if answer.lines or any(pin.field == answer.field_key for pin in stands.pins)
            ),
            own,
        )

    def pin(self, record_id: UUID, field: str, text: str, *, draft: str = "") -> int:
        """Pin a comment to an answer of a record that waits; its number.

        :param draft: as for ``ask``, here and in all that follows.
        :raises EhdeskError: without words.
        :raises NotAllowed: for one's own record, or one that does not wait for a manager.
        """
        self._allow(Deed.SIGN_OFF, own=self._is_own(record_id))
        if not text.strip():
            raise EhdeskError("Nothing was written", "", "Enter the comment.")
        with self._access.changing("Comment on an answer") as session:
            record = self._waiting(session, record_id)
            stands = self._standing(session, record)
            number = max((pin.number for pin in stands.pins), default=0) + 1
            drop_draft(session, record.case_id, self._user, draft)
            session.add(
                PinRow(
                    case_id=record.case_id,
                    record_id=record.id,
                    number=number,
                    field=field,
                    text=text.strip(),
                    at=self._clock.now(),
                    user_id=self._user.id,
                )
            )
            return number

    def answer(self, pin_id: UUID, text: str, *, draft: str = "") -> None:
        """Answer a comment. The form itself is changed in the form.

        :raises EhdeskError: without words.
        :raises NotFound: when there is no such comment.
        """
        self._allow(Deed.ANSWER_COMMENTS)
        if not text.strip():
            raise EhdeskError("Nothing was written", "", "Enter the answer.")
        with self._access.changing("Answer a comment") as session:
            pin = session.get(PinRow, pin_id)
            if pin is None:
                raise NotFound("That comment is not in this store")
            drop_draft(session, pin.case_id, self._user, draft)
            session.add(
                PinAnswerRow(
                    case_id=pin.case_id,
                    pin_id=pin.id,
                    text=text.strip(),
                    at=self._clock.now(),
                    user_id=self._user.id,
                )
            )

    def sign(self, record_id: UUID, words: str = "", *, draft: str = "") -> None:
        """Agree to the record as it stands now. What is changed in it afterwards is not signed.

        :raises EhdeskError: while a comment is not answered, unless ``words`` say why (design 25).
        :raises NotAllowed: for one's own record, or one that does not wait for a manager.
        """
        self._allow(Deed.SIGN_OFF, own=self._is_own(record_id))
        with self._access.changing("Sign a record") as session:
            record = self._waiting(session, record_id)
            unanswered = len(self._standing(session, record).open_pins)
            if unanswered and not words.strip():
                raise EhdeskError(
                    "Not every comment is answered",
                    f"{unanswered} of them wait for an answer.",
                    "Say in a word why you sign all the same, or return it.",
                )
            seen = says_of(session, record, self._pack, self._clock)
            drop_draft(session, record.case_id, self._user, draft)
            self._enter(session, record, Said.SIGNED, words, seen=seen)

    def give_back(self, record_id: UUID, words: str = "", *, draft: str = "") -> None:
        """Return the record to whoever asked, with the comments on it.

        :raises EhdeskError: with neither a comment nor words that say what to change.
        :raises NotAllowed: for one's own record, or one that does not wait for a manager.
        """
        self._allow(Deed.SIGN_OFF, own=self._is_own(record_id))
        with self._access.changing("Return a record for changes") as session:
            record = self._waiting(session, record_id)
            if not words.strip() and not self._standing(session, record).open_pins:
                raise EhdeskError(
                    "Say what is to be changed",
                    "A record is returned with at least one comment.",
                    "Choose an answer and add a comment to it.",
                )
            drop_draft(session, record.case_id, self._user, draft)
            self._enter(session, record, Said.RETURNED, words)

    def talk_first(self, record_id: UUID, words: str = "", *, draft: str = "") -> None:
        """Keep it on the list, to be talked about first.

        :raises NotAllowed: for one's own record, or one that does not wait for a manager.
        """
        self._allow(Deed.SIGN_OFF, own=self._is_own(record_id))
        with self._access.changing("Keep a record to talk about") as session:
            record = self._waiting(session, record_id)
            drop_draft(session, record.case_id, self._user, draft)
            self._enter(session, record, Said.TALK, words)

    def note(self, case_id: UUID, text: str, *, draft: str = "") -> None:
        """A manager has looked at the case: what they think and ask for.

        :raises EhdeskError: without words.
        """
        self._allow(Deed.OVERSEE)
        if not text.strip():
            raise EhdeskError("Nothing was written", "", "Enter what you have seen and ask for.")
        with self._access.changing("Write a note of oversight") as session:
            case_row(session, case_id)
            drop_draft(session, case_id, self._user, draft)
            session.add(
                OversightRow(
                    case_id=case_id,
                    record_id=None,
                    kind=Said.NOTE.value,
                    at=self._clock.now(),
                    user_id=self._user.id,
                    text=text.strip(),
                )
            )

    def waiting(self) -> tuple[WaitingLine, ...]:
        """Every signature that is asked for, what was asked of oneself first, then the oldest."""
        found = []
        with self._access.reading() as connection:
            for case_id, record_id in waiting_records(connection):
                case = load_case(connection, case_id)
                record = next(one for one in case.records if one.id == record_id)
                found.append(self._line(case, record))
        return tuple(sorted(found, key=lambda line: (not line.for_me, line.entry.at)))

    def how_many_wait(self) -> int:
        """How many signatures are asked for."""
        with self._access.reading() as connection:
            return len(waiting_records(connection))

    def _line(self, case: Case, record: Record) -> WaitingLine:
        stands = case.standing(record.id)
        asked = stands.asked or stands.last
        if asked is None:
            raise NotFound("Nobody has asked for that signature")
        return WaitingLine(
            case.id,
            record.id,
            case.family.title,
            self._pack.label("sign_offs", record.form),
            asked,
            asked.by,
            case.worker_id,
            asked.asked_of == self._user.id,
        )

    def _is_own(self, record_id: UUID) -> bool:
        with self._access.reading() as connection:
            return self._user.id in writers_of(connection, record_id)

    def _signable(self, session: Session, record_id: UUID) -> FormRecordRow:
        record = record_row(session, record_id)
        if record.form not in {one.code for one in self._pack.sign_offs if one.usable}:
            raise NotAllowed("A manager does not sign this form")
        return record

    def _waiting(self, session: Session, record_id: UUID) -> FormRecordRow:
        record = record_row(session, record_id)
        if not self._standing(session, record).waits_for_a_manager:
            raise NotAllowed(
                "This record does not wait for a manager",
                "Somebody asks for a signature first, or it was signed or returned meanwhile.",
                "Open the case to see where it is.",
            )
        return record

    def _standing(self, session: Session, record: FormRecordRow) -> Standing:
        return load_case(session.connection(), record.case_id).standing(record.id)

    def _enter(
        self,
        session: Session,
        record: FormRecordRow,
        said: Said,
        words: str,
        *,
        asked_of: UUID | None = None,
        seen: str = "",
    ) -> None:
        session.add(
            OversightRow(
                case_id=record.case_id,
                record_id=record.id,
                kind=said.value,
                at=self._clock.now(),
                user_id=self._user.id,
                asked_of=asked_of,
                text=words.strip(),
                seen=seen,
            )
        )
