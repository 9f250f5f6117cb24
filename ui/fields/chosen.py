"""Editors of one answer among several: yes or no, and a choice in each of its looks."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ehdesk.forms.spec import Field, Option, Value
from ui.fields.add_person import AddPerson
from ui.fields.editor import Editor, Wrapped
from ui.fields.surroundings import Surroundings
from ui.kit.choice import Choice
from ui.kit.option_card import OptionCards
from ui.kit.radio_group import RadioGroup
from ui.kit.segmented import Segmented
from ui.kit.wrong import mark_wrong
from ui.kit.yes_no import YesNo
from ui.theme import theme

_MOST_RADIOS = 6
ADULT_SOURCES = frozenset({"people", "adults"})
"""Lists to which somebody missing can be added on the spot."""
_SELECT_WIDTH = 369
"""A list that drops down alone on its line is no wider than this, in pixels at 100 %: half of a
page, as wide as those that share a line."""


class YesNoEditor(Wrapped):
    """``yes``, ``no`` or nothing yet."""

    def __init__(self, question: Field, around: Surroundings, parent: QWidget | None = None):
        labels = {option.value: option.label for option in question.options}
        yes, no = labels.get("yes", "Yes"), labels.get("no", "No")
        self.radios = YesNo(question.label, yes=yes, no=no)
        super().__init__(question, around, self.radios, parent)
        self.radios.setEnabled(not around.read_only)

    def value(self) -> str:
        return {True: "yes", False: "no", None: ""}[self.radios.value()]

    def set_value(self, value: Value) -> None:
        self.radios.set_value({"yes": True, "no": False}.get(str(value)))


class ChoiceEditor(Editor):
    """One option, as radios, cards, a list that drops down, or segments.

    A kept value whose option is no longer offered stays, under the name it is known by.
    """

    def __init__(self, question: Field, around: Surroundings, parent: QWidget | None = None):
        super().__init__(question, around, parent)
        self._kept = ""
        self._offered: tuple[Option, ...] = ()
        self.look = _look(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        self.control = self._make_control()
        self.control.setEnabled(not around.read_only)
        column.addWidget(self.control)
        self.setFocusProxy(self.control)
        alone = "." in question.key  # a column of a row has no room for it
        if alone and question.options_from in ADULT_SOURCES and around.can_add_people():
            adder = AddPerson(around)
            adder.added.connect(self._on_added)
            column.addWidget(adder)
        self.refresh()

    def value(self) -> str:
        return self._kept

    def set_value(self, value: Value) -> None:
        self._kept = str(value or "")
        self.refresh()
        self.control.set_value(self._kept)

    def refresh(self) -> None:
        offered = self.around.choices(self.question)
        if self._kept and all(option.value != self._kept for option in offered):
            name = self.around.answers.words.label(self.question, self._kept)
            offered = (*offered, Option(self._kept, name))
        if offered == self._offered:
            return
        self._offered = offered
        if isinstance(self.control, OptionCards | Choice):
            self.control.set_options([(o.value, o.label, o.hint) for o in offered])
        elif isinstance(self.control, RadioGroup):
            self.control.set_options([(o.value, _with_hint(o)) for o in offered])
        self.control.set_value(self._kept)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.control.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.control.setAccessibleDescription(description)

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error."""
        mark_wrong(self.control, wrong)

    def _make_control(self) -> Choice | OptionCards | RadioGroup | Segmented:
        control: Choice | OptionCards | RadioGroup | Segmented
        if self.look == "cards":
            control = OptionCards((), self.question.label)
        elif self.look == "segmented":
            options = self.around.choices(self.question)
            self._offered = options
            pairs = [(option.value, option.label) for option in options]
            control = Segmented(pairs, self.question.label, empty=True, height=40)
        elif self.look == "radios":
            control = RadioGroup((), self.question.label)
        else:
            filters = self.question.look == "select"
            control = Choice((), self.question.label, filters=filters)
            control.entered.connect(self.entered)
            control.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            if not self.question.line:
                control.setMaximumWidth(theme().px(_SELECT_WIDTH))
        control.value_changed.connect(self._on_chosen)
        return control

    def _on_chosen(self) -> None:
        self._kept = self.control.value()
        self.value_changed.emit()

    def _on_added(self, row_id: str) -> None:
        self.set_value(row_id)
        self.value_changed.emit()


def _look(question: Field) -> str:
    if question.look in ("cards", "segmented", "select"):
        return question.look
    if question.look == "radios":
        return "cards" if any(option.hint for option in question.options) else "radios"
    if question.options_from or len(question.options) > _MOST_RADIOS:
        return "select"
    return "cards" if any(option.hint for option in question.options) else "radios"


def _with_hint(option: Option) -> str:
    return f"{option.label}. {option.hint}" if option.hint else option.label
