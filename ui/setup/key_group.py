"""One numbered group of the recovery key; hatched while it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import draw_box, painting
from ui.theme import theme


class KeyGroup(QWidget):
    """Four letters or digits in a box, its number above."""

    def __init__(self, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._text = number, text
        self._hidden = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._say()

    @property
    def is_covered(self) -> bool:
        """Whether it is hatched."""
        return self._hidden

    def cover(self, hidden: bool) -> None:
        """Hatch it while it is read back from paper, or show it."""
        self._hidden = hidden
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        width = QFontMetrics(self._font()).horizontalAdvance(self._text) + look.px(40)
        return QSize(width, self._label_height() + look.control_height(46, "wizard_title"))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        top = self._label_height()
        box = QRectF(0, top, self.width(), self.height() - top)
        with painting(self) as painter:
            painter.setFont(look.font("help"))
            painter.setPen(tokens.text2)
            painter.drawText(
                QRectF(look.px(2), 0, self.width(), top),
                Qt.AlignmentFlag.AlignVCenter,
                str(self._number),
            )
            edge, width = (tokens.focus, 2) if self.hasFocus() else (tokens.line_mid, 1)
            draw_box(painter, box, 7, tokens.surface, edge, width)
            if not self._hidden:
                painter.setFont(self._font())
                painter.setPen(tokens.text)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)
                return
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(tokens.line_mid, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
            painter.restore()
            font = look.font("caption")
            word = QRectF(0, 0, QFontMetrics(font).horizontalAdvance("Hidden") + look.px(16), 0)
            word.setHeight(look.line_height("caption") + look.px(4))
            word.moveCenter(box.center())
            draw_box(painter, word, 4, tokens.surface)
            painter.setFont(font)
            painter.setPen(tokens.text2)
            painter.drawText(word, Qt.AlignmentFlag.AlignCenter, "Hidden")

    def _font(self) -> QFont:
        font = theme().font("page_title")
        font.setPixelSize(theme().px(22))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, theme().px(3))
        return font

    def _label_height(self) -> int:
        return theme().line_height("help") + theme().px(2)

    def _say(self) -> None:
        # Read letter by letter, as it is to be written down.
        said = "hidden" if self._hidden else " ".join(self._text)
        self.setAccessibleName(f"Group {self._number}: {said}")
