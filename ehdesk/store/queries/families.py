"""People and cases by the family they belong to."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from ehdesk.domain.pathway import FINAL
from ehdesk.kernel.errors import NotFound
from ehdesk.store.tables.cases import CaseRow, ProfessionalRow
from ehdesk.store.tables.people import FamilyRow, PersonRow


def person_row(session: Session, person_id: UUID) -> PersonRow:
    """:raises NotFound: when the store has no such person, or they were taken out of their list."""
    row = session.get(PersonRow, person_id)
    if row is None or row.removed:
        raise NotFound("That person is not in this store any more")
    return row


def people_of(session: Session, family_id: UUID) -> list[PersonRow]:
    """Everyone of a family, in their order."""
    query = select(PersonRow).where(PersonRow.family_id == family_id, PersonRow.removed.is_(False))
    return list(session.scalars(query.order_by(PersonRow.position, PersonRow.id)))


def open_case_of(session: Session, family_id: UUID, kind: str) -> CaseRow | None:
    """The open case of that kind, when the family has one."""
    query = select(CaseRow).where(
        CaseRow.family_id == family_id,
        CaseRow.kind == kind,
        CaseRow.state.not_in([state.value for state in FINAL]),
    )
    return session.scalars(query.limit(1)).first()


def professionals_of(session: Session, case_id: UUID) -> list[ProfessionalRow]:
    """Everyone who works with the family on a case, in their order."""
    query = select(ProfessionalRow).where(
        ProfessionalRow.case_id == case_id, ProfessionalRow.removed.is_(False)
    )
    return list(session.scalars(query.order_by(ProfessionalRow.position, ProfessionalRow.id)))


def references_of(session: Session, family_id: UUID) -> tuple[str, ...]:
    """The references of all cases of a family."""
    query = select(CaseRow.reference).where(CaseRow.family_id == family_id)
    return tuple(session.scalars(query.order_by(CaseRow.reference)))


def family_title(session: Session, family_id: UUID) -> str:
    """``Larkmoor family``."""
    name = session.get_one(FamilyRow, family_id).name
    return f"{name} family" if name else "Family not named yet"
