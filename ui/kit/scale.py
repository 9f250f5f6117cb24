"""A number from 0 to 10, given on a row of keys."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ui.kit.focus import ringed
from ui.kit.painting import draw_box, painting
from ui.kit.paragraph import Paragraph
from ui.theme import theme

TOP = 10
_TOGETHER_MS = 1000
"""A 1 and a 0 typed within this time are ten."""
_HEIGHT, _LEAST_WIDTH, _ROLE = 34, 30, "body_medium"


class Scale(QWidget):
    """``value()`` is 0 to 10, or None while no number was given.

    One focus stop: the arrow keys move the number, digits type it (1 then 0 is ten), Backspace
    and Delete take it away. ``value_changed`` is what a person did; ``set_value`` is silent.

    :param name: whose number it is, for a screen reader: "Hana".
    :param voice: a child's own number, drawn in plum.
    """

    value_changed = Signal()

    def __init__(self, name: str = "", voice: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._value: int | None = None
        self._wrong = False
        self._since_one = QElapsedTimer()
        self._tone = "voice" if voice else "done"
        self._keys = [_Key(number, self) for number in range(TOP + 1)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key in self._keys:
            row.addWidget(key)
            key.clicked.connect(self._on_key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show()

    @property
    def tone(self) -> str:
        """The tone of its colours: voice for a child's own number, else done."""
        return self._tone

    def key(self, number: int) -> QRadioButton:
        """The key of a number from 0 to 10."""
        return self._keys[number]

    def value(self) -> int | None:
        """0 to 10, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a number, without telling anyone. ValueError when it is not from 0 to 10."""
        if value is not None and not 0 <= value <= TOP:
            raise ValueError("a number on the scale is from 0 to 10")
        self._value = value
        self._show()

    def is_wrong(self) -> bool:
        """Whether the edge of an error is shown."""
        return self._wrong

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error."""
        self._wrong = wrong
        self._show()

    def setAccessibleName(self, name: str) -> None:
        """Whose number it is; what the number is follows by itself."""
        self._name = name
        self._show()

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        for key in self._keys:
            key.setAccessibleDescription(description)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: 1,
        }
        key, text = Qt.Key(event.key()), event.text()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in steps:
            self._give(0 if self._value is None else self._value + steps[key])
        elif key == Qt.Key.Key_Home:
            self._give(0)
        elif key == Qt.Key.Key_End:
            self._give(TOP)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._give(None)
        elif text in tuple("0123456789"):
            self._type(int(text))
        else:
            event.ignore()

    def _type(self, digit: int) -> None:
        soon = self._since_one.isValid() and self._since_one.elapsed() <= _TOGETHER_MS
        after_one = soon and self._value == 1
        self._since_one.invalidate()
        if digit == 1:
            self._since_one.start()
        self._give(TOP if after_one and digit == 0 else digit)

    def _on_key(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Key):
            self._give(sender.number)

    def _give(self, value: int | None) -> None:
        value = value if value is None else min(TOP, max(0, value))
        if value != self._value:
            self._value = value
            self._show(follow=any(key.hasFocus() for key in self._keys))
            self.value_changed.emit()
        else:
            self._show()

    def _show(self, *, follow: bool = False) -> None:
        """Bring the keys to the value; the one that can have focus is the chosen one, or 0."""
        stop = self._keys[self._value or 0]
        for key in self._keys:
            key.setChecked(key.number == self._value)
            policy = Qt.FocusPolicy.StrongFocus if key is stop else Qt.FocusPolicy.ClickFocus
            key.setFocusPolicy(policy)
            key.setAccessibleName(self._spoken(key.number))
            key.update()
        self.setFocusProxy(stop)
        if follow:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        super().setAccessibleName(self._spoken(self._value))

    def _spoken(self, value: int | None) -> str:
        number = "not given" if value is None else f"{value} of {TOP}"
        return f"{self._name}, {number}" if self._name else number


class _Key(QRadioButton):
    """One number. It is never unchosen by itself; the scale says which is chosen."""

    def __init__(self, number: int, scale: Scale) -> None:
        super().__init__(str(number), scale)
        self.number = number
        self._scale = scale
        self.setAutoExclusive(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(41), max(look.px(_HEIGHT), look.line_height(_ROLE) + look.px(8)))

    def minimumSizeHint(self) -> QSize:
        words = Paragraph("10", _ROLE)
        return QSize(max(_LEAST_WIDTH, round(words.width) + 12), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()  # the scale takes it

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        tone = tokens.tone(self._scale.tone)
        value = self._scale.value()
        ink, fill, edge, width = tokens.text2, tokens.surface, tokens.line_mid, 1.0
        if value == self.number:
            ink, fill, edge = tokens.on_accent, tone.ink, tone.ink
        elif value is not None and self.number < value:
            ink, fill, edge = tone.ink, tone.bg, tone.line
        elif self._scale.is_wrong():
            edge, width = tokens.tone("overdue").ink, 2.0
        elif self.underMouse() and self.isEnabled():
            fill = tokens.hover
        if not self.isEnabled() and value != self.number:
            ink = tokens.text_disabled
        with painting(self) as painter:
            rect = QRectF(self.rect())
            if self.hasFocus():
                rect = ringed(painter, rect, 6)
            radius = 3 if self.hasFocus() else 6
            draw_box(painter, rect, radius, fill=fill, edge=edge, width=width)
            words = Paragraph(str(self.number), "body_strong" if value == self.number else _ROLE)
            words.paint(
                painter,
                (self.width() - words.width) / 2,
                (self.height() - words.height) / 2,
                ink,
            )
