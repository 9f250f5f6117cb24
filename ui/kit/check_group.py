"""Several of several answers, each a tick box: a line each, or in columns for a long list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.check import Check
from ui.kit.equal_columns import EqualColumns
from ui.theme import theme


class CheckGroup(QWidget):
    """``value()`` is the chosen values in the order offered. ``set_value`` is silent."""

    value_changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        name: str = "",
        parent: QWidget | None = None,
        *,
        columns: int = 1,
    ) -> None:
        """:param columns: at most so many side by side, where there is room for them."""
        super().__init__(parent)
        self._boxes: dict[str, Check] = {}
        self._lines = EqualColumns(self, gap=theme().px(4), most=columns)
        self.setAccessibleName(name)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer (value, label) pairs; what was chosen stays chosen if it is still offered."""
        chosen = self.value()
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._boxes = {value: Check(text, self) for value, text in options}
        for box in self._boxes.values():
            self._lines.addWidget(box)
            box.value_changed.connect(self.value_changed)
        self.setFocusProxy(next(iter(self._boxes.values()), None))  # type: ignore[arg-type]
        self.set_value(chosen)
        self._describe()

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
