"""The plan is reviewed at least every 3 months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.authority.duration import Duration
from ehdesk.domain.review_clock import (
    end_date,
    is_lawful,
    last_looked_at,
    latest_review,
    review_state,
    week_of,
)
from tests.packs_in import leicester

PACK = leicester()
THREE_MONTHS = PACK.clock("review").length
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("held", "latest"),
    [
        (date(2026, 8, 10), date(2026, 11, 10)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 1, 31), date(2026, 4, 30)),
        (date(2026, 2, 28), date(2026, 5, 28)),
        (date(2026, 12, 31), date(2027, 3, 31)),
    ],
)
def test_the_last_lawful_day_is_three_calendar_months_after_the_last_was_held(
    held: date, latest: date
) -> None:
    assert latest_review(held, THREE_MONTHS) == latest


@given(DAYS)
def test_a_review_is_never_put_off_beyond_three_calendar_months(held: date) -> None:
    latest = latest_review(held, THREE_MONTHS)
    months = (latest.year - held.year) * 12 + latest.month - held.month
    assert months == 3
    assert latest.day <= held.day
    assert latest.day == held.day or (latest + timedelta(days=1)).day == 1


@given(DAYS, DAYS)
def test_a_later_review_never_brings_the_next_one_forward(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert latest_review(first, THREE_MONTHS) <= latest_review(second, THREE_MONTHS)


@given(DAYS, st.integers(-200, 400))
def test_days_left_and_days_overdue_are_never_both(held: date, later: int) -> None:
    today = held + timedelta(days=later)
    state = review_state(held, today, THREE_MONTHS)
    assert state.days_left == 0 or state.days_overdue == 0
    assert (state.latest - today).days == state.days_left - state.days_overdue
    assert state.is_overdue == (today > state.latest)
    assert state.is_overdue == ("overdue" in state.words)
    assert is_lawful(today, held, THREE_MONTHS) != state.is_overdue


def test_how_a_review_stands_is_said_in_words() -> None:
    held = date(2026, 8, 10)

    def said(today: date) -> str:
        return review_state(held, today, THREE_MONTHS).words

    assert said(date(2026, 11, 17)) == "7 days overdue, the latest was Tue 10 Nov"
    assert said(date(2026, 11, 11)) == "1 day overdue, the latest was Tue 10 Nov"
    assert said(date(2026, 11, 10)) == "Due today"
    assert said(date(2026, 11, 9)) == "Due by Tue 10 Nov, 1 day left"


def test_the_first_review_counts_from_the_first_taf_meeting() -> None:
    taf = date(2026, 5, 20)
    assert last_looked_at(taf, ()) == taf
    assert last_looked_at(None, ()) is None


def test_later_reviews_count_from_the_last_one_held_in_whatever_order_they_come() -> None:
    held = (date(2026, 8, 10), date(2026, 6, 1))
    assert last_looked_at(date(2026, 5, 20), held) == date(2026, 8, 10)


def test_six_and_twelve_weeks_end_on_the_same_day_of_the_week() -> None:
    start = date(2026, 11, 17)
    assert end_date(start, PACK.clock("under_6_weeks").length) == date(2026, 12, 29)
    assert end_date(start, PACK.clock("twelve_weeks").length) == date(2027, 2, 9)


@pytest.mark.parametrize(
    ("day", "week"), [(-3, 1), (0, 1), (6, 1), (7, 2), (62, 9), (83, 12), (84, 12), (200, 12)]
)
def test_the_week_of_work_counted_in_weeks(day: int, week: int) -> None:
    start = date(2026, 9, 1)
    today = start + timedelta(days=day)
    assert week_of(start, today, Duration(weeks=12)) == (week, 12)
