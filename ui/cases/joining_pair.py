"""Two entries of one person side by side; where both say something, which of them is right."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.domain.duplicates import Difference, Pair, Preview
from ui.fields.side_by_side import SideBySide
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.one_of import OneOf
from ui.kit.radio import Radio
from ui.theme import theme

STAYS, GOES = "stays", "goes"
_WEIGHTS = (3, 4, 4)
_LEAST = 150


class PairCard(Card):
    """A head that says who each entry is, and a line for everything they differ in."""

    def __init__(self, pair: Pair, preview: Preview) -> None:
        super().__init__(pair.name or "One person")
        self._pair = pair
        self.choices: dict[str, WhichIsRight] = {}
        self.body.setSpacing(theme().px(10))
        cases = ", ".join(preview.its_cases)
        others = ", ".join(preview.cases)
        self.body.addWidget(
            _line(
                Label("", "help"),
                _entry("This entry stays", pair.stays_words, preview.family, cases),
                _entry(
                    "This one becomes part of it", pair.goes_words, preview.other_family, others
                ),
            )
        )
        for one in pair.differences:
            self.body.addWidget(self._difference(one))
        if not pair.differences:
            self.body.addWidget(Label("Both entries say the same.", "body", "text2"))

    def take(self) -> tuple[str, ...]:
        """The columns in which the entry that goes is right."""
        return tuple(key for key, choice in self.choices.items() if choice.value() == GOES)

    def _difference(self, one: Difference) -> QWidget:
        if one.is_open:
            choice = self.choices[one.column] = WhichIsRight(one)
            return choice
        return _line(
            Label(one.label, "help_strong", "text2"),
            Label("Does not say", "body", "text2"),
            _comes_along(one.goes),
        )


class WhichIsRight(OneOf):
    """One difference: what either entry says, the one that stays chosen."""

    def __init__(self, one: Difference) -> None:
        super().__init__(f"{one.label}: which is right?")
        places = SideBySide(self, gap=theme().px(16), line_gap=theme().px(2), middle=True)
        places.add(Label(one.label, "help_strong", "text2"), _WEIGHTS[0], theme().px(_LEAST))
        for value, words, weight in ((STAYS, one.stays, 4), (GOES, one.goes, 4)):
            radio = Radio(words, self)
            self._add(value, radio)
            places.add(radio, weight, theme().px(_LEAST))
        self._choose(STAYS)

    def value(self) -> str:
        """``stays`` or ``goes``."""
        return str(self._chosen())

    def set_value(self, value: str) -> None:
        """Show a value, without telling anyone."""
        self._choose(value)


def _entry(head: str, who: str, family: str, cases: str) -> QWidget:
    where = ", ".join(part for part in (family, cases) if part)
    return _stack(
        Label(head, "help_strong", "accent"),
        Label(who, "body_strong"),
        Label(where or "In the same family", "help", "text2"),
    )


def _comes_along(words: str) -> QWidget:
    return _stack(Label(words, "body"), Label("Is taken over", "help", "text2"))


def _stack(*parts: QWidget) -> QWidget:
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(1))
    for part in parts:
        column.addWidget(part)
    return block


def _line(*parts: QWidget) -> QWidget:
    line = QWidget()
    places = SideBySide(line, gap=theme().px(16), line_gap=theme().px(2))
    for part, weight in zip(parts, _WEIGHTS, strict=True):
        places.add(part, weight, theme().px(_LEAST))
    return line
