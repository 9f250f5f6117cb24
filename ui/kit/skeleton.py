"""Rows in outline while something loads. Nothing at all is shown for the first 300 ms."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import draw_box, painting
from ui.theme import theme

NOTHING_UNDER = 300
WORDS_AFTER = 2000
_LONG = (0.60, 0.50, 0.42)
_LONGER = (0.89, 0.75, 0.62)


class Skeleton(QWidget):
    """``rows`` outlines; after two seconds also the words of what is happening, if any."""

    def __init__(self, rows: int, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._words = words
        self._since = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.setAccessibleName(words or "Loading")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def stage(self) -> str:
        """What it shows now: nothing, rows, or words."""
        if self._since < NOTHING_UNDER:
            return "nothing"
        return "rows" if self._since < WORDS_AFTER else "words"

    def sizeHint(self) -> QSize:
        line = theme().line_height("help") if self._words else 0
        return QSize(theme().px(320), self._rows * self._row_height() + line)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._since = 0
        self._timer.start(NOTHING_UNDER)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.stage == "nothing":
            return
        with painting(self) as painter:
            for number in range(self._rows):
                self._draw_row(painter, number)
            if self.stage == "words":
                painter.setPen(theme().tokens.text2)
                painter.setFont(theme().font("help"))
                top = self._rows * self._row_height()
                painter.drawText(
                    QRectF(0, top, self.width(), theme().line_height("help")), self._words
                )

    def _draw_row(self, painter: QPainter, number: int) -> None:
        px = theme().px
        ink = theme().tokens.tone("none").bg
        top = number * self._row_height() + px(6)
        width = self.width()
        room = width - px(48) - px(86) - px(16)
        first, second = _LONG[number % 3], _LONGER[number % 3]
        draw_box(painter, QRectF(0, top, px(34), px(34)), 8, ink)
        draw_box(painter, QRectF(px(48), top + px(3), room * first, px(11)), px(5), ink)
        draw_box(painter, QRectF(px(48), top + px(21), room * second, px(9)), px(4), ink)
        pill = QRectF(width - px(86), top + px(6), px(86), px(22))
        draw_box(painter, pill, px(11), ink)

    def _row_height(self) -> int:
        return theme().px(46)

    def _on_timer_timeout(self) -> None:
        self._since = NOTHING_UNDER if self._since == 0 else WORDS_AFTER
        if self._since == NOTHING_UNDER and self._words:
            self._timer.start(WORDS_AFTER - NOTHING_UNDER)
        self.update()
