"""The table of pages and the sidebar agree."""

from __future__ import annotations

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
