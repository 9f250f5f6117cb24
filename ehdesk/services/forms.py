"""Filling a form: opened with what is already known, saved edit by edit, frozen when finished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from json import dumps
from typing import Any
from uuid import UUID

from ehdesk.authority.pack import Pack
from ehdesk.domain.access import Deed, deed_of_form, may, who_can
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import AFTER_ENDING
from ehdesk.domain.confidential import patterns_of, scrubbed_plain
from ehdesk.domain.needs import count_needs
from ehdesk.domain.record_facts import SHEETS, Fact
from ehdesk.domain.records import EarlierVersion, Record
from ehdesk.domain.user import User
from ehdesk.forms import kinds
from ehdesk.forms.answers import FormAnswers
from ehdesk.forms.display import as_finished, frozen
from ehdesk.forms.load import form_of, latest
from ehdesk.forms.spec import Form, Option, Value
from ehdesk.kernel.clock import Clock
from ehdesk.kernel.errors import NotAllowed, NotFound
from ehdesk.kernel.ids import new_id
from ehdesk.services.form_versions import (
    Renewal,
    form_in,
    keep_form_text,
    newer_form,
    record_form,
    renewal,
    take_on,
)
from ehdesk.services.options import options_now
from ehdesk.services.restricted import refuse_restricted
from ehdesk.services.service import (
    Service,
    case_row,
    open_case_row,
    record_row,
    refuse_ended,
)
from ehdesk.store.access import Session
from ehdesk.store.queries.case import load_case
from ehdesk.store.queries.versions import earlier_versions, was_taken_on
from ehdesk.store.spine import BINDINGS, Place
from ehdesk.store.summaries import case_after
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.forms import FormRecordRow

Options = dict[str, tuple[Option, ...]]


@dataclass(frozen=True)
class OpenForm:
    """A form as it stands, ready to be filled on a screen."""

    record_id: UUID
    case_id: UUID
    reference: str
    form: Form
    title: str
    values: dict[str, Value]
    options: Options
    facts: dict[str, int]
    place: str
    saved_at: datetime
    read_only: bool
    brought_back: bool
    """The window went away without closing this form; what was typed is here all the same."""
    newer: int = 0
    """The newer version in which it could be taken on; 0 for none."""
    why_read_only: str = ""
    """Why it can only be read, as a line; empty when it can be filled in."""
    earlier: tuple[EarlierVersion, ...] = ()
    """What it said in the versions it was in before, oldest first."""


@dataclass(frozen=True)
class Saved:
    """The commit is done: when, and the lists that may have changed with it."""

    at: datetime
    options: Options
    facts: dict[str, int]


@dataclass(frozen=True)
class Glance:
    """Which form a record is, and whether it is finished. ``versions``: the pack has a newer one
    than it is in, or it was taken on from an older one."""

    form: str
    finished: bool
    versions: bool


def pack_form(pack: Pack, code: str) -> Form:
    """The form that a new record is begun in. A record is read with
    `form_versions.record_form`: in its own version, which the pack may have lost.

    :raises NotFound: when the pack does not have it.
    """
    return latest(pack.forms, code)


def begin_record(
    session: Session,
    case: CaseRow,
    form: Form,
    *,
    user: User,
    clock: Clock,
    subject_id: UUID | None = None,
    answers: dict[str, Any] | None = None,
) -> FormRecordRow:
    """Begin a form for a case.

    :raises NotAllowed: when the case has ended.
    """
    refuse_ended(case, form=form.code)
    record = FormRecordRow(
        id=new_id(),
        case_id=case.id,
        form=form.code,
        form_version=form.version,
        subject_id=subject_id,
        answers=answers or {},
        started_at=clock.now(),
        started_by=user.id,
        saved_at=clock.now(),
        steps_done=0,
        steps_total=len(form.sections),
    )
    session.add(record)
    keep_form_text(session, form, clock)
    session.flush()
    return record


def read_values(
    session: Session, record: FormRecordRow, form: Form, pack: Pack, clock: Clock
) -> dict[str, Value]:
    """Every answer of the form by field key: from the spine where it is bound, else its own.

    A finished form says what it said on its day, whatever the spine says now.
    """
    if record.frozen is not None:
        return frozen_values(record.frozen)
    place = Place(session, case_row(session, record.case_id), record, clock.today())
    values: dict[str, Value] = {}
    whole: Case | None = None
    for field in form.fields():
        if field.bind:
            bound = BINDINGS[field.bind].read(place)
            if field.kind == "need_outcomes":
                bound = [row | {"label": pack.label("needs", row["code"])} for row in bound]
            if field.bind in SHEETS:
                whole = whole or load_case(session.connection(), record.case_id)
                bound = list(_fact_rows(SHEETS[field.bind](whole, pack, clock.today())))
            if bound is not None:
                values[field.key] = bound
        elif field.key in record.answers:
            values[field.key] = record.answers[field.key]
    return FormAnswers(form, values, today=clock.today()).values()


def _fact_rows(facts: Iterable[Fact]) -> Iterator[dict[str, str]]:
    """What the record says by itself, as the rows of an answer."""
    for number, fact in enumerate(facts, 1):
        yield {"id": str(number), "about": fact.about, "says": fact.says, "source": fact.source}


def frozen_values(copy: Mapping[str, Any]) -> dict[str, Value]:
    """The answers by field key that a frozen copy holds: those that were shown."""
    return {
        answer["key"]: answer["value"]
        for section in copy["sections"]
        for answer in section["answers"]
    }


def write_values(
    session: Session,
    record: FormRecordRow,
    form: Form,
    changes: Mapping[str, Value],
    clock: Clock,
) -> None:
    """Put the answers where they belong: bound ones into the spine, others into the record."""
    place = Place(session, case_row(session, record.case_id), record, clock.today())
    answers = dict(record.answers)
    # The order of the form, so that people are there before anything points at them.
    for field in form.fields():
        if field.key not in changes:
            continue
        # "yesterday" means another day tomorrow: dates are kept as dates.
        value = kinds.normalise(field, changes[field.key], clock.today())
        if field.bind:
            BINDINGS[field.bind].write(place, value)
        else:
            answers[field.key] = value
    if answers != record.answers:
        record.answers = answers


def finish_record(
    session: Session,
    record: FormRecordRow,
    *,
    pack: Pack,
    user: User,
    clock: Clock,
) -> dict[str, Value]:
    """Freeze all that the form says, with its hash; gives back what it says. A question that is
    hidden says nothing, whatever was typed in it before.

    :raises NotAllowed: when it was finished before, or the case has ended.
    """
    refuse_ended(case_row(session, record.case_id), form=record.form)
    if record.finished_at is not None:
        raise NotAllowed(
            "This form is finished already",
            "A finished form is not changed; a correction is a new entry.",
            "Open the case to see it.",
        )
    case = load_case(session.connection(), record.case_id)
    said = says_now(session, record, case, pack, clock)
    form = record_form(session, record, pack)
    record.frozen, record.frozen_hash = said, str(said["sha256"])
    record.finished_at = clock.now()
    record.finished_by = user.id
    record.closed_cleanly = True
    return {field.key: kinds.empty(field) for field in form.fields()} | frozen_values(said)


def says_now(
    session: Session, record: FormRecordRow, case: Case, pack: Pack, clock: Clock
) -> dict[str, Any]:
    """The frozen copy of a form: as it was finished, or as it would be finished now."""
    if record.frozen is not None:
        return record.frozen
    form = record_form(session, record, pack)
    values = read_values(session, record, form, pack, clock)
    options = options_now(session.connection(), case, pack, clock.today())
    return frozen(form, values, options, facts=form_facts(case, pack))


def answers_of(
    session: Session, record: FormRecordRow, case: Case, pack: Pack, clock: Clock
) -> FormAnswers:
    """What a record says now, with everything worked out: what is shown, missing and wrong."""
    form = record_form(session, record, pack)
    return FormAnswers(
        form,
        read_values(session, record, form, pack, clock),
        options_now(session.connection(), case, pack, clock.today()),
        today=clock.today(),
        facts=form_facts(case, pack),
    )


def form_facts(case: Case, pack: Pack) -> dict[str, int]:
    """Numbers that a form's conditions may ask of the record."""
    return {
        "needs": count_needs([need.code for need in case.needs], pack),
        "meetings": len(case.held_meetings),
        "actions": len(case.actions),
        "open_assessments": int(case.draft("eha") is not None),
    }


