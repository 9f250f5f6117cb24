"""Several of several answers, each a tick box: a line each, or in columns for a long list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.kit.check import Check
from ui.kit.equal_columns import EqualColumns
from ui.kit.several_of import SeveralOf
from ui.theme import theme


class CheckGroup(SeveralOf[Check]):
    """``value()`` is the chosen values in the order offered. ``set_value`` is silent."""

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        name: str = "",
        parent: QWidget | None = None,
        *,
        columns: int = 1,
    ) -> None:
        """:param columns: at most so many side by side, where there is room for them."""
        super().__init__(name, parent)
        self._lines = EqualColumns(self, gap=theme().px(4), most=columns)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer (value, label) pairs; what was chosen stays chosen if it is still offered."""
        chosen = self.value()
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._take({value: Check(text, self) for value, text in options})
        for box in self._boxes.values():
            self._lines.addWidget(box)
        self.set_value(chosen)

    def box(self, value: str) -> Check:
        """The tick box of a value. KeyError when there is none."""
        return self._boxes[value]
