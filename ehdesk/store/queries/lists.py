"""The lines of Today, Requests, Cases and the sidebar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    String,
    case,
    func,
    or_,
    select,
    type_coerce,
)

from ehdesk.domain.access import Deed, Role, roles_for
from ehdesk.domain.due import DOES, OF_A_ROLE, SAFETY
from ehdesk.domain.lists import (
    CaseFilter,
    CaseLine,
    Counts,
    Draft,
    DueGroup,
    DueItem,
    Keys,
)
from ehdesk.domain.pathway import State
from ehdesk.domain.summary import Child
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.forms import FormRecordRow
from ehdesk.store.tables.summaries import CaseSummaryRow, ObligationRow
from ehdesk.store.tables.team import UserRow

SelectT = TypeVar("SelectT", bound=Select[Any])

LINES = CaseSummaryRow.__table__
DUE = ObligationRow.__table__


def _nobodys() -> ColumnElement[bool]:
    """What nobody has, or somebody who has left or whose roles do not let them do it any more."""
    kinds_of: dict[frozenset[Role], set[str]] = {}
    for kind, deed in {**DOES, **OF_A_ROLE}.items():
        kinds_of.setdefault(roles_for(deed), set()).add(kind)
    named = {kind for kinds in kinds_of.values() for kind in kinds}
    able = [
        ObligationRow.kind.in_(kinds) & ObligationRow.worker_id.in_(_who_are(roles))
        for roles, kinds in kinds_of.items()
    ]
    workers = _who_are(roles_for(Deed.WORK))
    works = ObligationRow.kind.not_in(named) & ObligationRow.worker_id.in_(workers)
    return ObligationRow.worker_id.is_(None) | ~or_(works, *able)


def _who_are(roles: frozenset[Role]) -> Select[UUID]:
    held = type_coerce(UserRow.access, String)
    has_one = or_(*(held.contains(f'"{role.value}"') for role in sorted(roles)))
    return select(UserRow.id).where(UserRow.active, has_one)


_NOBODYS = _nobodys()

_ORDERS = {
    "due": (CaseSummaryRow.sort_due, CaseSummaryRow.case_id),
    "family": (CaseSummaryRow.sort_family, CaseSummaryRow.case_id),
    "opened": (CaseSummaryRow.opened_on.desc(), CaseSummaryRow.case_id),
}


@dataclass(frozen=True)
class Whose:
    """Whose work is asked for: what ``user`` has, all of the kinds that they look after, and of
    what nobody has that which is for their roles. ``works`` says that a family which nobody has is
    theirs as well as everybody's."""

    user: UUID
    looks_after: frozenset[str] = frozenset()
    by_role: frozenset[str] = frozenset()
    works: bool = True


@dataclass(frozen=True)
class CaseIds:
    """The cases that match, in order, and how many there are without the filters."""

    ids: Keys
    of: int


def case_ids(connection: Connection, wanted: CaseFilter) -> CaseIds:
    """Which cases match, in the order asked for; keys only, so that it stays quick."""
    everything = _scope(select(func.count()).select_from(LINES), wanted)
    # Tens of thousands of keys: as the text they are stored as, several times quicker to fetch.
    key = type_coerce(CaseSummaryRow.case_id, String)
    query = _narrow(_scope(select(key), wanted), wanted)
    ids = connection.execute(query.order_by(*_ORDERS[wanted.order])).scalars().all()
    return CaseIds(Keys(ids), connection.execute(everything).scalar_one())


def case_lines(connection: Connection, ids: Sequence[UUID]) -> tuple[CaseLine, ...]:
    """The lines of these cases, in the order of ``ids``."""
    if not ids:
        return ()
    rows = connection.execute(select(LINES).where(CaseSummaryRow.case_id.in_(tuple(ids))))
    lines = {row.case_id: as_line(row) for row in rows}
    return tuple(lines[key] for key in ids if key in lines)


