"""Charts of bars: one for each line, one in two parts, and one shared among all lines."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ehdesk.domain.report import Card, Chart
from ehdesk.domain.small_numbers import Shown
from ui.kit.paragraph import Paragraph
from ui.reports.chart_parts import (
    BAR,
    GAP,
    box_width,
    label,
    label_width,
    paint_bar,
    paint_box,
    paint_hatched,
    paint_words,
    row_height,
    width_of,
)
from ui.theme import theme

_STRIPE = 4
_SHARED = 30


class Bars:
    """A bar and its number behind each label."""

    def __init__(self, card: Card) -> None:
        self._card = card

    def height(self, width: float) -> float:
        """What it needs at this width."""
        return sum(map(row_height, self._labels(width)))

    def paint(self, painter: QPainter, width: float) -> None:
        """Paint from the top left corner."""
        px, tokens = theme().px, theme().tokens
        labels = self._labels(width)
        left = label_width(self._names(), width) + px(2 * GAP)
        values = [line.values[0] for line in self._card.lines]
        widest = max(width_of(value.words, "body_strong") for value in values)
        room = max(px(40), width - left - widest - px(GAP))
        longest = max((value.number for value in values), default=1) or 1
        y = 0.0
        for words, value in zip(labels, values, strict=True):
            high = row_height(words)
            middle = y + high / 2
            words.paint(painter, 0, middle - words.height / 2, tokens.text)
            if value.is_hidden:
                paint_box(painter, left, middle, value.words)
            else:
                long = room * value.number / longest
                self._paint_bar(painter, QRectF(left, middle - px(BAR) / 2, long, px(BAR)))
                after = left + long + (px(GAP) if value.number else 0)
                paint_words(painter, after, middle, value.words, "body_strong", tokens.text)
            y += high

    def _paint_bar(self, painter: QPainter, rect: QRectF) -> None:
        if rect.width() < 1:
            return
        tokens = theme().tokens
        if self._card.chart is not Chart.LATE:
            paint_bar(painter, rect, tokens.accent)
            return
        tone = tokens.tone("overdue")
        paint_bar(painter, rect, tone.bg, tone.line)
        stripe = QRectF(rect)
        stripe.setWidth(min(rect.width(), theme().px(_STRIPE)))
        painter.fillRect(stripe, tone.ink)

    def _names(self) -> list[str]:
        return [line.label for line in self._card.lines]

    def _labels(self, width: float) -> list[Paragraph]:
        wide = label_width(self._names(), width)
        return [label(name, wide) for name in self._names()]


class SplitBars(Bars):
    """Each line in two parts: as it should be, and late."""

    def paint(self, painter: QPainter, width: float) -> None:
        px, tokens = theme().px, theme().tokens
        left = label_width(self._names(), width) + px(2 * GAP)
        pairs = [(line.values[0], line.values[1]) for line in self._card.lines]
        tail = max(self._tail(good) + self._tail(late, " late") for good, late in pairs)
        room = max(px(40), width - left - tail - px(2 * GAP))
        longest = max((good.number + late.number for good, late in pairs), default=1) or 1
        y = 0.0
        for words, (good, late) in zip(self._labels(width), pairs, strict=True):
            high = row_height(words)
            middle = y + high / 2
            words.paint(painter, 0, middle - words.height / 2, tokens.text)
            x = left
            if good.is_hidden:
                paint_box(painter, x, middle, good.words)
                x += box_width(good.words) + px(4)
            elif good.number:
                long = room * good.number / longest
                paint_bar(painter, QRectF(x, middle - px(BAR) / 2, long, px(BAR)), tokens.accent)
                x += long + px(4)
                paint_words(painter, x, middle, good.words, "body_strong", tokens.text)
                x += width_of(good.words, "body_strong") + px(GAP)
            self._paint_late(painter, x, middle, late, room * late.number / longest)
            y += high

    def _paint_late(
        self, painter: QPainter, x: float, middle: float, late: Shown, long: float
    ) -> None:
        px = theme().px
        if late.is_hidden:
            paint_box(painter, x, middle, f"{late.words} late")
        elif late.number:
            paint_hatched(painter, QRectF(x, middle - px(BAR) / 2, max(long, px(6)), px(BAR)))
            ink = theme().tokens.tone("overdue").ink
            after = x + max(long, px(6)) + px(6)
            paint_words(painter, after, middle, f"{late.words} late", "help_strong", ink)

    def _tail(self, value: Shown, more: str = "") -> float:
        """The room that the words of a part take beside its length."""
        words = value.words + more
        if value.is_hidden:
            return box_width(words) + theme().px(4)
        return width_of(words, "body_strong") + theme().px(GAP + 6) if value.number else 0.0


class SharedBar(Bars):
    """One bar divided among the lines that are shown, and each line below it with its number."""

    def height(self, width: float) -> float:
        return theme().px(_SHARED + GAP) + super().height(width)

    def paint(self, painter: QPainter, width: float) -> None:
        px, tokens = theme().px, theme().tokens
        looks = (
            (tokens.accent, None),
            (tokens.tone("none").bg, tokens.line_strong),
            (tokens.surface, tokens.line_strong),
        )
        values = [line.values[0] for line in self._card.lines]
        every = sum(value.number for value in values)
        room = width - px(3) * (len(values) - 1)
        x = 0.0
        for value, (fill, edge) in zip(values, looks, strict=True):
            if every and value.number:
                long = room * value.number / every
                paint_bar(painter, QRectF(x, 0, long, px(_SHARED)), fill, edge)
                x += long + px(3)
        y = float(px(_SHARED + GAP))
        side = px(16)
        for words, value, (fill, edge) in zip(self._labels(width), values, looks, strict=True):
            high = row_height(words)
            middle = y + high / 2
            mark = QRectF(0, middle - px(6), px(12), px(12))
            paint_bar(painter, mark, fill, edge or fill)
            words.paint(painter, side + px(6), middle - words.height / 2, tokens.text)
            if value.is_hidden:
                paint_box(painter, width - box_width(value.words), middle, value.words)
            else:
                at = width - width_of(value.words, "body_strong") - 1
                paint_words(painter, at, middle, value.words, "body_strong", tokens.text)
            y += high
