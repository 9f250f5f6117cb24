"""A card of a page that is worked through from the top: its number, or a tick once it is done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.painting import painting
from ui.theme import theme


class StepMark(QWidget):
    """A ring with the number; filled with a tick when done."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_done(self, done: bool) -> None:
        """Show the tick, or the number again."""
        self.done = done
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(24), theme().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, tokens = theme(), theme().tokens
        disc = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with painting(self) as painter:
            painter.setPen(QPen(tokens.accent, 2))
            painter.setBrush(tokens.accent if self.done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc)
            if self.done:
                side = look.px(14)
                left, top = (self.width() - side) // 2, (self.height() - side) // 2
                tick = look.pixmap("check", "on_accent", 14, self.devicePixelRatioF())
                painter.drawPixmap(left, top, tick)
                return
            font = look.font("caption")
            font.setWeight(font.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(tokens.accent)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))


class StepCard(QWidget):
    """``body`` is in line with the title; ``add_action`` puts something at the title's right.

    :param indent: False has the body as wide as the card.
    """

    def __init__(
        self, number: int, title: str, parent: QWidget | None = None, *, indent: bool = True
    ) -> None:
        super().__init__(parent)
        px = theme().px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._card = Card(padding=18)
        outer.addWidget(self._card)
        self._mark = StepMark(number)
        self._title = Label(title, "card_title")
        self._head = QHBoxLayout()
        self._head.setSpacing(px(10))
        self._head.addWidget(self._mark)
        self._head.addWidget(self._title, 1)
        self._card.body.addLayout(self._head)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(px(34) if indent else 0, 0, 0, 0)
        self.body.setSpacing(px(12))
        self._inside = inside
        self._card.body.addWidget(inside)
        inside.hide()
        self.setAccessibleName(title)

    @property
    def is_done(self) -> bool:
        """Whether it shows its tick."""
        return self._mark.done

    def add_action(self, widget: QWidget) -> None:
        """Put something at the right end of the title's line."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add(self, widget: QWidget) -> None:
        """Put something under the title."""
        self.body.addWidget(widget)
        self._inside.show()

    def show_body(self, shown: bool) -> None:
        """Show what is under the title, or only the title."""
        self._inside.setVisible(shown)

    def set_title(self, title: str) -> None:
        """Another title, as when a count changes."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_done(self, done: bool) -> None:
        """Tick it, or not any more."""
        self._mark.set_done(done)
