"""A window that stays open overnight shows the new day in the morning."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from ehdesk.kernel.clock import SetClock
from tests.desks import DemoHome, a_clock
from tests.person import Person
from ui.app.desk_frame import DeskFrame


def test_today_is_read_again_when_another_day_has_begun(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path
) -> None:
    clock: SetClock = a_clock()
    frame = DeskFrame(demo_home.desk(tmp_path / "home", clock))
    qtbot.addWidget(frame)
    frame.resize(1440, 900)
    frame.show()
    frame.begin()
    me = Person(frame, lambda condition: qtbot.waitUntil(condition, timeout=5000))
    me.sees("Tuesday 17 November 2026")
    clock.move_to(datetime(2026, 11, 18, 8, 0))  # noqa: DTZ001 (London, as SetClock reads it)
    frame.new_day.look()
    me.sees("Wednesday 18 November 2026")
    qtbot.waitUntil(lambda: not frame.desk.backups.due(), timeout=10_000)
    frame.leave()
    frame.desk.close()


def test_a_clock_that_went_back_is_told_of_and_a_few_minutes_are_not(
    qtbot: QtBot, demo_home: DemoHome, tmp_path: Path
) -> None:
    clock: SetClock = a_clock()
    frame = DeskFrame(demo_home.desk(tmp_path / "home", clock))
    qtbot.addWidget(frame)
    frame.begin()
    frame.desk.requests.start()
    clock.move_to(datetime(2026, 11, 17, 10, 12))  # noqa: DTZ001 (London, as SetClock reads it)
    frame.come_back()
    assert "clock" not in frame.banner.message

    clock.move_to(datetime(2001, 1, 1, 0, 3))  # noqa: DTZ001
    frame.new_day.look()
    assert "This computer’s clock is behind" in frame.banner.message
    assert "It says Monday 1 January 2001" in frame.banner.message
    assert "saved here on Tuesday 17 November 2026" in frame.banner.message
    assert "Nothing is lost" in frame.banner.message
    frame.leave()
    frame.desk.close()
