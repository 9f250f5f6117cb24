"""The numbered parts of a professional paper, and the lines to sign on at its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ehdesk.documents.blocks import Column, heading, rule, text
from ehdesk.documents.layout import Band, beside, gap
from ehdesk.documents.lines import Run
from ehdesk.documents.style import PAGE, Ink, Weight, inter
from ehdesk.documents.tagging import Element

EDGE = 45.0
BODY = Column(EDGE, PAGE[0] - 2 * EDGE)
"""The width of a professional paper between its margins."""
INDENT = Column(BODY.x + 18, BODY.width - 18)
"""Where the text of a numbered part stands."""

_PART = inter(13.5, 20, Weight.SEMIBOLD)
_LABEL = inter(9, 12.5, Weight.SEMIBOLD, Ink.TEXT2)
_DATE = inter(9.2, 14, ink=Ink.TEXT2)

Body = Callable[[Element], list[Band]]
"""Makes what stands in a part, below the part's element."""


class Parts:
    """Counts the parts of a paper as they are written."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._number = 0

    def part(self, title: str, bands: Body) -> list[Band]:
        """Room, and a numbered heading that is kept with the first of what is below it."""
        self._number += 1
        section = self._root.child("Sect")
        h2 = section.child("H2")
        number = Run(f"{self._number} ", replace(_PART, ink=Ink.ACCENT))
        # Two figures are wider than the indent.
        title_at = INDENT if self._number < 10 else Column(INDENT.x + 8, INDENT.width - 8)
        first = beside(text(h2, (number,), BODY), text(h2, title, title_at, _PART))
        numbered = heading(h2, f"{self._number}. {title}", 1, first)
        return [gap(10), *numbered, Band(3, keep=True), *bands(section)]


def signature_lines(parent: Element, signatures: Sequence[str]) -> list[Band]:
    """Lines to sign on, up to four across."""
    bands: list[Band] = []
    across = min(4, len(signatures))
    width = (INDENT.width - 12 * (across - 1)) / across
    for start in range(0, len(signatures), across):
        columns = [
            _signature(parent, who, Column(INDENT.x + (width + 12) * place, width))
            for place, who in enumerate(signatures[start : start + across])
        ]
        bands += [Band(33), *beside(*columns)]
    return bands


def _signature(parent: Element, who: str, column: Column) -> list[Band]:
    line = rule(column, 7, Ink.TEXT2)
    name = text(parent.child("P"), who, column, _LABEL)
    return [line, *name, *text(parent.child("P"), "Date", column, _DATE)]
