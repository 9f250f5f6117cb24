"""What every editor of a question can do, whatever its kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.checks import Problem
from ehdesk.forms.spec import Field, Value
from ui.fields.surroundings import Surroundings
from ui.kit.tab_order import ReadingOrder
from ui.kit.wrong import mark_wrong


class Editor(ReadingOrder):
    """Shows and edits one answer.

    ``value_changed`` is what a person did; ``set_value`` is silent. What is typed stays typed,
    right or wrong: the form's own rules say what is wrong with it.
    """

    value_changed = Signal()
    part_changed = Signal()
    """An editor of several parts shows another part."""
    entered = Signal()
    """Enter was pressed in a box that keeps the key to itself, with nothing left to do there."""
    has_heading = False
    """The editor shows its question itself, with its own buttons on that line."""

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.around = around

    def value(self) -> Value:
        """The answer as the form keeps it."""
        raise NotImplementedError

    def set_value(self, value: Value) -> None:
        """Show an answer, without telling anyone."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Other answers have changed: offer the options there are now."""

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong in each row; what is wrong with the whole the page shows."""

    def focus_problem(self, row_id: str | None) -> None:
        """Put the cursor where the problem is."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lead(self) -> int:
        """How far below its top what is typed into begins."""
        return 0

    def side(self) -> QWidget | None:
        """What stands beside the page while this question is on it."""
        return None

    def legend(self) -> QWidget | None:
        """The key to its marks, for the line of the page's title."""
        return None

    def next_part(self) -> str:
        """The name of the part that comes after the one shown; "" when there is none."""
        return ""

    def go_to_next_part(self) -> None:
        """Show the next part."""


class Wrapped(Editor):
    """An editor made of one control of the kit, which it names, describes and marks."""

    def __init__(
        self,
        question: Field,
        around: Surroundings,
        control: QWidget,
        parent: QWidget | None = None,
        *,
        stretch: bool = True,
    ) -> None:
        super().__init__(question, around, parent)
        self.control = control
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        row = QHBoxLayout()
        self._column.addLayout(row)
        row.addWidget(control, 1 if stretch else 0)
        if not stretch:
            row.addStretch(1)
        self.setFocusProxy(control)
        control.value_changed.connect(self.value_changed)  # type: ignore[attr-defined]

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.control.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.control.setAccessibleDescription(description)

    def put_under(self, widget: QWidget) -> None:
        """Something that belongs to the control, under it."""
        self._column.addWidget(widget)

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error."""
        mark_wrong(self.control, wrong)
