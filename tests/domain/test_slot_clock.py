"""The clock of a slot: started and paused by hand, in four parts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ehdesk.domain.slot_clock import PARTS, SlotClock, part_ends

NOON = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)


def after(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_it_goes_through_its_four_parts_and_says_what_is_left() -> None:
    clock = SlotClock(30).toggled(NOON)
    said = [(PARTS[clock.part(after(m))][0], clock.words(after(m))) for m in (0, 4, 5, 14, 15, 25)]
    assert said == [
        ("School speaks", "30 min left"),
        ("School speaks", "26 min left"),
        ("Questions", "25 min left"),
        ("Questions", "16 min left"),
        ("Who can help", "15 min left"),
        ("Decide", "5 min left"),
    ]
    assert part_ends()[-1] == 1.0


def test_its_colour_changes_only_in_the_last_two_minutes() -> None:
    clock = SlotClock(30).toggled(NOON)
    assert [clock.is_soon(after(m)) for m in (0, 27, 27.9, 28, 30, 34)] == [False] * 3 + [True] * 3
    assert clock.words(after(30)) == "Time is up"
    assert clock.words(after(34)) == "4 min over"


def test_a_pause_takes_no_time() -> None:
    clock = SlotClock(30).toggled(NOON).toggled(after(10))
    assert not clock.runs
    assert clock.words(after(50)) == "20 min left"
    assert clock.toggled(after(50)).words(after(55)) == "15 min left"


@given(st.lists(st.integers(min_value=0, max_value=600), max_size=8))
def test_what_is_kept_brings_the_same_clock_back(seconds: list[int]) -> None:
    clock, now = SlotClock(30), NOON
    for wait in seconds:
        clock = clock.toggled(now)
        now += timedelta(seconds=wait)
    assert SlotClock(30).as_kept(clock.kept()).left(now) == clock.left(now)
    assert 0 <= clock.share(now) <= 1
