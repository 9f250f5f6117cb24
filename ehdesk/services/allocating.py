"""Who has a case from now on: cluster, role and person, and who leads."""

from __future__ import annotations

from uuid import UUID

from ehdesk.services.form_outcomes import incomplete
from ehdesk.store.access import Session
from ehdesk.store.queries.families import professionals_of
from ehdesk.store.queries.team import team
from ehdesk.store.tables.cases import CaseRow

TWO_PLANS = "two_plans"
"""A child's Education, Health and Care plan and the family's assessment stand side by side."""

MAINSTREAM = frozenset({"primary", "junior", "middle", "secondary", "all_through"})
"""Codes of the national list of agencies: the schools' page asks this of mainstream schools."""


def allocate(session: Session, case: CaseRow, *, cluster: str, role: str, person: str) -> None:
    """Give the case to a colleague, by their key, or to somebody who is only named.

    :raises NotAllowed: for the key of somebody who does not use this store any more.
    """
    colleagues = {str(key): (key, name) for key, name in team(session.connection())}
    if person not in colleagues and _is_key(person):
        raise incomplete("That person does not work here any more. Choose another.")
    case.cluster, case.role = cluster, role
    case.worker_id, case.worker = colleagues.get(person, (None, person))


def _is_key(person: str) -> bool:
    try:
        UUID(person)
    except ValueError:
        return False
    return True


def lead_of_two_plans(session: Session, case: CaseRow) -> None:
    """Schools' page: with two plans the school becomes the lead practitioner. Where nobody was
    chosen, it is whoever of the school asked."""
    if case.ehc_mode != TWO_PLANS or case.lead_practitioner_id is not None:
        return
    schools = [one for one in professionals_of(session, case.id) if one.agency_type in MAINSTREAM]
    asked = [one for one in schools if one.id == case.asker_id]
    lead = next(iter(asked or schools), None)
    if lead is not None:
        case.lead_practitioner_id = lead.id


def take_lead(case: CaseRow, professional: str) -> None:
    """Somebody of those who work with the family leads from now on."""
    if professional:
        case.lead_practitioner_id = UUID(professional)
