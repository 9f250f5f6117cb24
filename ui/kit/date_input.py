"""A date in three boxes: day, month, year."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ehdesk.kernel.dates import NotADate, read_date
from ui.kit.check import Check
from ui.kit.date_box import DateBox
from ui.kit.labels import label
from ui.kit.wrong import mark_wrong
from ui.theme import theme

_PARTS = ("Day", "Month", "Year")
_UNDER_LABELS = 2
"""Between the label of a box and the box, in pixels at 100 %."""


class DateInput(QWidget):
    """``value()`` is an ISO date, or "" while what is typed is not one.

    A whole date typed or pasted into the first box is shared out over the three on leaving it.
    What is typed but is no date stays in the boxes: ``typed()`` is it, ``problem()`` says what is
    wrong with it. ``value_changed`` is what a person did; the setters are silent.

    :param today: the date against which "3 Apr" or a year of two digits is read.
    :param can_be_unknown: offer *Not known* under the boxes.
    """

    value_changed = Signal()
    entered = Signal()
    """Enter was pressed in one of the boxes, and what is typed there is finished."""

    def __init__(
        self,
        today: date,
        name: str = "Date",
        *,
        can_be_unknown: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._boxes = tuple(DateBox(digits, self) for digits in (2, 2, 4))
        self._unknown = Check("Not known", self)
        self._unknown.setVisible(can_be_unknown)
        self._lay_out()
        for before, after in zip(self._boxes, self._boxes[1:], strict=False):
            before.right_left.connect(after.enter_from_left)
            after.left_left.connect(before.enter_from_right)
        for box in self._boxes:
            box.textChanged.connect(self._on_typed)
            box.editingFinished.connect(self._share_out)
            box.returnPressed.connect(self.entered)
        self._unknown.value_changed.connect(self._on_unknown)
        self.setFocusProxy(self._boxes[0])
        self.setAccessibleName(name)

    def set_today(self, today: date) -> None:
        """Another day has come, against which what is typed is read."""
        self._today = today

    def lead(self) -> int:
        """How far below the top the boxes begin, under their labels."""
        return theme().line_height("caption") + theme().px(_UNDER_LABELS)

    def box(self, part: str) -> DateBox:
        """The box of ``Day``, ``Month`` or ``Year``."""
        return self._boxes[_PARTS.index(part)]

    def value(self) -> str:
        """An ISO date, or ""."""
        try:
            return self._read().isoformat()
        except NotADate:
            return ""

    def set_value(self, value: str) -> None:
        """Show an ISO date, or words that are no date as ``typed()`` gave them."""
        try:
            day = date.fromisoformat(value)
            parts = [str(day.day), str(day.month), str(day.year)]
        except ValueError:
            parts = value.split("/") if value.count("/") == 2 else [value, "", ""]
        if value:
            self._unknown.set_value(False)
        self._show(parts)

    def typed(self) -> str:
        """What is in the boxes, as it was typed; "" when they are empty."""
        day, month, year = (box.text().strip() for box in self._boxes)
        return "/".join((day, month, year)) if month or year else day

    def problem(self) -> str:
        """Words for the error line; "" for a date, for nothing typed and for *Not known*."""
        if not self.typed():
            return ""
        try:
            self._read()
        except NotADate as error:
            return str(error)
        return ""

    def is_unknown(self) -> bool:
        """Whether *Not known* is ticked."""
        return self._unknown.value()

    def set_unknown(self, unknown: bool) -> None:
        """Tick or untick *Not known*; ticking empties the boxes."""
        self._unknown.set_value(unknown)
        if unknown:
            self._show(["", "", ""])

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error on the boxes."""
        for box in self._boxes:
            mark_wrong(box, wrong)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for part, box in zip(_PARTS, self._boxes, strict=True):
            box.setAccessibleName(f"{name}, {part.lower()}")
        self._unknown.setAccessibleDescription(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        for box in self._boxes:
            box.setAccessibleDescription(description)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(8))
        grid.setVerticalSpacing(theme().px(_UNDER_LABELS))
        for place, (part, box) in enumerate(zip(_PARTS, self._boxes, strict=True)):
            words = label(part, "caption", "text2", wrap=False)
            words.setBuddy(box)
            grid.addWidget(words, 0, place)
            grid.addWidget(box, 1, place)
        grid.setColumnStretch(len(_PARTS), 1)
        column.addLayout(grid)
        column.addWidget(self._unknown)

    def _read(self) -> date:
        """The date in the boxes.

        :raises NotADate: with words that say what to type.
        """
        day, month, year = (box.text().strip() for box in self._boxes)
        if not (month or year) or (day and not day.isdigit()):
            return read_date(day, self._today)  # a whole date in the first box is what counts
        for part, text in zip(_PARTS, (day, month, year), strict=True):
            if not text:
                raise NotADate(f"Enter the {part.lower()} too")
        gap = "/" if month.isdigit() else " "
        return read_date(gap.join((day, month, year)), self._today)

    def _show(self, parts: list[str]) -> None:
        for box, text in zip(self._boxes, parts, strict=True):
            if text != box.text():
                with QSignalBlocker(box):
                    box.setText(text)
                box.fit()

    def _share_out(self) -> None:
        """On leaving a box: spread a whole date, and write out a year of two digits.

        A whole date in the first box replaces what the other two said.
        """
        day, month, year = (box.text().strip() for box in self._boxes)
        if not (day and month and year) and (not day or day.isdigit()):
            return
        try:
            read = self._read()
        except NotADate:
            return
        before = self.typed()
        self._show([str(read.day), str(read.month), str(read.year)])
        if self.typed() != before:
            self.value_changed.emit()

    def _on_typed(self) -> None:
        if self.typed():
            self._unknown.set_value(False)
        self.value_changed.emit()

    def _on_unknown(self) -> None:
        if self._unknown.value():
            self._show(["", "", ""])
        self.value_changed.emit()
