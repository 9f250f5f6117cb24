"""The keys that only some pages have, for the page that lists every key.

What a page's commands say of their keys is held to this by the walk over every page
(``tests/flows/test_heard_on_every_page.py``).
"""

from __future__ import annotations

from collections.abc import Mapping

from ehdesk.authority.pack import Pack

Keys = tuple[tuple[str, str], ...]
"""A key as "Ctrl+S", and what it does."""

_SAVE: Keys = (("Ctrl+S", "Save as PDF"),)
PAGE_KEYS: Mapping[str, tuple[str, Keys]] = {
    "today": ("Today", (("D", "Show what was done today"),)),
    "decide": ("Decide a request", (("Ctrl+Return", "Record the decision"),)),
    "hub": (
        "{hub}",
        (
            ("N", "Hear the next"),
            ("Space", "Start or pause the clock"),
            ("Ctrl+Return", "Record and hear the next"),
        ),
    ),
    "cases": ("Cases", (("Space", "Look at a family without opening it"),)),
    "case": (
        "A family",
        (
            ("Ctrl+Tab", "Next tab; Ctrl+Shift+Tab the one before"),
            ("Ctrl+Z", "Take the last change back"),
        ),
    ),
    "wizard": ("A form", (("Ctrl+Return", "Save and go on"), ("Alt+Left", "The step before"))),
    "advice": ("Advice contact", (("Ctrl+Return", "Finish the advice contact"),)),
    "supervision": (
        "Supervision",
        (
            ("J", "Next family"),
            ("K", "Family before"),
            ("C", "Comment on the chosen answer"),
            ("Ctrl+Return", "Do what is chosen"),
        ),
    ),
    "sign": (
        "To sign",
        (("C", "Comment on the chosen answer"), ("Ctrl+Return", "Do what is chosen")),
    ),
    "reports": ("Reports", (("T", "A chart as a table"), ("Ctrl+S", "Save as spreadsheet"))),
    "print": ("A paper before it is printed", _SAVE),
    "print_desk": ("", _SAVE),
    "hub_agenda": ("", _SAVE),
    "report_paper": ("", _SAVE),
    "cover": ("", _SAVE),
}
"""By kind of page: what it is called, and its keys. A kind without a name has the keys of one that
is listed already."""


def keys_by_page(pack: Pack) -> list[tuple[str, Keys]]:
    """Each page that has keys of its own, in the authority's words."""
    return [
        (pack.say(name), keys)
        for kind, (name, keys) in PAGE_KEYS.items()
        if name and (kind != "hub" or pack.hub is not None)
    ]
