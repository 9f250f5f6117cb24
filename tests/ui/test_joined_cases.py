"""Two families whose cases are linked because professionals of one joined the other."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from tests.desks import a_journey
from ui.cases.beside.earlier_help import EarlierHelp


def said(card: EarlierHelp) -> str:
    return " | ".join(label.text() for label in card.findChildren(QLabel))


def test_each_of_two_families_that_joined_leads_to_the_other(qtbot: QtBot, desk: Desk) -> None:
    runs = a_journey(desk, 1)
    runs.send(40)
    runs.decide(38, "eha")
    asks = a_journey(desk, 2)
    asks.send(4)
    asks.decide_otherwise(
        2, "joins", **{"outcome.joins": str(runs.case_id), "outcome.joins_where": ""}
    )
    joined, request = desk.cases.get(runs.case_id), desk.cases.get(asks.case_id)
    for here, there, words in (
        (request, joined, f"led by {joined.lead}. This request joined it."),
        (joined, request, "Priya Nair joined from it."),
    ):
        card = EarlierHelp()
        qtbot.addWidget(card)
        opened: list[object] = []
        card.asked.connect(opened.append)
        card.show_case(here, desk.pack)
        assert words in said(card)
        assert f"{there.family.title}, {there.reference}" in said(card)
        (button,) = card.buttons
        button.click()
        assert opened == [there.id]
