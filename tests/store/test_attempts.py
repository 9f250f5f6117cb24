"""Wrong passwords make the next try wait."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from ehdesk.kernel.clock import SetClock
from ehdesk.store.attempts import Attempts

STORE = uuid4()


def test_four_wrong_tries_cost_nothing_and_the_fifth_waits_30_seconds(
    tmp_path: Path, clock: SetClock
) -> None:
    attempts = Attempts(tmp_path / "attempts.json", clock)
    assert [attempts.was_wrong(STORE) for _ in range(5)] == [0, 0, 0, 0, 30]
    assert attempts.wrong_so_far(STORE) == 5


def test_the_wait_doubles_up_to_a_quarter_of_an_hour(tmp_path: Path, clock: SetClock) -> None:
    attempts = Attempts(tmp_path / "attempts.json", clock)
    waits = [attempts.was_wrong(STORE) for _ in range(14)][4:]
    assert waits == [30, 60, 120, 240, 480, 900, 900, 900, 900, 900]


def test_the_wait_passes_with_time_and_outlives_a_restart(tmp_path: Path, clock: SetClock) -> None:
    file = tmp_path / "home" / "attempts.json"
    for _ in range(5):
        Attempts(file, clock).was_wrong(STORE)
    clock.move_to(clock.now() + timedelta(seconds=29, milliseconds=500))
    assert Attempts(file, clock).seconds_to_wait(STORE) == 1
    clock.move_to(clock.now() + timedelta(seconds=1))
    assert Attempts(file, clock).seconds_to_wait(STORE) == 0


def test_the_right_password_wipes_the_slate_of_that_store_only(
    tmp_path: Path, clock: SetClock
) -> None:
    attempts, other = Attempts(tmp_path / "attempts.json", clock), uuid4()
    for _ in range(6):
        attempts.was_wrong(STORE)
        attempts.was_wrong(other)
    attempts.was_right(STORE)
    assert attempts.seconds_to_wait(STORE) == 0
    assert attempts.seconds_to_wait(other) == 60


def test_a_clock_put_back_never_makes_the_wait_longer(tmp_path: Path, clock: SetClock) -> None:
    attempts = Attempts(tmp_path / "attempts.json", clock)
    for _ in range(5):
        attempts.was_wrong(STORE)
    clock.move_to(clock.now() - timedelta(days=400))
    assert attempts.seconds_to_wait(STORE) == 30


def test_a_spoilt_file_locks_nobody_out(tmp_path: Path, clock: SetClock) -> None:
    (tmp_path / "attempts.json").write_text('["not", "ours"]')
    attempts = Attempts(tmp_path / "attempts.json", clock)
    assert attempts.seconds_to_wait(STORE) == 0
    assert attempts.was_wrong(STORE) == 0
