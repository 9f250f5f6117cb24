"""A crash takes no more than the last two seconds of typing."""

from __future__ import annotations

from pathlib import Path

from tests.tools.kill_while_typing import kill_rounds


def test_a_killed_window_leaves_all_that_was_typed_two_seconds_before(tmp_path: Path) -> None:
    rounds = kill_rounds(tmp_path / "home", 3, seed=7)
    assert all(one.is_good for one in rounds), rounds
    assert all(one.owed > 0 for one in rounds), "each round typed for more than two seconds"
