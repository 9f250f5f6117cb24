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
