"""What the duty service answered to a worry about a child, and where the case goes from there."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case_events import call_words
from ehdesk.domain.case_forms import OfferedForm
from ehdesk.kernel.dates import say_long_date
from ehdesk.kernel.errors import EhdeskError
from ui.cases.small_form import Faults, SmallForm
from ui.kit.card import Card
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator
from ui.kit.option_card import OptionCards
from ui.kit.text_area import TextArea
from ui.work.forms_to_begin import open_form

_FORMS = {
    "step_down": "Social care steps down to an assessment",
    "closure": "Social care takes it on: close the case",
}
"""Answers that are recorded with a form of their own."""


class DasAnswerPage(SmallForm):
    """Above the questions it says what was told, when, and who took it."""

    deed = Deed.RECORD_STEP
    footer_words = "A recorded step is not undone: a correction is a new step."

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__(desk, navigator, case_id, desk.pack.say("The answer of {das}"))
        today = desk.clock.today()
        moves = [one for one in desk.steps.possible(self.case) if one.code != "resumed"]
        self._forms: dict[str, OfferedForm] = {
            form.code: form for form in desk.case_forms.offered(self.case) if form.code in _FORMS
        }
        cards = [(one.code, *_split(one.title)) for one in moves]
        cards += [(code, _FORMS[code], form.words) for code, form in self._forms.items()]
        self.what = OptionCards(cards, "What happens with the case?")
        self.on = DateInput(today, "When did they answer?")
        self.on.set_value(today.isoformat())
        self.said = TextArea("What did they answer, and why?")
        rows = {
            "what": FieldRow("What happens with the case?", "", self.what),
            "on": FieldRow("When did they answer?", "", self.on),
            "said": FieldRow("What did they answer, and why?", "", self.said),
        }
        for key, row in rows.items():
            self.card.body.addWidget(self.add_row(key, row))
        self._page.body.insertWidget(1, self._told())
        self.what.value_changed.connect(self._show_chosen)
        self.begin("das answer")
        self._show_chosen()

    def faults(self) -> Faults:
        found = []
        if not self.what.value():
            found.append(("what", "Choose what happens with the case"))
        if self.what.value() in self._forms:
            return found
        if not self.on.value():
            found.append(("on", self.on.problem() or "Enter the day of the answer"))
        if not self.said.value().strip():
            found.append(("said", "Enter what they answered"))
        return found

    def save(self) -> None:
        self.desk.steps.record(
            self.case.id,
            self.what.value(),
            on=date.fromisoformat(self.on.value()),
            reason=self.said.value(),
            draft=self.draft.page,
        )
        self.navigator.say("The answer is recorded")

    def go_on(self) -> None:
        self.navigator.open_case(self.case.id)

    def _on_record(self) -> None:
        """A form asks for itself, and records nothing yet: what is written here stays kept."""
        if self.what.value() not in self._forms:
            super()._on_record()
            return
        try:
            open_form(self.what.value(), self.case, self.desk, self.navigator)
        except EhdeskError as error:
            self.summary.show_problems([("", str(error))])

    def _typed(self) -> dict[str, Any]:
        """What is worth keeping: a card that was only chosen is chosen again in a moment."""
        typed = super()._typed()
        return typed if typed["said"] else typed | {"what": ""}

    def _show_chosen(self) -> None:
        by_form = self.what.value() in self._forms
        self.rows["on"].setVisible(not by_form)
        self.rows["said"].setVisible(not by_form)
        self.record_button.setText("Go on to the form" if by_form else self.verb)

    def _told(self) -> Card:
        card = Card(self.desk.pack.say("What the {das.full} was told"), padding=22)
        card.setMaximumWidth(self.card.maximumWidth())
        calls = [one for one in self.case.das_referrals if one.answered_on is None]
        for call in calls:
            card.body.addWidget(Label(say_long_date(call.happened_on), "help", "text2"))
            card.body.addWidget(Label(call_words(call), "body"))
        if not calls:
            card.body.addWidget(Label("No call waits for an answer.", "body", "text2"))
        return card


def _split(title: str) -> tuple[str, str]:
    """ "DAS took no further action, back to the plan" as the title and line of a card."""
    first, _, rest = title.partition(", ")
    return first, rest[:1].upper() + rest[1:]
