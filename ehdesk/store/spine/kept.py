"""Where an answer is kept, for whoever looks into its history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ehdesk.store.tables.base import Base


@dataclass(frozen=True)
class KeptRow:
    """One row of a table that an answer is read from.

    ``columns`` are called the same in the answer and in the table. ``answer_id`` is the id of the
    row in the answer, "" for an answer without rows; ``inside`` is the column of the answer that
    holds it when rows have rows ("actions"), and ``under`` the row that has that column.
    ``taken_out`` is the row as an answer when it is out of its list.
    """

    table: str
    row_id: str
    columns: tuple[str, ...]
    answer_id: str = ""
    inside: str = ""
    under: str = ""
    taken_out: dict[str, Any] | None = None


def kept(row: Base, columns: Iterable[str], answer_id: str = "", **more: Any) -> KeptRow:
    """A row as it is kept, without those of its columns that hold rows."""
    return KeptRow(row.__tablename__, str(getattr(row, "id")), tuple(columns), answer_id, **more)  # noqa: B009
