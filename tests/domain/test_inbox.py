"""The reply clock of a request, in working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.authority.duration import Duration
from ehdesk.domain.inbox import reply_words, working_days_left

TUESDAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("last", "left", "words"),
    [
        (date(2026, 11, 20), 3, "3 working days left to reply"),
        (date(2026, 11, 23), 4, "4 working days left to reply"),
        (date(2026, 11, 18), 1, "1 working day left to reply"),
        (date(2026, 11, 17), 0, "Reply today"),
        (date(2026, 11, 16), -1, "Reply was due Mon 16 Nov"),
        (date(2026, 11, 12), -3, "Reply was due Thu 12 Nov"),
    ],
)
def test_what_is_left_of_the_reply_clock_is_said_in_working_days(
    last: date, left: int, words: str
) -> None:
    assert working_days_left(TUESDAY, last) == left
    assert reply_words(TUESDAY, last) == words


def test_bank_holidays_are_no_working_days() -> None:
    before_christmas, last = date(2026, 12, 23), date(2026, 12, 30)
    days_off = {date(2026, 12, 25), date(2026, 12, 28)}
    assert working_days_left(before_christmas, last) == 5
    assert working_days_left(before_christmas, last, days_off) == 3
    assert reply_words(before_christmas, last, days_off) == "3 working days left to reply"


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 30))
def test_a_clock_of_working_days_has_so_many_left_on_its_first_day(sent: date, count: int) -> None:
    assert working_days_left(sent, Duration(working_days=count).after(sent)) == count


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 60))
def test_no_day_is_counted_twice(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    assert working_days_left(first, last) <= days
    assert working_days_left(last, first) == -working_days_left(first, last)
