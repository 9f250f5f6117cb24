"""Who holds a family while school is out: asked when whoever leads works at a school."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from ehdesk.desk import Desk
from ui.cases.small_form import Faults, SmallForm
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator
from ui.kit.note import Note
from ui.kit.offered_names import OfferedNames
from ui.kit.text_input import TextInput


class HolidaysPage(SmallForm):
    """One question. Whoever works with the family is offered by name."""

    verb = "Record it"
    footer_words = "It stands on the case page until it is changed."

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__(desk, navigator, case_id, "Who holds this family in the holidays?")
        self.who = TextInput("Who holds the family in the holidays?")
        self.who.set_value(self.case.holds_holidays)
        OfferedNames(self.who, self._names)
        row = FieldRow(
            "Who holds the family in the holidays?",
            "A name, and how to reach them while school is out.",
            self.who,
        )
        self.card.body.addWidget(self.add_row("who", row))
        words = "A review that would fall into the summer is held before it, or by whoever this is."
        self.card.body.addWidget(Note(words))
        self.begin("holidays")

    def faults(self) -> Faults:
        return [] if self.who.value().strip() else [("who", "Enter who holds the family")]

    def save(self) -> None:
        before, case = self.case.holds_holidays, self.case.id
        self.desk.cases.hold_in_holidays(case, self.who.value(), draft=self.draft.page)
        self.navigator.say(
            "It is recorded who holds the family",
            lambda: self.desk.cases.hold_in_holidays(case, before),
        )

    def go_on(self) -> None:
        self.navigator.open_case(self.case.id)

    def _names(self) -> Sequence[str]:
        helpers = [one.described for one in self.case.professionals if one.name]
        return [*helpers, self.case.worker] if self.case.worker else helpers
