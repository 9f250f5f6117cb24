"""Who changed what, as people read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from ehdesk.store.chain import from_json
from ehdesk.store.queries.restricted import quiet_rows
from ehdesk.store.tables.history import HistoryRow
from ehdesk.store.tables.team import UserRow

RESTRICTED = "restricted"
"""In place of every value of a restricted note."""


@dataclass(frozen=True)
class Change:
    """One recorded change. ``old`` and ``new`` are values as they were kept, None for nothing."""

    at: datetime
    by: str
    operation: str
    table: str
    field: str
    old: object
    new: object
    operation_id: UUID


def changes_of(
    connection: Connection,
    *,
    case_id: UUID | None = None,
    row_id: UUID | None = None,
    field: str | None = None,
    most: int = 500,
) -> tuple[Change, ...]:
    """The newest changes of a case, a row or one field of it, newest first."""
    rows = HistoryRow.__table__
    query = (
        select(rows, UserRow.name)
        .join(UserRow, UserRow.id == HistoryRow.user_id, isouter=True)
        .order_by(HistoryRow.number.desc())
        .limit(most)
    )
    if case_id is not None:
        query = query.where(HistoryRow.case_id == case_id)
    if row_id is not None:
        query = query.where(HistoryRow.row_id == str(row_id))
    if field is not None:
        query = query.where(HistoryRow.field == field)
    quiet = quiet_rows(connection, case_id) if case_id is not None else frozenset()
    return tuple(
        Change(
            row.at,
            row.name or "",
            row.operation,
            row.table_name,
            row.field,
            _value(row.old, quiet=row.row_id in quiet),
            _value(row.new, quiet=row.row_id in quiet),
            row.operation_id,
        )
        for row in connection.execute(query)
    )


def ticked_at(
    connection: Connection, case_id: UUID, table: str, column: str
) -> dict[str, datetime]:
    """When a column of the case's rows was ticked, of each row that is ticked now, by its key."""
    query = (
        select(HistoryRow.row_id, HistoryRow.at, HistoryRow.field, HistoryRow.new)
        .where(HistoryRow.case_id == case_id, HistoryRow.table == table)
        .where(HistoryRow.field.in_(("", column)))
        .order_by(HistoryRow.number)
    )
    found: dict[str, datetime] = {}
    for row in connection.execute(query):
        new = from_json(row.new) if row.new is not None else None
        ticked = new.get(column) if isinstance(new, dict) else new
        if ticked is True:
            found[row.row_id] = row.at
        else:
            found.pop(row.row_id, None)
    return found


def said_by(connection: Connection, row_id: UUID, field: str, value: object) -> frozenset[UUID]:
    """The keys of everybody who made that field of a row say so."""
    query = select(HistoryRow.user_id, HistoryRow.new).where(
        HistoryRow.row_id == str(row_id), HistoryRow.field == field
    )
    return frozenset(
        row.user_id
        for row in connection.execute(query)
        if row.new is not None and from_json(row.new) == value
    )


def last_change(connection: Connection) -> datetime | None:
    """When the store was changed last, by the clock of the computer that did it; None for never."""
    query = select(HistoryRow.at).order_by(HistoryRow.number.desc()).limit(1)
    return connection.scalar(query)


def _value(kept: str | None, *, quiet: bool) -> object:
    """What was kept; of a restricted note only that something was."""
    if kept is None:
        return None
    return RESTRICTED if quiet else from_json(kept)
