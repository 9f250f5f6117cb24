"""Answers that are one column of one row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ehdesk.kernel.ids import new_id
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


def the_case(at: Place, make: bool) -> Base | None:
    return at.case


def the_family(at: Place, make: bool) -> Base | None:
    return at.session.get(FamilyRow, at.case.family_id)


def the_consent(at: Place, make: bool) -> Base | None:
    row = next(iter(at.rows(ConsentRow, "id", case_id=at.case.id)), None)
    if row is None and make:
        row = ConsentRow(id=new_id(), case_id=at.case.id, given_by=[], covers=[])
        at.session.add(row)
        at.session.flush()
    return row


def the_asker(at: Place, make: bool) -> Base | None:
    """The professional who asks; one of the case's professionals like any other."""
    if at.case.asker_id:
        return at.session.get(ProfessionalRow, at.case.asker_id)
    if not make:
        return None
    row = ProfessionalRow(id=new_id(), case_id=at.case.id)
    at.session.add(row)
    at.case.asker_id = row.id
    at.session.flush()
    return row


def the_meeting(at: Place, make: bool) -> Base | None:
    return at.subject(MeetingRow)


def the_review(at: Place, make: bool) -> Base | None:
    return at.subject(ReviewRow)
