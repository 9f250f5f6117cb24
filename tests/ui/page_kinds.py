"""Kinds of page, for tests that walk through all of them."""

from __future__ import annotations

import inspect

from ui.app.pages import PAGES


def kinds_without_a_case() -> list[str]:
    """Every kind of page that needs nothing but the desk and the navigator."""
    return [
        kind
        for kind, make in PAGES.items()
        if all(
            given.default is not inspect.Parameter.empty
            for given in list(inspect.signature(make).parameters.values())[2:]
        )
    ]
