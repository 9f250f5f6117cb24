"""Dates to pixels and back, the zoom levels, and the month lines of the timeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from ehdesk.domain.timeline import Entry
from ehdesk.kernel.dates import add_months

Measure = Callable[[str], float]
"""How many pixels wide a text is in the font of the drawing."""

DAYS_A_MONTH = 30.4375
LEVELS: tuple[tuple[str, str], ...] = (
    ("3", "3 months"),
    ("6", "6 months"),
    ("9", "9 months"),
    ("all", "All"),
)
ZOOM_STEP = 1.25

_SHORTEST_DAYS = 14.0
_LONGEST_DAYS = 60 * 365.25
_PAST_SHARE = 0.743  # where today stands in a view: three quarters past, one quarter to come
_MARGIN = 0.035
_TICK_AROUND = 16.0
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Scale:
    """``start`` is the ordinal day at the left edge; ``days`` what ``width`` pixels show."""

    start: float
    days: float
    width: float

    @property
    def per_day(self) -> float:
        """Pixels a day."""
        return self.width / self.days

    def x(self, day: date) -> float:
        """Pixels from the left edge to the beginning of ``day``."""
        return (day.toordinal() - self.start) * self.per_day

    def day_at(self, x: float) -> float:
        """The ordinal day, with its part, at ``x`` pixels from the left edge."""
        return self.start + x / self.per_day

    def zoomed(self, factor: float, about: float) -> Scale:
        """``factor`` times as many pixels a day; the date under ``about`` stays where it is."""
        days = min(max(self.days / factor, _SHORTEST_DAYS), _LONGEST_DAYS)
        return Scale(self.day_at(about) - about * days / self.width, days, self.width)

    def moved(self, days: float) -> Scale:
        """The view ``days`` later."""
        return Scale(self.start + days, self.days, self.width)

    def resized(self, width: float) -> Scale:
        """The same days in another width."""
        return Scale(self.start, self.days, max(width, 1.0))

    def shows(self, day: date) -> bool:
        return 0 <= self.x(day) <= self.width

    def centred_on(self, day: date) -> Scale:
        """The same zoom with ``day`` in the middle."""
        return Scale(day.toordinal() - self.days / 2, self.days, self.width)


@dataclass(frozen=True)
class Tick:
    """A line at the beginning of a month, with the words beside it (may be empty)."""

    x: float
    text: str
    is_year: bool


def scale_for(level: str, entries: Sequence[Entry], today: date, width: float) -> Scale:
    """The view of one of ``LEVELS``; today stands at three quarters of it, further left when the
    case is younger than the view.

    :raises KeyError: for a level that is not one of ``LEVELS``.
    """
    if level not in dict(LEVELS):
        raise KeyError(level)
    here = today.toordinal()
    first = min([here, *(entry.first.toordinal() for entry in entries)])
    width = max(width, 1.0)
    if level == "all":
        last = max([here, *(entry.last.toordinal() for entry in entries)])
        days = max((last - first) * (1 + 2 * _MARGIN), 30.0)
        return Scale((first + last) / 2 - days / 2, days, width)
    days = int(level) * DAYS_A_MONTH * 1.037
    start = max(here - _PAST_SHARE * days, min(first - _MARGIN * days, here - 0.1 * days))
    return Scale(start, days, width)


def ticks(scale: Scale, today: date, measure: Measure) -> tuple[Tick, ...]:
    """The month lines in view: every month, or every 3rd, 6th or 12th when they would be crowded.
    January says its year, and so does the first line when it is of another year than ``today``."""
    month = scale.per_day * DAYS_A_MONTH * 0.92  # February has 28 days
    room = max(measure("Mar"), measure("2000")) + _TICK_AROUND
    step = next((n for n in (1, 3, 6, 12) if n * month >= room), 12)
    every = 1 if step < 12 else max(1, ceil(room / (12 * month)))
    day = _month_at(scale.start)
    last = scale.day_at(scale.width)
    found: list[Tick] = []
    while day.toordinal() <= last and day.year < 9990:
        x = scale.x(day)
        due = (day.month - 1) % step == 0 and (step < 12 or day.year % every == 0)
        if x >= 0 and due:
            shows_year = day.month == 1 or (not found and day.year != today.year)
            text = _tick_text(day, step, shows_year, step * month - _TICK_AROUND, measure)
            fits = x + 8 + measure(text) <= scale.width
            found.append(Tick(x, text if fits else "", day.month == 1))
        day = add_months(day, 1)
    return tuple(found)


def _tick_text(day: date, step: int, shows_year: bool, room: float, measure: Measure) -> str:
    """ "Nov", "Jan 2027", or "2027" where that does not fit."""
    if step == 12:
        return str(day.year)
    name = _MONTHS[day.month - 1]
    if not shows_year:
        return name
    whole = f"{name} {day.year}"
    if measure(whole) <= room:
        return whole
    return str(day.year) if day.month == 1 else name


def _month_at(ordinal: float) -> date:
    low, high = date(1, 1, 1).toordinal(), date(9989, 1, 1).toordinal()
    return date.fromordinal(min(max(int(ordinal), low), high)).replace(day=1)
