"""What time it is, handed in so that tests, demos and tours can set it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


class Clock(Protocol):
    """Anything that can say what time it is."""

    def now(self) -> datetime:
        """The moment, with UTC as its time zone."""
        ...

    def today(self) -> date:
        """The date on an English wall calendar."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now(LONDON).date()


class SetClock:
    """A clock that stands still until it is moved: for tests, the demo store and the tour."""

    def __init__(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=LONDON)
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        return self._moment

    def today(self) -> date:
        return self._moment.astimezone(LONDON).date()

    def move_to(self, moment: datetime) -> None:
        """Set the clock. A moment without a time zone is London time."""
        self.__init__(moment)  # type: ignore[misc]


def local(moment: datetime) -> datetime:
    """The moment as a wall clock in England shows it."""
    return moment.astimezone(LONDON)
