"""A layout of a few things on one line where there is room for all, else one under another."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class RowOrColumn(QLayout):
    """Either all on one line or each on its own: a last one alone on a second line would look as
    if it were another question.

    :param most: more things than this are always one under another.
    """

    def __init__(
        self, parent: QWidget | None = None, *, across: int = 20, down: int = 4, most: int = 4
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._across, self._down, self._most = across, down, most
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), for_real=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, for_real=True)

    def sizeHint(self) -> QSize:
        width = self._in_a_row()
        if len(self._items) > self._most:
            width = max(item.sizeHint().width() for item in self._items)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        return QSize(max((item.minimumSize().width() for item in self._items), default=0), 0)

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
            high = item.sizeHint().height()
            if item.hasHeightForWidth():
                high = item.heightForWidth(rect.width())
            if for_real:
                item.setGeometry(QRect(rect.x(), y, rect.width(), high))
            y += high + self._down
        return max(0, y - self._down - rect.y())
