"""A large store for measuring: the demo families copied many times, straight into the tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from ehdesk.desk import Desk, open_desk
from ehdesk.kernel.clock import SetClock
from ehdesk.kernel.ids import new_id
from ehdesk.store.engine import writing
from ehdesk.store.tables import METADATA
from ehdesk.store.tables.team import StoreRow
from tests.desks import PASSWORD, DemoHome, a_clock

_LEFT_ALONE = {"store", "users", "history", "form_texts", "alembic_version"}
_AT_ONCE = 500


def many_families(folder: Path, families: int, clock: SetClock | None = None) -> Desk:
    """A demo store grown to about ``families`` families, open. Takes about 3 ms a family."""
    return grown(DemoHome(folder / "made").desk(folder / "home", clock or a_clock()), families)


def grown(desk: Desk, families: int) -> Desk:
    """The demo store of this desk with its families copied until there are about so many; closed,
    and open again."""
    engine = writing(desk.store.engine)
    with engine.begin() as connection:
        rows = _read(connection)
        copies = families // len(rows["cases"])
        for first in range(1, copies, _AT_ONCE):
            batch = [
                row
                for number in range(first, min(copies, first + _AT_ONCE))
                for row in _copy(rows, number)
            ]
            for table in METADATA.sorted_tables:
                fresh = [values for name, values in batch if name == table.name]
                if fresh:
                    connection.execute(insert(table), fresh)
        connection.execute(update(StoreRow).values(next_reference=families + 1000))
        connection.exec_driver_sql("ANALYZE")
    store = desk.store.paths.folder
    desk.close()
    return open_desk(store, password=PASSWORD, clock=desk.clock, home=desk.home)


def _read(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    return {
        table.name: [dict(row._mapping) for row in connection.execute(select(table))]
        for table in METADATA.sorted_tables
        if table.name not in _LEFT_ALONE
    }


def _copy(
    rows: dict[str, list[dict[str, Any]]], number: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    fresh: dict[UUID, UUID] = {}
    for table in rows.values():
        for row in table:
            key = row.get("id") or row.get("case_id")
            fresh.setdefault(key, new_id())
    for name, table in rows.items():
        for row in table:
            yield (
                name,
                {column: _renewed(column, value, fresh, number) for column, value in row.items()},
            )


def _renewed(column: str, value: Any, fresh: dict[UUID, UUID], number: int) -> Any:
    if isinstance(value, UUID):
        return fresh.get(value, value)
    if column == "reference":
        return f"{value}-{number}"
    if column in ("family", "sort_family", "search") and isinstance(value, str):
        return f"{value} {number}"
    return value
