"""A restricted note: it says that it exists, asks why it is opened, then shows what it says."""

from __future__ import annotations

from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ui.cases.small_form import Faults, SmallForm
from ui.kit.card import Card
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator
from ui.kit.note import Note
from ui.kit.text_area import TextArea


class RestrictedPage(SmallForm):
    """What it says goes again with the page; the opening stays in the record."""

    deed = Deed.OPEN_RESTRICTED
    verb = "Open the note"
    footer_words = "Who opened it, when and why stays in the record."

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID, contact_id: UUID) -> None:
        super().__init__(desk, navigator, case_id, "Restricted note")
        self._contact = contact_id
        self._said: tuple[tuple[str, tuple[str, ...]], ...] = ()
        note = next((one for one in self.case.contacts if one.id == contact_id), None)
        if note is not None:
            day = say_date(note.happened_on, desk.clock.today())
            self.say_first(Note(f"There is a restricted note of {day}. It says more inside."))
        self.reason = TextArea("Why do you open it?")
        row = FieldRow("Why do you open it?", "", self.reason)
        self.card.body.addWidget(self.add_row("reason", row))
        self.said = Card("What it says", padding=22)
        self.said.setMaximumWidth(self.card.maximumWidth())
        self.said.hide()
        self.before = Card("Opened before", padding=22)
        self.before.setMaximumWidth(self.card.maximumWidth())
        after = self._page.body.indexOf(self.card) + 1
        self._page.body.insertWidget(after, self.said)
        self._page.body.insertWidget(after + 1, self.before)
        self._show_openings()
        self.begin(f"restricted {contact_id}")

    def faults(self) -> Faults:
        return () if self.reason.value() else (("reason", "Enter why you open it"),)

    def save(self) -> None:
        opened = self.desk.restricted.open(
            self._contact, self.reason.value(), draft=self.draft.page
        )
        self._said = opened.said

    def go_on(self) -> None:
        """It stays here, and shows what the note says."""
        for question, lines in self._said:
            self.said.body.addWidget(Label(question, "help_medium", "text2"))
            self.said.body.addWidget(Label("\n".join(lines), "body"))
        self.said.show()
        self.close_questions()

    def _show_openings(self) -> None:
        found = [one for one in self.case.openings if one.contact_id == self._contact]
        today = self.desk.clock.today()
        for one in reversed(found):
            when = f"{say_date(local(one.at).date(), today)}, {say_time(one.at)}"
            self.before.body.addWidget(Label(f"{when}  ·  {one.by}: {one.reason}", "body"))
        self.before.setVisible(bool(found))
