"""Who holds the family in the long holiday, when school is out."""

from __future__ import annotations

from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.kernel.dates import say_full_date
from ui.cases.small_form import Faults, SmallForm
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator
from ui.kit.text_input import TextInput


class HolidaysPage(SmallForm):
    """One question, asked before each long holiday."""

    verb = "Record it"

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__(desk, navigator, case_id, "Who holds the family in the holidays?")
        holiday = desk.cases.holiday_to_hold(self.case)
        when = (
            f"{holiday.name}: {say_full_date(holiday.starts)} to {say_full_date(holiday.ends)}. "
            if holiday is not None
            else ""
        )
        hint = (
            f"{when}A name, how often, and who can be rung. Nobody is an answer, with its reason."
        )
        self.who = TextInput("Who holds the family?")
        self.who.set_value(self.case.holds_holidays)
        self.card.body.addWidget(
            self.add_row("who", FieldRow("Who holds the family?", hint, self.who))
        )
        self.begin("holidays")

    def faults(self) -> Faults:
        return () if self.who.value() else (("who", "Enter who holds the family"),)

    def save(self) -> None:
        self.desk.cases.hold_in_holidays(self.case.id, self.who.value(), draft=self.draft.page)
        self.navigator.say("Recorded who holds the family in the holidays")
