"""People who may be the one being typed, found by what they are looked up by."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, delete, insert, or_, select

from ehdesk.domain.matching import Identity, keys
from ehdesk.store.tables.cases import CaseRow
from ehdesk.store.tables.matching import PersonKeyRow
from ehdesk.store.tables.people import FamilyRow, PersonRow

MOST = 200
"""Of the people who share a key no more are compared: a name that many have finds the newest."""


@dataclass(frozen=True)
class KnownPerson:
    """Somebody of the store, with what says who they are."""

    person_id: UUID
    family_id: UUID
    family_name: str
    kind: str
    school: str
    confidential: bool
    identity: Identity


def candidates(
    connection: Connection, wanted: Collection[str], but: Collection[UUID] = ()
) -> tuple[KnownPerson, ...]:
    """The people with any of these keys, newest first. ``but`` are the keys of people to leave out.

    Two statements, whatever the size of the store.
    """
    shared = select(PersonKeyRow.person_id).where(PersonKeyRow.key.in_(wanted))
    newest = shared.distinct().order_by(PersonKeyRow.person_id.desc()).limit(MOST + len(but))
    found = [key for key in connection.scalars(newest) if key not in but]
    if not found:
        return ()
    return tuple(
        _known(row) for row in connection.execute(_people().where(PersonRow.id.in_(found)))
    )


def people_named(
    connection: Connection, words: Collection[str], but: Collection[UUID] = (), *, most: int
) -> tuple[KnownPerson, ...]:
    """The newest people who have each of the words at the start of a name. One statement."""
    names = (PersonRow.given_name, PersonRow.family_name, PersonRow.known_as, PersonRow.other_names)
    query = _people().where(PersonRow.id.not_in(but))
    for word in words:
        starts = (name.istartswith(word, autoescape=True) for name in names)
        query = query.where(or_(*starts))
    found = connection.execute(query.order_by(PersonRow.id.desc()).limit(most))
    return tuple(map(_known, found))


@dataclass(frozen=True)
class FamilyCase:
    """A case of a family, as much as is said when it may be the one that is being begun again."""

    id: UUID
    reference: str
    state: str


def newest_cases(connection: Connection, family_ids: Collection[UUID]) -> dict[UUID, FamilyCase]:
    """The newest case of each family, by the family's key."""
    query = (
        select(CaseRow.family_id, CaseRow.id, CaseRow.reference, CaseRow.state)
        .where(CaseRow.family_id.in_(family_ids))
        .order_by(CaseRow.opened_on, CaseRow.id)
    )
    return {
        row.family_id: FamilyCase(row.id, row.reference, row.state)
        for row in connection.execute(query)
    }


def refresh_keys(connection: Connection, cases: Iterable[UUID]) -> None:
    """Bring the keys of everyone in these cases' families to what is said of them now."""
    families = select(CaseRow.family_id).where(CaseRow.id.in_(list(cases)))
    people = connection.execute(_people().where(PersonRow.family_id.in_(families)))
    now = {(key, one.person_id) for one in map(_known, people) for key in keys(one.identity)}
    of_family = select(PersonRow.id).where(PersonRow.family_id.in_(families))
    there = {
        (row.key, row.person_id)
        for row in connection.execute(
            select(PersonKeyRow.key, PersonKeyRow.person_id).where(
                PersonKeyRow.person_id.in_(of_family)
            )
        )
    }
    for person_id in {person for _key, person in there - now}:
        gone = [key for key, person in there - now if person == person_id]
        connection.execute(
            delete(PersonKeyRow).where(
                PersonKeyRow.person_id == person_id, PersonKeyRow.key.in_(gone)
            )
        )
    if fresh := now - there:
        rows = [{"key": key, "person_id": person} for key, person in sorted(fresh, key=str)]
        connection.execute(insert(PersonKeyRow), rows)


def _people() -> Select[*tuple[Any, ...]]:
    query: Select[*tuple[Any, ...]] = select(
        PersonRow.id,
        PersonRow.family_id,
        PersonRow.kind,
        PersonRow.given_name,
        PersonRow.family_name,
        PersonRow.known_as,
        PersonRow.other_names,
        PersonRow.date_of_birth,
        PersonRow.upn,
        PersonRow.nhs_number,
        PersonRow.school,
        FamilyRow.name.label("family_title"),
        FamilyRow.address,
        FamilyRow.postcode,
        FamilyRow.confidential,
    )
    together = query.join(FamilyRow, FamilyRow.id == PersonRow.family_id)
    return together.where(PersonRow.removed.is_(False))


def _known(row: Row[Any]) -> KnownPerson:
    return KnownPerson(
        row.id,
        row.family_id,
        row.family_title,
        row.kind,
        row.school,
        row.confidential == "yes",
        Identity(
            row.given_name,
            row.family_name,
            row.known_as,
            row.other_names,
            row.date_of_birth,
            row.upn,
            row.nhs_number,
            row.address,
            row.postcode,
        ),
    )
