"""The column beside the page: why we ask, or what goes with the last steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import theme
from ui.wizard.help_blocks import HelpBlocks

NARROW, MIDDLE, WIDE = 300, 340, 376


class SideColumn(QWidget):
    """Scrolls by itself when it is longer than the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.help = HelpBlocks()
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._column = QVBoxLayout(self._inside)
        self._column.addWidget(self.help)
        self._column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # F6 comes here; Tab passes by
        scroll.setAccessibleName("Why we ask")
        self.setFocusProxy(scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(scroll)
        self._side: QWidget | None = None

    def show_side(self, side: QWidget | None, *, narrow: bool = False) -> None:
        """Show this in place of the help; None for the help.

        :param narrow: it goes with questions, which want the room themselves.
        """
        if self._side is not None and self._side is not side and self.isAncestorOf(self._side):
            self._column.removeWidget(self._side)
            self._side.hide()  # else Qt may show it yet, as a window of its own
            self._side.setParent(None)
        self._side = side
        self.help.setVisible(side is None)
        name = "Why we ask" if side is None else side.accessibleName()
        self._scroll.setAccessibleName(name or "Beside this page")
        if side is not None:
            self._column.insertWidget(0, side)
            side.show()
        px = theme().px
        beside_questions = MIDDLE if narrow else WIDE
        self.setFixedWidth(beside_questions if side is not None else NARROW)
        edge = px(22)
        self._column.setContentsMargins(edge, px(30), edge, px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, 0, 1, self.height(), theme().tokens.line)
