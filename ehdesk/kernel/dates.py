"""Dates as people type and read them.

Design, rule 10: "Tue 17 Nov", the year when it is not this one; times as "2:00pm".
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from ehdesk.kernel.clock import local

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAY = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class NotADate(ValueError):
    """What was typed cannot be read as a date; the text says what to type."""


def read_date(typed: str, today: date) -> date:
    """The date that a person typed: ``3/4/26``, ``3.4.2026``, ``3 Apr 26``, ``2026-04-03``,
    ``today``, ``yesterday``, ``tomorrow``. Day before month, as in England.

    Two-digit years are the century that puts the date nearest to ten years from now or before.

    :raises NotADate: with words that say what to type.
    """
    text = re.sub(r"\s+", " ", typed.strip().casefold()).replace(",", "")
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if text in days:
        return today + timedelta(days=days[text])
    text = re.sub(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]* ", "", text)
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    if iso:
        return _build(int(iso[3]), int(iso[2]), int(iso[1]))
    numbers = re.fullmatch(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?", text)
    if numbers:
        return _build(int(numbers[1]), int(numbers[2]), _year(numbers[3], today))
    words = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9})\.? ?(\d{2}|\d{4})?", text)
    if words:
        month = next((n for n, m in enumerate(_MONTHS, 1) if m.startswith(words[2])), 0)
        if words[2] == "sept":
            month = 9
        if month:
            return _build(int(words[1]), month, _year(words[3], today))
    raise NotADate("Enter a date like 3/4/2026 or 3 Apr 2026")


def _year(typed: str | None, today: date) -> int:
    if not typed:
        return today.year
    if len(typed) == 4:
        return int(typed)
    year = today.year - today.year % 100 + int(typed)
    return year - 100 if year > today.year + 10 else year


def _build(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        raise NotADate("Month must be between 1 and 12")
    if not 1900 <= year <= 2200:
        raise NotADate("Enter a year with four numbers, like 2026")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise NotADate(f"Day must be between 1 and {last} in {_MONTHS[month - 1].title()}")
    return date(year, month, day)


def say_date(day: date, today: date) -> str:
    """``Tue 17 Nov``, with the year when it is not the year of ``today``."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{_DAY[day.weekday()]} {day.day} {_MONTHS[day.month - 1][:3].title()}{year}"


def say_day_month(day: date, today: date) -> str:
    """``17 Nov``, with the year when it is not the year of ``today``."""
    return say_date(day, today)[4:]


def say_long_date(day: date) -> str:
    """``17 November 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1].title()} {day.year}"


def say_full_date(day: date) -> str:
    """``Tuesday 17 November 2026``."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return f"{names[day.weekday()]} {say_long_date(day)}"


def say_short_date(day: date) -> str:
    """``14 Mar 1989``: day, short month and always the year, for dates of birth."""
    return f"{day.day} {_MONTHS[day.month - 1][:3].title()} {day.year}"


def say_time(moment: datetime) -> str:
    """``2:00pm``, on an English wall clock."""
    here = local(moment)
    return f"{here.hour % 12 or 12}:{here.minute:02}{'am' if here.hour < 12 else 'pm'}"


def say_clock(moment: datetime) -> str:
    """``10:42``, for the save line."""
    return local(moment).strftime("%H:%M")


def add_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or that month's last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def age_on(born: date, today: date) -> int:
    """Whole years lived."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
