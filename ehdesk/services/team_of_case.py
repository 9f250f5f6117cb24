"""The people who work with a family, carried from one of its cases to another."""

from __future__ import annotations

from uuid import UUID

from ehdesk.kernel.ids import new_id
from ehdesk.services.form_outcomes import incomplete
from ehdesk.store.access import Session
from ehdesk.store.queries.families import professionals_of
from ehdesk.store.queries.joinable import running
from ehdesk.store.tables.cases import CaseRow, ProfessionalRow

_COLUMNS = (
    *("name", "role", "agency", "agency_type", "phone", "email", "address", "involvement"),
    *("involved", "since", "since_typed", "until", "until_typed", "aware"),
)


def bring_team(session: Session, source: UUID, target: UUID, *, into_team: bool = False) -> None:
    """Everyone who works with the family in one case is among those of the other; nobody twice.

    :param into_team: they join the team around the family.
    """
    there = professionals_of(session, target)
    known = {_who(row) for row in there}
    position = max((row.position for row in there), default=-1)
    for row in professionals_of(session, source):
        if not row.name or _who(row) in known:
            continue
        position += 1
        kept = {column: getattr(row, column) for column in _COLUMNS}
        taf = "yes" if into_team else row.taf
        session.add(
            ProfessionalRow(
                id=new_id(), case_id=target, position=position, removed=False, taf=taf, **kept
            )
        )


def join_case(session: Session, case: CaseRow, chosen: str, where: str) -> None:
    """The professionals of a request join an assessment that runs: one of this store, or one that
    another agency keeps (schools' page).

    :param chosen: the answer of the form; empty where another agency keeps it.
    :raises NotAllowed: when the assessment that was chosen does not run any more.
    """
    case.joins_case_id, case.joins_where = None, where
    if not chosen:
        return
    found = running(session.connection(), chosen)
    if found is None or found.case_id == case.id:
        raise incomplete("The assessment that they were to join does not run any more.")
    case.joins_case_id = found.case_id
    bring_team(session, case.id, found.case_id, into_team=True)


def _who(row: ProfessionalRow) -> tuple[str, str]:
    return row.name.casefold().strip(), row.agency.casefold().strip()
