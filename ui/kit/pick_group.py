"""Several of many answers: a box that finds as somebody types, and a chip for each one picked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.choice import Choice, Offered
from ui.kit.flow_layout import FlowLayout
from ui.theme import theme

_WIDEST = 360
"""Of the box, in pixels at 100 %."""


class PickGroup(QWidget):
    """``value()`` is the picked values in the order offered. ``set_value`` is silent.

    What is picked leaves the list and stands under the box as a chip; pressing the chip puts it
    back.
    """

    value_changed = Signal()
    entered = Signal()

    def __init__(
        self, options: Sequence[Offered] = (), name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._options = tuple(options)
        self._picked: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        self.box = _Picker((), name, filters=True)
        self.box.setMaximumWidth(theme().px(_WIDEST))
        self._holder = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._holder.setSizePolicy(policy)
        self._chips = FlowLayout(self._holder)
        column.addWidget(self.box)
        column.addWidget(self._holder)
        self.setFocusProxy(self.box)
        self.box.value_changed.connect(self._on_picked)
        self.box.entered.connect(self.entered)
        self.setAccessibleName(name)
        self._show()

    def chip(self, value: str) -> Button:
        """The chip of a picked value. KeyError when it is not picked."""
        for place in range(self._chips.count()):
            item = self._chips.itemAt(place)
            chip = item.widget() if item is not None else None
            if isinstance(chip, Button) and chip.property("value") == value:
                return chip
        raise KeyError(value)

    def value(self) -> list[str]:
        """The picked values, in the order offered."""
        return [option[0] for option in self._options if option[0] in self._picked]

    def set_value(self, value: Iterable[str]) -> None:
        """Show values, without telling anyone."""
        wanted = list(value)
        if wanted != self._picked:
            self._picked = wanted
            self._show()

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error on the box."""
        self.box.setProperty("error", wrong)
        self.box.style().unpolish(self.box)
        self.box.style().polish(self.box)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)
        self._describe()

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self._describe()

    def _show(self) -> None:
        while taken := self._chips.takeAt(0):
            if (old := taken.widget()) is not None:
                old.hide()
                old.deleteLater()
        for option in self._options:
            if option[0] in self._picked:
                chip = self._make_chip(option)
                self._chips.addWidget(chip)
                chip.show()  # at once: Qt would wait for the next turn
        left = [option for option in self._options if option[0] not in self._picked]
        self.box.set_options(left)
        self._holder.setVisible(self._chips.count() > 0)
        self._describe()

    def _make_chip(self, option: Offered) -> Button:
        chip = Button(option[1], "secondary", "x", "small")
        chip.setProperty("value", option[0])
        chip.setAccessibleName(f"Take out {option[1]}")
        chip.clicked.connect(lambda: self._on_taken_out(option[0]))
        return chip

    def _describe(self) -> None:
        """The box says what is picked already, so that nobody has to go and look."""
        labels = [option[1] for option in self._options if option[0] in self._picked]
        picked = f"Picked: {', '.join(labels)}" if labels else "Nothing picked yet"
        words = (self.accessibleDescription(), picked)
        self.box.setAccessibleDescription(". ".join(word for word in words if word))

    def _on_picked(self) -> None:
        value = self.box.value()
        if value:
            self._picked.append(value)
            self._show()
            self.value_changed.emit()

    def _on_taken_out(self, value: str) -> None:
        self._picked.remove(value)
        self._show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value_changed.emit()


class _Picker(Choice):
    """Whatever becomes current is picked, so the arrows open the list and do not walk along."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if event.key() in arrows and not self._offered().isVisible():
            self.showPopup()
            event.accept()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
