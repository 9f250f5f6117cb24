"""What each kind of button looks like in each state; one table for the style sheet and Button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ui.theme.tokens import Tokens

KINDS = ("primary", "secondary", "quiet", "danger", "link", "plain")
STATES = ("rest", "hover", "pressed", "disabled")


@dataclass(frozen=True)
class Face:
    """Colour of words and icon, of the button, and of its edge."""

    ink: QColor
    fill: QColor
    edge: QColor


def face(tokens: Tokens, kind: str, state: str) -> Face:
    """The face of one of ``KINDS`` in one of ``STATES``."""
    clear = QColor(Qt.GlobalColor.transparent)
    if kind not in KINDS:
        raise KeyError(f"no kind of button is called {kind!r}")
    if state == "disabled":
        if kind in ("quiet", "link", "plain"):
            return Face(tokens.text_disabled, clear, clear)
        return Face(tokens.text_disabled, tokens.tone("none").bg, tokens.line)
    hovered = state != "rest"
    match kind:
        case "primary":
            fill = tokens.accent_hover if hovered else tokens.accent
            return Face(tokens.on_accent, fill, fill)
        case "quiet":
            return Face(tokens.accent, tokens.hover if hovered else clear, clear)
        case "link":
            return Face(tokens.accent_hover if hovered else tokens.accent, clear, clear)
        case "plain":
            return Face(tokens.text if hovered else tokens.text2, clear, clear)
        case "danger":
            tone = tokens.tone("overdue")
            return Face(tone.ink, tone.bg if hovered else tokens.surface, tone.line)
        case _:
            fill = tokens.hover if hovered else tokens.surface
            return Face(tokens.text, fill, tokens.line_mid)
