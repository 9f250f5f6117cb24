"""The paper's colours, fonts and type.

Paper is always light: the colours are the light tokens of the design language. Inter is for
professional papers, Lexend for a family's own; where one lacks a character, the other prints it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics

from ehdesk.documents.tagging import TaggedFont
from resources import FOLDER

PAGE = (595.28, 841.89)
"""A4, in points."""
ACROSS = (PAGE[1], PAGE[0])
"""A4 turned on its side."""


class Ink(Enum):
    """A colour by its role."""

    TEXT = "#1B2020"
    TEXT2 = "#4B5353"
    SURFACE = "#FFFFFF"
    SUNKEN = "#F5F3EF"
    LINE = "#E2DFD8"
    LINE_MID = "#CFCBC2"
    LINE_STRONG = "#8A877F"
    ACCENT = "#0D5C59"
    ACCENT_TINT = "#E1F0EE"
    ACCENT_LINE = "#9CC9C4"
    NONE = TEXT2
    SOON = "#764700"
    SOON_TINT = "#FCF0D6"
    OVERDUE = "#9A2A12"
    OVERDUE_TINT = "#FCEBE5"
    TRACK = "#1C4E8F"
    VOICE = "#7A3B5E"
    VOICE_TINT = "#FBF0F4"

    @property
    def colour(self) -> Color:
        return HexColor(self.value)


class Weight(Enum):
    """A cut of a family, by the end of its file name."""

    REGULAR = "400Regular"
    MEDIUM = "500Medium"
    SEMIBOLD = "600SemiBold"
    BOLD = "700Bold"


class Family(Enum):
    """A type family, by the start of its file names."""

    INTER = "Inter"
    LEXEND = "Lexend"


@cache
def font(family: Family, weight: Weight) -> str:
    """The registered name of a font; the first call loads it from the resources."""
    name = f"{family.value}_{weight.value}"
    pdfmetrics.registerFont(TaggedFont(name, str(FOLDER / "fonts" / f"{name}.ttf")))
    return name


def covers(name: str, char: str) -> bool:
    """Whether the font registered as ``name`` can draw ``char``."""
    # Some fonts list characters that lead to glyph 0, the sign for a missing one.
    return bool(pdfmetrics.getFont(name).face.charToGlyph.get(ord(char)))


def has_glyph(char: str) -> bool:
    """Whether any font of ours can draw ``char``; all weights have the same characters."""
    return any(covers(font(family, Weight.REGULAR), char) for family in Family)


@dataclass(frozen=True)
class Type:
    """How a piece of text is set: sizes in points."""

    family: Family
    weight: Weight
    size: float
    leading: float
    ink: Ink = Ink.TEXT

    @property
    def drop(self) -> float:
        """From the top of a line of this type down to its baseline: capitals stand midway."""
        return self.leading / 2 + self.size * 0.355

    def font_for(self, char: str) -> str:
        """The font that draws ``char``: our own, or the other family's where that lacks it."""
        own = font(self.family, self.weight)
        if char in "\n \xa0" or covers(own, char):
            return own
        other = Family.INTER if self.family is Family.LEXEND else Family.LEXEND
        return font(other, self.weight)


def inter(
    size: float, leading: float, weight: Weight = Weight.REGULAR, ink: Ink = Ink.TEXT
) -> Type:
    """Type for professional papers."""
    return Type(Family.INTER, weight, size, leading, ink)


def lexend(
    size: float, leading: float, weight: Weight = Weight.REGULAR, ink: Ink = Ink.TEXT
) -> Type:
    """Type for a family's own papers."""
    return Type(Family.LEXEND, weight, size, leading, ink)


def width_of(text: str, font_name: str, size: float) -> float:
    """How wide ``text`` runs, in points."""
    return float(pdfmetrics.stringWidth(text, font_name, size))
