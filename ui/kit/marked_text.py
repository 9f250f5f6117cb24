"""A mark with words beside it: how a check box and a radio button are measured and painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton

from ui.kit.focus import RING_SPACE, ringed
from ui.kit.marks import MARK
from ui.kit.painting import painting
from ui.kit.paragraph import Paragraph, longest_word
from ui.kit.plain import without_escapes
from ui.theme import theme

PaintMark = Callable[[QPainter, QRectF, QAbstractButton, bool], None]
"""painter, square, button, wrong"""
_ROLE = "body"
_GAP = 10


class MarkedText:
    """Works for one button: its text wraps beside its mark, and the height grows with it.

    Room for the focus ring is kept round the mark, so taking focus moves nothing.
    """

    def __init__(self, button: QAbstractButton, paint_mark: PaintMark, *, round_mark: bool) -> None:
        self._button = button
        self._paint_mark = paint_mark
        self._round = round_mark
        self.wrong = False

    def size_hint(self) -> QSize:
        """All words on one line."""
        return self._size(Paragraph(self._words(), _ROLE))

    def minimum_size_hint(self) -> QSize:
        """As narrow as the longest word."""
        wide = longest_word(self._words(), _ROLE)
        return QSize(round(self._left() + wide) + 2, self._size(Paragraph("", _ROLE)).height())

    def height_for(self, width: int) -> int:
        """Height when the control is ``width`` wide."""
        return self._size(Paragraph(self._words(), _ROLE, width - self._left())).height()

    def paint(self) -> None:
        """Paint the whole control."""
        tokens, button = theme().tokens, self._button
        mark = self._mark()
        with painting(button) as painter:
            if button.hasFocus():
                around = mark.adjusted(-RING_SPACE, -RING_SPACE, RING_SPACE, RING_SPACE)
                radius = around.width() / 2 if self._round else around.width() * 0.3
                ringed(painter, around, radius)
            self._paint_mark(painter, mark, button, self.wrong)
            words = Paragraph(self._words(), _ROLE, button.width() - self._left())
            top = max(0.0, (self._line() - theme().line_height(_ROLE)) / 2)
            colour = tokens.text if button.isEnabled() else tokens.text_disabled
            words.paint(painter, self._left(), top, colour)

    def _words(self) -> str:
        return without_escapes(self._button.text())

    def _mark(self) -> QRectF:
        side = theme().px(MARK)
        return QRectF(RING_SPACE, (self._line() - side) / 2, side, side)

    def _left(self) -> float:
        """Where the words begin."""
        return theme().px(MARK) + 2 * RING_SPACE + (theme().px(_GAP) - RING_SPACE)

    def _line(self) -> float:
        return max(theme().px(MARK) + 2 * RING_SPACE, theme().line_height(_ROLE))

    def _size(self, words: Paragraph) -> QSize:
        spare = max(0.0, self._line() - theme().line_height(_ROLE))
        return QSize(round(self._left() + words.width) + 2, round(words.height + spare))
