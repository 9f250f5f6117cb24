"""Things that happened, a row each that can be ticked: day, what, and what sort of thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.focus import ringed
from ui.kit.marks import MARK, paint_tick_box
from ui.kit.painting import painting
from ui.kit.paragraph import Paragraph
from ui.kit.plain import escape_ampersands
from ui.kit.tick_card import step_by_letter
from ui.theme import theme

_WORDS, _DAY, _SORT = "body", "help_medium", "caption"
_PAD, _DAYS, _SORTS, _ICON = 14, 96, 92, 16
_NARROW = 460
"""Below this width the sort gives way: the icon says it too."""


@dataclass(frozen=True)
class EventRow:
    """``tone`` is a tone's name for the words, or empty."""

    key: str
    day: str
    words: str
    sort: str
    icon: str
    tone: str = ""


class EventTick(QCheckBox):
    """One row. Its words wrap; nothing is cut."""

    def __init__(self, row: EventRow, parent: QWidget | None = None) -> None:
        super().__init__(escape_ampersands(row.words), parent)
        self.row = row
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{row.day}, {row.words}, {row.sort}")

    def sizeHint(self) -> QSize:
        width = theme().px(_NARROW)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._words_at() + theme().px(120)), theme().px(34))

    def heightForWidth(self, width: int) -> int:
        tall = Paragraph(self.row.words, _WORDS, self._room(width)).height
        return max(theme().px(36), round(tall + theme().px(14)))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        with painting(self) as painter:
            rect = QRectF(self.rect())
            if self.hasFocus():
                painter.fillRect(rect, tokens.accent_tint)
                ringed(painter, rect.adjusted(1, 1, -1, -1), 4)
            elif self.underMouse():
                painter.fillRect(rect, tokens.hover)
            painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), tokens.line)
            top = look.px(7)
            step = look.line_height(_WORDS)
            side = look.px(MARK)
            box = QRectF(look.px(_PAD), top + (step - side) / 2, side, side)
            paint_tick_box(painter, box, self, False)
            ink = tokens.text if self.isChecked() else tokens.text2
            day = Paragraph(self.row.day, _DAY)
            day.paint(painter, self._days_at(), top + (step - day.height) / 2, ink)
            tone = f"{self.row.tone}.ink" if self.row.tone else "text2"
            picture = look.pixmap(self.row.icon, tone, _ICON, self.devicePixelRatioF())
            icon_x = self._words_at() - look.px(_ICON + 10)
            painter.drawPixmap(QPointF(icon_x, round(top + (step - look.px(_ICON)) / 2)), picture)
            words = Paragraph(self.row.words, _WORDS, self._room(self.width()))
            colour = tokens.tone(self.row.tone).ink if self.row.tone else ink
            words.paint(painter, self._words_at(), top, colour)
            if self._tells_sort(self.width()):
                sort = Paragraph(self.row.sort, _SORT)
                x = self.width() - look.px(_SORTS)
                sort.paint(painter, x, top + (step - sort.height) / 2, tokens.text2)

    def _days_at(self) -> float:
        return theme().px(_PAD + MARK + 12)

    def _words_at(self) -> float:
        return self._days_at() + theme().px(_DAYS + _ICON + 10)

    def _tells_sort(self, width: int) -> bool:
        return width >= theme().px(_NARROW)

    def _room(self, width: int) -> float:
        aside = theme().px(_SORTS + 10) if self._tells_sort(width) else theme().px(_PAD)
        return max(theme().px(80), width - self._words_at() - aside)


class EventRows(QWidget):
    """All the rows there are, of which some are shown. Space ticks, J and K move.

    Only rows that are shown are made: a case of years has hundreds of things.
    """

    value_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: Sequence[EventRow] = ()
        self._chosen: set[str] = set()
        self._ticks: dict[str, EventTick] = {}
        self._enabled = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def ticks(self) -> dict[str, EventTick]:
        """The rows that are shown, by key."""
        return {key: tick for key, tick in self._ticks.items() if not tick.isHidden()}

    def value(self) -> list[str]:
        """The chosen keys, in the order of the rows, shown or not."""
        return [row.key for row in self._rows if row.key in self._chosen]

    def set_rows(self, rows: Sequence[EventRow], chosen: Sequence[str]) -> None:
        """What there is, and what is chosen of it."""
        for tick in self._ticks.values():
            self._column.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._ticks = {}
        self._rows, self._chosen = rows, set(chosen)

    def set_read_only(self) -> None:
        """Nothing can be ticked any more."""
        self._enabled = False
        for tick in self._ticks.values():
            tick.setEnabled(False)

    def show_only(self, keys: set[str]) -> None:
        """Show these rows and no others; what has the keyboard keeps it while it is shown."""
        place = 0
        for row in self._rows:
            if row.key in keys and row.key not in self._ticks:
                tick = self._ticks[row.key] = EventTick(row, self)
                tick.setEnabled(self._enabled)
                with QSignalBlocker(tick):
                    tick.setChecked(row.key in self._chosen)
                tick.toggled.connect(lambda on, key=row.key: self._on_toggled(key, on))
                self._column.insertWidget(place, tick)
            if row.key in self._ticks:
                self._ticks[row.key].setVisible(row.key in keys)
                place += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = [self._ticks[row.key] for row in self._rows if row.key in self._ticks]
        if not step_by_letter(event, order):
            super().keyPressEvent(event)

    def _on_toggled(self, key: str, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(key)
        self.value_changed.emit()
