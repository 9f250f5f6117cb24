"""A person's initials on a disc. The colour tells people apart and means nothing else."""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import kept, painting
from ui.theme import theme


def initials(name: str) -> str:
    """First letters of the first and last word: "Dawn Tilbrook" is DT, "Rory, 2" is R."""
    words = [word for word in name.replace(",", " ").split() if word[:1].isalpha()]
    letters = [word[0] for word in (words[:1] + words[1:][-1:])]
    return "".join(letters).upper() or "?"


def paint_avatar(painter: QPainter, rect: QRect | QRectF, name: str) -> None:
    """Paint the disc in the largest square in the middle of ``rect``."""
    area = QRectF(rect)
    side = min(area.width(), area.height())
    disc = QRectF(0, 0, side, side)
    disc.moveCenter(area.center())
    colours = theme().tokens.discs
    colour = colours[crc32(name.strip().casefold().encode()) % len(colours)]
    font = theme().font("key_cap")
    font.setPixelSize(max(8, round(side * 0.37)))
    font.setWeight(QFont.Weight.DemiBold)
    with kept(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.bg)
        painter.drawEllipse(disc)
        painter.setFont(font)
        painter.setPen(colour.ink)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(name))


class Avatar(QWidget):
    """A disc of its own. The name stands beside it, so screen readers need not hear it twice."""

    def __init__(self, name: str, size: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Someone else."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_avatar(painter, self.rect(), self._name)
