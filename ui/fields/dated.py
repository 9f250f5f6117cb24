"""Editors of a date and of a number from 0 to 10."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.spec import Field, Value
from ui.fields.editor import Wrapped
from ui.fields.surroundings import Surroundings
from ui.kit.date_input import DateInput
from ui.kit.labels import label
from ui.kit.scale import Scale
from ui.theme import theme

HARD, GOOD = "0 is as hard as it could be", "10 is as good as it could be"


class DateEditor(Wrapped):
    """Day, month and year; what is typed but is no date is kept as it was typed."""

    def __init__(self, question: Field, around: Surroundings, parent: QWidget | None = None):
        self.boxes = DateInput(around.today, question.label)
        super().__init__(question, around, self.boxes, parent)
        self.boxes.setEnabled(not around.read_only)
        self.boxes.entered.connect(self.entered)

    def lead(self) -> int:
        return self.boxes.lead()

    def value(self) -> str:
        return self.boxes.value() or self.boxes.typed()

    def set_value(self, value: Value) -> None:
        # While a person is typing, the boxes know better than the reading of them.
        if value != self.value():
            self.boxes.set_value(str(value or ""))


class ScaleEditor(Wrapped):
    """One number from 0 to 10 with both ends in words."""

    def __init__(self, question: Field, around: Surroundings, parent: QWidget | None = None):
        self.scale = Scale(question.label, voice=question.voice)
        block = _Ends(self.scale)
        super().__init__(question, around, block, parent)
        self.setFocusProxy(self.scale)
        self.scale.setEnabled(not around.read_only)

    def value(self) -> int | None:
        return self.scale.value()

    def set_value(self, value: Value) -> None:
        fits = isinstance(value, int) and 0 <= value <= 10
        self.scale.set_value(value if fits else None)  # type: ignore[arg-type]


class _Ends(QWidget):
    """The scale under the words for its two ends."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.value_changed = scale.value_changed
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(ScaleEnds())
        column.addWidget(scale)

    def setAccessibleName(self, name: str) -> None:
        self._scale.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        self._scale.setAccessibleDescription(description)

    def set_wrong(self, wrong: bool) -> None:
        self._scale.set_wrong(wrong)


class ScaleEnds(QWidget):
    """What 0 and 10 mean, over the two ends of a row of keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(label(HARD, "help", "text3"), 1)
        good = label(GOOD, "help", "text3")
        good.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(good, 1)
