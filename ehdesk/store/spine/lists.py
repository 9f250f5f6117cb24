"""Answers that are the rows of a list: people, professionals, needs, checks ..."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from ehdesk.kernel.ids import new_id
from ehdesk.store.spine.kept import KeptRow, kept
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


def nobody(at: Place) -> UUID | None:
    return None


@dataclass(frozen=True)
class RowList:
    """The rows of ``kind`` that belong to ``owner``, in their order.

    A row that the answer leaves out is marked as removed, never deleted; one that comes back
    with the same id (after an undo) is itself again. ``stays`` is the key of a row that an answer
    cannot leave out.
    """

    kind: type[Base]
    owner: Owner
    columns: tuple[str, ...]
    when_new: Mapping[str, Callable[[Place], Any]] = field(default_factory=dict)
    stays: Callable[[Place], UUID | None] = nobody

    def read(self, at: Place) -> list[dict[str, Any]]:
        return [self.answer(row) for row in at.live(self.kind, **self.owner(at))]

    def answer(self, row: Any) -> dict[str, Any]:
        return {"id": str(row.id)} | {column: get(row, column) for column in self.columns}

    def write(self, at: Place, value: Any) -> None:
        owner = self.owner(at)
        there: dict[UUID, Any] = {row.id: row for row in at.rows(self.kind, **owner)}  # type: ignore[attr-defined]
        self.put_rows(at, owner, there, value)
        for key, row in there.items():
            put(row, "removed", key != self.stays(at))

    def put_rows(
        self, at: Place, owner: dict[str, Any], there: dict[UUID, Any], value: Any
    ) -> None:
        """Give ``owner`` the rows of ``value``, taken from ``there`` or made."""
        for position, (key, answer) in enumerate(row_ids(value)):
            row = there.pop(key, None) or self._new(at, key, owner)
            for name, mine in owner.items():
                if getattr(row, name) != mine:
                    setattr(row, name, mine)
            put(row, "position", position)
            put(row, "removed", False)
            for column in self.columns:
                if column in answer:
                    put(row, column, answer[column])

    def kept(self, at: Place) -> Sequence[KeptRow]:
        return [
            kept(
                row,
                (*self.columns, "removed"),
                str(row.id),
                taken_out=self.answer(row) if row.removed else None,
            )
            for row in self.every(at)
        ]

    def every(self, at: Place) -> list[Any]:
        """The rows in the list and those taken out of it."""
        return at.rows(self.kind, "position", **self.owner(at))

    def _new(self, at: Place, key: UUID, owner: dict[str, Any]) -> Any:
        extra = {name: make(at) for name, make in self.when_new.items()}
        row = self.kind(id=key, **owner, **extra)
        at.add(row)
        return row


class Areas:
    """What the assessment says about each area of life, with everyone's numbers."""

    _columns = ("going_well", "worries", "about", "known_from", "need")
    _scores = RowList(ScoreRow, of_case, ("kind", "name", "value"))

    def read(self, at: Place) -> list[dict[str, Any]]:
        return [
            {"id": row.area, "area": row.area}
            | {column: get(row, column) for column in self._columns}
            | {"scores": [self._scores.answer(s) for s in at.live(ScoreRow, area_id=row.id)]}
            for row in at.rows(AreaRow)
        ]

    def write(self, at: Place, value: Any) -> None:
        areas = {row.area: row for row in at.rows(AreaRow)}
        scores = {row.id: row for row in at.rows(ScoreRow)}
        for answer in value or ():
            code = answer["id"]
            if code not in areas:
                areas[code] = AreaRow(id=new_id(), case_id=at.case.id, area=code)
                at.add(areas[code])
            for column in self._columns:
                put(areas[code], column, answer.get(column))
            owner = {"area_id": areas[code].id, "case_id": at.case.id}
            self._scores.put_rows(at, owner, scores, answer.get("scores"))
            for row in list(scores.values()):
                if row.area_id == areas[code].id:
                    put(row, "removed", True)

    def kept(self, at: Place) -> Sequence[KeptRow]:
        areas = {row.id: row.area for row in at.rows(AreaRow)}
        scores = [
            kept(score, self._scores.columns, str(score.id), inside="scores", under=area)
            for score in self._scores.every(at)
            if (area := areas.get(score.area_id)) and not score.removed
        ]
        return [kept(row, self._columns, row.area) for row in at.rows(AreaRow)] + scores
