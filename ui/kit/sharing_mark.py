"""The mark of what may be shared: filled tick, ringed question, ringed cross, dash (picture 30)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit.labels import Label
from ui.kit.painting import kept, painting
from ui.theme import theme

SIDE = 18
"""Of the mark, in pixels at 100 %."""
_ASK = "wait.ink"
COLOURS: Final = {"yes": "text", "ask": _ASK, "no": "text2"}
"""The token of the words beside a mark; any other choice is quiet."""


def paint_sharing_mark(painter: QPainter, rect: QRectF, choice: str) -> None:
    """Paint the mark in the middle of ``rect``: each choice has a shape of its own, and nothing is
    painted where nobody has said anything yet."""
    tokens, side = theme().tokens, theme().px(SIDE)
    disc = QRectF(0, 0, side, side)
    disc.moveCenter(rect.center())
    middle, unit = disc.center(), side / 18
    with kept(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match choice:
            case "yes":
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.accent)
                painter.drawEllipse(disc)
                _stroke(painter, tokens.on_accent, 2 * unit)
                corners = ((-4, 0.5), (-1.2, 3.2), (4, -2.8))
                painter.drawPolyline([middle + QPointF(x, y) * unit for x, y in corners])
            case "ask":
                ink = tokens.tone("wait").ink
                _ring(painter, disc, ink)
                font = theme().font("key_cap")
                font.setPixelSize(max(8, round(side * 0.66)))
                font.setWeight(QFont.Weight.Bold)
                painter.setFont(font)
                painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, "?")
            case "no":
                _ring(painter, disc, tokens.text2)
                _stroke(painter, tokens.text2, 1.6 * unit)
                for slope in (1, -1):
                    arm = QPointF(3, 3 * slope) * unit
                    painter.drawLine(middle - arm, middle + arm)
            case "":
                pass
            case _:
                _stroke(painter, tokens.text2, 1.6 * unit)
                arm = QPointF(4, 0) * unit
                painter.drawLine(middle - arm, middle + arm)


def _ring(painter: QPainter, disc: QRectF, ink: object) -> None:
    painter.setPen(QPen(ink, 1.5))  # type: ignore[call-overload]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc.adjusted(1, 1, -1, -1))


def _stroke(painter: QPainter, ink: object, width: float) -> None:
    pen = QPen(ink, width)  # type: ignore[call-overload]
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


class SharingMark(QWidget):
    """A mark of its own."""

    def __init__(self, choice: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_choice(self, choice: str) -> None:
        """Another one."""
        self._choice = choice
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(SIDE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_sharing_mark(painter, QRectF(self.rect()), self._choice)


class SharingWords(QWidget):
    """A mark and its word, to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = SharingMark()
        self._words = Label("", "body")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_choice(self, choice: str, words: str) -> None:
        """Another choice and what it is called."""
        self._mark.show_choice(choice)
        self._words.setText(words)
        self._words.set_colour(COLOURS.get(choice, "text2"))
