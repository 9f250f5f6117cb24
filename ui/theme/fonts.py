"""The type scale: what each role of text is set in. Sizes are pixels at 100 %."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from resources import FOLDER

FAMILY = "Inter"
FALLBACK = ("Noto Sans",)  # scripts that Inter lacks; after it, whatever the system has
# Only the screen's own weights: Lexend is for family papers, which the documents read themselves.
FILES = ("Inter_400Regular", "Inter_500Medium", "Inter_600SemiBold", "Inter_700Bold")


@dataclass(frozen=True)
class Role:
    """Size and line in pixels, and weight 400 to 700."""

    size: int
    line: int
    weight: int


ROLES = {
    "wizard_title": Role(28, 34, 600),
    "page_title": Role(26, 32, 600),
    "section": Role(17, 24, 600),
    "card_title": Role(15, 20, 600),
    "input": Role(15, 22, 400),
    "body": Role(14, 20, 400),
    "body_medium": Role(14, 20, 500),
    "body_strong": Role(14, 20, 600),
    "help": Role(13, 18, 400),
    "help_medium": Role(13, 18, 500),
    "help_strong": Role(13, 18, 600),
    "caption": Role(12, 16, 500),
    "key_cap": Role(11, 14, 500),
}


def load_fonts() -> None:
    """Register the shipped fonts with the running application."""
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(FOLDER / "fonts" / f"{name}.ttf")) < 0:
            raise FileNotFoundError(f"the font {name}.ttf is missing or unreadable")


def font(role: str, percent: int = 100, *, tabular: bool = False) -> QFont:
    """The font of a role at a text size; ``tabular`` makes figures line up in columns."""
    return QFont(_made(role, percent, tabular))


@cache
def _made(role: str, percent: int, tabular: bool) -> QFont:
    """Made once: a page asks for a few fonts many thousand times."""
    spec = ROLES[role]
    result = QFont([FAMILY, *FALLBACK])
    result.setPixelSize(scaled(spec.size, percent))
    result.setWeight(QFont.Weight(spec.weight))
    if tabular:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


@cache
def line_height(role: str, percent: int = 100) -> int:
    """Pixels from one line of a role to the next, never less than its font needs."""
    return max(scaled(ROLES[role].line, percent), QFontMetrics(font(role, percent)).height())


def scaled(pixels: float, percent: int) -> int:
    """Pixels at a text size, rounded as everywhere."""
    return round(pixels * percent / 100)
