"""What an answer said before, read out of the history of the rows that keep it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Text, select, type_coerce

from ehdesk.domain.records import EarlierVersion
from ehdesk.store.chain import from_json
from ehdesk.store.spine.kept import KeptRow
from ehdesk.store.tables.forms import EarlierVersionRow
from ehdesk.store.tables.history import HistoryRow
from ehdesk.store.tables.team import UserRow

_MOST = 2000
"""Entries of history that are read for one answer, the newest of them."""
_TYPED = "_typed"
"""What a column holds beside it when a date could not be read (`spine.place.get`)."""


@dataclass(frozen=True)
class Told:
    """From ``at`` on, a column of a row said ``value``; None for nothing."""

    number: int
    """Its place in the whole history."""
    at: datetime
    by_id: UUID
    by: str
    row: KeptRow
    column: str
    value: Any


def told(connection: Connection, rows: Sequence[KeptRow]) -> tuple[Told, ...]:
    """All that these rows said, oldest first. Columns may be ``column.key`` inside a JSON."""
    by_id = {(row.table, row.row_id): row for row in rows}
    entries = _entries(connection, rows)
    said: dict[tuple[str, str], dict[str, Any]] = {}
    found = []
    for index, entry in enumerate(entries):
        key = (entry.table_name, entry.row_id)
        row = by_id.get(key)
        if row is None:
            continue
        state = said.setdefault(key, {})
        before = {column: _value(state, column) for column in row.columns}
        state.update(_now(entry, row))
        after = entries[index + 1] if index + 1 < len(entries) else None
        if after is not None and (after.operation_id, after.row_id) == (
            entry.operation_id,
            entry.row_id,
        ):
            # A date and what was typed for it change together; the last entry tells of both.
            state.setdefault("", before)
            continue
        before = state.pop("", before)
        for column in row.columns:
            value = _value(state, column)
            if value != before[column]:
                by = entry.name or ""
                found.append(Told(entry.number, entry.at, entry.user_id, by, row, column, value))
    return tuple(found)


def _entries(connection: Connection, rows: Sequence[KeptRow]) -> list[Any]:
    columns = {column for row in rows for column in row.columns}
    names = {"", *columns, *(column + _TYPED for column in columns)}
    history = HistoryRow.__table__
    query = (
        select(history, UserRow.name)
        .join(UserRow, UserRow.id == HistoryRow.user_id, isouter=True)
        .where(HistoryRow.row_id.in_({row.row_id for row in rows}), HistoryRow.field.in_(names))
        .order_by(HistoryRow.number.desc())
        .limit(_MOST)
    )
    return list(reversed(connection.execute(query).all()))


def _now(entry: Any, row: KeptRow) -> Iterator[tuple[str, Any]]:
    new = from_json(entry.new) if entry.new is not None else None
    if entry.field:
        yield entry.field, new
        return
    whole = new if isinstance(new, dict) else {}
    for column in row.columns:
        name, _, inner = column.partition(".")
        inside = whole.get(name)
        if inner:
            yield column, inside.get(inner) if isinstance(inside, dict) else None
        else:
            yield column, inside
            yield column + _TYPED, whole.get(column + _TYPED)


def _value(state: dict[str, Any], column: str) -> Any:
    """A column as an answer: a date that could not be read is what was typed."""
    value = state.get(column)
    return state.get(column + _TYPED) if value is None else value


def earlier_versions(connection: Connection, record_id: UUID) -> tuple[EarlierVersion, ...]:
    """What the form said in the versions it was in before, oldest first, restricted or not: for
    whoever may open it."""
    table = EarlierVersionRow.__table__
    query = (
        select(
            table.c.form_version,
            table.c.left_at,
            UserRow.name,
            type_coerce(table.c.frozen, Text).label("frozen"),
            table.c.left_behind,
        )
        .join(UserRow, UserRow.id == table.c.left_by, isouter=True)
        .where(table.c.record_id == record_id)
        .order_by(table.c.form_version, table.c.id)
    )
    return tuple(
        EarlierVersion(
            row.form_version, row.left_at, row.name or "", row.frozen, tuple(row.left_behind)
        )
        for row in connection.execute(query)
    )


def was_taken_on(connection: Connection, record_id: UUID) -> bool:
    """Whether the form was in another version before the one it is in."""
    found = select(EarlierVersionRow.id).where(EarlierVersionRow.record_id == record_id)
    return connection.execute(found).first() is not None
