"""Where a form is being filled, and how columns turn into answers and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from ehdesk.forms.checks import iso_date
from ehdesk.store.spine.kept import KeptRow
from ehdesk.store.tables.base import Base
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.forms import FormRecordRow
from ehdesk.store.tables.people import FamilyRow

RowT = TypeVar("RowT", bound=Base)


@dataclass(frozen=True)
class Place:
    """The case and the form record that a value is read for or written from.

    Each table is read once, whole for this case or family; a place is for one form, one time.
    """

    session: Session
    case: CaseRow
    record: FormRecordRow | None
    today: date
    _read: dict[type[Base], list[Any]] = field(default_factory=dict)

    def rows(self, kind: type[RowT], *order: str, **owner: Any) -> list[RowT]:
        """The rows of this case or family in a table that belong to ``owner`` (column names and
        values), those taken out of their list too."""
        found = [
            row
            for row in self._all(kind)
            if all(getattr(row, name) == value for name, value in owner.items())
        ]
        return sorted(found, key=lambda row: tuple(getattr(row, name) for name in (*order, "id")))

    def live(self, kind: type[RowT], **owner: Any) -> list[RowT]:
        """The rows of a list in their order, without those taken out of it."""
        return self.rows(kind, "position", removed=False, **owner)

    def add(self, row: Base) -> None:
        """A new row of this case or family."""
        self._all(type(row)).append(row)
        self.session.add(row)

    def _all(self, kind: type[RowT]) -> list[RowT]:
        if kind not in self._read:
            columns = inspect(kind).columns
            if "case_id" in columns:
                mine = columns["case_id"] == self.case.id
            else:
                mine = columns["id" if kind is FamilyRow else "family_id"] == self.case.family_id
            self._read[kind] = list(self.session.scalars(select(kind).where(mine)))
        return self._read[kind]

    def subject(self, kind: type[RowT]) -> RowT:
        """The meeting or review that the form is about."""
        for row in self.rows(kind, id=self.subject_id):
            return row
        raise LookupError(f"The form has no {kind.__name__} to be about")

    @property
    def subject_id(self) -> UUID | None:
        return self.record.subject_id if self.record else None


class Binding(Protocol):
    """Reads and writes one thing of the spine as an answer."""

    def read(self, at: Place) -> Any: ...

    def write(self, at: Place, value: Any) -> None: ...

    def kept(self, at: Place) -> Sequence[KeptRow]:
        """The rows that it reads, whose history is the answer's history."""
        ...


class WorkedOut:
    """What the record says by itself (``ehdesk.domain.record_facts``): it needs the whole case and
    the pack, so whoever opens the form works it out. Nothing that is given changes it."""

    def read(self, at: Place) -> Any:
        return None

    def write(self, at: Place, value: Any) -> None:
        return

    def kept(self, at: Place) -> Sequence[KeptRow]:
        return ()


def get(row: Base, column: str) -> Any:
    """The column as an answer. A date or number that could not be read is given back as it was
    typed."""
    value = getattr(row, column)
    if value is None:
        typed = getattr(row, f"{column}_typed", "")
        return typed if typed or _type(row, column) in (date, UUID) else None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value


def put(row: Base, column: str, value: Any) -> None:
    """Set the column from an answer; sets nothing when it says the same already."""
    kind = _type(row, column)
    if kind is date:
        typed = value or ""
        parsed = iso_date(typed)
        _set(row, column, parsed)
        if hasattr(row, f"{column}_typed"):
            _set(row, f"{column}_typed", "" if parsed else typed)
        return
    if kind is UUID:
        value = UUID(value) if value else None
    elif kind is str:
        value = value or ""
    elif kind is bool:
        value = bool(value)
    elif kind is int:
        if hasattr(row, f"{column}_typed"):
            _set(row, f"{column}_typed", value if isinstance(value, str) else "")
        value = value if isinstance(value, int) else None
    elif kind is list:
        value = list(value or ())
    _set(row, column, value)


def _set(row: Base, column: str, value: Any) -> None:
    if getattr(row, column) != value:
        setattr(row, column, value)


def _type(row: Base, column: str) -> type:
    kind = inspect(type(row)).columns[column].type
    try:
        return kind.python_type
    except NotImplementedError:
        return list


def row_ids(value: Sequence[dict[str, Any]] | None) -> list[tuple[UUID, dict[str, Any]]]:
    """The rows of a list answer with their keys."""
    return [(UUID(row["id"]), row) for row in value or ()]
