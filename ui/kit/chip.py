"""A row of chips: tabs, of which one is open, or a list of which several may be picked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.chip_button import PickChip, TabChip
from ui.kit.flow_layout import FlowLayout
from ui.kit.one_of import OneOf


class TabChips(OneOf):
    """``value()`` is the open tab; the arrow keys open the next."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        row = FlowLayout(self)
        for value, text in options:
            chip = TabChip(text, self)
            self._add(value, chip)
            row.addWidget(chip)
        if options:
            self.set_value(options[0][0])

    def value(self) -> str:
        """The open tab."""
        return str(self._chosen() or "")

    def set_value(self, value: str) -> None:
        """Open a tab, without telling anyone."""
        self._choose(value)

    def set_done(self, values: Iterable[str]) -> None:
        """Tick these tabs as done, and no others."""
        done = set(values)
        for value, chip in self._buttons:
            if isinstance(chip, TabChip):
                chip.set_done(value in done)


class ChipGroup(QWidget):
    """``value()`` is the picked values in the order offered. ``set_value`` is silent."""

    value_changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._chips = {value: PickChip(text, self) for value, text in options}
        row = FlowLayout(self)
        for chip in self._chips.values():
            row.addWidget(chip)
            chip.toggled.connect(lambda _on: self.value_changed.emit())
        if self._chips:
            self.setFocusProxy(next(iter(self._chips.values())))
        self.setAccessibleName(name)

    def chip(self, value: str) -> PickChip:
        """The chip of a value. KeyError when there is none."""
        return self._chips[value]

    def value(self) -> list[str]:
        """The picked values, in the order offered."""
        return [value for value, chip in self._chips.items() if chip.isChecked()]

    def set_value(self, value: Iterable[str]) -> None:
        """Show values, without telling anyone."""
        picked = set(value)
        for known, chip in self._chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(known in picked)

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error on each chip."""
        for chip in self._chips.values():
            chip.set_wrong(wrong)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._describe()

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self._describe()

    def _describe(self) -> None:
        words = [self.accessibleName(), self.accessibleDescription()]
        for chip in self._chips.values():
            chip.setAccessibleDescription(". ".join(word for word in words if word))
