"""The words that a store has learned, and the names that are written in a case."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from ehdesk.store.tables.cases import CaseRow, ProfessionalRow
from ehdesk.store.tables.people import FamilyRow, PersonRow
from ehdesk.store.tables.team import UserRow
from ehdesk.store.tables.words import LearnedWordRow


def learned_words(connection: Connection) -> tuple[str, ...]:
    """The words that people of this store added and did not take out again, by the alphabet."""
    rows = LearnedWordRow.__table__.c
    query = select(rows.word).where(~rows.removed).order_by(rows.word)
    return tuple(connection.scalars(query))


def names_of(connection: Connection, case_id: UUID) -> tuple[str, ...]:
    """Names of the family, of everybody in it, of the professionals of the case and of the team;
    those taken out of their lists too, for texts still tell of them."""
    cases, people = CaseRow.__table__.c, PersonRow.__table__.c
    of_case = select(cases.family_id).where(cases.id == case_id).scalar_subquery()
    family = select(FamilyRow.name).where(FamilyRow.id == of_case)
    parts = (people.given_name, people.family_name, people.known_as, people.other_names)
    persons = [select(part).where(people.family_id == of_case) for part in parts]
    workers = select(ProfessionalRow.name).where(ProfessionalRow.case_id == case_id)
    every = family.union_all(*persons, workers, select(UserRow.name))
    return tuple(name for name in connection.scalars(every) if name and name.strip())


def put_word(session: Session, word: str, *, removed: bool) -> None:
    """Learn a word, or take it out again; the same word has one row for good."""
    row = session.scalars(select(LearnedWordRow).where(LearnedWordRow.word == word)).first()
    if row is None and not removed:
        session.add(LearnedWordRow(word=word, removed=False))
    elif row is not None and row.removed != removed:
        row.removed = removed
