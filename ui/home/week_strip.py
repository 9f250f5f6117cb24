"""The working week in five keys: how much is due each day. A key shows only that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ehdesk.kernel.dates import say_date, say_full_date
from ui.kit.focus import ringed
from ui.kit.painting import draw_box, painting
from ui.kit.push_button import PaintedButton
from ui.theme import theme


class WeekStrip(QWidget):
    """``day_chosen`` sends the day, or None when the chosen one was pressed again."""

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: list[_Day] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(8))
        self.setAccessibleName("This week")

    @property
    def days(self) -> tuple[QAbstractButton, ...]:
        """The keys, Monday first."""
        return tuple(self._days)

    def set_week(self, week: Sequence[tuple[date, int]], today: date) -> None:
        """Show the days with how much is due on each."""
        while len(self._days) < len(week):
            key = _Day()
            key.clicked.connect(lambda _on=False, key=key: self._on_clicked(key))
            self._days.append(key)
            self._row.addWidget(key)
        for key, (day, count) in zip(self._days, week, strict=True):
            key.show_day(day, count, is_today=day == today)

    def choose(self, day: date | None) -> None:
        """Show a day as the chosen one, without telling anyone."""
        for key in self._days:
            key.setChecked(key.day == day)

    def _on_clicked(self, pressed: _Day) -> None:
        day = pressed.day if pressed.isChecked() else None
        self.choose(day)
        self.day_chosen.emit(day)


class _Day(PaintedButton):
    """Name, number, and "2 due" or "Clear"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self._lines = ("", "", "")
        self._is_today = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_day(self, day: date, count: int, *, is_today: bool) -> None:
        """Which day it is and how much is due on it."""
        words = f"{count} due" if count else "Clear"
        self.day = day
        self._lines = (say_date(day, day)[:3], str(day.day), words)
        self._is_today = is_today
        today = ", today" if is_today else ""
        self.setAccessibleName(f"{say_full_date(day)}{today}, {words.lower()}")
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        lines = 2 * look.line_height("caption") + look.line_height("section")
        return QSize(look.px(52), lines + look.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(46), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        fill, edge, width = tokens.tone("none").bg, tokens.line, 1.0
        ink = quiet = tokens.text2
        if self._is_today:
            fill, edge, ink, quiet = (
                tokens.accent,
                tokens.accent,
                tokens.on_accent,
                tokens.on_accent,
            )
        elif self.isChecked():
            fill, edge, width, ink, quiet = (
                tokens.accent_tint,
                tokens.accent,
                2.0,
                tokens.text,
                tokens.text2,
            )
        elif self.underMouse():
            fill = tokens.hover
        with painting(self) as painter:
            rect = QRectF(self.rect())
            if self.hasFocus() or (self._is_today and self.isChecked()):
                rect = ringed(painter, rect, 8)
            draw_box(painter, rect, 8, fill, edge, width)
            strong = ink if self._is_today else tokens.text
            self._paint_lines(painter, (quiet, strong, quiet))

    def _paint_lines(self, painter: QPainter, inks: Sequence[QColor]) -> None:
        look = theme()
        top = (self.height() - self.sizeHint().height()) / 2 + look.px(10)
        for text, role, ink in zip(
            self._lines, ("caption", "section", "caption"), inks, strict=True
        ):
            height = look.line_height(role) + (look.px(6) if role == "section" else 0)
            font = look.font(role)
            if role == "caption":
                font.setWeight(font.Weight.Normal)
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(
                QRectF(0, top, self.width(), height), Qt.AlignmentFlag.AlignCenter, text
            )
            top += height
