"""How the window looks: colours, type, icons, and their change while it runs."""

from ui.theme.theme import TEXT_SIZES, Theme, install_theme, theme
from ui.theme.tokens import Disc, Tokens, Tone

__all__ = ["TEXT_SIZES", "Disc", "Theme", "Tokens", "Tone", "install_theme", "theme"]
