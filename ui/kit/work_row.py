"""A thing to do as a row: what, for whom, by when, and the one button that does it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kit.buttons import Button
from ui.kit.painting import draw_box, draw_focus_ring, painting
from ui.kit.paragraph import Paragraph
from ui.kit.pill import paint_pill, pill_height, pill_width
from ui.theme import theme

_TITLE, _LINE = "body_strong", "help"
_HEIGHT, _SIDE, _GAP, _TILE, _VERB = 58, 16, 14, 36, 118
_LEAST_WORDS = 220
"""Words narrower than this, and the pill goes on a line of its own below them."""


@dataclass(frozen=True)
class WorkLine:
    """What a row says. ``key`` tells the rows of a page apart and says what a row stands for.

    ``pill`` is (text, tone, icon) or None; ``verb`` the words on the button, "" for none;
    ``primary`` makes it the button of the page. ``broken`` is a row that could not be read.
    """

    key: str
    icon: str
    title: str
    line: str
    spoken: str
    pill: tuple[str, str, str] | None = None
    verb: str = ""
    primary: bool = False
    broken: bool = False

    @property
    def whose(self) -> str:
        """The family, as the first words of what is spoken."""
        return self.spoken.split(",", 1)[0]


class WorkRow(QAbstractButton):
    """One stop for the keyboard and one for its button. Enter, Space or a click opens the row."""

    verb_pressed = Signal()
    moved = Signal(int)
    """An arrow key was pressed: 1 for the row below, -1 for the row above."""

    def __init__(self, line: WorkLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._by_mouse = False
        self._last = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(line.spoken)
        self.setAccessibleDescription("Opens the case" if line.verb else "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.verb: Button | None = None
        if line.verb:
            kind = "primary" if line.primary else "secondary"
            self.verb = Button(line.verb, kind, size="small", parent=self)
            self.verb.setAccessibleName(f"{line.verb}, {line.whose}")
            self.verb.clicked.connect(self.verb_pressed)

    def set_last(self, last: bool) -> None:
        """The last row of its group draws no line under it."""
        self._last = last
        self.update()

    def sizeHint(self) -> QSize:
        wide = theme().px(560)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().px(_HEIGHT))

    def heightForWidth(self, width: int) -> int:
        title, line = self._paragraphs(width)
        height = title.height + line.height
        if self.line.pill and self._pill_below(width):
            height += pill_height() + theme().px(6)
        return max(theme().px(_HEIGHT), round(height) + theme().px(18))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.verb is not None:
            size = self.verb.sizeHint()
            width = self._verb_width()
            left = self.width() - theme().px(_SIDE) - width
            self.verb.setGeometry(left, (self.height() - size.height()) // 2, width, size.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Right and self.verb is not None:
            self.verb.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        with painting(self) as painter:
            back = tokens.hover if self.underMouse() else tokens.surface
            painter.fillRect(self.rect(), back)
            if not self._last:
                painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
            self._paint_tile(painter)
            title, line = self._paragraphs(self.width())
            below = bool(self.line.pill) and self._pill_below(self.width())
            tall = title.height + line.height + (pill_height() + look.px(6) if below else 0)
            top = (self.height() - tall) / 2
            title.paint(painter, self._left(), top, tokens.text)
            line.paint(painter, self._left(), top + title.height, tokens.text2)
            self._paint_pill(painter, top + title.height + line.height + look.px(6), below)
            if self.hasFocus() and not self._by_mouse:
                draw_focus_ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), 4)

    def _paint_tile(self, painter: QPainter) -> None:
        look = theme()
        side, icon = look.px(_TILE), look.px(18)
        tile = QRect(look.px(_SIDE), (self.height() - side) // 2, side, side)
        tone = "soon" if self.line.broken else "none"
        draw_box(painter, QRectF(tile), 8, look.tokens.tone(tone).bg)
        ink = "soon.ink" if self.line.broken else "text2"
        picture = look.pixmap(self.line.icon, ink, 18, self.devicePixelRatioF())
        painter.drawPixmap(tile.center().x() - icon // 2, tile.center().y() - icon // 2, picture)

    def _paint_pill(self, painter: QPainter, top: float, below: bool) -> None:
        if self.line.pill is None:
            return
        words, tone, icon = self.line.pill
        width = pill_width(words)
        if below:
            area = QRectF(self._left(), top, width, pill_height())
        else:
            area = QRectF(self._right_edge() - width, 0, width, self.height())
        paint_pill(painter, area, words, tone, icon)

    def _paragraphs(self, width: int) -> tuple[Paragraph, Paragraph]:
        room = self._words_room(width)
        if self.line.pill and not self._pill_below(width):
            room -= pill_width(self.line.pill[0]) + theme().px(_GAP)
        line = Paragraph(self.line.line, _LINE, room)
        if not self.line.line:
            line.height = 0.0
        return Paragraph(self.line.title, _TITLE, room), line

    def _pill_below(self, width: int) -> bool:
        if self.line.pill is None:
            return False
        beside = self._words_room(width) - pill_width(self.line.pill[0]) - theme().px(_GAP)
        return beside < theme().px(_LEAST_WORDS)

    def _words_room(self, width: int) -> float:
        used = self._verb_width() + theme().px(_GAP) if self.verb is not None else 0
        return width - self._left() - theme().px(_SIDE) - used

    def _right_edge(self) -> float:
        """Where the pill ends: before the button, or at the end of the row."""
        used = self._verb_width() + theme().px(_GAP) if self.verb is not None else 0
        return self.width() - theme().px(_SIDE) - used

    def _left(self) -> float:
        return theme().px(_SIDE + _TILE + _GAP)

    def _verb_width(self) -> int:
        """All buttons of a list are as wide as the usual ones, and wider only for longer words."""
        return max(theme().px(_VERB), self.verb.sizeHint().width()) if self.verb else 0
