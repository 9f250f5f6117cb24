"""The table of pages and the sidebar agree, and F6 goes through the parts of each page."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ehdesk.desk import Desk
from tests.ui.asked import Asked
from tests.ui.page_kinds import kinds_without_a_case
from ui.app.pages import PAGES, SIDEBAR_OF
from ui.app.sidebar import FOR_MANAGERS, HELP, PLACES

LINES = {kind for kind, _name, _icon in (*PLACES, *FOR_MANAGERS, *HELP)} | {"hub"}
OF_THE_STORE = {"users", "user", "password", "terms"}
"""Reached from the menu of the store, and marked on no line."""


def test_every_line_of_the_sidebar_is_a_page() -> None:
    assert set(PAGES) >= LINES


def test_every_page_belongs_to_one_line_of_the_sidebar_or_to_the_store() -> None:
    assert set(SIDEBAR_OF.values()) <= LINES
    assert set(SIDEBAR_OF) | LINES | OF_THE_STORE == set(PAGES)
    assert not set(SIDEBAR_OF) & (LINES | OF_THE_STORE)


@pytest.mark.parametrize("kind", kinds_without_a_case())
def test_f6_finds_the_parts_of_each_page(qtbot: QtBot, desk: Desk, kind: str) -> None:
    page = PAGES[kind](desk, Asked().navigator)
    qtbot.addWidget(page)
    parts = page.regions()
    assert len(parts) > 1
    assert page not in parts
    page.left()
