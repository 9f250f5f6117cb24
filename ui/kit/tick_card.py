"""A tick box as a card: a title, what was found for it, and where that stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.focus import ringed
from ui.kit.marks import MARK, paint_tick_box
from ui.kit.painting import draw_box, painting
from ui.kit.paragraph import Paragraph, longest_word
from ui.kit.plain import escape_ampersands
from ui.theme import theme

_TITLE, _LINE, _SMALL = "body_strong", "help", "caption"
_RADIUS = 9


class TickCard(QCheckBox):
    """Tinted with a 2 px edge in the accent when ticked. ``set_value`` is silent."""

    value_changed = Signal()

    def __init__(
        self, title: str, line: str = "", small: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(escape_ampersands(title), parent)
        self._parts = ((title, _TITLE), (line, _LINE), (small, _SMALL))
        self._wrong = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(part for part in (line, small) if part))
        self.toggled.connect(lambda _on: self.value_changed.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Show a value, without telling anyone."""
        with QSignalBlocker(self):
            self.setChecked(value)
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error."""
        self._wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        width = round(self._left() + theme().px(240) + self._right())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = max(longest_word(text, role) for text, role in self._parts)
        return QSize(round(self._left() + words + self._right()) + 2, round(2 * self._top()))

    def heightForWidth(self, width: int) -> int:
        tall = sum(part.height for part in self._paragraphs(width))
        return round(2 * self._top() + max(tall, theme().px(MARK)))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, look = theme().tokens, theme()
        on = self.isChecked()
        with painting(self) as painter:
            rect = QRectF(self.rect())
            if self.hasFocus():
                rect = ringed(painter, rect, look.px(_RADIUS))
            edge, width = (tokens.accent, 2.0) if on else (tokens.line_mid, 1.0)
            if self._wrong and not on:
                edge, width = tokens.tone("overdue").ink, 2.0
            elif self.underMouse() and self.isEnabled() and not on:
                edge = tokens.line_strong
            fill = tokens.accent_tint if on else tokens.surface
            radius = look.px(_RADIUS) - (4 if self.hasFocus() else 0)
            draw_box(painter, rect, radius, fill=fill, edge=edge, width=width)
            side = look.px(MARK)
            y = float(self._top())
            mark = y + (look.line_height(_TITLE) - side) / 2
            paint_tick_box(painter, QRectF(look.px(15), mark, side, side), self, self._wrong)
            inks = (tokens.text, tokens.text2, tokens.text2)
            for part, ink in zip(self._paragraphs(self.width()), inks, strict=False):
                part.paint(painter, self._left(), y, ink)
                y += part.height

    def _paragraphs(self, width: int) -> list[Paragraph]:
        room = width - self._left() - self._right()
        return [Paragraph(text, role, room) for text, role in self._parts if text]

    def _left(self) -> float:
        return theme().px(15 + MARK + 11)

    def _right(self) -> float:
        return theme().px(14)

    def _top(self) -> float:
        return theme().px(12)


class TickCards(QWidget):
    """``value()`` is the ticked values in the order offered; Space ticks, J and K move.

    :param options: value, title, line and small line of each.
    """

    value_changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str, str, str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.cards: dict[str, TickCard] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        for value, title, line, small in options:
            card = self.cards[value] = TickCard(title, line, small)
            card.value_changed.connect(self.value_changed)
            column.addWidget(card)
        self.setFocusProxy(next(iter(self.cards.values()), None))  # type: ignore[arg-type]

    def value(self) -> list[str]:
        """The ticked values."""
        return [value for value, card in self.cards.items() if card.isChecked()]

    def set_value(self, value: Sequence[str]) -> None:
        """Show values, without telling anyone."""
        for known, card in self.cards.items():
            card.set_value(known in value)

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error on each card."""
        for card in self.cards.values():
            card.set_wrong(wrong)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not step_by_letter(event, list(self.cards.values())):
            super().keyPressEvent(event)


def step_by_letter(event: QKeyEvent, boxes: Sequence[QWidget]) -> bool:
    """J goes to the next of the boxes, K to the one before; whether the key was one of them."""
    by = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()))
    if by is None or event.modifiers():
        return False
    shown = [box for box in boxes if box.isVisible()]
    here = next((place for place, box in enumerate(shown) if box.hasFocus()), -1)
    if here >= 0 and 0 <= here + by < len(shown):
        shown[here + by].setFocus(Qt.FocusReason.TabFocusReason)
    return True
