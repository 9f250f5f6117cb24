"""Wrapped text for painted controls, measured and painted by the same code so it never clips."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ui.theme import theme


class Lines:
    """Plain text wrapped to a width in lines of one height.

    ``anywhere`` breaks a word that is longer than the width, which otherwise runs past it.
    """

    def __init__(
        self, text: str, font: QFont, width: float, step: float, *, anywhere: bool = False
    ) -> None:
        wrap = QTextOption.WrapMode
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(wrap.WrapAtWordBoundaryOrAnywhere if anywhere else wrap.WordWrap)
        self._layout.setTextOption(option)
        self.height = 0.0
        self.width = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, self.height + (step - line.height()) / 2))
            self.height += step
            self.width = max(self.width, line.naturalTextWidth())
        self._layout.endLayout()

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Paint with the top left corner at ``x``, ``y``."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))


class Paragraph(Lines):
    """Plain text of one role laid out to a width, with the line height the design gives."""

    def __init__(
        self, text: str, role: str, width: float = 1e6, *, underlined: bool = False
    ) -> None:
        font = theme().font(role)
        font.setUnderline(underlined)
        step = theme().line_height(role)
        super().__init__(text.replace("\n", "\u2028"), font, width, step, anywhere=True)


def longest_word(text: str, role: str) -> float:
    """Width of the widest word, below which a wrapped text would break inside words."""
    metrics = QFontMetricsF(theme().font(role))
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
