"""A thing in a card: its icon on a tile, what it is, a line about it, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.fields.side_by_side import SideBySide
from ui.kit.labels import Label
from ui.kit.painting import draw_box, painting
from ui.theme import theme

_TILE = 36


class _Tile(QWidget):
    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_TILE), theme().px(_TILE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        with painting(self) as painter:
            draw_box(painter, QRectF(self.rect()), look.px(8), look.tokens.sunken)
            side = look.px(18)
            at = (self.width() - side) // 2
            picture = look.pixmap(self._icon, "text2", 18, self.devicePixelRatioF())
            painter.drawPixmap(at, at, picture)


class ThingRow(QWidget):
    """A line above parts it from the row before. What can be done wraps under the words.

    :param act_weight: how much of the row that may take, where the words have 6.
    """

    def __init__(self, icon: str, parent: QWidget | None = None, *, act_weight: int = 4) -> None:
        super().__init__(parent)
        px = theme().px
        self.title = Label("", "body_strong")
        self.line = Label("", "help", "text2")
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(self.title)
        column.addWidget(self.line)
        acts = QWidget()
        self._acts = QHBoxLayout(acts)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self._acts.setSpacing(px(8))
        self._acts.addStretch(1)
        right = QWidget()
        places = SideBySide(right, gap=px(12), line_gap=px(8), middle=True)
        places.add(words, 6, px(220))
        places.add(acts, act_weight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(12), 0, px(2))
        row.setSpacing(px(14))
        row.addWidget(_Tile(icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(right, 1)

    def show_words(self, title: str, line: str) -> None:
        """What it is, and a line about it."""
        self.title.setText(title)
        self.line.setText(line)

    def add_action(self, widget: QWidget) -> None:
        """Something that can be done with it."""
        self._acts.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, theme().tokens.line)
