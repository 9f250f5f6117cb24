"""One area in the list of all areas: name, bar, number, and the flag of a need."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.fields.area_summary import AreaSummary
from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.kit.plain import as_tip
from ui.kit.row_button import RowButton
from ui.theme import theme

_TOP = 10


class AreaLine(RowButton):
    """Pressing it opens the area. The open one lies on a slab of its own."""

    radius = 8.0

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setText(name)
        self.setCheckable(True)
        px = theme().px
        self._words = Label(name, "body")
        self._bar = _Bar()
        self._number = Label("", "body_strong", wrap=False, tabular=True)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._number.setMinimumWidth(px(38))
        self._flag = QLabel()
        self._flag.setFixedWidth(px(16))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(10), px(8), px(6), px(8))
        row.setSpacing(px(6))
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._number)
        row.addWidget(self._flag)
        for part in (self._words, self._bar, self._number, self._flag):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_area(AreaSummary((), False), is_open=False)

    def show_area(self, area: AreaSummary, *, is_open: bool) -> None:
        """Show what an area has come to, and whether it is the one on the page."""
        self.setChecked(is_open)
        todo = area.average is None
        self._words.set_role("body_strong" if is_open else "body")
        self._words.set_colour("text3" if todo and not is_open else "text")
        self._bar.show_number(area.average, area.is_need)
        self._number.setText(area.shown)
        self._number.set_role("help" if todo else "body_strong")
        self._number.set_colour("text3" if todo else "text")
        if area.is_need:
            self._flag.setPixmap(theme().pixmap("flag", "wait.ink", 14))
        else:
            self._flag.clear()
        self.setAccessibleName(f"{self._name}. {area.words()}")
        self.setAccessibleDescription("Open now" if is_open else "Opens this area")
        self.setToolTip(as_tip(area.words()))
        self.update()

    def nextCheckState(self) -> None:
        """The list says which is open, never the press itself."""

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        tokens = theme().tokens
        if self.isChecked():
            draw_box(painter, rect, self.radius, fill=tokens.hover, edge=tokens.line)
        else:
            super().paint_ground(painter, rect)


class _Bar(QWidget):
    """As full as the number is high."""

    def __init__(self) -> None:
        super().__init__()
        self._number: float | None = None
        self._is_need = False
        self.setFixedWidth(theme().px(78))

    def show_number(self, number: float | None, is_need: bool) -> None:
        self._number, self._is_need = number, is_need
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(78), theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, high = theme().tokens, theme().px(6)
        top = (self.height() - high) / 2
        whole = QRectF(0, top, self.width(), high)
        with painting(self) as painter:
            draw_box(painter, whole, high / 2, fill=tokens.line)
            if self._number:
                whole.setWidth(max(high, self.width() * self._number / _TOP))
                ink = tokens.tone("wait").ink if self._is_need else tokens.accent
                draw_box(painter, whole, high / 2, fill=ink)
