"""Text without its dress: what is left of something pasted or dropped."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\ufeff\ufffc]|[\ud800-\udfff]")
_SPACES = re.compile(r"[\t\u00a0\u2007\u202f]+")
_BULLET = re.compile(
    r"^[ ]*(?:[\u2022\u2023\u2043\u2219\u25a0\u25a1\u25aa\u25ab\u25ba\u25cb\u25cf\u25e6\u2756\u27a2"
    r"\u00b7\uf0a7\uf0b7\uf0d8\uf076][ \t]*|o\t)",
    re.MULTILINE,
)
"""Signs that word processors put before an item of a list; Word writes its second level as ``o``.
A hyphen stays: people type those themselves."""


def plain_lines(text: str) -> str:
    """Pasted text for a box of several lines: each item of a list is a line, each line ends
    alike, and there is nothing in it that cannot be seen (NUL, control characters, soft hyphens,
    half characters). What is visible stays."""
    text = _LINE_ENDS.sub("\n", text)
    text = _BULLET.sub("", _CONTROL.sub("", text))
    return _SPACES.sub(" ", text)


def plain_line(text: str) -> str:
    """Pasted text for a box of one line: its lines follow one another with a space between."""
    lines = plain_lines(text).split("\n")
    return lines[0] if len(lines) == 1 else " ".join(filter(None, map(str.strip, lines)))


def is_plain_line(text: str) -> bool:
    """Whether `plain_line` would leave the text as it is; costs next to nothing when it would."""
    return text.isprintable() or plain_line(text) == text
