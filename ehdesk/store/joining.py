"""Two entries of one person made one, and two entries of one family.

Nothing is deleted: the entry that goes is marked as removed, and all that pointed at it points at
the one that stays. What both say differently stays in the entry that goes, and in history.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Text, inspect, select
from sqlalchemy.orm import Session

from ehdesk.kernel.ids import new_id
from ehdesk.store.tables.base import LISTS_PEOPLE, Base
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.forms import FormRecordRow
from ehdesk.store.tables.people import (
    FamilyRow,
    HomeRow,
    PersonRow,
    RelationshipRow,
    RestrictionRow,
)

PERSON_COLUMNS: Final = tuple(
    attribute.key
    for attribute in inspect(PersonRow).column_attrs
    if attribute.key not in ("id", "family_id", "position", "removed")
)
_FAMILY_COLUMNS: Final = tuple(
    attribute.key for attribute in inspect(FamilyRow).column_attrs if attribute.key != "id"
)


def join_people(
    session: Session, stays: PersonRow, goes: PersonRow, take: Collection[str] = ()
) -> None:
    """Make ``goes`` part of ``stays``. What ``stays`` does not say is taken from ``goes``; so are
    the columns in ``take``."""
    for column in PERSON_COLUMNS:
        mine, other = getattr(stays, column), getattr(goes, column)
        if not _empty(other) and (_empty(mine) or column in take) and mine != other:
            setattr(stays, column, other)
    _point_elsewhere(session, goes.id, stays.id)
    goes.removed = True
    session.flush()
    _drop_doubles(session, stays.family_id)


def join_families(session: Session, stays: UUID, goes: UUID, but: Collection[UUID] = ()) -> None:
    """Everyone and everything of one family, its cases too, belongs to another from now on.

    Nobody moves house by it: where the two live at different addresses, the other address becomes
    a home of the family, confidential as it was, and whoever lived there lives there still.

    :param but: the people who become part of an entry of the family that stays.
    """
    mine, other = session.get_one(FamilyRow, stays), session.get_one(FamilyRow, goes)
    home = _home_of(session, mine, other)
    if home is not None:
        for person in _of(session, PersonRow, goes):
            if person.id not in but and person.lives in ("here", "part", ""):
                _let_stay(person, home)
    for column in _FAMILY_COLUMNS:
        if _empty(getattr(mine, column)) and not _empty(getattr(other, column)):
            setattr(mine, column, getattr(other, column))
    if other.confidential == "yes":  # never less careful than either entry was
        mine.confidential = "yes"
    for kind in (PersonRow, HomeRow, RelationshipRow, RestrictionRow):
        rows = _of(session, kind, goes)
        last = max((row.position for row in _of(session, kind, stays)), default=-1)
        for row in rows:
            row.family_id = stays
            row.position += last + 1
    for case in session.scalars(select(CaseRow).where(CaseRow.family_id == goes)):
        case.family_id = stays
    session.flush()


def needs_home(mine: FamilyRow, other: FamilyRow) -> bool:
    """Whether the address of the other family would be lost beside ours."""
    return _somewhere(mine) and _somewhere(other) and not _same_place(mine, other)


def _home_of(session: Session, mine: FamilyRow, other: FamilyRow) -> HomeRow | None:
    """The other family's address as a home of ours, which may be among them already."""
    if not needs_home(mine, other):
        return None
    homes = _of(session, HomeRow, mine.id)
    for home in homes:
        if not home.removed and _same_place(home, other):
            if other.confidential == "yes":
                home.confidential = "yes"
            return home  # type: ignore[no-any-return]
    made = HomeRow(
        id=new_id(),
        family_id=mine.id,
        position=max((home.position for home in homes), default=-1) + 1,
        kind=other.address_kind,
        address=other.address,
        postcode=other.postcode,
        confidential=other.confidential,
    )
    session.add(made)
    session.flush()
    return made


def _let_stay(person: PersonRow, home: HomeRow) -> None:
    """What was home to them is another home now; a second one of theirs gives way to it."""
    if person.lives != "part":
        person.lives = "elsewhere"
        if person.other_home is not None:
            person.nights = "Most nights"
    person.other_home = home.id


def _somewhere(place: FamilyRow | HomeRow) -> bool:
    return bool(_packed(place.address) or _packed(place.postcode))


def _same_place(one: FamilyRow | HomeRow, other: FamilyRow | HomeRow) -> bool:
    """The same address, however it is spelt; or the same postcode where one has no address."""
    addresses = _packed(one.address), _packed(other.address)
    postcodes = _packed(one.postcode), _packed(other.postcode)
    if all(postcodes) and postcodes[0] != postcodes[1]:
        return False
    if all(addresses):
        return addresses[0] == addresses[1]
    return bool(postcodes[0]) and postcodes[0] == postcodes[1]


def _packed(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _of(session: Session, kind: type[Any], family_id: UUID) -> list[Any]:
    return list(session.scalars(select(kind).where(kind.family_id == family_id)))


def _empty(value: object) -> bool:
    return value is False or value in ("", None, [])  # attendance of 0 % is something


def _point_elsewhere(session: Session, old: UUID, new: UUID) -> None:
    """Everything that names the one person names the other."""
    for kind, column in _columns_of_people():
        for row in session.scalars(select(kind).where(getattr(kind, column) == old)):
            setattr(row, column, new)
    for kind, column in _lists_of_people():
        holds = getattr(kind, column).cast(Text).contains(str(old))
        for row in session.scalars(select(kind).where(holds)):
            setattr(row, column, _replaced(getattr(row, column), str(old), str(new)))
    drafts = select(FormRecordRow).where(
        FormRecordRow.finished_at.is_(None),
        FormRecordRow.answers.cast(Text).contains(str(old)),
    )
    for record in session.scalars(drafts):
        record.answers = _replaced(record.answers, str(old), str(new))


def _columns_of_people() -> Iterator[tuple[type[Base], str]]:
    for mapper in Base.registry.mappers:
        if not mapper.class_.__history__:
            continue
        for attribute in mapper.column_attrs:
            column = attribute.columns[0]
            if any(key.target_fullname == "persons.id" for key in column.foreign_keys):
                yield mapper.class_, attribute.key


def _lists_of_people() -> Iterator[tuple[type[Base], str]]:
    for mapper in Base.registry.mappers:
        for attribute in mapper.column_attrs:
            if attribute.columns[0].info == LISTS_PEOPLE:
                yield mapper.class_, attribute.key


def _replaced(value: Any, old: str, new: str) -> Any:
    """The same with one text for another wherever it stands; a list names nobody twice."""
    if isinstance(value, Mapping):
        return {key: _replaced(one, old, new) for key, one in value.items()}
    if isinstance(value, list):
        found = [_replaced(one, old, new) for one in value]
        texts = all(isinstance(one, str) for one in found)
        return list(dict.fromkeys(found)) if texts else found
    return new if value == old else value


def _drop_doubles(session: Session, family_id: UUID) -> None:
    """Nobody is related to themselves, or twice to somebody in the same way."""
    seen: set[tuple[Any, ...]] = set()
    rows = [row for row in _of(session, RelationshipRow, family_id) if not row.removed]
    for row in sorted(rows, key=lambda row: row.position):
        what = (row.person_id, row.to_id, row.kind)
        if what in seen or (row.person_id is not None and row.person_id == row.to_id):
            row.removed = True
        seen.add(what)
