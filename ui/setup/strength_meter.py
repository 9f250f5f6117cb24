"""How well a password holds: four named steps, filled as far as it gets."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ehdesk.store.passwords import Step
from ui.kit.painting import draw_box, painting
from ui.theme import theme

_GAP = 6


class StrengthMeter(QWidget):
    """The word of the step reached is the strong one; a sentence under it says the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_step(None)

    def set_step(self, step: Step | None) -> None:
        """Fill up to this step; None for nothing typed."""
        self._step = step
        self.setAccessibleName(f"Strength: {step.word}" if step else "Strength: nothing typed")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(14) + theme().line_height("caption"))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens, px = theme(), theme().tokens, theme().px
        reached = self._step or 0
        width = (self.width() - _GAP * (len(Step) - 1)) / len(Step)
        with painting(self) as painter:
            for step in Step:
                left = (step - 1) * (width + _GAP)
                bar = QRectF(left, 0, width, px(9))
                fill = tokens.accent if step <= reached else tokens.line
                draw_box(painter, bar, bar.height() / 2, fill)
                here = step == reached
                font = look.font("caption")
                font.setWeight(font.Weight.DemiBold if here else font.Weight.Normal)
                painter.setFont(font)
                painter.setPen(tokens.accent if here else tokens.text2)
                words = QRectF(left, px(14), width, look.line_height("caption"))
                painter.drawText(words, Qt.AlignmentFlag.AlignCenter, step.word)
