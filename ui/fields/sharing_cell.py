"""One place of the sharing grid: what the family says of one agency and one kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ehdesk.forms.spec import Option
from ui.fields.cell_face import CellFace, is_held_down
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
_HELP = "Y yes, A ask first, N no, minus not needed, Delete clears, arrows move"


class SharingCell(CellFace):
    """``choice()`` is a code of the list of choices, or "". Y, A, N and minus set it, Enter, Space
    and a click go to the next one. ``show_choice`` is silent. One that is only read can be reached
    and heard like the others."""

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
        if read_only:
            self.unsetCursor()
        self._words = SharingWords()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        self.clicked.connect(self._on_clicked)
        self._measure()
        theme().changed.connect(self._measure)
        self._say()

    @property
    def face(self) -> SharingCell:
        """What the keyboard stands on: all of it."""
        return self

    def choice(self) -> str:
        """The code, or "" when nobody has said anything yet."""
        return self._choice

    def show_choice(self, choice: str) -> None:
        """Show another state, without telling anyone."""
        self._choice = choice
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        choice = None if is_held_down(event) else _KEYS.get(Qt.Key(event.key()))
        if choice in ("", *self._codes()) and not self._read_only:
            self._choose(choice)
        else:
            super().keyPressEvent(event)

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        if not self._read_only:
            super().paint_ground(painter, rect)

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
