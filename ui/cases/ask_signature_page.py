"""Asking a manager to sign a record, and a manager's note on the whole case."""

from __future__ import annotations

from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ui.cases.small_form import Faults, SmallForm
from ui.kit.choice import Choice
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator
from ui.kit.note import Note
from ui.kit.text_area import TextArea


class AskSignaturePage(SmallForm):
    """Any manager who did not write the record, or one of them."""

    deed = Deed.ASK_SIGN_OFF
    verb = "Ask to sign"
    footer_words = "It stands on the manager’s Today and on Oversight until it is answered."

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID, record_id: UUID) -> None:
        record = desk.oversight.read(record_id)
        title = f"Ask a manager to sign the {record.name.lower()}"
        super().__init__(desk, navigator, case_id, title)
        self._record_id = record_id
        self._managers = desk.oversight.managers(record_id)
        options = [(str(one.id), one.name) for one in self._managers]
        self.of = Choice(options, "Which manager?")
        self.words = TextArea("What should they know?")
        hint = "With nobody chosen, any of them can sign."
        of = self.add_row("of", FieldRow("Which manager?", hint, self.of, optional=True))
        self.card.body.addWidget(of)
        words = FieldRow("What should they know?", "", self.words, optional=True)
        self.card.body.addWidget(self.add_row("words", words))
        if not self._managers:
            told = "Nobody here can sign this: it is signed by a manager who did not write it."
            self.say_first(Note(told))
            self.close_questions()
        self.begin(f"ask_signature {record_id}")

    def faults(self) -> Faults:
        return ()

    def save(self) -> None:
        of = UUID(self.of.value()) if self.of.value() else None
        self.desk.oversight.ask(
            self._record_id, of=of, words=self.words.value(), draft=self.draft.page
        )
        self.navigator.say("Asked. It is with the manager now.")


class OversightNotePage(SmallForm):
    """A manager has looked at the case."""

    deed = Deed.OVERSEE
    verb = "Record the note"
    footer_words = "It stands in the family’s record with today’s date and your name."

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__(desk, navigator, case_id, "Write a note of oversight")
        self.text = TextArea("What have you seen, and what do you ask for?")
        row = FieldRow("What have you seen, and what do you ask for?", "", self.text)
        self.card.body.addWidget(self.add_row("text", row))
        self.begin("oversight_note")

    def faults(self) -> Faults:
        return () if self.text.value() else (("text", "Enter what you have seen and ask for"),)

    def save(self) -> None:
        self.desk.oversight.note(self.case.id, self.text.value(), draft=self.draft.page)
        self.navigator.say("The note is in the record")
