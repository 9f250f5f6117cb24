"""The two columns of a page: the work, and what stands beside it while there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import theme


class MainAndSide(QWidget):
    """The side column goes under the main one when that would be narrower than ``least``.

    :param side_width: of the side column, in pixels at 100 %.
    :param side_first: the side column is at the left, and above where there is no room.
    """

    stacked_changed = Signal(bool)
    """Whether the side column is under the main one now."""

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        *,
        side_width: int = 332,
        least: int = 560,
        gap: int = 24,
        side_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._main, self._side = main, side
        self._side_width, self._least, self._gap = side_width, least, gap
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        first, second = (side, main) if side_first else (main, side)
        for widget in (first, second):
            self._box.addWidget(widget, int(widget is main), Qt.AlignmentFlag.AlignTop)
        self._arrange()
        theme().changed.connect(self._arrange)

    @property
    def is_stacked(self) -> bool:
        """Whether the side column is under the main one."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        # Not the sum: below that it stacks, and a page must be able to get there.
        return QSize(self._main.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = theme().px
        wanted = px(self._side_width)
        beside = self.width() >= px(self._least) + px(self._gap) + wanted
        direction = QBoxLayout.Direction
        before = self.is_stacked
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._box.setSpacing(px(self._gap))
        self._side.setMinimumWidth(wanted if beside else 0)
        self._side.setMaximumWidth(wanted if beside else 16_777_215)
        flag = Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0)
        for widget in (self._main, self._side):
            self._box.setAlignment(widget, flag)
        if before != self.is_stacked:
            self.stacked_changed.emit(not beside)
