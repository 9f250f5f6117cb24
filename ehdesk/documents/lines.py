"""Breaks text into lines. Nothing is ever cut: what is too long for a line goes on to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ehdesk.documents.glyphs import printable
from ehdesk.documents.style import Type, width_of

_PARTS = re.compile(r"\n| +|[^\n ]+")
_GOOD_ENDS = "/-_.,;:?&=@)"


@dataclass(frozen=True)
class Run:
    """Text set in one way. With an ``address`` it is a link."""

    text: str
    type: Type
    address: str = ""


@dataclass(frozen=True)
class Stretch:
    """A part of a line that one font draws."""

    text: str
    font: str
    run: Run

    @property
    def width(self) -> float:
        return width_of(self.text, self.font, self.run.type.size)


@dataclass(frozen=True)
class Line:
    """One line. ``spaced`` when the text goes on with a new word, so a space belongs after it."""

    stretches: tuple[Stretch, ...]
    spaced: bool

    @property
    def width(self) -> float:
        return sum(stretch.width for stretch in self.stretches)


def break_lines(runs: Sequence[Run], width: float) -> list[Line]:
    """``runs`` as lines no wider than ``width`` points; at least one line, which may be empty.

    A line break in the text stays one. A word that is wider than the line, a long web address
    say, is broken after a punctuation mark where there is one.
    """
    lines: list[Line] = []
    line: list[Stretch] = []
    used = 0.0
    space: Stretch | None = None
    for word in _words(runs):
        if word is None:
            lines.append(_line(line, spaced=True))
            line, used, space = [], 0.0, None
            continue
        stretches = list(word)
        if stretches[0].text == " ":
            space = stretches[0] if line else None
            continue
        needed = sum(stretch.width for stretch in stretches)
        gap = space.width if space else 0.0
        if line and used + gap + needed > width:
            lines.append(_line(line, spaced=space is not None))
            line, used, gap, space = [], 0.0, 0.0, None
        if space:
            line.append(space)
            space = None
        while used + gap + needed > width:
            head, stretches = _chop(stretches, width)
            if not stretches:
                stretches = head
                break
            lines.append(_line(line + head, spaced=False))
            line, used, gap = [], 0.0, 0.0
            needed = sum(stretch.width for stretch in stretches)
        line += stretches
        used += gap + needed
    lines.append(_line(line, spaced=True))
    return lines


def _line(stretches: list[Stretch], *, spaced: bool) -> Line:
    """A line of what was put on it, with neighbours of one kind joined."""
    joined = [
        Stretch("".join(stretch.text for stretch in alike), font, run)
        for (font, run), alike in groupby(stretches, lambda each: (each.font, each.run))
    ]
    return Line(tuple(joined), spaced)


def unbroken(words: str) -> str:
    """``words`` as one word, that no line ends inside: a date, say."""
    return words.replace(" ", "\xa0")


def natural_width(words: str, type_: Type) -> float:
    """How wide ``words`` run, in points, when nothing but their own line breaks ends a line."""
    lines = break_lines((Run(words, type_),), float("inf"))
    return max(line.width for line in lines)


def _words(runs: Sequence[Run]) -> Iterator[tuple[Stretch, ...] | None]:
    """Words and spaces; a word may run through several runs. None is a line break."""
    word: list[Stretch] = []
    for run in runs:
        for part in _PARTS.findall(_tidy(printable(run.text))):
            if part[0] not in "\n ":
                word += _stretches(part, run)
                continue
            if word:
                yield tuple(word)
                word = []
            yield (_stretches(" ", run)[0],) if part[0] == " " else None
    if word:
        yield tuple(word)


def _tidy(text: str) -> str:
    """At most one empty line in a row, none at either end."""
    return re.sub(r" *\n(?: *\n)+ *", "\n\n", text).strip("\n")


def _stretches(text: str, run: Run) -> list[Stretch]:
    return [Stretch("".join(chars), font, run) for font, chars in groupby(text, run.type.font_for)]


def _chop(stretches: list[Stretch], width: float) -> tuple[list[Stretch], list[Stretch]]:
    """As much of a word as fits in ``width``, at least one character, and the rest of it."""
    head: list[Stretch] = []
    for index, stretch in enumerate(stretches):
        if stretch.width <= width:
            head.append(stretch)
            width -= stretch.width
            continue
        end = _fitting(stretch, width)
        if not end and not head:
            end = 1
        if end:
            head.append(replace(stretch, text=stretch.text[:end]))
        rest = replace(stretch, text=stretch.text[end:])
        return head, [part for part in (rest, *stretches[index + 1 :]) if part.text]
    return head, []


def _fitting(stretch: Stretch, width: float) -> int:
    """How many characters of ``stretch`` fit, preferring to end at a punctuation mark."""
    low, high = 0, len(stretch.text)
    while low < high:
        middle = (low + high + 1) // 2
        if replace(stretch, text=stretch.text[:middle]).width <= width:
            low = middle
        else:
            high = middle - 1
    for end in range(low, low * 2 // 3, -1):
        if stretch.text[end - 1] in _GOOD_ENDS:
            return end
    return low
