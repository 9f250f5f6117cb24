"""The pathway in small: six stones, for a row of a table. The words go beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from ui.kit.painting import draw_box, kept
from ui.theme import theme

_STONE, _GAP, _HEIGHT = 11, 3, 5


def mini_track_width(total: int = 6) -> int:
    """How wide the stones are, at the text size in force."""
    return theme().px(_STONE) * total + theme().px(_GAP) * (total - 1)


def paint_mini_track(painter: QPainter, rect: QRect | QRectF, done: int, total: int = 6) -> None:
    """Paint ``total`` stones at the left of ``rect``, the first ``done`` of them filled."""
    px = theme().px
    tokens = theme().tokens
    area = QRectF(rect)
    height = px(_HEIGHT)
    top = round(area.center().y() - height / 2)
    with kept(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(total):
            left = area.left() + number * (px(_STONE) + px(_GAP))
            colour = tokens.accent if number < done else tokens.line_mid
            draw_box(painter, QRectF(left, top, px(_STONE), height), height / 2, colour)
