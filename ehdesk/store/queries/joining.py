"""Who was joined, who was said to be somebody else, and who is in two families."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, and_, or_, select, union
from sqlalchemy.orm import Session, aliased

from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.joining import InBothRow, JoiningRow, NotTheSameRow
from ehdesk.store.tables.people import PersonRow

Said = type[NotTheSameRow] | type[InBothRow]


def told_apart(connection: Connection, person_id: UUID) -> frozenset[UUID]:
    """Whoever was said not to be this person, or to be the same in another family, whichever of
    the two it was said of."""
    found = []
    for kind in (NotTheSameRow, InBothRow):
        pairs = kind.__table__.c
        found += [
            select(pairs.other_id).where(pairs.person_id == person_id, pairs.removed.is_(False)),
            select(pairs.person_id).where(pairs.other_id == person_id, pairs.removed.is_(False)),
        ]
    return frozenset(connection.scalars(union(*found)))


def saying(
    session: Session, kind: Said, person_id: UUID, other_id: UUID
) -> list[NotTheSameRow | InBothRow]:
    """The rows of one kind that say so of these two."""
    query = select(kind).where(
        kind.person_id.in_((person_id, other_id)),
        kind.other_id.in_((person_id, other_id)),
    )
    return list(session.scalars(query))


@dataclass(frozen=True)
class InBoth:
    """Somebody of a family, and their entry in another one."""

    person_id: UUID
    name: str
    other_id: UUID
    family_id: UUID


def in_other_families(connection: Connection, family_id: UUID) -> tuple[InBoth, ...]:
    """Who of a family was said to be in another one as well, in the order of the family."""
    here, there = aliased(PersonRow), aliased(PersonRow)
    either = or_(
        and_(InBothRow.person_id == here.id, InBothRow.other_id == there.id),
        and_(InBothRow.other_id == here.id, InBothRow.person_id == there.id),
    )
    query = (
        select(here.id, here.given_name, here.family_name, there.id, there.family_id)
        .join_from(
            InBothRow, here, or_(InBothRow.person_id == here.id, InBothRow.other_id == here.id)
        )
        .join(there, either)
        .where(
            InBothRow.removed.is_(False),
            here.removed.is_(False),
            there.removed.is_(False),
            here.family_id == family_id,
            there.family_id != family_id,
        )
        .order_by(here.position, here.id, InBothRow.id)
    )
    return tuple(
        InBoth(person, " ".join(part for part in (given, family) if part), other, other_family)
        for person, given, family, other, other_family in connection.execute(query)
    )


def cases_of_family(session: Session, family_id: UUID) -> list[UUID]:
    """Every case of a family."""
    return list(session.scalars(select(CaseRow.id).where(CaseRow.family_id == family_id)))


def joinings_of(connection: Connection, case_id: UUID) -> frozenset[UUID]:
    """The operations that joined people of this case and were not undone."""
    query = select(JoiningRow.operation_id).where(
        JoiningRow.case_id == case_id, JoiningRow.removed.is_(False)
    )
    return frozenset(connection.scalars(query))
