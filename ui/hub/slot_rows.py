"""The rows of the hub's page: slots with their times, and who waits for one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ehdesk.domain.hub import Break, SlotLine, Waiting
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_day_month
from ui.kit.painting import draw_focus_ring, painting
from ui.kit.paragraph import Paragraph, longest_word
from ui.kit.pill import paint_pill, pill_height, pill_width
from ui.kit.plain import escape_ampersands
from ui.theme import theme

_TIME, _TITLE, _LINE = "body_medium", "body_strong", "help"
_EDGE, _GAP, _AIR = 16, 12, 9
_HEARD = {
    "allocate": ("Allocated", "done", "check"),
    "join": ("Joined", "done", "check"),
    "defer": ("Deferred", "none", "undo-2"),
    "return": ("Sent back", "none", "undo-2"),
}


def short_time(kept: str) -> str:
    """``9:30`` for ``09:30``."""
    return kept.removeprefix("0")


def slot_pill(line: SlotLine) -> tuple[str, str, str]:
    """What a slot stands at: words, tone and icon."""
    slot = line.slot
    if slot.is_heard:
        return _HEARD.get(slot.outcome, ("Heard", "done", "check"))
    if slot.is_free:
        return "Free", "none", "circle-dashed"
    if line.ready:
        return "Proforma in", "done", "check"
    return "No proforma", "overdue", "triangle-alert"


def waiting_pill(line: Waiting, on: date) -> tuple[str, str, str]:
    """How long a request has waited; before that, that its family has not agreed yet, or that it
    comes back only after the day that is shown."""
    if not line.has_consent:
        return "No consent yet", "overdue", "triangle-alert"
    if line.put_off_to is not None and line.put_off_to > on:
        return f"Back {say_day_month(line.put_off_to, on)}", "none", "undo-2"
    return (plural(line.days, "day") if line.days else "Today"), "wait", "hourglass"


class _Row(QRadioButton):
    """A row that is chosen by arrows; Space is left to whoever is round it."""

    def __init__(self, words: str) -> None:
        super().__init__(escape_ampersands(words))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _paint_ground(self, painter: QPainter, *, below: bool) -> QRectF:
        tokens, rect = theme().tokens, QRectF(self.rect())
        if self.isChecked():
            painter.fillRect(rect, tokens.accent_tint)
            painter.fillRect(QRectF(0, 0, 3, rect.height()), tokens.accent)
        elif self.underMouse():
            painter.fillRect(rect, tokens.hover)
        if below:
            painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), tokens.line)
        return rect

    def _paint_focus(self, painter: QPainter, rect: QRectF) -> None:
        if self.hasFocus():
            draw_focus_ring(painter, rect.adjusted(4, 3, -4, -4), 6)


class SlotRow(_Row):
    """A slot: when, who, what is known, and a pill that says how it stands."""

    def __init__(self, line: SlotLine, *, is_now: bool) -> None:
        slot = line.slot
        self._pill = slot_pill(line)
        self._who = slot.family or "Nobody yet"
        self._about = line.about
        self._time = short_time(slot.starts)
        self._is_heard, self._is_now = slot.is_heard, is_now
        super().__init__(f"{self._time} {self._who}")
        said = [self._time, "now" if is_now else "", self._who, self._about, self._pill[0]]
        self.setAccessibleName(", ".join(part for part in said if part))

    def sizeHint(self) -> QSize:
        wide = theme().px(340)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        words = max(longest_word(self._who, _TITLE), longest_word(self._about, _LINE))
        wide = max(words, pill_width(self._pill[0]))
        return QSize(round(self._left() + wide + theme().px(_EDGE)), self.heightForWidth(1000))

    def heightForWidth(self, width: int) -> int:
        title, line, beside = self._laid(width)
        below = line.height if beside else line.height + pill_height() + theme().px(4)
        high = title.height + max(below, pill_height() if beside else 0)
        return round(high + 2 * theme().px(_AIR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        with painting(self) as painter:
            rect = self._paint_ground(painter, below=True)
            title, line, beside = self._laid(self.width())
            top, left, edge = look.px(_AIR), self._left(), look.px(_EDGE)
            Paragraph(self._time, _TITLE if self._is_now else _TIME).paint(
                painter, edge, top, tokens.text
            )
            under = top + look.line_height(_TIME)
            if self._is_heard:
                tick = look.pixmap("check", "accent", 16, self.devicePixelRatioF())
                painter.drawPixmap(QPointF(edge, round(under + 1)), tick)
            elif self._is_now:
                Paragraph("now", "help_strong").paint(painter, edge, under, tokens.accent)
            quiet = self._is_heard or self._pill[0] == "Free"
            title.paint(painter, left, top, tokens.text2 if quiet else tokens.text)
            line.paint(painter, left, top + title.height, tokens.text2)
            words, tone, icon = self._pill
            x = rect.width() - edge - pill_width(words) if beside else left
            y = rect.height() - look.px(_AIR) - pill_height()
            paint_pill(painter, QRectF(x, y, 0, pill_height()), words, tone, icon)
            self._paint_focus(painter, rect)

    def _laid(self, width: int) -> tuple[Paragraph, Paragraph, bool]:
        """Title, line, and whether the pill has room beside the line."""
        room = width - self._left() - theme().px(_EDGE)
        spare = room - pill_width(self._pill[0]) - theme().px(_GAP)
        beside = spare >= min(Paragraph(self._about, _LINE).width, theme().px(110))
        line = Paragraph(self._about, _LINE, spare if beside else room)
        if not self._about:
            line.height = 0.0
        return Paragraph(self._who, _TITLE, room), line, beside

    def _left(self) -> float:
        digits = QFontMetrics(theme().font(_TITLE)).horizontalAdvance("12:45")
        return theme().px(_EDGE) + digits + theme().px(20)


class BreakRow(QWidget):
    """Time between two slots."""

    def __init__(self, rest: Break) -> None:
        super().__init__()
        self._time = short_time(rest.starts)
        self._words = f"Break, {plural(rest.minutes, 'minute')}"
        self.setAccessibleName(f"{self._time}, {self._words}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), round(theme().line_height(_LINE) + theme().px(12)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        with painting(self) as painter:
            rect = QRectF(self.rect())
            painter.fillRect(rect, tokens.sunken)
            painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), tokens.line)
            digits = QFontMetrics(look.font(_TITLE)).horizontalAdvance("12:45")
            left = look.px(_EDGE) + digits + look.px(20)
            Paragraph(self._time, _LINE).paint(painter, look.px(_EDGE), look.px(6), tokens.text2)
            Paragraph(self._words, _LINE).paint(painter, left, look.px(6), tokens.text2)


class WaitingRow(_Row):
    """A request that waits: the family, and for how long."""

    def __init__(self, line: Waiting, on: date) -> None:
        self._pill = waiting_pill(line, on)
        self._family = line.family
        super().__init__(line.family)
        waits = f"waits {plural(line.days, 'day')}" if line.days else "waits since today"
        words = "" if self._pill[0] == plural(line.days, "day") else self._pill[0]
        self.setAccessibleName(", ".join(part for part in (line.family, words, waits) if part))

    def sizeHint(self) -> QSize:
        wide = theme().px(300)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        pill = pill_width(self._pill[0]) + theme().px(_GAP + 2 * _EDGE)
        wide = round(longest_word(self._family, "body") + pill)
        return QSize(wide, self.heightForWidth(1000))

    def heightForWidth(self, width: int) -> int:
        title = Paragraph(self._family, "body", self._room(width))
        return round(max(title.height, pill_height()) + theme().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        with painting(self) as painter:
            rect = self._paint_ground(painter, below=False)
            title = Paragraph(self._family, "body", self._room(self.width()))
            top = (rect.height() - title.height) / 2
            title.paint(painter, look.px(_EDGE), top, tokens.text)
            words, tone, icon = self._pill
            x = rect.width() - look.px(_EDGE) - pill_width(words)
            paint_pill(painter, QRectF(x, 0, 0, rect.height()), words, tone, icon)
            self._paint_focus(painter, rect)

    def _room(self, width: int) -> float:
        pill = pill_width(self._pill[0])
        return max(1.0, width - 2 * theme().px(_EDGE) - pill - theme().px(_GAP))
