"""An icon beside words; it follows the colours and the text size by itself."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import painting
from ui.theme import theme


class Icon(QWidget):
    """``drop`` moves it down, to stand level with the first line of the words beside it."""

    def __init__(self, name: str, colour: str = "text2", size: int = 16, drop: int = 0) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._size = size
        self._drop = drop
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, colour: str) -> None:
        """Another icon."""
        self._name, self._colour = name, colour
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._size)
        return QSize(side, side + theme().px(self._drop))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme().px(self._size)
        picture = theme().pixmap(self._name, self._colour, self._size, self.devicePixelRatioF())
        with painting(self) as painter:
            painter.drawPixmap(0, theme().px(self._drop), side, side, picture)
