"""A layout of columns of one width that become fewer as room runs out."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.kit.placing_layout import PlacingLayout, item_height


class EqualColumns(PlacingLayout):
    """All side by side if each has the room it needs, else in fewer columns, down to one.

    :param most: at most so many columns; 0 for as many as there are things.
    :param widest: a thing that wants more room than this wraps for the sake of the others; 0 for
        none that does.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 10, most: int = 0, widest: int = 0
    ) -> None:
        super().__init__(parent)
        self._gap = gap
        self._most = most
        self._widest = widest

    def sizeHint(self) -> QSize:
        across = self._columns(1 << 20)
        wide = self._wanted()
        width = across * wide + (across - 1) * self._gap
        return QSize(width, self.heightForWidth(width))

    def _wanted(self) -> int:
        """The room that each column wants."""
        wide = max((item.sizeHint().width() for item in self._items), default=1)
        return min(wide, self._widest) if self._widest else wide

    def _columns(self, width: int) -> int:
        """As many as fit; a number that leaves no single one on the last line is preferred."""
        least = self._wanted()
        most = min(self._most or len(self._items), len(self._items))
        fit = max(1, min(most, (width + self._gap) // (least + self._gap)))
        if fit > 2 and len(self._items) % fit == 1:
            return fit - 1
        return fit

    def _place(self, rect: QRect, *, for_real: bool) -> int:
        columns = self._columns(rect.width())
        wide = (rect.width() - (columns - 1) * self._gap) // columns
        y = rect.y()
        for start in range(0, len(self._items), columns):
            row = self._items[start : start + columns]
            tall = max(item_height(item, wide) for item in row)
            if for_real:
                for place, item in enumerate(row):
                    x = rect.x() + place * (wide + self._gap)
                    last = place == columns - 1
                    width = rect.right() + 1 - x if last else wide  # no pixel lost by rounding
                    item.setGeometry(QRect(x, y, width, tall))
            y += tall + self._gap
        return max(0, y - self._gap - rect.y())
