"""What the case can say of the time before the form that is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_long_date


@dataclass(frozen=True)
class Background:
    """Since when there is a plan, what was held since, and when it was last looked at.

    ``called`` is what the authority calls a meeting: "TAF meeting".
    """

    since: date | None = None
    meetings: int = 0
    reviews: int = 0
    last_looked: date | None = None
    closed_on: date | None = None
    called: str = "meeting"

    def travelled(self, today: date) -> str:
        """``20 May to 17 November 2026, 3 TAF meetings, 1 review``; "" when nothing is known.

        It goes up to the closing, or to ``today`` while there is none.
        """
        until = self.closed_on or today
        said = []
        if self.since is not None:
            first = say_long_date(self.since)
            if self.since.year == until.year:
                first = first.rpartition(" ")[0]
            said.append(f"{first} to {say_long_date(until)}")
        if self.meetings:
            said.append(plural(self.meetings, self.called))
        if self.reviews:
            said.append(plural(self.reviews, "review"))
        return ", ".join(said)
