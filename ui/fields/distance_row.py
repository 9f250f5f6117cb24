"""One outcome of the chart of distance travelled: words, drawing, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.domain.travelled import Result, Travelled
from ehdesk.forms.spec import Row
from ui.fields.labelled import labelled
from ui.fields.side_by_side import SideBySide
from ui.kit.distance import TOP, Distance, distance_height, number_x, paint_distance
from ui.kit.focus import ringed
from ui.kit.labels import Label
from ui.kit.painting import painting
from ui.kit.pill import Pill
from ui.kit.plain import as_tip
from ui.kit.scale import Scale
from ui.theme import theme

COLUMNS = ((6, 150), (8, 250), (3, 112))
"""Weight and least width, in pixels at 100 %, of words, drawing and result."""
GAP = 16
_PILLS = {
    Result.REACHED: ("done", "circle-check"),
    Result.CLOSER: ("track", "trending-up"),
    Result.NO_CHANGE: ("none", "equal"),
    Result.LOWER: ("none", "trending-down"),
}
"""Tone and icon."""
_UNKNOWN = ("none", "circle-dashed")


class Plot(QAbstractButton):
    """The drawing on its piece of the grid. Pressing it opens the scale to change the number."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._distance = Distance()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"Distance travelled, {title}")

    def show_distance(self, distance: Distance, result: str) -> None:
        """Show other numbers and what they come to in words."""
        self._distance = distance
        said = f"{distance.words().partition('.')[0]}. {result}"
        self.setAccessibleDescription(said)
        self.setToolTip(as_tip(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), distance_height() + theme().px(14))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(COLUMNS[1][1]), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            _paint_grid(painter, self.rect().toRectF())
            if self.hasFocus():
                ringed(painter, self.rect().toRectF(), 6)
            paint_distance(painter, self.rect(), self._distance, track=False)


class Numbers(QWidget):
    """0 to 10 over the grid."""

    def sizeHint(self) -> QSize:
        return QSize(theme().px(320), theme().line_height("caption") + theme().px(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(COLUMNS[1][1]), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setFont(theme().font("caption", tabular=True))
            painter.setPen(theme().tokens.text2)
            area = self.rect().toRectF()
            for number in range(TOP + 1):
                box = QRectF(number_x(area, number) - 20, 0, 40, area.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, str(number))


class DistanceRow(QWidget):
    """Read as a line of the chart; its scale opens under it."""

    number_given = Signal(object)
    """A person gave another number, or took it away: 0 to 10, or None."""
    wanted = Signal()
    """Its drawing was pressed: the number is to be changed."""
    looked_at = Signal()
    """Its drawing has the focus."""

    def __init__(self, row: Row, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = False
        px = theme().px
        self.plot = Plot(row["title"])
        self.pill = Pill("", "none")
        self._more = Label("", "help", "text2")
        self.scale = Scale(f"Number this time, {row['title']}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        across = QWidget()
        self._places = SideBySide(across, gap=px(GAP), line_gap=0, fill=True)
        parts = (self._words(row), self.plot, self._result())
        for part, (weight, least) in zip(parts, COLUMNS, strict=True):
            self._places.add(part, weight, px(least))
        column.addWidget(across)
        self._changer = labelled("Number this time, 0 to 10", self.scale, whose=row["title"])
        self._changer.setContentsMargins(0, px(2), 0, px(12))
        self.scale.setAccessibleName(f"Number this time, {row['title']}")
        self._changer.hide()
        column.addWidget(self._changer)
        self.plot.installEventFilter(self)
        if not read_only:
            self.plot.setCursor(Qt.CursorShape.PointingHandCursor)
            self.plot.clicked.connect(self.wanted)
        self.scale.value_changed.connect(lambda: self.number_given.emit(self.scale.value()))
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Bring the line to the row, without telling anyone."""
        travelled = Travelled.of(row)
        word = travelled.result.value
        self.pill.set_state(word, *_PILLS.get(travelled.result, _UNKNOWN))
        self._more.setText(travelled.more())
        self._more.setVisible(bool(travelled.more()))
        said = ", ".join(text for text in (word, travelled.more()) if text)
        distance = Distance(travelled.start, None, travelled.now, travelled.hoped)
        self.plot.show_distance(distance, said)
        self.scale.set_value(travelled.now)

    def set_last(self, last: bool) -> None:
        """The last line has no rule under it."""
        self._last = last
        self.update()

    def is_wrapped(self, width: int) -> bool:
        """Whether words, drawing and result stand under each other at this width."""
        return self._places.is_wrapped(width)

    def is_open(self) -> bool:
        """Whether its scale is there."""
        return not self._changer.isHidden()

    def open(self) -> None:
        """Show the scale, ready for a number."""
        self._changer.show()
        self.scale.setFocus(Qt.FocusReason.TabFocusReason)

    def close_scale(self) -> None:
        """Back to reading."""
        had = self.scale.isAncestorOf(self.window().focusWidget() or self)
        self._changer.hide()
        if had:
            self.plot.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.looked_at.emit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if event.key() in keys and self.is_open() and not event.modifiers():
            self.close_scale()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wrapped = self.is_wrapped(event.size().width())
        self._result_line.setDirection(
            QHBoxLayout.Direction.LeftToRight if wrapped else QHBoxLayout.Direction.TopToBottom
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._last:
            with QPainter(self) as painter:
                painter.fillRect(0, self.height() - 1, self.width(), 1, theme().tokens.line)

    def _words(self, row: Row) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, theme().px(12), 0, theme().px(10))
        column.setSpacing(theme().px(2))
        column.addStretch(1)
        column.addWidget(Label(row["title"], "body_medium"))
        whose = Label(row["whose"], "caption", "text2")
        whose.setVisible(bool(row["whose"]))
        column.addWidget(whose)
        column.addStretch(1)
        return block

    def _result(self) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, theme().px(8), 0, theme().px(8))
        column.setSpacing(0)
        column.addStretch(1)
        self._result_line = QHBoxLayout()
        self._result_line.setSpacing(theme().px(5))
        self._result_line.addWidget(self.pill)
        self._result_line.addWidget(self._more, 1)
        column.addLayout(self._result_line)
        column.addStretch(1)
        return block


def _paint_grid(painter: QPainter, area: QRectF) -> None:
    painter.setPen(theme().tokens.line)
    for number in range(TOP + 1):
        x = round(number_x(area, number)) + 0.5
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
