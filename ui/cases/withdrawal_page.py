"""Recording that a family wants to stop: when they said so, who, and how."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.services.consents import Withdrawal
from ui.cases.small_form import Faults, SmallForm
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator
from ui.kit.note import Note
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput


class WithdrawalPage(SmallForm):
    """No form and no signature is needed to stop."""

    verb = "Record the withdrawal"
    footer_words = "The plan pauses and nothing more is shared. What was shared stays on the log."

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__(desk, navigator, case_id, "Record a withdrawal")
        today = desk.clock.today()
        self.on = DateInput(today, "When did they say so?")
        self.on.set_value(today.isoformat())
        self.by = TextInput("Who said so?")
        self.how = TextArea("How, and what did they say?")
        for key, row in (
            ("on", FieldRow("When did they say so?", "", self.on)),
            ("by", FieldRow("Who said so?", "", self.by)),
            (
                "how",
                FieldRow(
                    "How, and what did they say?",
                    "In any way they like: said, by phone, in a text.",
                    self.how,
                    optional=True,
                ),
            ),
        ):
            self.card.body.addWidget(self.add_row(key, row))
        words = "Tell everybody in the plan that it stops. A duty to keep a child safe goes on."
        self.card.body.addWidget(Note(words))
        self.begin("withdrawal")

    def faults(self) -> Faults:
        found = list(self.desk.consents.faults(self.case.id, self._withdrawal()))
        problem = self.on.problem()
        return [(key, problem if key == "on" and problem else words) for key, words in found]

    def save(self) -> None:
        undo = self.desk.consents.withdraw(self.case.id, self._withdrawal(), draft=self.draft.page)
        self.navigator.say("The withdrawal is recorded", undo)

    def _withdrawal(self) -> Withdrawal:
        typed = self.on.value()
        day = date.fromisoformat(typed) if typed else None
        return Withdrawal(day, self.by.value(), self.how.value().strip())
