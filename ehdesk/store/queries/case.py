"""One whole case, read with a fixed number of selects."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    Label,
    Row,
    Select,
    Table,
    Text,
    bindparam,
    select,
    type_coerce,
)
from sqlalchemy.orm import DeclarativeBase

from ehdesk.domain import beside
from ehdesk.domain.case import Case, Family, OtherCase
from ehdesk.domain.consent import Agreement, Consent, SharingChoice
from ehdesk.domain.findings import Area, Check, Decision, Need, Score, Voice
from ehdesk.domain.pathway import State
from ehdesk.domain.people import Home, Person, Professional, Relationship, Restriction
from ehdesk.domain.plan import (
    Action,
    Attendance,
    Closure,
    Measure,
    Meeting,
    Outcome,
    Review,
    Signpost,
)
from ehdesk.domain.records import Addition, EarlierVersion, Paper, Record, Step
from ehdesk.kernel.errors import NotFound
from ehdesk.store.queries import restricted
from ehdesk.store.queries.attachments import attachments_of
from ehdesk.store.queries.disclosures import disclosure
from ehdesk.store.queries.joined import linked_by_joining
from ehdesk.store.queries.oversight import oversight_of
from ehdesk.store.tables.cases import (
    AdditionRow,
    AgreementRow,
    CaseRow,
    ConsentRow,
    ProfessionalRow,
    SharingRow,
    StepRow,
)
from ehdesk.store.tables.contact_people import ContactPersonRow
from ehdesk.store.tables.disclosures import DisclosureRow
from ehdesk.store.tables.documents import DocumentRow
from ehdesk.store.tables.forms import EarlierVersionRow, FormRecordRow
from ehdesk.store.tables.needs import AreaRow, NeedRow, ScoreRow, VoiceRow
from ehdesk.store.tables.pathway import (
    DasReferralRow,
    HubMeetingRow,
    HubQuestionRow,
    HubSlotRow,
    PauseRow,
)
from ehdesk.store.tables.people import (
    FamilyRow,
    HomeRow,
    PersonRow,
    RelationshipRow,
    RestrictionRow,
)
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
ValueT = TypeVar("ValueT")

_USERS = select(UserRow.id, UserRow.name)


def load_case(connection: Connection, case_id: UUID) -> Case:
    """The case with this key.

    :raises NotFound: when there is none.
    """
    case = connection.execute(_live(CaseRow, "id", ()), {"owner": case_id}).first()
    if case is None:
        raise NotFound("That case is not in this store")
    users = {row.id: row.name for row in connection.execute(_USERS)}
    return _assemble(_Reader(connection, case_id), case, users)


class _Reader:
    """Reads the rows of one case, table by table."""

    def __init__(self, connection: Connection, case_id: UUID) -> None:
        self.connection = connection
        self._case_id = case_id

    def rows(self, kind: type[DeclarativeBase], *order: str) -> Rows:
        """All rows of the case in that table, without those taken out of their list."""
        query = _live(kind, "case_id", order)
        return list(self.connection.execute(query, {"owner": self._case_id}))

    def family(self, family_id: UUID) -> Row[Any]:
        return self.connection.execute(_live(FamilyRow, "id", ()), {"owner": family_id}).one()

    def of_family(self, kind: type[DeclarativeBase], family_id: UUID) -> Rows:
        """All rows of the family in a list, in their order; cases in the order of their days."""
        order = "position" if "position" in _table(kind).c else "opened_on"
        query = _live(kind, "family_id", (order,))
        return list(self.connection.execute(query, {"owner": family_id}))


@cache
def _live(kind: type[DeclarativeBase], owner: str, order: tuple[str, ...]) -> Select[Any]:
    """The rows of that table whose column ``owner`` says ``:owner``, without those taken out of
    their list. Made once each: a case is read at every save, and making its statements took longer
    than running them."""
    table = _table(kind)
    column = table.c[owner]
    columns = (_as_text(each) if each.name == "frozen" else each for each in table.c)
    query = select(*columns).where(column == bindparam("owner", type_=column.type))
    if "removed" in table.c:
        query = query.where(table.c.removed.is_(False))
    return query.order_by(*(table.c[name] for name in dict.fromkeys((*order, "id"))))


def _as_text(column: Column[Any]) -> Label[str]:
    """A column of JSON as it is kept, not taken apart."""
    return type_coerce(column, Text).label(column.name)


def _table(kind: type[DeclarativeBase]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)  # noqa: S101 (every row class here has a plain table)
    return table


def _assemble(read: _Reader, case: Row[Any], users: dict[UUID, str]) -> Case:
    family = read.family(case.family_id)
    scores = _grouped(read.rows(ScoreRow, "position"), "area_id")
    earlier = _grouped(read.rows(EarlierVersionRow, "form_version"), "record_id")
    attendance = _grouped(read.rows(AttendanceRow, "position"), "meeting_id")
    consent = next(iter(read.rows(ConsentRow, "id")), None)
    decision = next(iter(reversed(read.rows(DecisionRow, "id"))), None)
    at_contacts = _grouped(read.rows(ContactPersonRow, "id"), "contact_id")
    reviews = read.rows(ReviewRow, "number")
    closure = next(iter(read.rows(ClosureRow, "id")), None)
    linked = linked_by_joining(read.connection, case.id, case.joins_case_id)
    return Case(
        id=case.id,
        reference=case.reference,
        state=State(case.state),
        route=case.route,
        family=_like(Family, family),
        opened_on=case.opened_on,
        closed_on=case.closed_on,
        request_type=case.request_type,
        ehc_plan=case.ehc_plan,
        cluster=case.cluster,
        role=case.role,
        worker=users.get(case.worker_id, case.worker) if case.worker_id else case.worker,
        worker_id=case.worker_id,
        created_by=case.created_by,
        lead_practitioner_id=case.lead_practitioner_id,
        asker_kind=case.asker_kind,
        asker_person_id=case.asker_person_id,
        asker_id=case.asker_id,
        pinned=case.pinned,
        people=tuple(_like(Person, row) for row in read.of_family(PersonRow, case.family_id)),
        professionals=tuple(_like(Professional, r) for r in read.rows(ProfessionalRow, "position")),
        consent=_consent(consent) if consent else None,
        steps=tuple(_step(row, users) for row in read.rows(StepRow, "number")),
        records=tuple(
            _record(restricted.record(r), users, restricted.earlier(r, earlier[r.id]))
            for r in read.rows(FormRecordRow, "started_at", "id")
        ),
        needs=tuple(_like(Need, r) for r in read.rows(NeedRow, "position")),
        areas=tuple(
            Area(
                r.area,
                r.going_well,
                r.worries,
                r.need,
                tuple(Score(s.kind, s.name, s.value) for s in scores[r.id]),
                tuple(r.about),
                r.known_from,
            )
            for r in read.rows(AreaRow, "id")
        ),
        voices=tuple(_like(Voice, r) for r in read.rows(VoiceRow, "position")),
        checks=tuple(
            Check(r.id, r.name, r.asked_on, r.result, r.back)
            for r in read.rows(CheckRow, "position")
        ),
        decision=_decision(decision, users) if decision else None,
        meetings=tuple(_meeting(r, attendance[r.id]) for r in read.rows(MeetingRow, "number")),
        outcomes=_outcomes(read, {r.id: r.number for r in reviews if r.finished}),
        reviews=tuple(
            Review(r.id, r.number, r.held_on, r.was_due, r.next_due, r.decision, r.finished)
            for r in reviews
        ),
        closure=(
            Closure(closure.closed_on, closure.reason, closure.manager, closure.manager_line)
            if closure
            else None
        ),
        signposts=tuple(
            Signpost(r.id, r.service, r.detail) for r in read.rows(SignpostRow, "position")
        ),
        contacts=tuple(
            restricted.contact(r, at_contacts.get(r.id, ()))
            for r in read.rows(ContactRow, "happened_on", "id")
        ),
        papers=tuple(
            Paper(r.kind, r.title, r.made_at, users.get(r.user_id, ""), r.way, r.pages, r.sha256)
            for r in read.rows(DocumentRow, "made_at", "id")
        ),
        disclosures=tuple(
            disclosure(r, users) for r in read.rows(DisclosureRow, "shared_on", "recorded_at", "id")
        ),
        additions=tuple(
            Addition(r.id, r.added_at, users.get(r.user_id, ""), r.text, r.happened_on)
            for r in read.rows(AdditionRow, "added_at", "id")
        ),
        homes=tuple(_like(Home, r) for r in read.of_family(HomeRow, case.family_id)),
        relationships=tuple(
            _like(Relationship, r) for r in read.of_family(RelationshipRow, case.family_id)
        ),
        restrictions=tuple(
            _like(Restriction, r) for r in read.of_family(RestrictionRow, case.family_id)
        ),
        agreements=tuple(_like(Agreement, r) for r in read.rows(AgreementRow, "position")),
        sharing=tuple(_like(SharingChoice, r) for r in read.rows(SharingRow, "position")),
        other_cases=tuple(
            OtherCase(
                r.id,
                r.reference,
                State(r.state),
                r.opened_on,
                r.closed_on,
                r.kind,
                users.get(r.worker_id, r.worker) if r.worker_id else r.worker,
            )
            for r in read.of_family(CaseRow, case.family_id)
            if r.id != case.id
        ),
        joins=next((one for one in linked if one.id == case.joins_case_id), None),
        joined_by=tuple(one for one in linked if one.id != case.joins_case_id),
        attachments=attachments_of(read.connection, case.id),
        kind=case.kind,
        previous_case_id=case.previous_case_id,
        joins_case_id=case.joins_case_id,
        joins_where=case.joins_where,
        ehc_mode=case.ehc_mode,
        holds_holidays=case.holds_holidays,
        held_until=case.held_until,
        referrer_told_on=case.referrer_told_on,
        das_referrals=tuple(
            _like(beside.DasReferral, r) for r in read.rows(DasReferralRow, "happened_on", "id")
        ),
        pauses=tuple(_like(beside.Pause, r) for r in read.rows(PauseRow, "starts_on", "id")),
        hub_slots=_hub_slots(read.connection, case.id),
        hub_questions=tuple(
            _like(beside.HubQuestion, r) for r in read.rows(HubQuestionRow, "asked_on", "id")
        ),
        **oversight_of(read.connection, case.id, users),
    )


def _hub_slots(connection: Connection, case_id: UUID) -> tuple[beside.HubSlot, ...]:
    slot, meeting = _table(HubSlotRow), _table(HubMeetingRow)
    query = (
        select(slot, meeting.c.held_on)
        .join(meeting, meeting.c.id == slot.c.meeting_id)
        .where(slot.c.case_id == case_id)
        .order_by(meeting.c.held_on, slot.c.number, slot.c.id)
    )
    return tuple(
        beside.HubSlot(
            r.id, r.meeting_id, r.held_on, r.starts, r.minutes, r.heard_at is not None, r.outcome
        )
        for r in connection.execute(query)
    )


def _grouped(rows: Rows, key: str) -> defaultdict[UUID, Rows]:
    groups: defaultdict[UUID, Rows] = defaultdict(list)
    for row in rows:
        groups[getattr(row, key)].append(row)
    return groups


def _like(kind: type[ValueT], row: Row[Any]) -> ValueT:
    """The value whose fields are columns of the row by the same names; lists become tuples."""
    found = {}
    for name in kind.__dataclass_fields__:  # type: ignore[attr-defined]
        value = getattr(row, name)
        found[name] = tuple(value) if isinstance(value, list) else value
    return kind(**found)


def _consent(row: Row[Any]) -> Consent:
    return Consent(
        row.how,
        row.given_on,
        tuple(UUID(person) for person in row.given_by),
        tuple(row.covers),
        row.not_with,
        tuple(UUID(person) for person in row.for_whom),
        row.review_on,
        row.withdrawn_on,
        row.withdrawn_by,
        row.withdrawn_how,
    )


def _step(row: Row[Any], users: dict[UUID, str]) -> Step:
    return Step(
        row.number,
        row.move,
        row.from_state,
        row.to_state,
        row.happened_on,
        row.recorded_at,
        users.get(row.user_id, ""),
        row.reason,
        row.record_id,
        row.user_id,
    )


def _record(row: Row[Any], users: dict[UUID, str], earlier: Rows) -> Record:
    return Record(
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
        row.frozen or "",
        row.frozen_hash,
        tuple(
            EarlierVersion(
                one.form_version,
                one.left_at,
                users.get(one.left_by, ""),
                one.frozen,
                tuple(one.left_behind),
            )
            for one in earlier
        ),
        row.started_by,
    )


def _decision(row: Row[Any], users: dict[UUID, str]) -> Decision:
    return Decision(
        row.decided_on,
        users.get(row.decided_by, ""),
        row.harm_now,
        row.threshold_met,
        row.route,
        row.needs_count,
        row.reason,
        row.against_guidance,
        row.outcome,
    )


def _meeting(row: Row[Any], attendance: Rows) -> Meeting:
    return Meeting(
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
        tuple(_like(Attendance, a) for a in attendance),
    )


def _outcomes(read: _Reader, reviews: dict[UUID, int]) -> tuple[Outcome, ...]:
    """:param reviews: the numbers of those held; how far an outcome got is told in this order, the
    closing last. What a review still being written says does not count yet.
    """
    actions = _grouped(read.rows(ActionRow, "position"), "outcome_id")
    last = max(reviews.values(), default=0) + 1
    counted = [m for m in read.rows(MeasureRow) if m.review_id is None or m.review_id in reviews]
    told = sorted(counted, key=lambda m: reviews[m.review_id] if m.review_id else last)
    measures = _grouped(told, "outcome_id")
    return tuple(
        Outcome(
            row.id,
            number,
            row.title,
            row.words,
            row.words_by,
            row.start,
            row.hoped,
            row.agreed_on,
            tuple(Measure(m.review_id, m.words, m.score) for m in measures[row.id]),
            tuple(
                Action(
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
                    action.support,
                    action.measure,
                )
                for place, action in enumerate(actions[row.id], 1)
            ),
            tuple(row.needs),
            tuple(row.people),
        )
        for number, row in enumerate(read.rows(OutcomeRow, "position"), 1)
    )
