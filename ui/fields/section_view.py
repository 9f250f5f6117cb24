"""A section of any form laid out, showing and hiding questions as answers change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.checks import Problem
from ehdesk.forms.spec import Field, Section, Value
from ui.fields.question import Question
from ui.fields.side_by_side import SideBySide
from ui.fields.surroundings import Surroundings
from ui.kit.tab_order import ReadingOrder
from ui.theme import theme

_SHARE = {"third": 2, "half": 3, "two_thirds": 4, "full": 6}
_LEAST = 150
"""A question beside another is not narrower than this, in pixels at 100 %."""


class SectionView(ReadingOrder):
    """Every question of the section; the hidden ones wait and keep what was typed."""

    answered = Signal(str, object)
    """A person changed an answer: key and value."""
    part_changed = Signal()
    """An editor of several parts shows another part."""

    def __init__(
        self, section: Section, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.section = section
        self._around = around
        self._questions: dict[str, Question] = {}
        self._lines: list[tuple[QWidget, list[str]]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(24))
        for fields in _in_lines(section.fields):
            column.addWidget(self._make_line(fields))
        column.addStretch(1)
        for key, question in self._questions.items():
            question.set_value(around.answers.value(key))
        self.refresh()

    @property
    def questions(self) -> dict[str, Question]:
        """The question rows by key."""
        return self._questions

    def show_values(self) -> None:
        """Show the answers that the form holds now."""
        for key, question in self._questions.items():
            value = self._around.answers.value(key)
            if question.value() != value:
                question.set_value(value)

    def show_value(self, key: str, value: Value) -> None:
        """Show one answer that was given elsewhere."""
        if key in self._questions:
            self._questions[key].set_value(value)

    def refresh(self) -> None:
        """Offer the options there are now, and show the questions that the answers ask for."""
        answers = self._around.answers
        for key, question in self._questions.items():
            shown = answers.is_shown(key)
            if shown:
                question.editor.refresh()
            if question.isHidden() == shown:
                question.setVisible(shown)
        for line, keys in self._lines:
            wanted = any(answers.is_shown(key) for key in keys)
            if line.isHidden() == wanted:
                line.setVisible(wanted)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem at its question, and take away those that are put right."""
        for key, question in self._questions.items():
            question.show_problems([p for p in problems if p.field_key == key])

    def focus_problem(self, key: str, row_id: str | None = None) -> None:
        """Put the cursor where a problem is."""
        self._questions[key].focus_problem(row_id)

    def side(self) -> QWidget | None:
        """What one of its questions stands beside the page."""
        sides = (question.editor.side() for question in self._questions.values())
        return next((side for side in sides if side is not None), None)

    def legend(self) -> QWidget | None:
        """The key to the marks of one of its questions."""
        legends = (question.editor.legend() for question in self._questions.values())
        return next((legend for legend in legends if legend is not None), None)

    def next_part(self) -> str:
        """The name of the next part, when a question has several parts and another follows."""
        parts = (q.editor.next_part() for q in self._questions.values() if not q.isHidden())
        return next((part for part in parts if part), "")

    def go_to_next_part(self) -> None:
        """Show the next part of the question that has one."""
        for question in self._questions.values():
            if not question.isHidden() and question.editor.next_part():
                question.editor.go_to_next_part()
                return

    def _make_line(self, fields: Sequence[Field]) -> QWidget:
        line = QWidget()
        places = SideBySide(
            line, gap=theme().px(16), line_gap=theme().px(20), total=6 if len(fields) > 1 else 0
        )
        for field in fields:
            question = Question(field, self._around)
            question.answered.connect(self._on_answered)
            question.editor.part_changed.connect(self.part_changed)
            self._questions[field.key] = question
            least = max(theme().px(_LEAST), question.editor.minimumSizeHint().width())
            places.add(question, _SHARE[field.width], least, question.lead)
        self._lines.append((line, [field.key for field in fields]))
        return line

    def _on_answered(self, key: str) -> None:
        self.answered.emit(key, self._questions[key].value())


def _in_lines(fields: Sequence[Field]) -> list[list[Field]]:
    lines: list[list[Field]] = []
    name = ""
    for field in fields:
        if not field.line or field.line != name:
            lines.append([])
        name = field.line
        lines[-1].append(field)
    return lines
