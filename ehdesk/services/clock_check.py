"""Whether the computer's clock can be believed: every due date hangs on it."""

from __future__ import annotations

from datetime import datetime, timedelta

from ehdesk.services.service import Service
from ehdesk.store.queries.history import last_change

ASTRAY = timedelta(hours=1)
"""Two computers that share a store may be this far apart before anybody is told."""


class ClockService(Service):
    """Compares the clock with what is recorded already."""

    def behind(self) -> datetime | None:
        """When something was recorded last, if by the clock that is still to come; one statement.

        :raises EhdeskError: when the store cannot be read any more.
        """
        with self._access.reading() as connection:
            last = last_change(connection)
        return last if last is not None and last > self._clock.now() + ASTRAY else None
