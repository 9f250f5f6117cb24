"""A tick box whose words wrap."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.kit.marked_text import MarkedText
from ui.kit.marks import paint_tick_box
from ui.kit.plain import escape_ampersands


class Check(QCheckBox):
    """``value()`` is whether it is chosen.

    ``value_changed`` is what a person did, or what it brought about; ``set_value`` is silent.
    """

    value_changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(escape_ampersands(text), parent)
        self._look = MarkedText(self, paint_tick_box, round_mark=False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text)
        self.toggled.connect(lambda _on: self.value_changed.emit())

    def value(self) -> bool:
        """Whether it is chosen."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Show a value, without telling anyone."""
        with QSignalBlocker(self):
            self.setChecked(bool(value))

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error."""
        self._look.wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        return self._look.size_hint()

    def minimumSizeHint(self) -> QSize:
        return self._look.minimum_size_hint()

    def heightForWidth(self, width: int) -> int:
        return self._look.height_for(width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._look.paint()
