"""A mark with words beside it: how a check box and a radio button are measured and painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.kit.focus import RING_SPACE, ringed
from ui.kit.marks import MARK
from ui.kit.painting import painting
from ui.kit.paragraph import Paragraph, longest_word
from ui.kit.plain import without_escapes
from ui.theme import theme

if TYPE_CHECKING:
    Control = QAbstractButton
else:
    Control = object  # PySide takes one widget class a class, and this is mixed in

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


class Marked(Control):
    """A mix-in for a button whose words wrap. ``value()`` is whether it is chosen."""

    def dress(self, name: str, paint_mark: PaintMark, *, round_mark: bool) -> None:
        """Give it its look and its name."""
        self._look = MarkedText(self, paint_mark, round_mark=round_mark)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)

    def value(self) -> bool:
        """Whether it is chosen."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Show a value, without telling anyone."""
        with QSignalBlocker(self):
            self.setChecked(bool(value))

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error."""
        self._look.wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        return self._look.size_hint()

    def minimumSizeHint(self) -> QSize:
        return self._look.minimum_size_hint()

    def heightForWidth(self, width: int) -> int:
        return self._look.height_for(width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._look.paint()
