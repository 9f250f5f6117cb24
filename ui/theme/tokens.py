"""Colours by role. Nothing else in the window says a colour; the tables lie in resources/themes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from PySide6.QtGui import QColor

from resources import FOLDER

SCHEMES = ("light", "dark")


@dataclass(frozen=True)
class Tone:
    """One meaning (late, due today, done ...): its ink, what lies behind it, and its edge."""

    ink: QColor
    bg: QColor
    line: QColor


@dataclass(frozen=True)
class Disc:
    """A person's disc: ink and background."""

    ink: QColor
    bg: QColor


@dataclass(frozen=True)
class Tokens:
    """Every colour of one scheme."""

    canvas: QColor
    sidebar: QColor
    surface: QColor
    sunken: QColor
    raised: QColor
    hover: QColor
    selected: QColor
    line: QColor
    line_mid: QColor
    line_strong: QColor
    text: QColor
    text2: QColor
    text3: QColor
    text_disabled: QColor
    accent: QColor
    accent_hover: QColor
    accent_tint: QColor
    accent_line: QColor
    on_accent: QColor
    focus: QColor
    tones: dict[str, Tone]
    discs: tuple[Disc, ...]

    def tone(self, name: str) -> Tone:
        """One of overdue, soon, track, done, wait, none, voice."""
        return self.tones[name]

    def colour(self, name: str) -> QColor:
        """A colour by its name: ``text2``, or ``overdue.ink`` for a part of a tone."""
        role, dot, part = name.partition(".")
        value: Any = getattr(self.tones.get(role), part, None) if dot else getattr(self, role, None)
        if not isinstance(value, QColor):
            raise KeyError(f"no colour is called {name!r}")
        return value


@cache
def load_tokens(scheme: str) -> Tokens:
    """The colours of ``light`` or ``dark``."""
    table = tomllib.loads((FOLDER / "themes" / f"{scheme}.toml").read_text(encoding="utf-8"))
    return Tokens(
        **{name: QColor(value) for name, value in table["colour"].items()},
        tones={name: Tone(*map(QColor, parts)) for name, parts in table["tone"].items()},
        discs=tuple(Disc(*map(QColor, parts)) for parts in table["avatar"].values()),
    )
