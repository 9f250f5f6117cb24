"""The area's localities on a sketch: rough on purpose, with a river to find one's way by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ehdesk.authority.checks import SHEET
from ehdesk.authority.items import Bearing, Locality
from ui.advice.locality_tile import LocalityTile
from ui.kit.painting import painting
from ui.theme import theme

_LEAST, _WIDEST = 300, 900


class LocalityMap(QWidget):
    """The tiles are buttons in reading order, the list beside it their twin. ``chosen`` is the code
    of the one that was pressed."""

    chosen = Signal(str)

    def __init__(
        self,
        localities: Sequence[Locality],
        bearings: Sequence[Bearing],
        own: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sketch of the localities, not to scale")
        self._bearings = tuple(bearings)
        self.tiles = tuple(
            LocalityTile(one, self._move, self, yours=one.code == own)
            for one in in_reading_order(localities)
        )
        for tile in self.tiles:
            tile.clicked.connect(lambda _on=False, tile=tile: self.chosen.emit(tile.locality.code))
        for before, after in pairwise(self.tiles):
            QWidget.setTabOrder(before, after)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._lay)

    @property
    def shows_all(self) -> bool:
        """Whether every tile has room for its number."""
        return all(tile.shows_number for tile in self.tiles)

    def show_chosen(self, code: str) -> None:
        """Mark the one that is meant."""
        for tile in self.tiles:
            tile.set_chosen(tile.locality.code == code)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(620), self.heightForWidth(theme().px(620)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, theme().px(_WIDEST)) * SHEET[1] / SHEET[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self.heightForWidth(self.width())
        if self.minimumHeight() != needed:
            self.setMinimumHeight(needed)
        self._lay()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            pen = QPen(tokens.tone("track").line, max(4.0, 0.9 * self._scale))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for bearing in self._bearings:
                painter.drawPath(self._line(bearing.points))
            self._paint_north(painter)

    def _paint_north(self, painter: QPainter) -> None:
        look, tokens = theme(), theme().tokens
        at = QPointF(self.width() - look.px(16), look.px(6))
        pen = QPen(tokens.text2, 1.6)
        painter.setPen(pen)
        foot = QPointF(at.x(), at.y() + look.px(20))
        painter.drawLine(at, foot)
        for side in (-4, 4):
            tip = QPointF(at.x() + look.px(side), at.y() + look.px(6))
            painter.drawLine(at, tip)
        painter.setFont(look.font("caption"))
        high = look.line_height("caption")
        rect = QRectF(at.x() - look.px(12), foot.y() + 2, look.px(24), high)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "N")

    def _line(self, points: Sequence[tuple[float, float]]) -> QPainterPath:
        """A smooth line through the middles between its points."""
        spots = [self._spot(*point) for point in points]
        path = QPainterPath(spots[0])
        for here, after in pairwise(spots[1:]):
            path.quadTo(here, (here + after) / 2)
        path.lineTo(spots[-1])
        return path

    @property
    def _scale(self) -> float:
        return min(self.width(), theme().px(_WIDEST)) / SHEET[0]

    def _spot(self, across: float, down: float) -> QPointF:
        left = (self.width() - self._scale * SHEET[0]) / 2
        return QPointF(left + across * self._scale, down * self._scale)

    def _lay(self) -> None:
        for tile in self.tiles:
            tile.stand(QPolygonF([self._spot(*corner) for corner in tile.locality.corners]))
        self.update()

    def _move(self, tile: LocalityTile, step: int) -> None:
        at = self.tiles.index(tile) + step
        if 0 <= at < len(self.tiles):
            self.tiles[at].setFocus(Qt.FocusReason.TabFocusReason)


def in_reading_order(localities: Sequence[Locality]) -> tuple[Locality, ...]:
    """Those that are drawn, as one reads them: from the top, and in a line from the left."""

    def place(one: Locality) -> tuple[int, float]:
        corners = one.corners
        across = sum(x for x, _y in corners) / len(corners)
        down = sum(y for _x, y in corners) / len(corners)
        return int(down // (SHEET[1] / 3)), across

    return tuple(sorted((one for one in localities if one.corners and one.usable), key=place))
