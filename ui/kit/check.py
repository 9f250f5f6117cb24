"""A tick box whose words wrap."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.kit.marked_text import Marked
from ui.kit.marks import paint_tick_box
from ui.kit.plain import escape_ampersands


class Check(Marked, QCheckBox):
    """``value()`` is whether it is chosen.

    ``value_changed`` is what a person did, or what it brought about; ``set_value`` is silent.
    """

    value_changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(escape_ampersands(text), parent)
        self.dress(text, paint_tick_box, round_mark=False)
        self.toggled.connect(lambda _on: self.value_changed.emit())
