"""The chain of history: each entry carries a hash over itself and the hash before it.

It shows that an entry was altered, taken out or put in between. Cutting off the newest entries
shows only against a backup.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, func, select

from ehdesk.store.tables.history import HistoryRow

START = "0" * 64
"""What the first entry has for the hash before it."""
_ROWS = HistoryRow.__table__
_MOST_PROBLEMS = 20


@dataclass(frozen=True)
class Entry:
    """One row of history as it is hashed and stored."""

    number: int
    operation_id: UUID
    operation: str
    user_id: UUID
    at: datetime
    table_name: str
    row_id: str
    case_id: UUID | None
    field: str
    old: str | None
    new: str | None
    previous_hash: str

    @classmethod
    def of(cls, row: RowMapping) -> Entry:
        """The entry that a selected row of the history table holds."""
        return cls(**{field.name: row[_ROWS.c[field.name]] for field in fields(cls)})

    @property
    def hash(self) -> str:
        """SHA-256 over the canonical JSON of all fields, the previous hash among them."""
        content = {field.name: getattr(self, field.name) for field in fields(self)}
        return hashlib.sha256(as_json(content).encode()).hexdigest()

    def values(self) -> dict[str, Any]:
        """What is inserted, by column."""
        content = {field.name: getattr(self, field.name) for field in fields(self)}
        return {**content, "hash": self.hash}


def verify_chain(connection: Connection) -> list[str]:
    """What is wrong with the history, in words; empty when it is whole. Reads row by row."""
    total = connection.scalar(select(func.count()).select_from(_ROWS)) or 0
    problems: list[str] = []
    number, previous = 0, START
    everything = select(_ROWS).order_by(_ROWS.c.number).execution_options(yield_per=1000)
    rows = connection.execute(everything).mappings()
    for row in rows:
        entry, stored = Entry.of(row), row[_ROWS.c.hash]
        if entry.number != number + 1:
            missing = f"{number + 1}"
            if entry.number > number + 2:
                missing = f"{number + 1} to {entry.number - 1}"
            problems.append(f"History: entry {missing} is missing.")
        elif entry.previous_hash != previous:
            problems.append(f"History: entry {entry.number} does not follow the one before it.")
        if entry.hash != stored:
            problems.append(f"History: entry {entry.number} of {total} was altered.")
        number, previous = entry.number, stored
        if len(problems) >= _MOST_PROBLEMS:
            problems.append("History: there may be more; the check stopped here.")
            break
    rows.close()
    return problems


def as_json(value: Any) -> str:
    """The one text for a value: sorted keys, no spaces, moments in UTC."""
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain
    )


def from_json(text: str) -> Any:
    """The value again; dates, moments and keys stay text."""
    return json.loads(text)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(f"History cannot hold a {type(value).__name__}")
