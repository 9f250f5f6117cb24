"""Every kind of page and what makes it. Adding a screen is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable

from ui.app.wizard_place import WizardPlace
from ui.home.today_page import TodayPage
from ui.kit.navigation import Page

PageFactory = Callable[..., Page]
"""Called with the desk, the navigator and what the Place says."""

PAGES: dict[str, PageFactory] = {
    "today": TodayPage,
    "wizard": WizardPlace,
}

SIDEBAR_OF = {
    "decide": "requests",
    "das": "requests",
    "send": "requests",
    "case": "cases",
    "step": "cases",
    "print": "print_and_share",
}
"""The line of the sidebar that a kind belongs to, where it is not its own."""
