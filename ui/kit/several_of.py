"""What every choice of several among boxes shares: value, names and the edge of an error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.check import Check
from ui.kit.chip_button import PickChip

BoxT = TypeVar("BoxT", Check, PickChip)


class SeveralOf(QWidget, Generic[BoxT]):
    """``value()`` is the chosen values in the order offered. ``set_value`` is silent.

    A subclass makes the boxes and lays them out. Each is described by the question and its hint
    or error, since a screen reader reads only the box.
    """

    value_changed = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: Mapping[str, BoxT] = {}
        self.setAccessibleName(name)

    def value(self) -> list[str]:
        """The chosen values, in the order offered."""
        return [value for value, box in self._boxes.items() if box.isChecked()]

    def set_value(self, value: Iterable[str]) -> None:
        """Show values, without telling anyone."""
        chosen = set(value)
        for known, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(known in chosen)

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

    def _take(self, boxes: Mapping[str, BoxT]) -> None:
        """These are the boxes from now on."""
        self._boxes = boxes
        for box in boxes.values():
            box.toggled.connect(lambda _on: self.value_changed.emit())
        self.setFocusProxy(next(iter(boxes.values()), None))  # type: ignore[arg-type]
        self._describe()

    def _describe(self) -> None:
        words = [self.accessibleName(), self.accessibleDescription()]
        for box in self._boxes.values():
            box.setAccessibleDescription(". ".join(word for word in words if word))
