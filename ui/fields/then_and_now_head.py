"""The names of the columns of then and now, with the days that they stand for (picture 21)."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.checks import iso_date
from ehdesk.kernel.dates import say_long_date
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.labels import Label
from ui.theme import theme

BLOCKS = ((3, 170), (3, 150), (8, 430))
"""Weight and least width of what we want, last time, and this time with the distance."""
PAD, INNER_GAP = 16, 20
"""Round the block of this time, and between its words and its distance. Pixels at 100 %."""
_HIGH = 9


class ThenAndNowHead(QWidget):
    """On a sunken ground; gone when the rows have wrapped, which then name their own parts."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        px = theme().px
        self._last = Label("", "caption", "text2")
        self._now = Label("", "caption", "text")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._cells = QWidget()
        self._places = SideBySide(self._cells, gap=0, line_gap=0, middle=True)
        inner = QWidget()
        both = SideBySide(inner, gap=px(INNER_GAP), line_gap=0)
        both.add(self._now, 5)
        both.add(Label("Distance travelled", "caption", "text2"), 5)
        parts = (
            _padded(Label("What we want", "caption", "text2"), 18, 14),
            _padded(self._last, 14, 14),
            _padded(inner, PAD, PAD),
        )
        for part, (weight, least) in zip(parts, BLOCKS, strict=True):
            self._places.add(part, weight, px(least))
        outer.addWidget(self._cells)
        self.refresh()

    def refresh(self) -> None:
        """The day of this time may have been given or changed."""
        self._last.setText(_on("Last time", self._around.background.last_looked))
        asked = self._around.answers.form.bound_to("review.held_on")
        day = iso_date(self._around.answers.value(asked.key)) if asked else None
        self._now.setText(_on("This time", day))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cells.setVisible(not self._places.is_wrapped(event.size().width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._cells.isHidden():
            return
        tokens = theme().tokens
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), tokens.sunken)
            painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)


def _padded(inside: QWidget, left: int, right: int) -> QWidget:
    px = theme().px
    block = QWidget()
    line = QHBoxLayout(block)
    line.setContentsMargins(px(left), px(_HIGH), px(right), px(_HIGH))
    line.addWidget(inside)
    return block


def _on(words: str, day: date | None) -> str:
    """``Last time, 22 September``; the words alone without a day."""
    return f"{words}, {say_long_date(day).rpartition(' ')[0]}" if day else words
