"""When a plan must next be looked at, and how late it is.

The plan is reviewed at least every 3 months (both Leicester documents). The clock runs from the
day the last review was held, not the day it was planned for; the first review counts from the
first Team Around the Family (TAF) meeting, where the plan was made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ehdesk.authority.duration import Duration
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_date


@dataclass(frozen=True)
class ReviewState:
    """How a review stands on one day.

    ``latest`` is the last lawful day. ``days_left`` is 0 on that day and after it;
    ``days_overdue`` is 0 up to and on it.
    """

    latest: date
    days_left: int
    days_overdue: int
    words: str

    @property
    def is_overdue(self) -> bool:
        return self.days_overdue > 0


def last_looked_at(first_taf: date | None, reviews_held: Iterable[date]) -> date | None:
    """The day the clock runs from: the last review held, before any the first TAF meeting.

    None when neither has happened: without a plan there is nothing to review.
    """
    return max(reviews_held, default=first_taf)


def latest_review(last_held: date, interval: Duration) -> date:
    """The last lawful day for the next review."""
    return interval.after(last_held)


def is_lawful(planned: date, last_held: date, interval: Duration) -> bool:
    """Whether a review planned for that day is within the interval; later needs a reason."""
    return planned <= latest_review(last_held, interval)


def review_state(last_held: date, today: date, interval: Duration) -> ReviewState:
    """Where the next review stands on ``today``."""
    latest = latest_review(last_held, interval)
    days = (latest - today).days
    if days < 0:
        words = f"{plural(-days, 'day')} overdue, the latest was {say_date(latest, today)}"
    elif days == 0:
        words = "Due today"
    else:
        words = f"Due by {say_date(latest, today)}, {plural(days, 'day')} left"
    return ReviewState(latest, max(days, 0), max(-days, 0), words)


def end_date(started: date, length: Duration) -> date:
    """The day on which work of a set length (6 weeks, 12 weeks) ends."""
    return length.after(started)


def week_of(started: date, today: date, length: Duration) -> tuple[int, int]:
    """Which week of how many, for work counted in weeks: (9, 12) in the ninth of twelve.

    The first seven days are week 1; the number stays at the last week when the time is up.
    """
    week = max((today - started).days, 0) // 7 + 1
    return min(week, length.weeks), length.weeks
