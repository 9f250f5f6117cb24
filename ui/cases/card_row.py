"""Cards beside one another, all as high as the highest; under one another when it gets narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import theme


class CardRow(QWidget):
    """``least`` is the width, at 100 %, below which the cards stand under one another.

    :param level: False for cards that keep their own heights.
    """

    def __init__(self, least: int, *, level: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._level = level
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._measure()
        theme().changed.connect(self._measure)

    def add(self, card: QWidget, share: int = 1) -> None:
        """Put a card at the end, as wide as its share."""
        if self._level:
            self._row.addWidget(card, share)
        else:
            self._row.addWidget(card, share, Qt.AlignmentFlag.AlignTop)

    @property
    def is_stacked(self) -> bool:
        """Whether the cards stand under one another."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _measure(self) -> None:
        self._row.setSpacing(theme().px(14))
        self._turn()

    def _turn(self) -> None:
        narrow = self.width() < theme().px(self._least)
        ways = QBoxLayout.Direction
        wanted = ways.TopToBottom if narrow else ways.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
