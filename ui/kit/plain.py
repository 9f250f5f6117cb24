"""Texts that people wrote, shown as they wrote them."""

from __future__ import annotations

from PySide6.QtGui import Qt

_LONGEST_TIP = 600
"""Characters; more than this no tip can show on a screen. The page has the whole text."""
_WIDEST_TIP = 120
"""Characters; a plain tip longer than this would be one line across the screen."""


def escape_ampersands(text: str) -> str:
    """The text for a Qt button, which would take a single & for a shortcut key."""
    return text.replace("&", "&&")


def without_escapes(text: str) -> str:
    """The text of a Qt button as it is read."""
    return text.replace("&&", "&")


def as_tip(text: str) -> str:
    """The text for a tool tip: its tags are shown and not followed, and a long one wraps."""
    if len(text) > _LONGEST_TIP:
        text = text[:_LONGEST_TIP].rstrip() + "…"
    # Left as it is wherever Qt does so too: a screen reader may read the tip.
    wraps = Qt.mightBeRichText(text) or len(text) > _WIDEST_TIP
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal) if wraps else text
