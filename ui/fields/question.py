"""The one row that shows a question: label, hint, editor and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from ehdesk.forms.checks import Problem
from ehdesk.forms.spec import Field, Value
from ui.fields.heading import ErrorLine
from ui.fields.registry import make_editor
from ui.fields.surroundings import Surroundings
from ui.kit.box_menu import add_from_round, show_menu
from ui.kit.field_row import FieldRow


class Question(QWidget):
    """One question on a page.

    Warnings, which hold nobody up, stand under it in amber; errors are the field row's own.
    """

    answered = Signal(str)
    """A person changed the answer: the key of the question."""

    def __init__(
        self,
        question: Field,
        around: Surroundings,
        *,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._around = around
        self.editor = make_editor(question, around)
        self._row: FieldRow | None = None
        self._warning = ErrorLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.editor.has_heading:
            column.addWidget(self.editor)
        else:
            self._row = FieldRow(question.label, question.hint, self.editor, optional)
            column.addWidget(self._row)
            column.addWidget(self._warning)
        self.editor.value_changed.connect(lambda: self.answered.emit(question.key))

    def add_to_menu(self, menu: QMenu) -> None:
        """What every question offers: what its answer said before."""
        show = self._around.show_earlier
        if show is not None:
            menu.addSeparator()
            action = menu.addAction("Earlier versions of this answer")
            action.triggered.connect(lambda _on=False: show(self.question.key))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAccessibleName("What can be done with this answer")
        self.add_to_menu(menu)
        add_from_round(self, menu)
        at = QApplication.focusWidget() or self
        show_menu(menu, at, event, at.rect().bottomLeft())

    def lead(self, width: int) -> int:
        """How far below the top what is typed into begins at this width."""
        return self._row.lead(width) + self.editor.lead() if self._row is not None else 0

    @property
    def key(self) -> str:
        """The key of the question."""
        return self.question.key

    def value(self) -> Value:
        """The answer on show."""
        return self.editor.value()

    def set_value(self, value: Value) -> None:
        """Show an answer, without telling anyone."""
        self.editor.set_value(value)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong and what is worth a look; nothing takes them away."""
        if self._row is None:
            self.editor.show_problems(problems)
            return
        errors = [problem.message for problem in problems if not problem.warning]
        warnings = [problem.message for problem in problems if problem.warning]
        self._row.set_error(". ".join(errors))
        self._warning.say(". ".join(warnings), warning=True)
        self.editor.show_problems(problems)

    def focus_problem(self, row_id: str | None = None) -> None:
        """Put the cursor where the problem is, or to the question's beginning."""
        self.editor.focus_problem(row_id)
