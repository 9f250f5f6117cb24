"""Writes history: who changed which field from what to what, in which operation.

One hook on the session sees every row that a unit of work adds, changes or removes. Left out are
classes with ``__history__ = False``, columns with ``info={"history": False}`` (a place on a page,
the time of the last autosave) and version counters. Changing rows in bulk goes past the session,
so it is refused for tables that have a history.

While someone goes on typing into one field, the newest row is rewritten instead of adding a row
for every pause, but only when all that was saved before is still in the new text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, event, insert, inspect, select
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, UOWTransaction

from ehdesk.store.chain import START, Entry, as_json, from_json
from ehdesk.store.tables.base import Base
from ehdesk.store.tables.history import HistoryRow

TYPING_PAUSE = timedelta(minutes=2)
_ROWS = HistoryRow.__table__


@dataclass(frozen=True)
class Operation:
    """What one unit of work does, who does it and when."""

    id: UUID
    name: str
    user_id: UUID
    at: datetime


@dataclass
class Touched:
    """The cases and families whose rows a unit of work changed."""

    cases: set[UUID] = field(default_factory=set)
    families: set[UUID] = field(default_factory=set)


@dataclass(frozen=True)
class _Change:
    table: str
    row_id: str
    case_id: UUID | None
    field: str
    old: str | None
    new: str | None


def record(session: Session, operation: Operation) -> Touched:
    """Write history for all that this session will change; returns what it touches, as it goes."""
    touched = Touched()
    waiting: list[_Change] = []

    def before_flush(session: Session, _context: UOWTransaction, _rows: object) -> None:
        waiting.clear()
        _refuse_rewriting(session)
        for row in session.dirty:
            if _is_recorded(row) and session.is_modified(row):
                waiting.extend(_changed(session, row))
        for row in session.deleted:
            if _is_recorded(row):
                waiting.append(_whole(row, removed=True))
        for row in (*session.new, *session.dirty, *session.deleted):
            _touch(touched, row)

    def after_flush(session: Session, _context: UOWTransaction) -> None:
        # Only now do new rows have their keys and defaults.
        added = [_whole(row, removed=False) for row in session.new if _is_recorded(row)]
        for row in session.new:
            _touch(touched, row)
        _write(session.connection(), operation, [*added, *waiting])
        waiting.clear()

    event.listen(session, "before_flush", before_flush)
    event.listen(session, "after_flush", after_flush)
    event.listen(session, "do_orm_execute", _refuse_bulk)
    return touched


def adds_to(before: Any, after: Any) -> bool:
    """Whether ``after`` still holds all that ``before`` said: only text or entries were put in."""
    if isinstance(before, str) and isinstance(after, str):
        start = 0
        while start < len(before) and start < len(after) and before[start] == after[start]:
            start += 1
        return len(after) >= len(before) and after.endswith(before[start:])
    if isinstance(before, dict) and isinstance(after, dict):
        return all(key in after and adds_to(value, after[key]) for key, value in before.items())
    if isinstance(before, list) and isinstance(after, list):
        return len(before) <= len(after) and all(map(adds_to, before, after))
    return type(before) is type(after) and bool(before == after)


def _refuse_rewriting(session: Session) -> None:
    changed = [row for row in session.dirty if session.is_modified(row)]
    for row in (*changed, *session.deleted):
        if isinstance(row, Base) and row.__append_only__:
            raise RuntimeError(f"Rows of {row.__tablename__} are only ever added")


def _is_recorded(row: object) -> bool:
    return isinstance(row, Base) and bool(row.__history__)


def _touch(touched: Touched, row: object) -> None:
    if not isinstance(row, Base) or not row.__history__:
        return
    cases, families = _now_and_before(row, _key_of_case(row)), _now_and_before(row, "family_id")
    touched.cases.update(cases)
    if row.__tablename__ == "families":
        families = _now_and_before(row, "id")
    # What is due for a case may speak of the others of its family.
    if not cases or row.__tablename__ == "cases":
        touched.families.update(families)


def _case(row: Base) -> UUID | None:
    """The case that a row is of; of one that was taken away from its case, that case."""
    return next(iter(_now_and_before(row, _key_of_case(row))), None)


def _key_of_case(row: Base) -> str:
    return "id" if row.__tablename__ == "cases" else "case_id"


def _now_and_before(row: Base, name: str) -> tuple[UUID, ...]:
    """The key in a column, then the one that stood there before this change."""
    attributes = inspect(row).attrs
    past = attributes[name].history.deleted if name in attributes else ()
    return tuple(key for key in (getattr(row, name, None), *(past or ())) if isinstance(key, UUID))


def _row_id(row: Base) -> str:
    mapper: Mapper[Any] = inspect(type(row))
    return "/".join(str(value) for value in mapper.primary_key_from_instance(row))


def _columns(row: Base) -> Iterator[str]:
    mapper: Mapper[Any] = inspect(type(row))
    for attribute in mapper.column_attrs:
        column = attribute.columns[0]
        if column is not mapper.version_id_col and column.info.get("history", True):
            yield attribute.key


def _whole(row: Base, *, removed: bool) -> _Change:
    said = {name: getattr(row, name) for name in _columns(row)}
    content = as_json({name: value for name, value in said.items() if value is not None})
    old, new = (content, None) if removed else (None, content)
    return _Change(row.__tablename__, _row_id(row), _case(row), "", old, new)


def _changed(session: Session, row: Base) -> Iterator[_Change]:
    state = inspect(row)
    for name in _columns(row):
        past = state.attrs[name].history
        if not past.added:
            continue
        # A value that nothing had asked for before it was set is still in the database.
        old = past.deleted[0] if past.deleted else _stored(session, row, name)
        for path, before, after in _differences(name, old, past.added[0]):
            yield _Change(row.__tablename__, _row_id(row), _case(row), path, before, after)


def _stored(session: Session, row: Base, name: str) -> Any:
    mapper: Mapper[Any] = inspect(type(row))
    identity = inspect(row).identity or ()
    keys = zip(mapper.primary_key, identity, strict=True)
    column = mapper.column_attrs[name].columns[0]
    return session.connection().scalar(select(column).where(*(key == at for key, at in keys)))


def _differences(name: str, old: Any, new: Any) -> Iterator[tuple[str, str | None, str | None]]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in sorted(old.keys() | new.keys()):
            before, after = _json(old.get(key)), _json(new.get(key))
            if before != after:
                yield f"{name}.{key}", before, after
    elif _json(old) != _json(new):
        yield name, _json(old), _json(new)


def _json(value: Any) -> str | None:
    return None if value is None else as_json(value)


def _write(connection: Connection, operation: Operation, changes: list[_Change]) -> None:
    if not changes:
        return
    newest = select(_ROWS).order_by(_ROWS.c.number.desc()).limit(1)
    found = connection.execute(newest).mappings().first()
    last = Entry.of(found) if found else None
    fresh: list[Entry] = []
    for change in changes:
        old = change.old
        if last and not fresh and _goes_on(last, change, operation):
            connection.execute(delete(HistoryRow).where(HistoryRow.number == last.number))
            number, previous, old = last.number, last.previous_hash, last.old
        else:
            number, previous = (last.number + 1, last.hash) if last else (1, START)
        last = Entry(
            number=number,
            operation_id=operation.id,
            operation=operation.name,
            user_id=operation.user_id,
            at=operation.at,
            table_name=change.table,
            row_id=change.row_id,
            case_id=change.case_id,
            field=change.field,
            old=old,
            new=change.new,
            previous_hash=previous,
        )
        fresh.append(last)
    connection.execute(insert(HistoryRow), [entry.values() for entry in fresh])


def _goes_on(last: Entry, change: _Change, operation: Operation) -> bool:
    same_field = (last.table_name, last.row_id, last.field, last.new) == (
        change.table,
        change.row_id,
        change.field,
        change.old,
    )
    if not same_field or not change.field or last.new is None or change.new is None:
        return False
    same_act = (last.user_id, last.operation) == (operation.user_id, operation.name)
    soon = timedelta(0) <= operation.at - last.at <= TYPING_PAUSE
    return same_act and soon and adds_to(from_json(last.new), from_json(change.new))


def _refuse_bulk(state: ORMExecuteState) -> None:
    if not (state.is_insert or state.is_update or state.is_delete):
        return
    name = getattr(getattr(state.statement, "table", None), "name", None)
    for mapper in Base.registry.mappers:
        if mapper.class_.__tablename__ == name and mapper.class_.__history__:
            raise RuntimeError(f"Rows of {name} change one by one, so that history sees them")
