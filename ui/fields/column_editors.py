"""The editor of each kind of column that a row may have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from ehdesk.forms.spec import Field, Value
from ui.fields.chosen import ChoiceEditor, YesNoEditor
from ui.fields.dated import DateEditor, ScaleEditor
from ui.fields.editor import Editor, Wrapped
from ui.fields.labelled import SaysItself
from ui.fields.several import ChoicesEditor
from ui.fields.surroundings import Surroundings
from ui.fields.written import LongTextEditor, NumberEditor, ShortTextEditor, TimeEditor
from ui.kit.check import Check


class TickEditor(Wrapped, SaysItself):
    """A tick, true or false; it stands only in a row."""

    def __init__(self, question: Field, around: Surroundings, parent: QWidget | None = None):
        self.check = Check(question.label)
        super().__init__(question, around, self.check, parent)
        self.check.setEnabled(not around.read_only)

    def value(self) -> bool:
        return self.check.value()

    def set_value(self, value: Value) -> None:
        self.check.set_value(bool(value))


MakeEditor = Callable[[Field, Surroundings], Editor]

SINGLE_EDITORS: Final[dict[str, MakeEditor]] = {
    "short_text": ShortTextEditor,
    "long_text": LongTextEditor,
    "yes_no": YesNoEditor,
    "choice": ChoiceEditor,
    "choices": ChoicesEditor,
    "date": DateEditor,
    "time": TimeEditor,
    "number": NumberEditor,
    "scale": ScaleEditor,
}
"""Kinds with one answer: they stand alone or as a column of a row."""

COLUMN_EDITORS: Final[dict[str, MakeEditor]] = SINGLE_EDITORS | {"tick": TickEditor}


def column_editor(column: Field, around: Surroundings) -> Editor:
    """The editor of a column. KeyError for rows in a row: those have editors of their own."""
    return COLUMN_EDITORS[column.kind](column, around)
