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


def shortened(text: str, longest: int = 40) -> str:
    """The text for a place with little room; the whole is somewhere near."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def as_tip(text: str) -> str:
    """The text for a tool tip: its tags are shown and not followed, and a long one wraps."""
    text = shortened(text, _LONGEST_TIP)
    # Left as it is wherever Qt does so too: a screen reader may read the tip.
    wraps = Qt.mightBeRichText(text) or len(text) > _WIDEST_TIP
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal) if wraps else text
