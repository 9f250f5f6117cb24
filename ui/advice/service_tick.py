"""A service that can be ticked as given: its name, what it is, and whom, when and what it costs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ehdesk.domain.directory import ListedService
from ui.kit.focus import RING_SPACE, ringed
from ui.kit.marks import MARK, paint_tick_box
from ui.kit.painting import painting
from ui.kit.paragraph import Paragraph, longest_word
from ui.kit.plain import escape_ampersands
from ui.theme import theme

_LEFT, _GAP, _RIGHT, _TOP, _BAR = 16, 11, 12, 9, 3


class ServiceTick(QCheckBox):
    """``value_changed`` is what a person did; ``set_value`` is silent."""

    value_changed = Signal()

    def __init__(self, listed: ListedService, parent: QWidget | None = None) -> None:
        super().__init__(escape_ampersands(listed.name), parent)
        self.code = listed.code
        self._lines = (
            (listed.name, "body_strong", "text"),
            (listed.service.what, "help", "text"),
            (listed.facts, "caption", "text2"),
            (listed.reach, "caption", "text2"),
        )
        self.setAccessibleName(listed.name)
        self.setAccessibleDescription(
            ". ".join(part for part in (listed.service.what, listed.facts, listed.reach) if part)
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(lambda _on: self.value_changed.emit())

    def set_value(self, value: bool) -> None:
        """Show a tick, without telling anyone."""
        with QSignalBlocker(self):
            self.setChecked(value)
        self.update()

    def sizeHint(self) -> QSize:
        width = self._before() + theme().px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = max(longest_word(text, role) for text, role, _colour in self._lines)
        width = round(self._before() + min(words, theme().px(200)) + theme().px(_RIGHT)) + 1
        return QSize(width, theme().px(2 * _TOP) + theme().line_height("body_strong"))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(p.height for p, _ink in self._laid(width))) + theme().px(2 * _TOP) + 1

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        # A layout in a scrolled column asks only for the minimum, so that is what it needs here.
        needed = self.heightForWidth(self.width())
        if self.minimumHeight() != needed:
            self.setMinimumHeight(needed)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        with painting(self) as painter:
            rect = QRectF(self.rect())
            if self.isChecked():
                painter.fillRect(rect, tokens.selected)
                painter.fillRect(QRectF(0, 0, look.px(_BAR), rect.height()), tokens.accent)
            elif self.underMouse():
                painter.fillRect(rect, tokens.hover)
            painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), tokens.line)
            if self.hasFocus():
                ringed(painter, rect.adjusted(0, 0, 0, -1), 6)
            side = look.px(MARK)
            top = look.px(_TOP) + (look.line_height("body_strong") - side) / 2
            paint_tick_box(painter, QRectF(look.px(_LEFT), top, side, side), self, False)
            y = float(look.px(_TOP))
            for words, ink in self._laid(self.width()):
                words.paint(painter, self._before(), y, ink)
                y += words.height

    def _laid(self, width: int) -> list[tuple[Paragraph, QColor]]:
        room = width - self._before() - theme().px(_RIGHT)
        tokens = theme().tokens
        return [
            (Paragraph(text, role, room), tokens.colour(colour))
            for text, role, colour in self._lines
            if text
        ]

    def _before(self) -> int:
        return theme().px(_LEFT + MARK + _GAP) + RING_SPACE
