"""Taking one operation back, as history tells it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Mapper, Session

from ehdesk.kernel.errors import NotAllowed
from ehdesk.store.chain import as_json, from_json
from ehdesk.store.tables.base import Base, Listed
from ehdesk.store.tables.history import HistoryRow


def undo(session: Session, operation_id: UUID) -> None:
    """Put everything that an operation changed back to what it was before. The undoing is an
    operation of its own; history keeps both.

    :raises NotAllowed: when something of it has been changed again since. Nothing is undone then.
    """
    changes = session.scalars(
        select(HistoryRow)
        .where(HistoryRow.operation_id == operation_id)
        .order_by(HistoryRow.number.desc())
    ).all()
    mappers = {mapper.class_.__tablename__: mapper for mapper in Base.registry.mappers}
    for change in changes:
        row = session.get(mappers[change.table].class_, UUID(change.row_id))
        if row is None:
            raise _changed_since()
        if not change.field:
            _take_out(row)
            continue
        column, _, key = change.field.partition(".")
        held = getattr(row, column)
        now = held.get(key) if key else held
        if change.new is None or as_json(now) != change.new:
            raise _changed_since()
        before = from_json(change.old) if change.old is not None else None
        if key:
            rest = {name: value for name, value in held.items() if name != key}
            setattr(row, column, rest | ({key: before} if before is not None else {}))
        else:
            setattr(row, column, _typed(mappers[change.table], column, before))


def _take_out(row: Any) -> None:
    """A row that the operation added leaves its list."""
    if not isinstance(row, Listed):
        raise _changed_since()
    row.removed = True


def _typed(mapper: Mapper[Any], column: str, value: Any) -> Any:
    """What history keeps as text, as the column holds it."""
    if not isinstance(value, str):
        return value
    kind = inspect(mapper.class_).columns[column].type.python_type
    if kind is UUID:
        return UUID(value)
    if kind is datetime:
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if kind is date else value


def _changed_since() -> NotAllowed:
    return NotAllowed(
        "This cannot be undone any more",
        "Something of it has been changed since. Nothing was put back.",
        "Open the family’s record to see every change.",
    )
