"""A layout of a few things on one line where there is room for all, else one under another."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.kit.placing_layout import PlacingLayout, item_height


class RowOrColumn(PlacingLayout):
    """Either all on one line or each on its own: a last one alone on a second line would look as
    if it were another question.

    :param most: more things than this are always one under another.
    """

    def __init__(
        self, parent: QWidget | None = None, *, across: int = 20, down: int = 4, most: int = 4
    ) -> None:
        super().__init__(parent)
        self._across, self._down, self._most = across, down, most

    def sizeHint(self) -> QSize:
        width = self._in_a_row()
        if len(self._items) > self._most:
            width = max(item.sizeHint().width() for item in self._items)
        return QSize(width, self.heightForWidth(width))

    def _in_a_row(self) -> int:
        gaps = self._across * max(0, len(self._items) - 1)
        return sum(item.sizeHint().width() for item in self._items) + gaps

    def _place(self, rect: QRect, *, for_real: bool) -> int:
        if len(self._items) <= self._most and self._in_a_row() <= rect.width():
            tall = max((item.sizeHint().height() for item in self._items), default=0)
            x = rect.x()
            for item in self._items if for_real else ():
                wide = item.sizeHint().width()
                item.setGeometry(QRect(x, rect.y(), wide, tall))
                x += wide + self._across
            return tall
        y = rect.y()
        for item in self._items:
            high = item_height(item, rect.width())
            if for_real:
                item.setGeometry(QRect(rect.x(), y, rect.width(), high))
            y += high + self._down
        return max(0, y - self._down - rect.y())
