"""What the long holiday asks for: a review before it, and somebody who holds the family in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.due import Obligation
from ehdesk.domain.last_written import last_written
from ehdesk.domain.pathway import HELPED
from ehdesk.domain.school_calendar import Holiday, holidays, long_holiday_on
from ehdesk.kernel.dates import say_short_date


def before_the_holiday(day: date, since: date | None, pack: Pack) -> tuple[date, Holiday | None]:
    """The day that is proposed for something that would be held on ``day``: in a long holiday the
    last school day before it, with the holiday; otherwise the day itself. Never back to ``since``,
    the day it was held last."""
    holiday = long_holiday_on(day, pack.school_terms)
    if holiday is None or (since is not None and holiday.last_school_day <= since):
        return day, None
    return holiday.last_school_day, holiday


def why_before(day: date, holiday: Holiday) -> str:
    """``would fall in the summer holiday, on 10 Aug 2027``."""
    return f"would fall in the {holiday.name.lower()}, on {say_short_date(day)}"


def who_holds(case: Case, pack: Pack) -> Iterator[Obligation]:
    """Asked before each long holiday, until somebody has said it or the holiday is over."""
    holiday = next_to_hold(case, pack)
    if case.road_state in HELPED and holiday is not None:
        yield Obligation(
            "holidays",
            f"Say who holds this family in the {holiday.name.lower()}",
            f"{say_short_date(holiday.starts)} to {say_short_date(holiday.ends)}",
            "School is out for weeks then, and nobody there sees the children",
            due=holiday.last_school_day,
        )


def next_to_hold(case: Case, pack: Pack) -> Holiday | None:
    """The long holiday for which it is to be said next who holds the family: the first that begins
    after the case, and after the one that it was said for. One of which nobody said it is past
    once something is written down after its end."""
    since = max(case.opened_on, case.held_until or case.opened_on)
    written = last_written(case) or since
    return next(
        (
            one
            for one in holidays(pack.school_terms)
            if one.is_long and one.starts > since and one.ends >= written
        ),
        None,
    )
