"""A layout that stands things side by side by weight, and in more lines when room runs out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.kit.placing_layout import item_height

Lead = Callable[[int], int]
"""How far below a thing's top its box begins when the thing is so wide."""


class _Place(NamedTuple):
    item: QLayoutItem
    weight: float
    least: int
    lead: Lead | None

    @property
    def needs(self) -> int:
        """The width below which its row wraps."""
        return self.least or self.item.minimumSize().width()

    def height(self, width: int) -> int:
        """How high it is when it is so wide."""
        return item_height(self.item, width)


class SideBySide(QLayout):
    """Columns by weight. With the same weights in every row it makes a table that lines up.

    When a column would be narrower than its ``least`` width the things wrap: as many on a line
    as have room, and each line is filled. Things with a ``lead`` come down as far as it takes for
    the boxes of one line to begin on one level.

    :param total: weights are parts of this; 0 for parts of their sum.
    :param middle: things stand in the middle of their row's height, not at its top.
    :param fill: things are as high as their row, so that grounds and edges meet.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 16,
        line_gap: int = 16,
        total: float = 0,
        middle: bool = False,
        fill: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[_Place] = []
        self._heights: dict[int, int] = {}
        self._next: tuple[float, int, Lead | None] = (1.0, 0, None)
        self._gap = gap
        self._line_gap = line_gap
        self._total = total
        self._middle = middle
        self._fill = fill
        self.setContentsMargins(0, 0, 0, 0)

    def add(
        self, widget: QWidget, weight: float = 1, least: int = 0, lead: Lead | None = None
    ) -> None:
        """Put a widget at the end of the row.

        :param least: the width below which the row wraps; its own smallest width when 0.
        """
        self._next = (weight, least, lead)
        self.addWidget(widget)
        self._next = (1.0, 0, None)

    def is_wrapped(self, width: int) -> bool:
        """Whether things stand under each other at this width."""
        return len(self._lines(width)) > 1

    def invalidate(self) -> None:
        """What stands in it has changed: nothing that was worked out holds any more."""
        self._heights.clear()
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._heights.clear()
        self._items.append(_Place(item, *self._next))

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index].item if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._heights.clear()
        return self._items.pop(index).item if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._height(inner) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        if self._middle:
            spare = inner.height() - self._height(inner.width())
            inner.translate(0, max(0, spare // 2))
        self._place(inner, for_real=True)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        margins = self.contentsMargins()
        width = sum(place.item.sizeHint().width() for place in shown)
        width += self._gap * max(0, len(shown) - 1) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        margins = self.contentsMargins()
        widest = max((place.item.minimumSize().width() for place in self._shown()), default=0)
        return QSize(widest + margins.left() + margins.right(), 0)

    def _height(self, width: int) -> int:
        """Layouts around it ask for the same few widths again and again, and each answer asks
        everything that stands in it; so it is kept until something changes."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0))
        return self._heights[width]

    def _shown(self) -> list[_Place]:
        return [place for place in self._items if not place.item.isEmpty()]

    def _lines(self, width: int) -> list[list[_Place]]:
        shown = self._shown()
        whole = self._widths(shown, width, self._total)
        if all(wide >= place.needs for wide, place in zip(whole, shown, strict=True)):
            return [shown]
        lines: list[list[_Place]] = []
        room = 0
        for place in shown:
            if lines and place.needs + self._gap <= room:
                lines[-1].append(place)
                room -= place.needs + self._gap
            else:
                lines.append([place])
                room = width - place.needs
        return lines

    def _widths(self, line: list[_Place], width: int, total: float = 0) -> list[int]:
        weights = [place.weight for place in line]
        parts = max(total, sum(weights)) or 1
        # A weight of 2 in 6 is as wide as a third, gaps counted in, so that lines agree; rounding
        # the edges and not the widths keeps the last one inside.
        unit = (width + self._gap) / parts
        edges = [round(unit * edge) for edge in accumulate(weights, initial=0.0)]
        return [max(0, end - start - self._gap) for start, end in pairwise(edges)]

    def _fitted(self, line: list[_Place], width: int) -> list[int]:
        """Widths of a wrapped line: each at least what it needs, the rest by weight."""
        if len(line) == 1:
            return [width]
        needed = sum(place.needs for place in line) + self._gap * (len(line) - 1)
        spare = max(0, width - needed)
        parts = sum(place.weight for place in line) or 1
        return [place.needs + int(spare * place.weight / parts) for place in line]

    def _drops(self, line: list[_Place], widths: list[int]) -> list[int]:
        """How far each thing comes down so that all boxes begin on one level."""
        leads = [p.lead(wide) if p.lead else None for p, wide in zip(line, widths, strict=True)]
        lowest = max((lead for lead in leads if lead is not None), default=0)
        return [0 if lead is None else lowest - lead for lead in leads]

    def _place(self, rect: QRect, *, for_real: bool = False) -> int:
        lines = self._lines(rect.width())
        y = rect.y()
        for line in lines:
            widths = self._widths(line, rect.width(), self._total)
            tight = any(wide < place.needs for wide, place in zip(widths, line, strict=True))
            if len(lines) > 1 or tight:
                widths = self._fitted(line, rect.width())
            heights = [place.height(wide) for place, wide in zip(line, widths, strict=True)]
            drops = self._drops(line, widths)
            tall = max((h + drop for h, drop in zip(heights, drops, strict=True)), default=0)
            if for_real:
                x = rect.x()
                for place, wide, high, drop in zip(line, widths, heights, drops, strict=True):
                    drop += (tall - high) // 2 if self._middle else 0
                    shown = tall if self._fill else high
                    place.item.setGeometry(QRect(x, y + drop, wide, shown))
                    x += wide + self._gap
            y += tall + self._line_gap
        return max(0, y - self._line_gap - rect.y())
