"""Is a child at risk of harm now? No goes on with the page, yes replaces it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ehdesk.authority.pack import Pack
from ui.kit.flow_layout import FlowLayout
from ui.kit.one_of import OneOf
from ui.kit.radio import Radio
from ui.theme import theme

_OPTIONS = (("no", "No, carry on"), ("yes", "Yes, refer to {das} now"))


class HarmChoice(OneOf):
    """``value()`` is "yes", "no" or ""."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__("Is a child at risk of harm now?", parent)
        row = FlowLayout(self, spacing=theme().px(20))
        for value, words in _OPTIONS:
            radio = Radio(pack.say(words), self)
            self._add(value, radio)
            row.addWidget(radio)

    def value(self) -> str:
        return str(self._chosen() or "")

    def set_value(self, value: str) -> None:
        """Show a value, without telling anyone."""
        self._choose(value)
