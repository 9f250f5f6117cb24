"""The application's QPalette from the tokens, for what a style sheet does not reach."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Tokens


def palette(tokens: Tokens) -> QPalette:
    """Every role Fusion paints with, and the disabled text."""
    role = QPalette.ColorRole
    colours: dict[QPalette.ColorRole, QColor] = {
        role.Window: tokens.canvas,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.PlaceholderText: tokens.text3,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.canvas,
        role.Light: tokens.raised,
        role.Midlight: tokens.line,
        role.Mid: tokens.line_mid,
        role.Dark: tokens.line_strong,
        role.Shadow: tokens.text,
    }
    result = QPalette()
    for name, colour in colours.items():
        result.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, name, tokens.text_disabled)
    return result
