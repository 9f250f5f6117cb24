"""The button that goes on: its arrow stands after its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from ui.kit.buttons import Button
from ui.kit.painting import kept
from ui.theme import theme
from ui.theme.button_faces import Face

_ICON, _GAP = 16, 8


class ForwardButton(Button):
    """A primary button; an arrow points the way it goes, any other icon comes first as usual."""

    def show_action(self, words: str, icon: str) -> None:
        """Other words and another icon."""
        self.setText(words)
        self.set_icon(icon)

    def _draw_content(self, painter: QPainter, look: Face) -> None:
        if self._icon != "arrow-right":
            super()._draw_content(painter, look)
            return
        font = self._words_font()
        words = QFontMetrics(font).size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        icon, gap = theme().px(_ICON), theme().px(_GAP)
        left = round((self.width() - icon - gap - words) / 2)
        with kept(painter):
            painter.setFont(font)
            painter.setPen(look.ink)
            rect = QRectF(left, 0, words + 1, self.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(rect, int(flags) | int(Qt.TextFlag.TextShowMnemonic), self.text())
            top = round((self.height() - icon) / 2)
            arrow = self._pixmap(self._icon, look, icon)
            painter.drawPixmap(QPointF(left + words + gap, top), arrow)
