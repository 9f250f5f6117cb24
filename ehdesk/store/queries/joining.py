"""Who was joined, and who was said to be somebody else."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.joining import JoiningRow, NotTheSameRow


def not_the_same(connection: Connection, person_id: UUID) -> frozenset[UUID]:
    """Whoever was said not to be this person, whichever of the two it was said of."""
    pairs = NotTheSameRow.__table__.c
    one = select(pairs.other_id).where(pairs.person_id == person_id, pairs.removed.is_(False))
    other = select(pairs.person_id).where(pairs.other_id == person_id, pairs.removed.is_(False))
    return frozenset(connection.scalars(one.union(other)))


def saying_not_the_same(session: Session, person_id: UUID, other_id: UUID) -> list[NotTheSameRow]:
    """The rows that say so of these two."""
    query = select(NotTheSameRow).where(
        NotTheSameRow.person_id.in_((person_id, other_id)),
        NotTheSameRow.other_id.in_((person_id, other_id)),
    )
    return list(session.scalars(query))


def cases_of_family(session: Session, family_id: UUID) -> list[UUID]:
    """Every case of a family."""
    return list(session.scalars(select(CaseRow.id).where(CaseRow.family_id == family_id)))


def joinings_of(connection: Connection, case_id: UUID) -> frozenset[UUID]:
    """The operations that joined people of this case and were not undone."""
    query = select(JoiningRow.operation_id).where(
        JoiningRow.case_id == case_id, JoiningRow.removed.is_(False)
    )
    return frozenset(connection.scalars(query))