def waiting_requests(connection: Connection, most: int) -> tuple[CaseLine, ...]:
    """Requests that wait for a decision, for checks, for the hub, for more, for DAS, or to be
    finished; longest waiting first."""
    states = tuple(
        state.value
        for state in (
            State.SENT,
            State.ACCEPTED,
            State.HUB,
            State.RETURNED,
            State.DAS,
            State.DRAFT,
        )
    )
    query = (
        select(LINES)
        .where(CaseSummaryRow.state.in_(states))
        .order_by(
            case({state: place for place, state in enumerate(states)}, value=CaseSummaryRow.state),
            CaseSummaryRow.waiting_since,
            CaseSummaryRow.case_id,
        )
        .limit(most)
    )
    return tuple(as_line(row) for row in connection.execute(query))


def due_between(
    connection: Connection, first: date | None, last: date, whose: Whose | None, most: int
) -> DueGroup:
    """What is due from ``first`` (None: ever) to ``last``, oldest first."""
    asked = ObligationRow.due <= last
    if first is not None:
        asked = asked & (ObligationRow.due >= first)
    return _group(connection, asked, whose, most)


def waiting(connection: Connection, whose: Whose | None, most: int) -> DueGroup:
    """What waits without a date: a child's safety, then what has waited longest."""
    safe = ObligationRow.kind.not_in(SAFETY)
    return _group(connection, ObligationRow.due.is_(None), whose, most, safe)


def due_by_day(
    connection: Connection, first: date, last: date, whose: Whose | None
) -> dict[date, int]:
    """How many things are due on each day."""
    asked = _for(ObligationRow.due.between(first, last), whose)
    query = select(ObligationRow.due, func.count()).where(asked).group_by(ObligationRow.due)
    return {row[0]: row[1] for row in connection.execute(query) if row[0] is not None}


def _group(
    connection: Connection,
    asked: ColumnElement[bool],
    whose: Whose | None,
    most: int,
    *before: ColumnElement[bool],
) -> DueGroup:
    """``before`` is what the rows are put in order by before their dates."""
    asked = _for(asked, whose)
    query = (
        select(DUE)
        .where(asked)
        .order_by(*before, ObligationRow.due, ObligationRow.waiting_since, ObligationRow.id)
        .limit(most + 1)
    )
    items = tuple(_due(row) for row in connection.execute(query))
    if len(items) <= most:
        return DueGroup(items, len(items))
    total = connection.execute(select(func.count()).select_from(DUE).where(asked)).scalar_one()
    return DueGroup(items[:most], total)


def _for(asked: ColumnElement[bool], whose: Whose | None) -> ColumnElement[bool]:
    if whose is None:
        return asked
    unowned: ColumnElement[bool] = ObligationRow.kind.in_(whose.by_role)
    if whose.works:
        unowned = unowned | ObligationRow.kind.not_in(OF_A_ROLE)
    mine = ObligationRow.worker_id == whose.user
    return asked & (mine | ObligationRow.kind.in_(whose.looks_after) | (_NOBODYS & unowned))


def next_due_after(connection: Connection, day: date, whose: Whose | None) -> DueItem | None:
    """The first thing due after a day, for "Nothing is due today. Next: ..."."""
    query = (
        select(DUE)
        .where(_for(ObligationRow.due > day, whose))
        .order_by(ObligationRow.due, ObligationRow.id)
        .limit(1)
    )
    row = connection.execute(query).first()
    return _due(row) if row else None


def how_many_use_it(connection: Connection) -> int:
    """How many people may open the store."""
    query = select(func.count()).select_from(UserRow).where(UserRow.active)
    return int(connection.execute(query).scalar_one())


