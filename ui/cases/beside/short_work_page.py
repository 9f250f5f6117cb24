"""Short work: which week it is in, what was done, and the review that decides what is next."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.short_work import ShortWork, short_work_of
from ehdesk.domain.words import in_days
from ehdesk.kernel.dates import say_date
from ui.cases.happened_on import HappenedOn
from ui.cases.small_form import Faults, SmallForm
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.field_row import FieldRow
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.kit.navigation import Navigator
from ui.kit.text_area import TextArea
from ui.theme import theme
from ui.work.forms_to_begin import open_form

_DECIDED = {
    "close": "The review decided to close.",
    "signpost": "The review decided to signpost to other services and close.",
    "go_on": "The review decided to go on for longer.",
}
_ENDS = frozenset({"close", "signpost"})


class ShortWorkPage(SmallForm):
    """Notes are additions to the record; the review and the closing are forms."""

    deed = Deed.ADD_TO_RECORD
    verb = "Add to the work notes"
    footer_words = "No team meets for short work. Its review closes, signposts or moves it up."

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__(desk, navigator, case_id, "Short-term work")
        self.work = short_work_of(self.case, desk.pack, desk.clock.today())
        self.note = TextArea("What was done?")
        hint = "A visit, a call, what was tried."
        self.on = HappenedOn(desk.clock.today())
        self.on.show_case(self.case)
        self.add_row("on", self.on.row)
        self.card.body.addWidget(self.on)
        self.card.body.addWidget(self.add_row("note", FieldRow("What was done?", hint, self.note)))
        self.review_button = Button("Review and act", "secondary", "scale")
        self.review_button.clicked.connect(lambda: self._open("short_review"))
        self.close_button = Button("Close with the closure form", "secondary", "archive")
        self.close_button.clicked.connect(lambda: self._open("closure"))
        self.contact_button = Button("Record a contact", "secondary", "notebook-pen")
        self.contact_button.clicked.connect(lambda: self._open("contact"))
        self.notes = Card("Work notes", padding=22)
        self.notes.setMaximumWidth(self.card.maximumWidth())
        self.weeks = Label("", "section")
        if self.work is None:
            self.weeks.setText("This case is not in short work.")
            self.close_questions()
        self._page.body.insertWidget(1, self._stands(self.work))
        self._page.body.insertWidget(3, self.notes)
        self._show_notes(self.work)
        self.begin("short work")

    def faults(self) -> Faults:
        found = [("on", self.on.problem())] if self.on.problem() else []
        if not self.note.value().strip():
            found.append(("note", "Enter what was done"))
        return found

    def save(self) -> None:
        self.desk.cases.add_note(
            self.case.id, self.note.value(), happened_on=self.on.day(), draft=self.draft.page
        )
        self.navigator.say("The note is in the record")

    def go_on(self) -> None:
        self.navigator.read_again()

    def _show_chosen(self) -> None:
        self.on.tell()

    def _stands(self, work: ShortWork | None) -> Card:
        card = Card("", padding=22)
        card.setMaximumWidth(self.card.maximumWidth())
        card.body.addWidget(self.weeks)
        if work is None:
            return card
        today = self.desk.clock.today()
        self.weeks.setText(work.told)
        ends = say_date(work.ends_on, today)
        words = f"Began {say_date(work.began_on, today)}. Ends by {ends}: "
        words += in_days(work.ends_on, today).lower() + "."
        card.body.addWidget(Label(words, "body", "text2"))
        if work.reviewed in _DECIDED:
            card.body.addWidget(Label(_DECIDED[work.reviewed], "body_medium"))
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=theme().px(10), line_spacing=theme().px(8))
        offered = {form.code for form in self.desk.case_forms.offered(self.case)}
        for button, shown in (
            (self.review_button, "short_review" in offered),
            (self.close_button, "closure" in offered and work.reviewed in _ENDS),
            (self.contact_button, self.desk.may(Deed.WORK)),
        ):
            button.setVisible(shown)
            if shown:
                row.addWidget(button)
        card.body.addWidget(buttons)
        return card

    def _show_notes(self, work: ShortWork | None) -> None:
        today = self.desk.clock.today()
        for note in work.notes if work else ():
            late = f"written down {say_date(note.written_on, today)}" if note.written_on else ""
            parts = (say_date(note.on, today), note.by, note.ages, late)
            head = "  ·  ".join(filter(None, parts))
            self.notes.body.addWidget(Label(head, "help", "text2"))
            self.notes.body.addWidget(Label(note.words, "body"))
        if work is None or not work.notes:
            self.notes.body.addWidget(Label("Nothing is written down yet.", "body", "text2"))

    def _open(self, code: str) -> None:
        open_form(code, self.case, self.desk, self.navigator)
