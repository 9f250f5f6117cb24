"""Answers that are one column of one row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ehdesk.kernel.ids import new_id
from ehdesk.store.spine.kept import KeptRow, kept
from ehdesk.store.spine.place import Place, get, put
from ehdesk.store.tables.base import Base
from ehdesk.store.tables.cases import ConsentRow, ProfessionalRow
from ehdesk.store.tables.people import FamilyRow
from ehdesk.store.tables.work import MeetingRow, ReviewRow

Finder = Callable[[Place, bool], Base | None]
"""Finds the row; makes it when the second argument is true and there is none."""


@dataclass(frozen=True)
class Attribute:
    """One column of the row that ``find`` gives."""

    find: Finder
    column: str

    def read(self, at: Place) -> Any:
        row = self.find(at, False)
        return None if row is None else get(row, self.column)

    def write(self, at: Place, value: Any) -> None:
        row = self.find(at, bool(value))
        if row is not None:
            put(row, self.column, value)

    def kept(self, at: Place) -> Sequence[KeptRow]:
        row = self.find(at, False)
        return () if row is None else (kept(row, (self.column,)),)


def the_case(at: Place, make: bool) -> Base | None:
    return at.case


def the_family(at: Place, make: bool) -> Base | None:
    return next(iter(at.rows(FamilyRow)), None)


def the_consent(at: Place, make: bool) -> Base | None:
    row = next(iter(at.rows(ConsentRow)), None)
    if row is None and make:
        row = ConsentRow(id=new_id(), case_id=at.case.id, given_by=[], covers=[])
        at.add(row)
    return row


def the_asker(at: Place, make: bool) -> Base | None:
    """The professional who asks; one of the case's professionals like any other."""
    for row in at.rows(ProfessionalRow, id=at.case.asker_id):
        return row
    if not make:
        return None
    asker = ProfessionalRow(id=new_id(), case_id=at.case.id, position=0, removed=False)
    at.add(asker)
    at.case.asker_id = asker.id
    return asker


def the_meeting(at: Place, make: bool) -> Base | None:
    return at.subject(MeetingRow)


def the_review(at: Place, make: bool) -> Base | None:
    return at.subject(ReviewRow)
