"""How the kit paints: smooth, and with the one focus ring."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen

from ui.theme import theme

RING = 2
"""Width of the focus ring, and of the gap inside it, in pixels."""


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A smooth painter on a widget, ended whatever happens: one left open crashes Qt."""
    painter = QPainter(device)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yield painter
    finally:
        painter.end()


@contextmanager
def kept(painter: QPainter) -> Iterator[None]:
    """Put the painter's pen, brush and clip back afterwards."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def draw_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | Qt.GlobalColor,
    edge: QColor | None = None,
    width: float = 1,
) -> None:
    """A rounded box with its edge wholly inside ``rect``."""
    with kept(painter):
        painter.setBrush(fill)
        if edge is None:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            painter.setPen(QPen(edge, width))
            half = width / 2
            rect = rect.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, radius, radius)


def draw_focus_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The ring along the inside of ``rect``; what has focus is drawn ``2 * RING`` further in."""
    draw_box(painter, rect, radius, Qt.GlobalColor.transparent, theme().tokens.focus, RING)