def drafts(connection: Connection, user: UUID | None, most: int) -> tuple[tuple[Draft, ...], int]:
    """Forms begun and not finished, newest first, and how many there are in all."""
    asked = FormRecordRow.finished_at.is_(None) & CaseSummaryRow.open
    if user is not None:
        asked &= FormRecordRow.started_by == user
    query = (
        select(
            FormRecordRow.id,
            FormRecordRow.case_id,
            FormRecordRow.form,
            FormRecordRow.steps_done,
            FormRecordRow.steps_total,
            FormRecordRow.saved_at,
            CaseSummaryRow.family,
            func.count().over(),
        )
        .join(CaseSummaryRow, CaseSummaryRow.case_id == FormRecordRow.case_id)
        .where(asked)
        .order_by(FormRecordRow.saved_at.desc())
        .limit(most)
    )
    rows = connection.execute(query).all()
    return tuple(Draft(*row[:-1]) for row in rows), rows[0][-1] if rows else 0


def counts(connection: Connection, today: date, whose: Whose | None) -> Counts:
    """The numbers beside the sidebar's names."""
    asked = _for(ObligationRow.due <= today, whose)
    due = select(func.count()).select_from(DUE).where(asked)
    waiting = (
        select(func.count()).select_from(LINES).where(CaseSummaryRow.state == State.SENT.value)
    )
    open_cases = select(func.count()).select_from(LINES).where(CaseSummaryRow.open)
    row = connection.execute(
        select(due.scalar_subquery(), waiting.scalar_subquery(), open_cases.scalar_subquery())
    ).one()
    return Counts(row[0], row[1], row[2])


def pinned(connection: Connection) -> tuple[CaseLine, ...]:
    """The cases kept at hand in the sidebar."""
    query = (
        select(LINES)
        .join(CaseRow, CaseRow.id == CaseSummaryRow.case_id)
        .where(CaseRow.pinned)
        .order_by(CaseSummaryRow.sort_family)
    )
    return tuple(as_line(row) for row in connection.execute(query))


def case_by_reference(connection: Connection, reference: str) -> UUID | None:
    """The key of a case by its reference, however it is typed."""
    query = select(CaseRow.id).where(func.upper(CaseRow.reference) == reference.strip().upper())
    return connection.execute(query).scalar_one_or_none()


def _scope(query: SelectT, wanted: CaseFilter) -> SelectT:
    query = query.where(CaseSummaryRow.open.is_(not wanted.closed))
    if wanted.worker is not None:
        query = query.where(CaseSummaryRow.worker_id == wanted.worker)
    return query


def _narrow(query: SelectT, wanted: CaseFilter) -> SelectT:
    for word in wanted.text.casefold().split():
        query = query.where(CaseSummaryRow.search.contains(word, autoescape=True))
    if wanted.states:
        query = query.where(CaseSummaryRow.state.in_(wanted.states))
    if wanted.due_from is not None:
        query = query.where(CaseSummaryRow.due >= wanted.due_from)
    if wanted.due_until is not None:
        query = query.where(CaseSummaryRow.due <= wanted.due_until)
    if wanted.waiting:
        query = query.where(CaseSummaryRow.due.is_(None))
    return query


def as_line(row: Row[*tuple[Any, ...]]) -> CaseLine:
    """A row of the summaries as a value."""
    return CaseLine(
        case_id=row.case_id,
        reference=row.reference,
        family=row.family,
        children=tuple(
            Child(name, date.fromisoformat(born) if born else None) for name, born in row.children
        ),
        state=row.state,
        route=row.route,
        open=row.open,
        lead=row.lead,
        where=row.where_words,
        track=row.track,
        track_words=row.track_words,
        next_step=row.next_step,
        next_detail=row.next_detail,
        next_kind=row.next_kind,
        due=row.due,
        waiting_since=row.waiting_since,
        opened_on=row.opened_on,
        closed_on=row.closed_on,
    )


def _due(row: Row[tuple[object, ...]]) -> DueItem:
    return DueItem(
        case_id=row.case_id,
        kind=row.kind,
        family=row.family,
        title=row.title,
        detail=row.detail,
        why=row.why,
        due=row.due,
        waiting_since=row.waiting_since,
        subject_id=row.subject_id,
    )
