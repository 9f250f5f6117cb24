"""Texts that people wrote, shown as they wrote them."""

from __future__ import annotations


def escape_ampersands(text: str) -> str:
    """The text for a Qt button, which would take a single & for a shortcut key."""
    return text.replace("&", "&&")


def without_escapes(text: str) -> str:
    """The text of a Qt button as it is read."""
    return text.replace("&&", "&")
