"""Answers that are the rows of a list: people, professionals, needs, checks ..."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from ehdesk.store.spine.place import Place, get, put, row_ids
from ehdesk.store.tables.base import Base
from ehdesk.store.tables.needs import AreaRow, ScoreRow

Owner = Callable[[Place], dict[str, Any]]


def of_case(at: Place) -> dict[str, Any]:
    return {"case_id": at.case.id}


def of_family(at: Place) -> dict[str, Any]:
    return {"family_id": at.case.family_id}


def of_meeting(at: Place) -> dict[str, Any]:
    return {"meeting_id": at.subject_id, "case_id": at.case.id}


@dataclass(frozen=True)
class RowList:
    """The rows of ``kind`` that belong to ``owner``, in their order.

    A row that the answer leaves out is marked as removed, never deleted; one that comes back
    with the same id (after an undo) is itself again.
    """

    kind: type[Base]
    owner: Owner
    columns: tuple[str, ...]
    when_new: Mapping[str, Callable[[Place], Any]] = field(default_factory=dict)

    def read(self, at: Place) -> list[dict[str, Any]]:
        rows = at.rows(self.kind, "position", removed=False, **self.owner(at))
        return [self._answer(row) for row in rows]

    def _answer(self, row: Any) -> dict[str, Any]:
        return {"id": str(row.id)} | {column: get(row, column) for column in self.columns}

    def write(self, at: Place, value: Any) -> None:
        owner = self.owner(at)
        there: dict[UUID, Any] = {row.id: row for row in at.rows(self.kind, **owner)}  # type: ignore[attr-defined]
        asked = row_ids(value)
        with at.session.no_autoflush:
            self._write_rows(at, owner, there, asked)
        at.session.flush()

    def _write_rows(
        self,
        at: Place,
        owner: dict[str, Any],
        there: dict[UUID, Any],
        asked: list[tuple[UUID, dict[str, Any]]],
    ) -> None:
        for position, (key, answer) in enumerate(asked):
            row = there.pop(key, None) or self._new(at, key, owner)
            put(row, "position", position)
            put(row, "removed", False)
            for column in self.columns:
                if column in answer:
                    put(row, column, answer[column])
        for row in there.values():
            put(row, "removed", True)

    def _new(self, at: Place, key: UUID, owner: dict[str, Any]) -> Any:
        extra = {name: make(at) for name, make in self.when_new.items()}
        row = self.kind(id=key, **owner, **extra)
        at.session.add(row)
        return row


class Areas:
    """What the assessment says about each area of life, with everyone's numbers."""

    _columns = ("going_well", "worries", "need")

    def read(self, at: Place) -> list[dict[str, Any]]:
        scores = at.rows(ScoreRow, "position", removed=False, case_id=at.case.id)
        return [
            {"id": row.area, "area": row.area}
            | {column: get(row, column) for column in self._columns}
            | {
                "scores": [
                    {"id": str(s.id), "kind": s.kind, "name": s.name, "value": s.value}
                    for s in scores
                    if s.area_id == row.id
                ]
            }
            for row in at.rows(AreaRow, "id", case_id=at.case.id)
        ]

    def write(self, at: Place, value: Any) -> None:
        there = {row.area: row for row in at.rows(AreaRow, case_id=at.case.id)}
        for answer in value or ():
            code = answer["id"]
            row = there.get(code)
            if row is None:
                row = AreaRow(case_id=at.case.id, area=code)
                at.session.add(row)
                at.session.flush()
            for column in self._columns:
                put(row, column, answer.get(column))
            area_id = row.id

            def owner(at: Place, area_id: UUID = area_id) -> dict[str, Any]:
                return {"area_id": area_id, "case_id": at.case.id}

            RowList(ScoreRow, owner, ("kind", "name", "value")).write(at, answer.get("scores"))
