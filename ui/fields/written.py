"""Editors of what is written: one line, several lines, a time, a number."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from ehdesk.authority.plain_words import plain_words_of
from ehdesk.forms import kinds
from ehdesk.forms.prose import is_prose
from ehdesk.forms.spec import Field, Value
from ui.fields.editor import Wrapped
from ui.fields.surroundings import Surroundings
from ui.kit.offered_names import OfferedNames
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.theme import theme
from ui.writing.line_below import LineBelow

_COUNTED = 4
"""From this many lines of writing on, a box counts its words."""
_NUMBER_WIDTH = 8
_TIME_WIDTH = 11
"""In digits."""


class ShortTextEditor(Wrapped):
    """One line of text."""

    def __init__(self, question: Field, around: Surroundings, parent: QWidget | None = None):
        self.line = TextInput(question.label)
        super().__init__(question, around, self.line, parent)
        self.line.setReadOnly(around.read_only)
        self.line.prose = is_prose(question)
        if question.offers and not around.read_only:
            OfferedNames(self.line, lambda: around.offered(question.offers))
        if question.voice:
            self.line.setProperty("voice", True)

    def value(self) -> str:
        return self.line.value()

    def set_value(self, value: Value) -> None:
        self.line.set_value(str(value or ""))


class LongTextEditor(Wrapped):
    """Several lines of text, in plum when they are somebody's own words."""

    def __init__(self, question: Field, around: Surroundings, parent: QWidget | None = None):
        self.area = TextArea(question.label)
        super().__init__(question, around, self.area, parent)
        self.area.setReadOnly(around.read_only)
        if question.voice:
            self.area.setProperty("voice", True)
        if question.lines:
            line = QFontMetrics(theme().font("input")).lineSpacing()
            self.area.setMinimumHeight(question.lines * line + theme().px(20))
        counts = question.lines >= _COUNTED
        if (counts or question.family_facing) and not around.read_only:
            plain = plain_words_of(around.pack) if question.family_facing else None
            self.put_under(LineBelow(self.area, counts=counts, plain=plain))

    def value(self) -> str:
        return self.area.value()

    def set_value(self, value: Value) -> None:
        self.area.set_value(str(value or ""))


class _NarrowEditor(Wrapped):
    """A short box for something read from what is typed; what cannot be read stays as typed."""

    def __init__(
        self, question: Field, around: Surroundings, digits: int, parent: QWidget | None = None
    ) -> None:
        self.line = TextInput(question.label)
        super().__init__(question, around, self.line, parent, stretch=False)
        self.line.setReadOnly(around.read_only)
        self.line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._digits = digits
        self._fit()

    def _fit(self) -> None:
        self.line.ensurePolished()
        text = QFontMetrics(self.line.font()).horizontalAdvance("0" * self._digits)
        self.line.setFixedWidth(text + self.line.sizeHint().height())

    def showEvent(self, event: object) -> None:
        self._fit()
        super().showEvent(event)  # type: ignore[arg-type]


class TimeEditor(_NarrowEditor):
    """A time of day as people type it: 2:30pm, 14:30. Shown as 2:30pm once it was read."""

    def __init__(self, question: Field, around: Surroundings, parent: QWidget | None = None):
        super().__init__(question, around, _TIME_WIDTH, parent)
        self.line.editingFinished.connect(self._say_again)

    def value(self) -> str:
        return self.line.value()

    def set_value(self, value: Value) -> None:
        shown = kinds.display(self.question, str(value or ""), self.around.answers.words)
        self.line.set_value(" ".join(shown))

    def _say_again(self) -> None:
        kept = kinds.normalise(self.question, self.line.value(), self.around.today)
        self.set_value(kept)


class NumberEditor(_NarrowEditor):
    """A whole number; anything else that is typed stays as it is, and the form says so."""

    def __init__(self, question: Field, around: Surroundings, parent: QWidget | None = None):
        super().__init__(question, around, _NUMBER_WIDTH, parent)

    def value(self) -> str:
        return self.line.value()

    def set_value(self, value: Value) -> None:
        self.line.set_value("" if value is None else str(value))
