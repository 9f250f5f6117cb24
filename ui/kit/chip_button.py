"""A pill that can be chosen: the two sorts of button that chip rows are made of."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from ui.kit.focus import ringed
from ui.kit.marks import paint_tick
from ui.kit.painting import draw_box, painting
from ui.kit.paragraph import Paragraph
from ui.kit.plain import escape_ampersands
from ui.theme import theme

_ROLE = "body_medium"
_HEIGHT = 34
_TICK = 14


class TabChip(QRadioButton):
    """One of a row of which one is open: filled when open, ticked when its page is done."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(escape_ampersands(text), parent)
        self._words = text
        self._done = False
        _prepare(self, text)

    def set_done(self, done: bool) -> None:
        """Show or take away the tick that says its page is done."""
        if done != self._done:
            self._done = done
            self.setAccessibleName(f"{self._words}, done" if done else self._words)
            self.updateGeometry()
            self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Tabs show no error of their own; the page does."""

    def sizeHint(self) -> QSize:
        return _size(self._words, ticked=self._done)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        if self.isChecked():
            _paint(self, self._words, self._done, tokens.on_accent, tokens.accent, tokens.accent)
        else:
            fill = tokens.hover if self.underMouse() else tokens.surface
            _paint(self, self._words, self._done, tokens.text, fill, tokens.line_mid)


class PickChip(QCheckBox):
    """One of a row of which several may be chosen: tinted and ticked when chosen."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(escape_ampersands(text), parent)
        self._words = text
        self._wrong = False
        _prepare(self, text)

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error."""
        self._wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        return _size(self._words, ticked=True)  # always room for it, so that nothing jumps

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        if self.isChecked():
            _paint(self, self._words, True, tokens.accent, tokens.accent_tint, tokens.accent)
        else:
            fill = tokens.hover if self.underMouse() else tokens.surface
            edge = tokens.tone("overdue").ink if self._wrong else tokens.line_strong
            _paint(self, self._words, False, tokens.text, fill, edge, 2 if self._wrong else 1)


def _prepare(chip: QAbstractButton, text: str) -> None:
    chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    chip.setAttribute(Qt.WidgetAttribute.WA_Hover)
    chip.setAccessibleName(text)


def _size(text: str, *, ticked: bool) -> QSize:
    look = theme()
    words = Paragraph(text, _ROLE)
    extra = look.px(12) if ticked else 0
    return QSize(
        round(words.width) + extra + 2 * look.px(13) + 2,
        max(look.px(_HEIGHT), round(words.height) + look.px(8)),
    )


def _paint(
    chip: QAbstractButton,
    text: str,
    ticked: bool,
    ink: QColor,
    fill: QColor,
    edge: QColor,
    width: float = 1,
) -> None:
    look = theme()
    if not chip.isEnabled():
        ink, fill, edge = look.tokens.text_disabled, look.tokens.sunken, look.tokens.line
    words = Paragraph(text, _ROLE)
    with painting(chip) as painter:
        rect = QRectF(chip.rect())
        if chip.hasFocus():
            rect = ringed(painter, rect, rect.height() / 2)
        draw_box(painter, rect, rect.height() / 2, fill=fill, edge=edge, width=width)
        tick = look.px(_TICK) if ticked else 0
        gap = look.px(5) if ticked else 0
        x = (chip.width() - tick - gap - words.width) / 2
        if ticked:
            colour = ink if chip.isChecked() or not chip.isEnabled() else look.tokens.accent
            top = QPointF(x, (chip.height() - tick) / 2)
            paint_tick(painter, QRectF(top.x(), top.y(), tick, tick), colour)
        words.paint(painter, x + tick + gap, (chip.height() - words.height) / 2, ink)
