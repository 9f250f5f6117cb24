"""The brand mark: a path that winds up over two stones to a ring."""

from __future__ import annotations

from ehdesk.documents.style import Ink
from ehdesk.documents.tagging import TaggedCanvas


def draw_mark(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
    """The mark as a square of ``size`` points whose lower left corner is at ``x``, ``y``."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(size / 100, size / 100)
    canvas.setFillColor(Ink.ACCENT.colour)
    canvas.roundRect(0, 0, 100, 100, 23, stroke=0, fill=1)
    canvas.setStrokeColor(Ink.SURFACE.colour)
    canvas.setFillColor(Ink.SURFACE.colour)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setLineWidth(7)
    path = canvas.beginPath()
    path.moveTo(28, 28)
    path.curveTo(40, 28, 45, 33, 44.5, 41)
    path.curveTo(44, 49, 45, 51, 51, 53)
    path.curveTo(60, 55, 65, 58, 65, 66)
    canvas.drawPath(path)
    canvas.circle(28, 28, 8, stroke=0, fill=1)
    canvas.circle(51, 53, 8.3, stroke=0, fill=1)
    canvas.setFillColor(Ink.ACCENT.colour)
    canvas.setLineWidth(7.4)
    canvas.circle(72.3, 74, 9.2, stroke=1, fill=1)
    canvas.restoreState()
