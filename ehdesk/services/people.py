"""The people around families, across the cases of the store."""

from __future__ import annotations

from ehdesk.domain.people import KnownProfessional
from ehdesk.services.service import Service
from ehdesk.store.queries.known_professionals import known_professionals

FEWEST_LETTERS = 2
"""Fewer letters than these would offer half the store."""
OFFERED = 8


class PeopleService(Service):
    """Reads only, each with a fixed number of selects."""

    def known_professionals(self, typed: str) -> tuple[KnownProfessional, ...]:
        """Professionals written down before whose name or agency begins so, to copy from.

        Each name and agency once, at most eight. Only what is on their card is told, never
        which family they work with.
        """
        if len(typed.strip()) < FEWEST_LETTERS:
            return ()
        with self._access.reading() as connection:
            return known_professionals(connection, typed, OFFERED)
