"""A row of a card beside the work: a name, a quieter line, and what is said at its right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.painting import draw_box, draw_focus_ring, painting
from ui.kit.paragraph import Paragraph
from ui.kit.pill import paint_pill, pill_width
from ui.kit.push_button import PaintedButton
from ui.theme import theme

_EDGE, _GAP, _BAR = 10, 12, 6


@dataclass(frozen=True)
class SideLine:
    """``right`` is short words or ``pill`` a (text, tone, icon); ``bar`` is (done, total)."""

    title: str
    line: str
    spoken: str
    right: str = ""
    pill: tuple[str, str, str] | None = None
    bar: tuple[int, int] | None = None


class SideRow(PaintedButton):
    """Pressed as a whole; a line separates it from the row above."""

    def __init__(
        self, line: SideLine, *, first: bool, last: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._first, self._last = first, last
        self.setAccessibleName(line.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        wide = theme().px(260)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(180), self.heightForWidth(theme().px(260)))

    def heightForWidth(self, width: int) -> int:
        title, line = self._paragraphs(width)
        bar = theme().px(_BAR + 8) if self._line.bar else 0
        return round(title.height + line.height) + bar + self._top() + self._bottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        title, line = self._paragraphs(self.width())
        top = self._top()
        with painting(self) as painter:
            if self.underMouse():
                draw_box(painter, QRectF(self.rect()), 6, tokens.hover)
            if not self._first:
                painter.fillRect(0, 0, self.width(), 1, tokens.line)
            title.paint(painter, 0, top, tokens.text)
            line.paint(painter, 0, top + title.height, tokens.text2)
            if self._line.pill:
                words, tone, icon = self._line.pill
                width = pill_width(words)
                area = QRectF(self.width() - width, top, width, title.height + line.height)
                paint_pill(painter, area, words, tone, icon)
            elif self._line.right:
                painter.setFont(look.font("caption"))
                painter.setPen(tokens.text2)
                area = QRectF(0, top, self.width(), look.line_height("body"))
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(area, flags, self._line.right)
            if self._line.bar:
                done, total = self._line.bar
                below = QRectF(0, top + title.height + line.height + look.px(8), 0, 0)
                room = (self.width() - 3 * (total - 1)) / total
                for number in range(total):
                    part = QRectF(number * (room + 3), below.y(), room, look.px(_BAR))
                    colour = tokens.accent if number < done else tokens.line
                    draw_box(painter, part, part.height() / 2, colour)
            if self.hasFocus():
                draw_focus_ring(painter, QRectF(self.rect()), 6)

    def _top(self) -> int:
        return theme().px(2 if self._first else _EDGE)

    def _bottom(self) -> int:
        return theme().px(2 if self._last else _EDGE)

    def _paragraphs(self, width: int) -> tuple[Paragraph, Paragraph]:
        used = 0
        if self._line.pill:
            used = pill_width(self._line.pill[0]) + theme().px(_GAP)
        elif self._line.right:
            metrics = QFontMetrics(theme().font("caption"))
            used = metrics.horizontalAdvance(self._line.right) + theme().px(_GAP)
        full = 0 if self._line.pill is None else used
        title = Paragraph(self._line.title, "body_medium", width - used)
        return title, Paragraph(self._line.line, "help", width - full)
