"""A bar of equal parts: how many of a draft's sections are done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import draw_box, painting
from ui.theme import theme


class Segments(QWidget):
    """``done`` of ``total`` parts filled. The words stand beside it; it also says them itself."""

    def __init__(self, done: int, total: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = done
        self._total = total
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_progress(done, total)

    def set_progress(self, done: int, total: int) -> None:
        """Fill ``done`` of ``total`` parts."""
        self._done = done
        self._total = total
        self.setAccessibleName(f"{done} of {total} done")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._total < 1:
            return
        tokens = theme().tokens
        gap = 3 if self.width() > 6 * self._total else 1
        width = (self.width() - gap * (self._total - 1)) / self._total
        with painting(self) as painter:
            for number in range(self._total):
                part = QRectF(number * (width + gap), 0, width, self.height())
                colour = tokens.accent if number < self._done else tokens.line
                draw_box(painter, part, self.height() / 2, colour)
