"""A row of chips: tabs, of which one is open, or a list of which several may be picked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from ui.kit.chip_button import PickChip, TabChip
from ui.kit.flow_layout import FlowLayout
from ui.kit.one_of import OneOf
from ui.kit.several_of import SeveralOf


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


class ChipGroup(SeveralOf[PickChip]):
    """``value()`` is the picked values in the order offered. ``set_value`` is silent."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._take({value: PickChip(text, self) for value, text in options})
        row = FlowLayout(self)
        for chip in self._boxes.values():
            row.addWidget(chip)

    def chip(self, value: str) -> PickChip:
        """The chip of a value. KeyError when there is none."""
        return self._boxes[value]
