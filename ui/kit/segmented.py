"""A choice of one among a few words in one box: a view, a filter, a role."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ui.kit.one_of import OneOf
from ui.kit.painting import draw_box, draw_focus_ring, painting
from ui.kit.paragraph import Paragraph
from ui.kit.plain import escape_ampersands
from ui.theme import theme

_ROLE = "help_medium"
_EDGE = 3
"""Between the box and the chosen segment, in pixels."""


_BESIDE, _BESIDE_AT_LEAST = 13, 6
"""Between a segment's edge and its words, before scaling."""


class Segmented(OneOf):
    """Options are (value, label) or (value, label, icon). The first is chosen to begin with,
    unless ``empty``."""

    def __init__(
        self,
        options: Sequence[tuple[str, ...]],
        name: str = "",
        *,
        empty: bool = False,
        height: int = 34,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._wrong = False
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for value, text, *icon in options:
            segment = Segment(text, icon[0] if icon else "", height - 2 * _EDGE, self)
            self._add(value, segment)
            row.addWidget(segment)
        if options and not empty:
            self.set_value(options[0][0])

    def value(self) -> str:
        """The chosen value, or ""."""
        return str(self._chosen() or "")

    def set_value(self, value: str) -> None:
        """Show a value, without telling anyone."""
        self._choose(value)

    def set_count(self, value: str, count: int | None) -> None:
        """The number shown after a label, such as how many cases a filter shows."""
        segment = self.button(value)
        if isinstance(segment, Segment):
            segment.set_count(count)

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error."""
        self._wrong = wrong
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        edge, width = (tokens.tone("overdue").ink, 2.0) if self._wrong else (tokens.line, 1.0)
        with painting(self) as painter:
            rect = QRectF(self.rect())
            fill = tokens.sunken if theme().is_dark else tokens.tone("none").bg
            draw_box(painter, rect, 8, fill=fill, edge=edge, width=width)


class Segment(QRadioButton):
    """One of the words; on a raised key when chosen."""

    def __init__(self, text: str, icon: str, height: int, parent: QWidget) -> None:
        super().__init__(escape_ampersands(text), parent)
        self._words = text
        self._icon = icon
        self._high = height
        self._count = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        """The number after the label; None for none."""
        self._count = "" if count is None else str(count)
        self.setAccessibleName(f"{self._words}, {count}" if self._count else self._words)
        self.updateGeometry()
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """The whole row shows the edge of an error."""

    def sizeHint(self) -> QSize:
        return self._size(_BESIDE)

    def minimumSizeHint(self) -> QSize:
        """The space beside the words gives way before the page does."""
        return self._size(_BESIDE_AT_LEAST)

    def _size(self, beside: int) -> QSize:
        look = theme()
        words = Paragraph(self._shown(), _ROLE)
        width = round(words.width) + self._icon_room() + 2 * look.px(beside) + 2
        return QSize(width, max(look.px(self._high), round(words.height) + look.px(4)))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        ink = tokens.text if self.isChecked() or self.underMouse() else tokens.text2
        if not self.isEnabled():
            ink = tokens.text_disabled
        with painting(self) as painter:
            if self.isChecked():
                draw_box(painter, QRectF(self.rect()), 6, fill=tokens.raised, edge=tokens.line_mid)
            if self.hasFocus():
                draw_focus_ring(painter, QRectF(self.rect()), 6)
            words = Paragraph(self._shown(), _ROLE)
            x = (self.width() - words.width - self._icon_room()) / 2
            if self._icon:
                colour = "text" if self.isChecked() else "text2"
                picture = look.pixmap(self._icon, colour, 16, self.devicePixelRatioF())
                side = look.px(16)
                painter.drawPixmap(round(x), (self.height() - side) // 2, picture)
            words.paint(painter, x + self._icon_room(), (self.height() - words.height) / 2, ink)

    def _shown(self) -> str:
        return f"{self._words}  {self._count}" if self._count else self._words

    def _icon_room(self) -> int:
        return theme().px(16 + 7) if self._icon else 0
