"""A whole number with a smaller and a larger button, and its unit in words."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.kit.buttons import IconButton
from ui.kit.labels import label
from ui.kit.wrong import mark_wrong
from ui.theme import theme


class Stepper(QWidget):
    """``value()`` is the number, or None when the box is empty.

    Up and Down step by one, and typing works too; a number out of range is brought into it on
    leaving. ``value_changed`` is what a person did; ``set_value`` is silent.

    :param unit: the unit in words: "minutes".
    :param was: the number before, so that the change is said: "Changed from 5".
    """

    value_changed = Signal()

    def __init__(
        self,
        name: str = "",
        *,
        minimum: int = 0,
        maximum: int = 999,
        unit: str = "",
        was: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._range = (minimum, maximum)
        self._was = was
        self._less = IconButton("minus", "Less")
        self._more = IconButton("plus", "More")
        self._box = _Box(self)
        self._box.setValidator(QIntValidator(min(0, minimum), maximum, self))
        self._unit = label(unit, "help", "text2", wrap=False)
        self._change = label("", "help", "text2", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        for part in (self._less, self._box, self._more, self._unit, self._change):
            row.addWidget(part)
        row.addStretch()
        for button in (self._less, self._more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys do the same
        self._less.clicked.connect(lambda: self.step(-1))
        self._more.clicked.connect(lambda: self.step(1))
        self._box.stepped.connect(self.step)
        self._box.textChanged.connect(self._on_typed)
        self._box.editingFinished.connect(self._bring_into_range)
        self.setFocusProxy(self._box)
        self.setAccessibleName(name)
        self._show_state()

    def value(self) -> int | None:
        """The number, or None."""
        try:
            return int(self._box.text())
        except ValueError:
            return None

    def set_value(self, value: int | None) -> None:
        """Show a number, without telling anyone."""
        with QSignalBlocker(self._box):
            self._box.setText("" if value is None else str(value))
        self._show_state()

    def step(self, by: int) -> None:
        """Go up or down, as a person does with the buttons or the arrow keys."""
        low, high = self._range
        now = self.value()
        self._box.setText(str(low if now is None else min(high, max(low, now + by))))

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error."""
        mark_wrong(self._box, wrong)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._box.setAccessibleName(", ".join(part for part in (name, self._unit.text()) if part))
        self._less.setAccessibleName(f"Less, {name}" if name else "Less")
        self._more.setAccessibleName(f"More, {name}" if name else "More")

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self._box.setAccessibleDescription(description)

    def _on_typed(self) -> None:
        self._show_state()
        self.value_changed.emit()

    def _bring_into_range(self) -> None:
        now = self.value()
        if now is not None:
            low, high = self._range
            within = str(min(high, max(low, now)))
            if within != self._box.text():
                self._box.setText(within)

    def _show_state(self) -> None:
        now, (low, high) = self.value(), self._range
        self._less.setEnabled(now is None or now > low)
        self._more.setEnabled(now is None or now < high)
        changed = self._was is not None and now != self._was
        self._change.setText(f"Changed from {self._was}" if changed else "")
        self._unit.setVisible(bool(self._unit.text()))


class _Box(QLineEdit):
    """The number itself."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(64), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)
