"""What an answer said before, and how it is put back."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ehdesk.forms.spec import Row, Value
from ehdesk.writing.differing import shared_ends

SAME_SITTING = timedelta(minutes=2)
_CARRIED_OVER = 0.8
"""So much of a text is still there when somebody goes on writing at it."""


@dataclass(frozen=True)
class Version:
    """An answer, or one column of one of its rows, as it was said from ``at`` on.

    ``what`` names the row and the column, "" for an answer without rows; ``lines`` is what it
    said in words, nothing when it was emptied. ``value`` is what is put back: the answer, the
    column, or the whole row when ``column`` is "" (a row that was taken out).
    """

    at: datetime
    by: str
    what: str
    lines: tuple[str, ...]
    is_now: bool
    value: Any
    row_id: str = ""
    column: str = ""
    inside: str = ""
    under: str = ""


def put_back(answer: Value, version: Version) -> Value:
    """The answer with this version in it again. :raises LookupError: when its row is gone."""
    if not version.row_id:
        value: Value = copy.deepcopy(version.value)
        return value
    answer = copy.deepcopy(answer)
    rows: Any = answer if isinstance(answer, list) else []
    if version.under:
        rows = _row(rows, version.under)[version.inside]
    if not version.column:
        if all(row["id"] != version.row_id for row in rows):
            rows.append(copy.deepcopy(version.value))
    else:
        _row(rows, version.row_id)[version.column] = copy.deepcopy(version.value)
    return answer


def is_same_writing(before: object, after: object, between: timedelta) -> bool:
    """Whether ``after`` is ``before`` on its way: written on within two minutes, with most of it
    still there. Only the end of such a way is an earlier version worth reading."""
    if not isinstance(before, str) or not isinstance(after, str) or between > SAME_SITTING:
        return False
    return sum(shared_ends(before, after)) >= _CARRIED_OVER * len(before)


def _row(rows: list[Row], row_id: str) -> Row:
    for row in rows:
        if row["id"] == row_id:
            return row
    raise LookupError("The row is not in the answer any more")