class FormService(Service):
    """Opening, saving and leaving forms."""

    def open(self, record_id: UUID) -> OpenForm:
        """The form with all that is known already, or as it was finished. Changes nothing. Where it
        can only be read, confidential addresses are left out for whoever may not see them; in one
        that is filled in they stay, for what is shown there is what is saved.

        :raises NotFound: when there is no such form.
        :raises NotAllowed: for a restricted note of somebody else, or one that is finished.
        """
        with self._access.reading_rows() as session:
            record = record_row(session, record_id)
            refuse_restricted(session, record, self._user)
            form = record_form(session, record, self._pack)
            values = read_values(session, record, form, self._pack, self._clock)
            case = load_case(session.connection(), record.case_id)
            why = self._why_read_only(record, case)
            read_only = bool(why)
            newer = None if read_only else newer_form(record, self._pack)
            earlier = earlier_versions(session.connection(), record.id)
            if read_only and not may(self._user.access, Deed.SEE_CONFIDENTIAL):
                said = as_finished(record.frozen) if record.frozen is not None else ()
                kept = patterns_of(case, said)
                values = scrubbed_plain(values, kept)
                earlier = tuple(
                    replace(
                        one,
                        frozen_text=dumps(scrubbed_plain(one.frozen, kept)),
                        left_behind=scrubbed_plain(one.left_behind, kept),
                    )
                    for one in earlier
                )
            return OpenForm(
                record_id=record.id,
                case_id=record.case_id,
                reference=case.reference,
                form=form,
                title=case.family.title,
                values=values,
                options=self._options(case, session),
                facts=form_facts(case, self._pack),
                place=record.place,
                saved_at=record.saved_at,
                read_only=read_only,
                brought_back=not record.closed_cleanly,
                newer=newer.version if newer else 0,
                why_read_only=why,
                earlier=earlier,
            )

    def _why_read_only(self, record: FormRecordRow, case: Case) -> str:
        if record.finished_at is not None:
            return "This record is finished and can only be read"
        if not case.is_open and record.form not in AFTER_ENDING:
            return "This case has ended, so the form can only be read"
        deed = deed_of_form(record.form)
        if not may(self._user.access, deed):
            return f"Filling in this form is for {who_can(deed)}"
        return "This store is open to read only" if self._access.read_only else ""

    def save(
        self,
        record_id: UUID,
        changes: Mapping[str, Value],
        *,
        place: str,
        steps_done: int,
        steps_total: int,
    ) -> Saved:
        """Commit what was typed since the last save.

        :raises EhdeskError: when the store cannot take it; the screen keeps what was typed.
        :raises NotAllowed: when the form was finished, or the case closed, in the meantime.
        """
        with self._access.changing("Fill in a form") as session:
            record = record_row(session, record_id)
            self._allow(deed_of_form(record.form))
            if record.finished_at is not None:
                raise NotAllowed("This form is finished", "It cannot be changed any more.")
            open_case_row(session, record.case_id, form=record.form)
            refuse_restricted(session, record, self._user)
            form = record_form(session, record, self._pack)
            write_values(session, record, form, changes, self._clock)
            record.place = place
            record.steps_done, record.steps_total = steps_done, steps_total
            record.saved_at = self._clock.now()
            record.closed_cleanly = False
            session.flush()
        case = case_after(session, record.case_id) or self._load(record.case_id)
        with self._access.reading() as connection:
            options = options_now(connection, case, self._pack, self._clock.today())
        return Saved(self._clock.now(), options, form_facts(case, self._pack))

    def case_of(self, record_id: UUID) -> UUID:
        """:raises NotFound: when the store has no such form."""
        with self._access.reading_rows() as session:
            return record_row(session, record_id).case_id

    def glance(self, record_id: UUID) -> Glance:
        """What decides on which page a record is shown.

        :raises NotFound: when the store has no such form.
        """
        with self._access.reading_rows() as session:
            record = record_row(session, record_id)
            versions = newer_form(record, self._pack) is not None
            versions = versions or was_taken_on(session.connection(), record.id)
            return Glance(record.form, record.finished_at is not None, versions)

    def leave(self, record_id: UUID) -> None:
        """The form was closed on purpose, with everything saved."""
        with self._access.reading_rows() as reading:
            left_already = record_row(reading, record_id).closed_cleanly
        if left_already or self._access.read_only:
            return
        self._allow(Deed.FILL_IN)
        with self._access.changing("Leave a form") as session:
            record_row(session, record_id).closed_cleanly = True

    def form_of(self, record: Record) -> Form:
        """The form of a record, in the version it is in.

        :raises NotFound: when neither the pack nor the store has it any more.
        """
        try:
            return form_of(self._pack.forms, record.form, record.form_version)
        except NotFound:
            with self._access.reading_rows() as session:
                return form_in(session, self._pack, record.form, record.form_version)

    def renewal(self, record_id: UUID) -> Renewal:
        """What changed in the newer version of an open form, and what of its answers would come
        along. Changes nothing.

        :raises NotAllowed: when it is finished, the case has ended, or there is no newer version.
        """
        with self._access.reading_rows() as session:
            record, newer = self._renewable(session, record_id)
            older, _said = self._as_it_stands(session, record)
            return renewal(record, older, newer)

    def renew(self, record_id: UUID) -> None:
        """Take an open form on in the newest version. Answers come along by key; what has no place
        any more stays readable, and all that the form said until now is frozen beside it.

        :raises NotAllowed: when it is finished, the case has ended, or there is no newer version.
        """
        self._allow(Deed.FILL_IN)
        with self._access.changing("Begin the new version of a form") as session:
            record, newer = self._renewable(session, record_id)
            older, said = self._as_it_stands(session, record)
            take_on(session, record, older, newer, said, user=self._user, clock=self._clock)
            record.closed_cleanly = True

    def _renewable(self, session: Session, record_id: UUID) -> tuple[FormRecordRow, Form]:
        record = record_row(session, record_id)
        open_case_row(session, record.case_id)
        refuse_restricted(session, record, self._user)
        if record.finished_at is not None:
            raise NotAllowed("This form is finished", "It stays in the version it was written in.")
        newer = newer_form(record, self._pack)
        if newer is None:
            raise NotAllowed("This form is in its newest version already")
        return record, newer

    def _as_it_stands(
        self, session: Session, record: FormRecordRow
    ) -> tuple[FormAnswers, dict[str, Any]]:
        """Its answers in the version it is in, and the frozen copy of all that it says."""
        case = load_case(session.connection(), record.case_id)
        answers = answers_of(session, record, case, self._pack, self._clock)
        return answers, says_now(session, record, case, self._pack, self._clock)

    def _options(self, case: Case, session: Session) -> Options:
        return options_now(session.connection(), case, self._pack, self._clock.today())
