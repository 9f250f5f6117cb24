"""One of several answers: on one line when they are few and short, else a line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.kit.one_of import OneOf
from ui.kit.radio import Radio
from ui.kit.row_or_column import RowOrColumn
from ui.theme import theme


class RadioGroup(OneOf):
    """Radio buttons; ``value()`` is "" when none is chosen."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._places = RowOrColumn(self, across=theme().px(20), down=theme().px(4))
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer (value, label) pairs; what was chosen stays chosen if it is still offered."""
        chosen = self.value()
        self._remove_all()
        for value, text in options:
            radio = Radio(text, self)
            self._add(value, radio)
            self._places.addWidget(radio)
        self._choose(chosen)

    def value(self) -> str:
        """The chosen value, or ""."""
        return str(self._chosen() or "")

    def set_value(self, value: str) -> None:
        """Show a value, without telling anyone."""
        self._choose(value)
