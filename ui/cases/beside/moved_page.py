"""A family lives somewhere else now: when, where, and whether the council there was told."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.pathway import ASKED
from ehdesk.services.circumstances import MovedAway
from ui.cases.small_form import Faults, SmallForm
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator
from ui.kit.note import Note
from ui.kit.radio_group import RadioGroup
from ui.kit.text_area import TextArea


class MovedPage(SmallForm):
    """A request that nobody took on ends here; help that runs goes on to its closure form."""

    deed = Deed.CLOSE

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__(desk, navigator, case_id, "The family moved away")
        self._closing: UUID | None = None
        self._only_asked = self.case.state in ASKED
        self.on = DateInput(desk.clock.today(), "When did they move?")
        self.to = TextArea("Where do they live now?")
        self.told = RadioGroup([("yes", "Yes"), ("no", "No")], "Was the council there told?")
        rows = {
            "on": FieldRow("When did they move?", "", self.on),
            "to": FieldRow(
                "Where do they live now?", "The council, and the address if it is known.", self.to
            ),
            "told": FieldRow("Was the council there told?", "", self.told, optional=True),
        }
        for key, row in rows.items():
            self.card.body.addWidget(self.add_row(key, row))
        rows["told"].setVisible(not self._only_asked)
        words = (
            "Nobody had taken the request on, so it ends with this. If a child is at risk, tell "
            "social care first."
            if self._only_asked
            else "Next comes the closure form, with these answers in it. Nothing is passed on to "
            "the council there without the family’s yes, unless a child is at risk."
        )
        self.card.body.addWidget(Note(words))
        self.record_button.setText(
            "End the request" if self._only_asked else "Go on to the closure form"
        )
        self.begin("moved away")

    def faults(self) -> Faults:
        found = self.desk.circumstances.move_faults(self._moved())
        problem = self.on.problem()
        return [(key, problem if key == "on" and problem else words) for key, words in found]

    def save(self) -> None:
        moved = self._moved()
        self._closing = self.desk.circumstances.moved_away(
            self.case.id, moved, draft=self.draft.page
        )
        if self._closing is None:
            self.navigator.say("The request has ended")

    def go_on(self) -> None:
        if self._closing is not None:
            self.navigator.open_record(self._closing)
        else:
            self.navigator.open_case(self.case.id)

    def _moved(self) -> MovedAway:
        typed = self.on.value()
        day = date.fromisoformat(typed) if typed else None
        return MovedAway(day, self.to.value(), self.told.value())
