"""What somebody needs to know who decides a request: which assessments run, who has how much."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ehdesk.domain.inbox import Joinable
from ehdesk.domain.matching import Identity, keys, likeness
from ehdesk.services.service import Service
from ehdesk.store.queries.history import ticked_at
from ehdesk.store.queries.joinable import (
    RunningCase,
    caseloads,
    running_named,
    running_of,
)
from ehdesk.store.queries.matching import candidates

FOUND = 8
_PEOPLE = 8
"""So many of a family are compared: the children come first."""


class TriageService(Service):
    """Reads only."""

    def checks_back(self, case_id: UUID) -> dict[str, datetime]:
        """When each check came back that has: the moment at which somebody said so, by its row."""
        with self._access.reading() as connection:
            return ticked_at(connection, case_id, "checks", "back")

    def joinable(self, case_id: UUID, text: str = "") -> tuple[Joinable, ...]:
        """Assessments that run and that the professionals of a request could join: those of the
        family first, then those of people who may be the same; with ``text`` those that are found
        by it instead, at most eight."""
        case = self._load(case_id)
        with self._access.reading() as connection:
            if text.strip():
                named = running_named(connection, text, FOUND + 1)
                others = [one for one in named if one.case_id != case_id]
                return tuple(_joinable(one, "Found by name") for one in others[:FOUND])
            own = case.family.id
            children_first = (*case.children, *case.adults)[:_PEOPLE]
            family = {person.id for person in case.people}
            alike: dict[UUID, str] = {}
            for person in children_first:
                identity = Identity(
                    person.given_name,
                    person.family_name,
                    person.known_as,
                    person.other_names,
                    person.date_of_birth,
                    person.upn,
                    person.nhs_number,
                    case.family.address,
                    case.family.postcode,
                )
                if not identity.can_be_looked_up:
                    continue
                for known in candidates(connection, keys(identity), family):
                    how = likeness(identity, known.identity)
                    if how is not None and known.family_id != own:
                        alike.setdefault(known.family_id, f"Like {person.first_name}")
            found = running_of(connection, (own, *alike))
        here = [one for one in found if one.case_id != case_id]
        here.sort(key=lambda one: (one.family_id != own, one.family, one.reference))
        return tuple(_joinable(one, alike.get(one.family_id, "The same family")) for one in here)

    def caseloads(self) -> dict[str, str]:
        """How many families each colleague works with, in words, by their key."""
        with self._access.reading() as connection:
            counts = caseloads(connection)
        return {
            str(key): f"{count} {'family' if count == 1 else 'families'}"
            for key, count in counts.items()
        }


def _joinable(one: RunningCase, why: str) -> Joinable:
    return Joinable(one.case_id, one.family, one.reference, one.where, one.lead, why)
