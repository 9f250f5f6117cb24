"""The focus ring of a painted control, and the room it takes."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.kit.painting import RING, draw_focus_ring

RING_SPACE = 2 * RING
"""The ring and the gap inside it, in pixels."""


def ringed(painter: QPainter, rect: QRectF, radius: float) -> QRectF:
    """Draw the ring just inside ``rect``; what it returns is left for the control.

    Inside, not outside, so that no parent can cut it off.
    """
    draw_focus_ring(painter, rect, radius)
    return rect.adjusted(RING_SPACE, RING_SPACE, -RING_SPACE, -RING_SPACE)
