"""A long list of ticks in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.check import Check
from ui.kit.equal_columns import EqualColumns
from ui.theme import theme


class TickColumns(QWidget):
    """``value()`` is the chosen values in the order offered. ``set_value`` is silent."""

    value_changed = Signal()

    def __init__(
        self, options: Sequence[tuple[str, str]], name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._boxes = {value: Check(text, self) for value, text in options}
        columns = EqualColumns(self, gap=theme().px(4), most=3)
        for box in self._boxes.values():
            columns.addWidget(box)
            box.value_changed.connect(self.value_changed)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))
        self.setAccessibleName(name)

    def box(self, value: str) -> Check:
        """The tick box of a value. KeyError when there is none."""
        return self._boxes[value]

    def value(self) -> list[str]:
        """The chosen values, in the order offered."""
        return [value for value, box in self._boxes.items() if box.value()]

    def set_value(self, value: Iterable[str]) -> None:
        """Show values, without telling anyone."""
        chosen = set(value)
        for known, box in self._boxes.items():
            box.set_value(known in chosen)

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error on each box."""
        for box in self._boxes.values():
            box.set_wrong(wrong)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._describe()

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self._describe()

    def _describe(self) -> None:
        words = [self.accessibleName(), self.accessibleDescription()]
        for box in getattr(self, "_boxes", {}).values():
            box.setAccessibleDescription(". ".join(word for word in words if word))
