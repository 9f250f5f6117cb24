"""A question answered yes or no."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.kit.flow_layout import FlowLayout
from ui.kit.one_of import OneOf
from ui.kit.radio import Radio
from ui.theme import theme


class YesNo(OneOf):
    """``value()`` is True, False, or None when neither is chosen. The words may say more."""

    def __init__(
        self, name: str = "", *, yes: str = "Yes", no: str = "No", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        row = FlowLayout(self, spacing=theme().px(20))
        for value, text in ((True, yes), (False, no)):
            radio = Radio(text, self)
            self._add(value, radio)
            row.addWidget(radio)

    def value(self) -> bool | None:
        """True, False, or None."""
        chosen = self._chosen()
        return None if chosen is None else bool(chosen)

    def set_value(self, value: bool | None) -> None:
        """Show a value, without telling anyone."""
        self._choose(value)
