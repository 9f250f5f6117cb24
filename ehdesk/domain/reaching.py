"""Whether a family is reached: the attempts since somebody last spoke with it or met it."""

from __future__ import annotations

from datetime import date

from ehdesk.domain.case import Case
from ehdesk.domain.records import Contact


def unreached(case: Case) -> tuple[date, ...]:
    """The days of the attempts since the family was last reached or met."""
    reached = [c.happened_on for c in case.contacts if _reached_the_family(c, case)]
    reached += [m.held_on for m in case.held_meetings if m.held_on]
    reached += [r.held_on for r in case.held_reviews if r.held_on]
    since = max(reached, default=date.min)
    return tuple(sorted(one.happened_on for one in case.attempts if one.happened_on > since))


def _reached_the_family(contact: Contact, case: Case) -> bool:
    """A talk among those who help reaches nobody of the family."""
    family = {person.id for person in case.people}
    if contact.is_attempt or contact.without_family:
        return False
    return not contact.people or not family.isdisjoint(contact.people)
