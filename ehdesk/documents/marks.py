"""Small drawings that papers share: tick boxes, numbered discs, a flag, the distance travelled."""

from __future__ import annotations

from dataclasses import dataclass

from ehdesk.documents.style import Family, Ink, Weight, font, width_of
from ehdesk.documents.tagging import TaggedCanvas


def tick_box(canvas: TaggedCanvas, x: float, middle: float, size: float, *, ticked: bool) -> None:
    """A box to tick by hand, or one that is ticked; ``middle`` is the height of its middle."""
    y = middle - size / 2
    canvas.setLineWidth(1.3)
    canvas.setStrokeColor((Ink.ACCENT if ticked else Ink.LINE_STRONG).colour)
    canvas.setFillColor((Ink.ACCENT if ticked else Ink.SURFACE).colour)
    canvas.roundRect(x, y, size, size, size * 0.24, stroke=1, fill=1)
    if ticked:
        canvas.setStrokeColor(Ink.SURFACE.colour)
        canvas.setLineWidth(size * 0.13)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        path = canvas.beginPath()
        path.moveTo(x + size * 0.25, y + size * 0.5)
        path.lineTo(x + size * 0.43, y + size * 0.31)
        path.lineTo(x + size * 0.76, y + size * 0.68)
        canvas.drawPath(path)


def disc(
    canvas: TaggedCanvas, x: float, y: float, radius: float, words: str, family: Family
) -> None:
    """A filled disc round its middle ``x``, ``y`` with a number in it."""
    canvas.setFillColor(Ink.ACCENT.colour)
    canvas.circle(x, y, radius, stroke=0, fill=1)
    _inside(canvas, x, y, radius, words, family, Ink.SURFACE)


def ring(
    canvas: TaggedCanvas, x: float, y: float, radius: float, words: str, family: Family
) -> None:
    """An open ring, with a number in it unless ``words`` is empty."""
    canvas.setFillColor(Ink.SURFACE.colour)
    canvas.setStrokeColor(Ink.ACCENT.colour)
    canvas.setLineWidth(1.8)
    canvas.circle(x, y, radius - 0.9, stroke=1, fill=1)
    if words:
        _inside(canvas, x, y, radius, words, family, Ink.ACCENT)


def _inside(
    canvas: TaggedCanvas, x: float, y: float, radius: float, words: str, family: Family, ink: Ink
) -> None:
    name = font(family, Weight.BOLD if family is Family.INTER else Weight.SEMIBOLD)
    size = radius * 1.24
    canvas.setFillColor(ink.colour)
    # Narrower only when the number is long, so that it stays inside its disc.
    while width_of(words, name, size) > radius * 1.6 and size > 3:
        size -= 0.2
    canvas.setFont(name, size)
    # The space keeps numbers apart for whoever reads the text and not the page.
    canvas.drawString(x - width_of(words, name, size) / 2, y - size * 0.355, words + " ")


def flag(canvas: TaggedCanvas, x: float, y: float, *, above: float, below: float) -> None:
    """A flag on a pole that crosses the height ``y``."""
    canvas.setStrokeColor(Ink.TEXT.colour)
    canvas.setFillColor(Ink.TEXT.colour)
    canvas.setLineWidth(1.6)
    canvas.setLineCap(1)
    top = y + above
    canvas.line(x, y - below, x, top)
    path = canvas.beginPath()
    path.moveTo(x, top)
    path.lineTo(x + 10, top - 4)
    path.lineTo(x, top - 8)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def arrow_down(canvas: TaggedCanvas, x: float, middle: float, ink: Ink) -> None:
    """An arrow of 8 points, for a number that went down."""
    canvas.setStrokeColor(ink.colour)
    canvas.setLineWidth(1.3)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.line(x + 3, middle + 4, x + 3, middle - 4)
    path = canvas.beginPath()
    path.moveTo(x, middle - 1)
    path.lineTo(x + 3, middle - 4)
    path.lineTo(x + 6, middle - 1)
    canvas.drawPath(path)


@dataclass(frozen=True)
class Scale:
    """The line from 0 to 10, in points: where 0 and 10 stand and how big its marks are.

    One step must be wider than ``ring`` and ``disc`` together, so that neighbours never touch.
    """

    x: float
    width: float
    ring: float
    disc: float
    thickness: float
    family: Family
    numbered_ring: bool
    ends: float = 0
    """How far below the line 0 and 10 are written; 0 leaves them out."""

    def at(self, score: float) -> float:
        return self.x + self.width * score / 10

    def draw(
        self,
        canvas: TaggedCanvas,
        y: float,
        start: int | None,
        now: int | None,
        hoped: int | None,
    ) -> None:
        """The distance travelled: ring where it started, disc now, flag for what is hoped."""
        reach = self.thickness / 2 + self.disc * 0.45
        canvas.setFillColor(Ink.LINE_MID.colour)
        canvas.roundRect(
            self.x - reach,
            y - self.thickness / 2,
            self.width + 2 * reach,
            self.thickness,
            self.thickness / 2,
            stroke=0,
            fill=1,
        )
        if start is not None and now is not None and start != now:
            low, high = sorted((start, now))
            canvas.setFillColor(Ink.ACCENT_LINE.colour)
            canvas.rect(
                self.at(low),
                y - self.thickness / 2,
                self.at(high) - self.at(low),
                self.thickness,
                stroke=0,
                fill=1,
            )
        if hoped is not None:
            flag(canvas, self.at(hoped), y, above=self.disc + 10, below=self.disc - 1)
        if start is not None and start == now:
            # No change: the ring lies round the dot, so both are seen at their true place.
            canvas.setFillColor(Ink.SURFACE.colour)
            canvas.setStrokeColor(Ink.ACCENT.colour)
            canvas.setLineWidth(1.6)
            canvas.circle(self.at(start), y, self.disc + 3, stroke=1, fill=1)
        elif start is not None:
            ring(canvas, self.at(start), y, self.ring, str(start) * self.numbered_ring, self.family)
        if now is not None:
            disc(canvas, self.at(now), y, self.disc, str(now), self.family)
        if self.ends:
            name = font(self.family, Weight.MEDIUM)
            canvas.setFillColor(Ink.TEXT2.colour)
            canvas.setFont(name, 8.6)
            for score in (0, 10):
                words = str(score)
                middle = self.at(score) - width_of(words, name, 8.6) / 2
                canvas.drawString(middle, y - self.ends, words + " ")
