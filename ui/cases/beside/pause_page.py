"""Pausing a case with a reason and a day, and going on."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.pathway import State
from ehdesk.kernel.dates import say_long_date
from ehdesk.services.pauses import PauseWanted
from ui.cases.small_form import Faults, SmallForm
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator
from ui.kit.note import Note
from ui.kit.radio_group import RadioGroup
from ui.kit.text_area import TextArea


class PausePage(SmallForm):
    """For a case that is paused: whether it goes on, or gets a fresh reason and a new day."""

    verb = "Record it"
    footer_words = "What is due stays due and says that it is paused. Safety is never paused."

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__(desk, navigator, case_id, "Pause the case")
        pause = self._pause = self.case.pause
        options = [("resume", "It goes on")]
        if self.case.state is not State.DAS:
            options.append(("pause", "It is still paused"))
        self.what = RadioGroup(options, "What happens now?")
        self.until = DateInput(desk.clock.today(), "Until when?")
        self.reason = TextArea("Why?")
        longest = desk.pack.clock("pause").length.words
        rows = {
            "what": FieldRow("What happens now?", "", self.what),
            "until": FieldRow(
                "Until when?", f"At most {longest}; then it is looked at again.", self.until
            ),
            "reason": FieldRow("Why?", "What the family knows and agreed to.", self.reason),
        }
        if pause is not None:
            words = f"Paused until {say_long_date(pause.until)}. {pause.reason}"
            self.say_first(Note(words, icon="pause"))
            self.header.set_title(f"{self.case.family.title}: end or renew the pause")
        for key, row in rows.items():
            self.card.body.addWidget(self.add_row(key, row))
        rows["what"].setVisible(pause is not None)
        self.what.value_changed.connect(self._show_chosen)
        self.begin("pause")
        self._show_chosen()

    def faults(self) -> Faults:
        if self._pause is not None and not self.what.value():
            return [("what", "Choose what happens now")]
        if self._goes_on():
            return []
        problem = self.until.problem()
        found = self.desk.pauses.faults(self._wanted())
        return [(key, problem if key == "until" and problem else words) for key, words in found]

    def save(self) -> None:
        if self._goes_on():
            self.desk.pauses.resume(self.case.id, self.reason.value(), draft=self.draft.page)
            self.navigator.say("The case goes on")
        else:
            self.desk.pauses.pause(self.case.id, self._wanted(), draft=self.draft.page)
            self.navigator.say("The case is paused")

    def go_on(self) -> None:
        self.navigator.open_case(self.case.id)

    def _goes_on(self) -> bool:
        return self._pause is not None and self.what.value() == "resume"

    def _show_chosen(self) -> None:
        self.rows["until"].setVisible(not self._goes_on())

    def _wanted(self) -> PauseWanted:
        typed = self.until.value()
        return PauseWanted(date.fromisoformat(typed) if typed else None, self.reason.value())
