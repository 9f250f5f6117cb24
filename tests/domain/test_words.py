"""Names, counts and days are said the same way everywhere."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ehdesk.domain.words import (
    DueChip,
    due_chip,
    in_days,
    join_names,
    names_and_ages,
    names_with_ages,
    plural,
    waiting,
)

TODAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["Ana"], "Ana"),
        (["Ana", "Luca"], "Ana and Luca"),
        (["Kayden", "", "Isla", "Rory"], "Kayden, Isla and Rory"),
    ],
)
def test_names_are_joined_as_people_say_them(names: list[str], said: str) -> None:
    assert join_names(names) == said


def test_children_are_named_with_their_ages() -> None:
    assert names_with_ages([("Callum", 8), ("Niamh", 5)]) == "Callum, 8 and Niamh, 5"
    assert names_with_ages([("Callum", 8), ("baby", None)]) == "Callum, 8 and baby"
    assert names_and_ages([("Kayden", 10), ("Isla", 7), ("Rory", 2)]) == "Kayden 10, Isla 7, Rory 2"
    assert names_and_ages([("Zara", None)]) == "Zara"


def test_one_is_never_said_in_the_plural() -> None:
    assert plural(1, "day") == "1 day"
    assert plural(0, "day") == "0 days"
    assert plural(3, "family", "families") == "3 families"


@pytest.mark.parametrize(
    ("days", "chip", "line"),
    [
        (-7, DueChip("overdue", "7 days overdue"), "7 days overdue"),
        (-1, DueChip("overdue", "1 day overdue"), "1 day overdue"),
        (0, DueChip("soon", "Due today"), "Due today"),
        (1, DueChip("track", "Tomorrow"), "Tomorrow"),
        (3, DueChip("track", "Fri 20 Nov"), "Fri 20 Nov"),
        (6, DueChip("track", "Mon 23 Nov"), "Mon 23 Nov"),
        (7, DueChip("track", "Tue 24 Nov", "in 7 days"), "Tue 24 Nov, in 7 days"),
        (52, DueChip("track", "Fri 8 Jan 2027", "in 52 days"), "Fri 8 Jan 2027, in 52 days"),
    ],
)
def test_a_due_chip_says_how_late_or_how_soon(days: int, chip: DueChip, line: str) -> None:
    found = due_chip(TODAY + timedelta(days=days), TODAY)
    assert found == chip
    assert found.line == line


def test_days_from_today_in_words() -> None:
    said = [in_days(TODAY + timedelta(days=n), TODAY) for n in (-2, 0, 1, 9)]
    assert said == ["2 days overdue", "Due today", "Tomorrow", "In 9 days"]


def test_how_long_something_has_waited() -> None:
    said = [waiting(TODAY - timedelta(days=n), TODAY) for n in (0, 1, 3)]
    assert said == ["Waiting since today", "Waiting 1 day", "Waiting 3 days"]
