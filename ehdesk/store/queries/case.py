"""One whole case, read with a fixed number of selects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Table, select
from sqlalchemy.orm import DeclarativeBase

from ehdesk.domain import case as values
from ehdesk.domain.pathway import State
from ehdesk.domain.people import Person, Professional
from ehdesk.kernel.errors import NotFound
from ehdesk.store.queries.disclosures import disclosure
from ehdesk.store.tables.cases import AdditionRow, CaseRow, ConsentRow, ProfessionalRow, StepRow
from ehdesk.store.tables.disclosures import DisclosureRow
from ehdesk.store.tables.documents import DocumentRow
from ehdesk.store.tables.forms import FormRecordRow
from ehdesk.store.tables.needs import AreaRow, NeedRow, ScoreRow, VoiceRow
from ehdesk.store.tables.people import FamilyRow, PersonRow
from ehdesk.store.tables.team import UserRow
from ehdesk.store.tables.work import (
    ActionRow,
    AttendanceRow,
    CheckRow,
    ClosureRow,
    ContactRow,
    DecisionRow,
    MeasureRow,
    MeetingRow,
    OutcomeRow,
    ReviewRow,
    SignpostRow,
)

Rows = list[Row[Any]]


def load_case(connection: Connection, case_id: UUID) -> values.Case:
    """The case with this key.

    :raises NotFound: when there is none.
    """
    case = connection.execute(select(_table(CaseRow)).where(CaseRow.id == case_id)).first()
    if case is None:
        raise NotFound("That case is not in this store")
    users = {row.id: row.name for row in connection.execute(select(UserRow.id, UserRow.name))}
    return _assemble(_Reader(connection, case_id), case, users)


class _Reader:
    """Reads the rows of one case, table by table."""

    def __init__(self, connection: Connection, case_id: UUID) -> None:
        self._connection = connection
        self._case_id = case_id

    def rows(self, kind: type[DeclarativeBase], *order: str) -> Rows:
        """All rows of the case in that table, without those taken out of their list."""
        table = _table(kind)
        query = select(table).where(table.c.case_id == self._case_id)
        return self._live(table, query, order)

    def family(self, family_id: UUID) -> Row[Any]:
        table = _table(FamilyRow)
        return self._connection.execute(select(table).where(table.c.id == family_id)).one()

    def people(self, family_id: UUID) -> Rows:
        table = _table(PersonRow)
        query = select(table).where(table.c.family_id == family_id)
        return self._live(table, query, ("position", "id"))

    def _live(self, table: Table, query: Any, order: Iterable[str]) -> Rows:
        if "removed" in table.c:
            query = query.where(table.c.removed.is_(False))
        by = [table.c[name] for name in order if name != "id"]
        return list(self._connection.execute(query.order_by(*by, table.c.id)))


def _table(kind: type[DeclarativeBase]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)  # noqa: S101 (every row class here has a plain table)
    return table


def _assemble(read: _Reader, case: Row[Any], users: dict[UUID, str]) -> values.Case:
    family = read.family(case.family_id)
    scores = _grouped(read.rows(ScoreRow, "position"), "area_id")
    attendance = _grouped(read.rows(AttendanceRow, "position"), "meeting_id")
    consent = next(iter(read.rows(ConsentRow, "id")), None)
    decision = next(iter(reversed(read.rows(DecisionRow, "id"))), None)
    reviews = read.rows(ReviewRow, "number")
    closure = next(iter(read.rows(ClosureRow, "id")), None)
    return values.Case(
        id=case.id,
        reference=case.reference,
        state=State(case.state),
        route=case.route,
        family=values.Family(
            family.id,
            family.name,
            family.address,
            family.postcode,
            family.contact_note,
            family.interpreter,
            family.interpreter_note,
        ),
        opened_on=case.opened_on,
        closed_on=case.closed_on,
        request_type=case.request_type,
        ehc_plan=case.ehc_plan,
        cluster=case.cluster,
        role=case.role,
        worker=users.get(case.worker_id, case.worker) if case.worker_id else case.worker,
        worker_id=case.worker_id,
        lead_practitioner_id=case.lead_practitioner_id,
        asker_kind=case.asker_kind,
        asker_person_id=case.asker_person_id,
        asker_id=case.asker_id,
        pinned=case.pinned,
        people=tuple(_person(row) for row in read.people(case.family_id)),
        professionals=tuple(_professional(r) for r in read.rows(ProfessionalRow, "position")),
        consent=_consent(consent) if consent else None,
        steps=tuple(_step(row, users) for row in read.rows(StepRow, "number")),
        records=tuple(_record(r, users) for r in read.rows(FormRecordRow, "started_at", "id")),
        needs=tuple(
            values.Need(r.id, r.code, r.note, r.found_at, r.outcome, r.evidence)
            for r in read.rows(NeedRow, "position")
        ),
        areas=tuple(
            values.Area(
                r.area,
                r.going_well,
                r.worries,
                r.need,
                tuple(values.Score(s.kind, s.name, s.value) for s in scores[r.id]),
            )
            for r in read.rows(AreaRow, "id")
        ),
        voices=tuple(
            values.Voice(r.id, r.person_id, r.words, r.how, r.on, r.gathered_by)
            for r in read.rows(VoiceRow, "position")
        ),
        checks=tuple(
            values.Check(r.id, r.name, r.asked_on, r.result, r.back)
            for r in read.rows(CheckRow, "position")
        ),
        decision=_decision(decision, users) if decision else None,
        meetings=tuple(_meeting(r, attendance[r.id]) for r in read.rows(MeetingRow, "number")),
        outcomes=_outcomes(read, {r.id: r.number for r in reviews if r.finished}),
        reviews=tuple(
            values.Review(r.id, r.number, r.held_on, r.was_due, r.next_due, r.decision, r.finished)
            for r in reviews
        ),
        closure=(
            values.Closure(closure.closed_on, closure.reason, closure.manager, closure.manager_line)
            if closure
            else None
        ),
        signposts=tuple(
            values.Signpost(r.id, r.service, r.detail) for r in read.rows(SignpostRow, "position")
        ),
        contacts=tuple(
            values.Contact(r.id, r.kind, r.happened_on, r.happened_at, r.who, r.note)
            for r in read.rows(ContactRow, "happened_on", "id")
        ),
        papers=tuple(
            values.Paper(
                r.kind, r.title, r.made_at, users.get(r.user_id, ""), r.way, r.pages, r.sha256
            )
            for r in read.rows(DocumentRow, "made_at", "id")
        ),
        disclosures=tuple(
            disclosure(r, users)
            for r in read.rows(DisclosureRow, "shared_on", "recorded_at", "id")
        ),
        additions=tuple(
            values.Addition(r.added_at, users.get(r.user_id, ""), r.text)
            for r in read.rows(AdditionRow, "added_at", "id")
        ),
    )


def _grouped(rows: Rows, key: str) -> defaultdict[UUID, Rows]:
    groups: defaultdict[UUID, Rows] = defaultdict(list)
    for row in rows:
        groups[getattr(row, key)].append(row)
    return groups


def _person(row: Row[Any]) -> Person:
    return Person(
        id=row.id,
        kind=row.kind,
        given_name=row.given_name,
        family_name=row.family_name,
        relationship=row.relationship,
        date_of_birth=row.date_of_birth,
        date_of_birth_not_known=row.date_of_birth_not_known,
        school=row.school,
        year_group=row.year_group,
        lives=row.lives,
        parental_responsibility=row.parental_responsibility,
        phone=row.phone,
    )


def _professional(row: Row[Any]) -> Professional:
    return Professional(
        id=row.id,
        name=row.name,
        role=row.role,
        agency=row.agency,
        phone=row.phone,
        email=row.email,
        involvement=row.involvement,
    )


def _consent(row: Row[Any]) -> values.Consent:
    given_by = tuple(UUID(person) for person in row.given_by)
    return values.Consent(row.how, row.given_on, given_by, tuple(row.covers), row.not_with)


def _step(row: Row[Any], users: dict[UUID, str]) -> values.Step:
    return values.Step(
        row.number,
        row.move,
        row.from_state,
        row.to_state,
        row.happened_on,
        row.recorded_at,
        users.get(row.user_id, ""),
        row.reason,
        row.record_id,
    )


def _record(row: Row[Any], users: dict[UUID, str]) -> values.Record:
    return values.Record(
        row.id,
        row.form,
        row.form_version,
        row.subject_id,
        row.answers,
        row.place,
        row.steps_done,
        row.steps_total,
        row.started_at,
        row.saved_at,
        row.closed_cleanly,
        row.finished_at,
        users.get(row.finished_by, "") if row.finished_by else "",
        row.frozen,
        row.frozen_hash,
    )


def _decision(row: Row[Any], users: dict[UUID, str]) -> values.Decision:
    return values.Decision(
        row.decided_on,
        users.get(row.decided_by, ""),
        row.harm_now,
        row.threshold_met,
        row.route,
        row.needs_count,
        row.reason,
        row.against_guidance,
    )


def _meeting(row: Row[Any], attendance: Rows) -> values.Meeting:
    return values.Meeting(
        row.id,
        row.number,
        row.planned_on,
        row.held_on,
        row.starts,
        row.ends,
        row.venue,
        row.chair,
        row.minute_taker,
        row.next_on,
        row.next_venue,
        row.finished,
        tuple(values.Attendance(a.id, a.name, a.role, a.kind, a.came) for a in attendance),
    )


def _outcomes(read: _Reader, reviews: dict[UUID, int]) -> tuple[values.Outcome, ...]:
    """:param reviews: the numbers of those held; how far an outcome got is told in this order, the
    closing last. What a review still being written says does not count yet.
    """
    actions = _grouped(read.rows(ActionRow, "position"), "outcome_id")
    last = max(reviews.values(), default=0) + 1
    counted = [m for m in read.rows(MeasureRow) if m.review_id is None or m.review_id in reviews]
    told = sorted(counted, key=lambda m: reviews[m.review_id] if m.review_id else last)
    measures = _grouped(told, "outcome_id")
    return tuple(
        values.Outcome(
            row.id,
            number,
            row.title,
            row.words,
            row.words_by,
            row.start,
            row.hoped,
            row.agreed_on,
            tuple(values.Measure(m.review_id, m.words, m.score) for m in measures[row.id]),
            tuple(
                values.Action(
                    action.id,
                    f"{number}.{place}",
                    action.what,
                    action.who,
                    action.by_when,
                    action.by_words,
                    action.progress,
                    action.note,
                    action.agreed_on,
                    action.done_on,
                )
                for place, action in enumerate(actions[row.id], 1)
            ),
        )
        for number, row in enumerate(read.rows(OutcomeRow, "position"), 1)
    )
