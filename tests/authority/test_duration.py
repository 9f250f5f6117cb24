from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehdesk.authority.duration import Duration

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("3 months", date(2026, 11, 30), date(2027, 2, 28)),
        ("3 months", date(2027, 11, 30), date(2028, 2, 29)),
        ("12 months", date(2028, 2, 29), date(2029, 2, 28)),
        ("6 weeks", date(2026, 11, 17), date(2026, 12, 29)),
        ("14 days", date(2026, 11, 17), date(2026, 12, 1)),
        ("3 working days", date(2026, 11, 16), date(2026, 11, 19)),
        ("3 working days", date(2026, 11, 20), date(2026, 11, 25)),
        ("1 working day", date(2026, 11, 21), date(2026, 11, 23)),
    ],
)
def test_a_length_of_time_is_up_on_the_right_day(text: str, start: date, end: date) -> None:
    assert Duration.read(text).after(start) == end


@pytest.mark.parametrize("text", ["1 month", "3 months", "1 week", "14 days", "3 working days"])
def test_a_length_is_said_as_it_was_written(text: str) -> None:
    assert Duration.read(text).words == text


@pytest.mark.parametrize(
    "text", ["", "3", "months", "0 weeks", "-1 days", "3 decades", "3 months 1 day"]
)
def test_what_is_not_a_length_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="like 3 months"):
        Duration.read(text)


def test_a_duration_has_exactly_one_unit() -> None:
    with pytest.raises(ValueError, match="one unit"):
        Duration()
    with pytest.raises(ValueError, match="one unit"):
        Duration(months=1, weeks=1)


@given(DAYS, st.integers(1, 400))
def test_working_days_never_end_at_a_weekend(start: date, count: int) -> None:
    end = Duration(working_days=count).after(start)
    assert end.weekday() < 5
    assert (end - start).days >= count


def test_years_are_kept_as_months_and_told_as_years() -> None:
    assert Duration.read("25 years") == Duration(months=300)
    assert Duration.read("25 years").words == "25 years"
    assert Duration.read("12 months").words == "12 months"
    assert Duration.read("25 years").after(date(2018, 6, 2)) == date(2043, 6, 2)
