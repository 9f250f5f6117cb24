"""What a manager does with a record: return it, sign it, or talk first (picture 25)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.domain.words import plural
from ehdesk.services.oversight import ToSign
from ui.kit.card import Card
from ui.kit.error_summary import ErrorSummary
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.option_card import OptionCards
from ui.kit.text_input import TextInput

RETURN: Final = "return"
SIGN: Final = "sign"
TALK: Final = "talk"


class Choices(QWidget):
    """``value()`` is one of the three; ``words()`` what is said beside it."""

    value_changed = Signal()
    typed = Signal()
    """What ``read`` gives may be different."""

    def __init__(self, *, offers_to_sign: bool = True) -> None:
        """:param offers_to_sign: signing is chosen beforehand where nothing speaks against it."""
        super().__init__()
        self._beforehand = SIGN if offers_to_sign else ""
        self._picked = ""
        self.summary = ErrorSummary()
        self.cards = OptionCards((), "Management oversight")
        self.cards.value_changed.connect(self._on_picked)
        self.word = TextInput("A word about it")
        self.word.value_changed.connect(self.typed)
        self._row = FieldRow("A word about it", "", self.word, optional=True)
        self._own = Label("", "help", "text2")
        self._own.hide()
        self.card = Card("Management oversight", padding=16)
        for widget in (self.summary, self._own, self.cards, self._row):
            self.card.body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def show_record(self, record: ToSign) -> None:
        """Offer what fits the record: what somebody chose for it, or what its comments ask for."""
        open_pins = len(record.standing.open_pins)
        back = f"{plural(open_pins, 'comment')} to answer" if open_pins else "Add a comment first"
        after = "With a word why, comments are open" if open_pins else "As it stands now"
        self.cards.set_options(
            (
                (RETURN, "Return for changes", back),
                (SIGN, "Agree and sign", after),
                (TALK, "Talk first", "Keep it on the list for next time"),
            )
        )
        self.cards.set_value(self._picked or (RETURN if open_pins else self._beforehand))
        waits = record.standing.waits_for_a_manager
        may = waits and not record.own
        self.cards.setVisible(may)
        self._row.setVisible(may)
        self._own.setVisible(not may)
        self._own.setText(
            "You wrote or asked for this yourself, so another manager signs it."
            if record.own
            else "This does not wait for a manager now."
        )

    def value(self) -> str:
        return self.cards.value()

    def words(self) -> str:
        return self.word.value()

    def read(self) -> dict[str, str]:
        """The word, and the choice that it goes with."""
        return {"word": self.words(), "choice": self._picked if self.words() else ""}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Put them there again; for another record, nothing."""
        self.word.set_value(str(typed["word"]))
        self.put_choice(str(typed["choice"]))

    def put_choice(self, choice: str) -> None:
        """Somebody chose this for the record that is shown; nothing: nobody has chosen yet."""
        self._picked = choice
        self.cards.set_value(choice)
        self.summary.show_problems([])

    def put_above(self, note: QWidget) -> None:
        """Say something above the word."""
        self.card.body.insertWidget(self.card.body.indexOf(self._row), note)

    def done(self) -> None:
        """It was recorded."""
        self.show_typed({"word": "", "choice": ""})

    def _on_picked(self) -> None:
        self._picked = self.cards.value()
        self.summary.show_problems([])
        self.value_changed.emit()
        self.typed.emit()
