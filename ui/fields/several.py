"""The editor of several answers among many: ticks, chips, or a box that finds them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.names import PEOPLE_SOURCES
from ehdesk.forms.spec import Field, Option, Value
from ui.fields.add_person import AddPerson
from ui.fields.chosen import ADULT_SOURCES
from ui.fields.editor import Editor
from ui.fields.surroundings import Surroundings
from ui.kit.check_group import CheckGroup
from ui.kit.chip import ChipGroup
from ui.kit.choice import MANY
from ui.kit.labels import label
from ui.kit.pick_group import PickGroup
from ui.theme import theme

_COLUMNS = 3
"""Of ticks, when they are many."""
_FEW = 4
"""No more ticks than this stand one under another."""
_LONG = 48
"""Letters: answers are read more easily a line each when many are longer than this."""
_LONG_ONES = 5
"""One in so many may be long: it wraps in its column."""

Ticks = CheckGroup | ChipGroup | PickGroup


class ChoicesEditor(Editor):
    """Values in the order offered. Somebody missing from a list of people can be added there.

    Many options are found by typing and stand as chips once picked, unless the question asks for
    ticks or chips.
    """

    def __init__(self, question: Field, around: Surroundings, parent: QWidget | None = None):
        super().__init__(question, around, parent)
        self._kept: list[str] = []
        self._offered: tuple[Option, ...] | None = None
        self._group: Ticks | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(6))
        nobody = question.options_from in PEOPLE_SOURCES
        words = "Nobody to choose from yet" if nobody else "Nothing to choose from yet"
        self._nobody = label(words, "help", "text3")
        self._column.addWidget(self._nobody)
        alone = "." in question.key  # a column of a row has no room for it
        if alone and question.options_from in ADULT_SOURCES and around.can_add_people():
            adder = AddPerson(around)
            adder.added.connect(self._on_added)
            self._column.addWidget(adder)
        self.refresh()

    @property
    def group(self) -> Ticks:
        """The ticks, chips or box on show now."""
        assert self._group is not None  # noqa: S101 - refresh made it
        return self._group

    def value(self) -> list[str]:
        return list(self._kept)

    def set_value(self, value: Value) -> None:
        self._kept = [str(item) for item in value] if isinstance(value, list) else []
        self.refresh()
        self.group.set_value(self._kept)

    def refresh(self) -> None:
        offered = self.around.choices(self.question)
        known = {option.value for option in offered}
        words = self.around.answers.words
        offered += tuple(
            Option(value, words.label(self.question, value))
            for value in self._kept
            if value not in known
        )
        if offered == self._offered:
            return
        self._offered = offered
        pairs = [(option.value, _with_hint(option)) for option in offered]
        fresh: Ticks
        if self.question.look == "chips":
            fresh = ChipGroup(pairs, self.question.label)
        elif self.question.look != "ticks" and len(pairs) > MANY:
            told = [(option.value, option.label, option.hint) for option in offered]
            fresh = PickGroup(told, self.question.label)
            fresh.entered.connect(self.entered)
        else:
            long = sum(len(words) > _LONG for _value, words in pairs)
            columns = _COLUMNS if len(pairs) > _FEW and long * _LONG_ONES <= len(pairs) else 1
            fresh = CheckGroup(pairs, self.question.label, columns=columns)
        fresh.setEnabled(not self.around.read_only)
        fresh.set_value(self._kept)
        fresh.value_changed.connect(self._on_ticked)
        self._swap(fresh)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.group.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.group.setAccessibleDescription(description)

    def set_wrong(self, wrong: bool) -> None:
        """Show or take away the edge of an error."""
        self.group.set_wrong(wrong)

    def _swap(self, fresh: Ticks) -> None:
        old = self._group
        self._group = fresh
        if old is not None:
            fresh.setAccessibleDescription(old.accessibleDescription())
            self._column.replaceWidget(old, fresh)
            old.hide()
            old.deleteLater()
        else:
            self._column.insertWidget(0, fresh)
        self._nobody.setVisible(not self._offered)
        fresh.setVisible(bool(self._offered))
        self.setFocusProxy(fresh)

    def _on_ticked(self) -> None:
        self._kept = self.group.value()
        self.value_changed.emit()

    def _on_added(self, row_id: str) -> None:
        self._kept.append(row_id)
        self.refresh()
        self.group.set_value(self._kept)
        self.value_changed.emit()


def _with_hint(option: Option) -> str:
    return f"{option.label}. {option.hint}" if option.hint else option.label
