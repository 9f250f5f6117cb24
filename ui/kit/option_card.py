"""A choice as a card: a title and one line that says what it means; and a group of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui.kit.equal_columns import EqualColumns
from ui.kit.focus import ringed
from ui.kit.marks import MARK, paint_radio
from ui.kit.one_of import OneOf
from ui.kit.painting import draw_box, painting
from ui.kit.paragraph import Paragraph, longest_word
from ui.kit.plain import escape_ampersands
from ui.theme import theme

_TITLE, _LINE = "body_strong", "help"
_RADIUS = 9


class OptionCard(QRadioButton):
    """A radio button drawn as a card; tint and a 2 px edge in the accent when chosen.

    ``value_changed`` is what a person did; ``set_value`` is silent.
    """

    value_changed = Signal()

    def __init__(self, title: str, line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(escape_ampersands(title), parent)
        self._title = title
        self._line = line
        self._wrong = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{title}, {line}" if line else title)
        self.toggled.connect(lambda _on: self.value_changed.emit())

    def value(self) -> bool:
        """Whether it is chosen."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Show a value, without telling anyone."""
        with QSignalBlocker(self):
            self.setChecked(value)

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error."""
        self._wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        comfortable = max(
            Paragraph(self._title, _TITLE).width,
            min(Paragraph(self._line, _LINE).width, theme().px(190)),
        )
        width = round(self._left() + comfortable + self._right()) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = max(longest_word(self._title, _TITLE), longest_word(self._line, _LINE))
        width = round(self._left() + words + self._right()) + 2
        return QSize(width, round(self._top() * 2 + theme().line_height(_TITLE)))

    def heightForWidth(self, width: int) -> int:
        title, line = self._paragraphs(width)
        return round(2 * self._top() + max(title.height + line.height, theme().px(MARK)))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, look = theme().tokens, theme()
        enabled, on = self.isEnabled(), self.isChecked()
        with painting(self) as painter:
            rect = QRectF(self.rect())
            if self.hasFocus():
                rect = ringed(painter, rect, look.px(_RADIUS))
            edge, width = tokens.line_mid, 1.0
            if on and enabled:
                edge, width = tokens.accent, 2.0
            elif self._wrong:
                edge, width = tokens.tone("overdue").ink, 2.0
            elif self.underMouse() and enabled:
                edge = tokens.line_strong
            fill = tokens.accent_tint if on else tokens.surface if enabled else tokens.sunken
            radius = look.px(_RADIUS) - (4 if self.hasFocus() else 0)
            draw_box(painter, rect, radius, fill=fill, edge=edge, width=width)
            side = look.px(MARK)
            title, line = self._paragraphs(self.width())
            top = (self.height() - title.height - line.height) / 2
            mark_top = top + (look.line_height(_TITLE) - side) / 2
            paint_radio(painter, QRectF(look.px(15), mark_top, side, side), self, self._wrong)
            title.paint(
                painter, self._left(), top, tokens.text if enabled else tokens.text_disabled
            )
            line.paint(
                painter,
                self._left(),
                top + title.height,
                tokens.text2 if enabled else tokens.text_disabled,
            )

    def _paragraphs(self, width: int) -> tuple[Paragraph, Paragraph]:
        room = width - self._left() - self._right()
        line = Paragraph(self._line, _LINE, room)
        if not self._line:
            line.height = 0.0
        return Paragraph(self._title, _TITLE, room), line

    def _left(self) -> float:
        return theme().px(15 + MARK + 11)

    def _right(self) -> float:
        return theme().px(12)

    def _top(self) -> float:
        return theme().px(12)


class OptionCards(OneOf):
    """Cards side by side while there is room; options are (value, title, line) triples."""

    def __init__(
        self,
        options: Sequence[tuple[str, str, str]] = (),
        name: str = "",
        *,
        columns: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._cards = EqualColumns(self, most=columns)
        self._options: tuple[tuple[str, str, str], ...] = ()
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str, str]]) -> None:
        """Offer other cards; what was chosen stays chosen if it is still offered. The same
        cards are left alone, with the keyboard that may be in them."""
        if tuple(options) == self._options:
            return
        self._options = tuple(options)
        chosen = self.value()
        self._remove_all()
        while self._cards.takeAt(0):
            pass
        for value, title, line in options:
            card = OptionCard(title, line, self)
            self._add(value, card)
            self._cards.addWidget(card)
        self._choose(chosen)

    def value(self) -> str:
        """The chosen value, or ""."""
        return str(self._chosen() or "")

    def set_value(self, value: str) -> None:
        """Show a value, without telling anyone."""
        self._choose(value)
