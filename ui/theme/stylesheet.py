"""The application's style sheet: resources/themes/desk.qss filled in from the tokens.

In the template ``$name`` is a colour (``$text2``, ``$overdue_bg``) and ``px(12)`` a length at
the text size; ``px(12-1)`` takes a pixel off after scaling, to make room for a thicker edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from string import Template

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor

from resources import FOLDER
from ui.theme.button_faces import KINDS, STATES, face
from ui.theme.fonts import scaled
from ui.theme.tokens import Tokens

_LENGTH = re.compile(r"px\((\d+)(-\d+)?\)")
_PSEUDO = {"rest": "", "hover": ":hover", "pressed": ":pressed", "disabled": ":disabled"}


def stylesheet(scheme: str, tokens: Tokens, percent: int) -> str:
    """The whole style sheet for these colours at this text size."""
    # Where ``url(ehdesk:...)`` in the template is looked for.
    QDir.setSearchPaths("ehdesk", [str(FOLDER / "themes")])
    ours = _LENGTH.sub(
        lambda found: f"{scaled(int(found[1]), percent) + int(found[2] or 0)}px", _template()
    )
    values = {name.replace(".", "_"): _css(colour) for name, colour in named_colours(tokens)}
    return "\n".join([Template(ours).substitute(values, scheme=scheme), *_button_rules(tokens)])


def named_colours(tokens: Tokens) -> Iterator[tuple[str, QColor]]:
    """Every colour with the name that ``Tokens.colour`` knows it by."""
    for field in fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, QColor):
            yield field.name, value
    for name, tone in tokens.tones.items():
        yield f"{name}.ink", tone.ink
        yield f"{name}.bg", tone.bg
        yield f"{name}.line", tone.line


def _button_rules(tokens: Tokens) -> Iterator[str]:
    for kind in KINDS:
        for state in STATES:
            look = face(tokens, kind, state)
            yield (
                f'QPushButton[kind="{kind}"]{_PSEUDO[state]} {{ color: {_css(look.ink)};'
                f" background: {_css(look.fill)}; border-color: {_css(look.edge)}; }}"
            )
        yield f'QPushButton[kind="{kind}"]:focus {{ border: 2px solid {_css(tokens.focus)}; }}'


def _css(colour: QColor) -> str:
    return colour.name() if colour.alpha() == 255 else "transparent"


@cache
def _template() -> str:
    return (FOLDER / "themes" / "desk.qss").read_text(encoding="utf-8")
