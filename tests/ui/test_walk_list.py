"""The walk through a caseload says how far it has come."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from ehdesk.domain.access import Role
from tests.desks import a_journey, colleague
from tests.ui.asked import Asked
from ui.oversight.supervision_page import SupervisionPage


def test_a_part_of_the_bar_is_filled_for_each_family_that_was_talked_about(
    qtbot: QtBot, desk: Desk
) -> None:
    for number in (4, 5):
        go = a_journey(desk, number)
        go.send(10)
        go.decide(8, "twelve_weeks")
        go.on(0)
    ruth = colleague(desk, "Ruth Example", Role.MANAGER)
    page = SupervisionPage(ruth, Asked().navigator, desk.user.id)
    qtbot.addWidget(page, before_close_func=lambda one: one.left())
    page.resize(1300, 900)
    page.refresh()
    page.show()
    assert page.walk.progress.accessibleName() == "0 of 2 done"
    QTest.keyClicks(page.talked.note, "Two homes is the worry.")
    page.step(1)
    assert page.walk.progress.accessibleName() == "1 of 2 done"
