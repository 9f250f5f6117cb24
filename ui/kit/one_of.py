"""What every choice of one among buttons shares: value, keys, names and the edge of an error."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from ui.kit.wrong import mark_wrong


class OneOf(QWidget):
    """Buttons of which at most one is chosen; one focus stop, arrow keys move within.

    A subclass makes the buttons and lays them out, and gives ``value`` its type. Each button is
    described by the question and its hint or error, since a screen reader reads only the button.
    ``value_changed`` is what a person did; ``set_value`` is silent.
    """

    value_changed = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[tuple[object, QRadioButton]] = []
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._on_toggled)
        self._silent = False
        self.setAccessibleName(name)

    def button(self, value: object) -> QRadioButton:
        """The button of a value. KeyError when there is none."""
        for known, button in self._buttons:
            if known == value:
                return button
        raise KeyError(value)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._describe()

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self._describe()

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error on each button."""
        for _value, button in self._buttons:
            mark_wrong(button, wrong)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys that found no button beside go on to the next or the one before."""
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }
        step = steps.get(Qt.Key(event.key()))
        at = [place for place, (_value, b) in enumerate(self._buttons) if b.hasFocus()]
        if step is None or not at or not 0 <= at[0] + step < len(self._buttons):
            super().keyPressEvent(event)
            return
        button = self._buttons[at[0] + step][1]
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        button.click()

    def _add(self, value: object, button: QRadioButton) -> None:
        self._buttons.append((value, button))
        self._group.addButton(button)
        self._describe()
        if len(self._buttons) == 1:
            self.setFocusProxy(button)

    def _remove_all(self) -> None:
        self.setFocusProxy(None)  # type: ignore[arg-type]
        for _value, button in self._buttons:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def _chosen(self) -> object:
        """The value whose button is chosen, or None."""
        return next((value for value, button in self._buttons if button.isChecked()), None)

    def _choose(self, value: object) -> None:
        """Choose silently; a value that no button has takes the choice away."""
        self._silent = True
        self._group.setExclusive(False)
        for known, button in self._buttons:
            button.setChecked(known == value and value is not None)
        self._group.setExclusive(True)
        self._silent = False
        self._point_focus()

    def _on_toggled(self, _button: object, on: bool) -> None:
        if on and not self._silent:
            self._point_focus()
            self.value_changed.emit()

    def _point_focus(self) -> None:
        """Focus that is given to the whole goes to what is chosen, else to the first."""
        if self._buttons:
            chosen = next((b for _value, b in self._buttons if b.isChecked()), self._buttons[0][1])
            self.setFocusProxy(chosen)

    def _describe(self) -> None:
        words = [self.accessibleName(), self.accessibleDescription()]
        for _value, button in getattr(self, "_buttons", ()):
            button.setAccessibleDescription(". ".join(word for word in words if word))
