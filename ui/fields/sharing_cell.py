"""One place of the sharing grid: what the family says of one agency and one kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ehdesk.forms.spec import Option
from ui.kit.focus import ringed
from ui.kit.painting import draw_box, painting
from ui.kit.plain import as_tip
from ui.kit.sharing_mark import SharingWords
from ui.theme import theme

_KEYS: Final = {
    Qt.Key.Key_Y: "yes",
    Qt.Key.Key_A: "ask",
    Qt.Key.Key_N: "no",
    Qt.Key.Key_Minus: "not_needed",
    Qt.Key.Key_Delete: "",
    Qt.Key.Key_Backspace: "",
}
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_HELP = "Y yes, A ask first, N no, minus not needed, Delete clears, arrows move"


class SharingCell(QAbstractButton):
    """``choice()`` is a code of the list of choices, or "". Y, A, N and minus set it, Enter, Space
    and a click go to the next one. ``show_choice`` is silent. One that is only read can be reached
    and heard like the others."""

    value_changed = Signal()
    moved = Signal(int, int)
    """An arrow was pressed: so many columns and rows on."""
    visited = Signal()
    """The keyboard came here."""

    def __init__(
        self,
        who: str,
        kind: str,
        options: Sequence[Option],
        *,
        read_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._who, self._kind, self._options = who, kind, tuple(options)
        self._choice = ""
        self._read_only = read_only
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if not read_only:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = SharingWords()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        self.clicked.connect(self._on_clicked)
        self._measure()
        theme().changed.connect(self._measure)
        self._say()

    def choice(self) -> str:
        """The code, or "" when nobody has said anything yet."""
        return self._choice

    def show_choice(self, choice: str) -> None:
        """Show another state, without telling anyone."""
        self._choice = choice
        self._say()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if held:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self.moved.emit(*_ARROWS[key])
        elif self._read_only:
            super().keyPressEvent(event)
        elif key in _KEYS and (_KEYS[key] in self._codes() or not _KEYS[key]):
            self._choose(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.visited.emit()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            rect = QRectF(self.rect())
            if self.underMouse() and not self._read_only:
                draw_box(painter, rect, 7, fill=theme().tokens.hover)
            if self.hasFocus():
                ringed(painter, rect, 7)

    def _codes(self) -> list[str]:
        return [option.value for option in self._options if not option.retired]

    def _on_clicked(self) -> None:
        if self._read_only:
            return
        round_ = ["", *self._codes()]
        at = round_.index(self._choice) if self._choice in round_ else 0
        self._choose(round_[(at + 1) % len(round_)])

    def _choose(self, choice: str) -> None:
        if choice == self._choice:
            return
        self._choice = choice
        self._say()
        said = QAccessibleAnnouncementEvent(self, self._label())
        QAccessible.updateAccessibility(said)
        self.value_changed.emit()

    def _label(self) -> str:
        if not self._choice:
            return "Not said yet"
        return next((o.label for o in self._options if o.value == self._choice), self._choice)

    def _say(self) -> None:
        label = self._label()
        self._words.show_choice(self._choice, label if self._choice else "Not said")
        said = f"{self._who}, {self._kind.lower()}: {label.lower()}"
        self.setAccessibleName(said)
        helps = "Arrows move" if self._read_only else _HELP
        self.setAccessibleDescription(helps)
        self.setToolTip("" if self._read_only else as_tip(f"{said}. {helps}."))

    def _measure(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(5), px(3), px(3), px(3))
        self.setMinimumHeight(theme().control_height(36, "body"))
        self.updateGeometry()
