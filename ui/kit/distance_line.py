"""A line from 0 to 10 that shows start, last time, now and hoped for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.distance import Distance, distance_height, paint_distance
from ui.kit.focus import ringed
from ui.kit.painting import painting
from ui.kit.plain import as_tip
from ui.theme import theme

__all__ = ["Distance", "DistanceLine", "distance_height", "paint_distance"]


class DistanceLine(QWidget):
    """Read only. A screen reader hears the numbers and what they come to."""

    def __init__(
        self,
        start: int | None = None,
        last: int | None = None,
        now: int | None = None,
        hoped: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Distance travelled")
        self.show_distance(Distance(start, last, now, hoped))

    def distance(self) -> Distance:
        """What is shown."""
        return self._distance

    def show_distance(self, distance: Distance) -> None:
        """Show other numbers."""
        self._distance = distance
        self.setAccessibleDescription(distance.words())
        self.setToolTip(as_tip(distance.words()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(300), distance_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(190), distance_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            if self.hasFocus():
                ringed(painter, self.rect().toRectF(), 6)
            paint_distance(painter, self.rect(), self._distance)
