"""School terms and bank holidays against the calendars of 2026 and 2027."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.authority.days_off import days_off
from ehdesk.authority.duration import after_working_days, is_working_day
from ehdesk.authority.load import load_pack
from ehdesk.domain.school_calendar import (
    holiday_on,
    holidays,
    in_term,
    long_holiday_on,
    next_long_holiday,
)

PACK = load_pack("leicester")
TERMS, OFF = PACK.school_terms, days_off(PACK)
DAY = timedelta(days=1)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def easter_sunday(year: int) -> date:
    """By the anonymous Gregorian rule."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def bank_holidays_of(year: int) -> set[date]:
    """As the law of England says: the days, and for those at a weekend the next weekday that is
    free."""

    def monday(first: date) -> date:
        return first + timedelta(days=-first.weekday() % 7)

    def in_lieu(day: date, taken: set[date]) -> date:
        while day.weekday() > 4 or day in taken:
            day += DAY
        return day

    easter = easter_sunday(year)
    found = {
        *(easter - 2 * DAY, easter + DAY),
        *(monday(date(year, 5, 1)), monday(date(year, 5, 25)), monday(date(year, 8, 25))),
    }
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        found.add(in_lieu(fixed, found))
    return found


@pytest.mark.parametrize("year", [2025, 2026, 2027, 2028])
def test_the_bank_holidays_are_those_of_the_law(year: int) -> None:
    assert {day for day in OFF if day.year == year} == bank_holidays_of(year)


@given(DAYS)
def test_each_day_is_in_a_term_or_in_one_holiday(day: date) -> None:
    around = [one for one in holidays(TERMS) if one.starts <= day <= one.ends]
    assert in_term(day, TERMS) != bool(around)
    assert holiday_on(day, TERMS) == (around[0] if around else None)
    assert len(around) <= 1


@given(DAYS)
def test_the_last_day_before_a_holiday_is_the_last_school_day(day: date) -> None:
    holiday = holiday_on(day, TERMS)
    if holiday is None:
        assert in_term(day, TERMS)
        return
    last = holiday.last_school_day
    assert _is_school_day(last)
    between = (last + n * DAY for n in range(1, (day - last).days + 1))
    assert not any(_is_school_day(one) for one in between)


def _is_school_day(day: date) -> bool:
    return in_term(day, TERMS) and is_working_day(day, OFF)


@given(DAYS, st.integers(0, 30))
def test_working_days_leave_out_weekends_and_bank_holidays(day: date, count: int) -> None:
    end = after_working_days(day, count, OFF)
    passed = [day + n * DAY for n in range(1, (end - day).days + 1)]
    worked = [one for one in passed if is_working_day(one, OFF)]
    assert len(worked) == count
    assert not any(one.weekday() > 4 or one in OFF for one in worked)
    if count:
        assert is_working_day(end, OFF)


@given(DAYS)
def test_only_the_summer_is_long(day: date) -> None:
    found = long_holiday_on(day, TERMS)
    assert (found is not None) == (
        date(2026, 7, 11) <= day <= date(2026, 8, 25)
        or date(2027, 7, 10) <= day <= date(2027, 8, 24)
    )
    coming = next_long_holiday(day, TERMS)
    assert coming is not None
    assert coming.starts > day
    assert "Summer" in coming.name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 2, 16), "February half-term"),
        (date(2026, 4, 6), "Easter holiday"),
        (date(2026, 8, 1), "Summer holiday"),
        (date(2026, 12, 25), "Christmas holiday"),
        (date(2027, 1, 1), "Christmas holiday"),
        (date(2027, 6, 1), "May half-term"),
    ],
)
def test_a_holiday_is_known_by_its_name(day: date, name: str) -> None:
    found = holiday_on(day, TERMS)
    assert found is not None
    assert found.name == name


def test_the_reply_clock_leaves_christmas_out() -> None:
    # Sent on Wednesday 23 December: Thursday counts, then Tuesday and Wednesday.
    assert PACK.clock("reply").after(date(2026, 12, 23)) == date(2026, 12, 30)


def test_nothing_is_guessed_outside_the_terms_that_are_known() -> None:
    for day in (date(2024, 8, 1), date(2030, 8, 1)):
        assert not in_term(day, TERMS)
        assert holiday_on(day, TERMS) is None
    assert next_long_holiday(date(2030, 1, 1), TERMS) is None
