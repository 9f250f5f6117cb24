"""Text for a paper that may not grow: cut at the end of a sentence, never in the middle of one
while a whole one fits."""

from __future__ import annotations

import re

from ehdesk.documents.glyphs import printable
from ehdesk.documents.lines import Run, break_lines
from ehdesk.documents.style import Type

_SENTENCES = re.compile(r"(?<=[.!?…])[”\"’)]*\s+|\n+")
_SPACES = re.compile(r"\s+")
_CUT = "…"
_TRIES = 12
"""How many ends of sentences or words are tried, from the last: the mark takes little room."""


def cut(words: str, type_: Type, width: float, lines: int) -> tuple[str, bool]:
    """``words`` in at most ``lines`` lines of ``width`` points, and whether any were cut.

    What stays ends with a sentence and a mark that there is more. When not even the first sentence
    fits, it is cut after a word.
    """
    text = printable(words).strip()
    broken = break_lines((Run(text[: _most(width, type_, lines)], type_),), width)
    if len(broken) <= lines and len(text) <= _most(width, type_, lines):
        return text, False
    shown = sum(
        not char.isspace()
        for line in broken[:lines]
        for stretch in line.stretches
        for char in stretch.text
    )
    end = _place_after(text, shown)
    for pattern in (_SENTENCES, _SPACES):
        ends = [match.end() for match in pattern.finditer(text, 0, end)]
        for last in reversed(ends[-_TRIES:]):
            if _fits(_marked(text[:last]), type_, width, lines):
                return _marked(text[:last]), True
    while end and not _fits(_marked(text[:end]), type_, width, lines):
        end -= 1
    return _marked(text[:end]).strip(), True


def _most(width: float, type_: Type, lines: int) -> int:
    """More characters than this never fit: none is narrower than a fifth of its height."""
    return int(lines * (width / (type_.size * 0.2) + 1))


def _place_after(text: str, letters: int) -> int:
    """The place in ``text`` after so many characters that are no white space."""
    for place, char in enumerate(text):
        if not letters:
            return place
        letters -= not char.isspace()
    return len(text)


def _marked(text: str) -> str:
    return f"{text.rstrip()} {_CUT}"


def _fits(text: str, type_: Type, width: float, lines: int) -> bool:
    return len(break_lines((Run(text, type_),), width)) <= lines
