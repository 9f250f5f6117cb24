"""What was ticked off today: one line that opens into the rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.key_cap import KeyCap
from ui.kit.painting import draw_box, draw_focus_ring, painting
from ui.kit.push_button import PaintedButton
from ui.kit.work_list import WorkGroup, WorkList
from ui.kit.work_row import WorkLine
from ui.theme import theme


class DoneToday(QWidget):
    """Closed to begin with; the D key of the page opens and closes it."""

    opened = Signal(str)
    """A row was opened: its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        self.head = _Head()
        self.head.toggled.connect(self._on_toggled)
        line = QHBoxLayout()
        line.addWidget(self.head)
        line.addStretch(1)
        line.addWidget(KeyCap("D"))
        line.addSpacing(theme().px(8))
        column.addLayout(line)
        self.list = WorkList("Done today")
        self.list.opened.connect(self.opened)
        self.list.hide()
        column.addWidget(self.list)

    def set_lines(self, lines: Sequence[WorkLine]) -> None:
        """Show these; without any the whole is gone."""
        self.head.set_count(len(lines))
        self.list.set_groups([WorkGroup("done", "Done today", "circle-check", tuple(lines))])
        self.list.setVisible(bool(lines) and self.head.isChecked())
        self.setVisible(bool(lines))

    def toggle(self) -> None:
        """Open it, or close it again."""
        self.head.toggle()

    def _on_toggled(self, on: bool) -> None:
        self.list.setVisible(on)


class _Head(PaintedButton):
    """Arrow, tick, words and count."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _on: self._describe())

    def set_count(self, count: int) -> None:
        """How many were done."""
        self._count = count
        self._describe()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        px = theme().px
        words = QFontMetrics(theme().font("help_medium")).horizontalAdvance(self._words())
        return QSize(words + px(60), theme().control_height(30, "help"))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        middle = self.height() // 2
        with painting(self) as painter:
            if self.underMouse():
                draw_box(painter, QRectF(self.rect()), 6, tokens.hover)
            arrow = "chevron-down" if self.isChecked() else "chevron-right"
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(
                look.px(8), middle - look.px(8), look.pixmap(arrow, "text2", 16, ratio)
            )
            tick = look.pixmap("circle-check", "accent", 17, ratio)
            painter.drawPixmap(look.px(30), middle - look.px(17) // 2, tick)
            painter.setFont(look.font("help_medium"))
            painter.setPen(tokens.text2)
            area = self.rect().adjusted(look.px(54), 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._words())
            if self.hasFocus():
                draw_focus_ring(painter, QRectF(self.rect()), 6)

    def _words(self) -> str:
        return f"Done today  {self._count}"

    def _describe(self) -> None:
        state = "open" if self.isChecked() else "closed"
        self.setAccessibleName(f"Done today, {self._count}, {state}")
        self.update()
