"""What a manager returned, for whoever asked: the comments on their answers, and a box for each."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.oversight import Said
from ehdesk.domain.words import plural
from ehdesk.kernel.notices import Changed
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.main_and_side import MainAndSide
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage
from ui.oversight.answer_rows import AnswerRows
from ui.oversight.pins import PinColumn


class CommentsPage(Page):
    """Answer them, change the form where it needs it, then ask again."""

    def __init__(self, desk: Desk, navigator: Navigator, record_id: UUID) -> None:
        super().__init__()
        self._desk, self._navigator, self._record_id = desk, navigator, record_id
        self._case: UUID | None = None
        self.header = PageHeader("Comments", "", ("Today",))
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(Place("today")))
        self.answers = AnswerRows()
        main = Card(padding=0)
        main.body.addWidget(self.answers)
        self.pins = PinColumn(can_answer=desk.may(Deed.ANSWER_COMMENTS))
        self.pins.answered.connect(self._on_answered)
        self._note = Note("")
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note)
        column.addWidget(self.pins)
        column.addStretch(1)
        page = ScrollPage(self.header)
        page.body.addWidget(MainAndSide(main, side, side_width=320))
        page.body.addStretch(1)
        self.form_button = Button("Open the form", "secondary", "square-pen")
        self.form_button.clicked.connect(lambda: navigator.open_record(record_id))
        self.ask_button = Button("Ask again", "primary", "signature")
        self.ask_button.clicked.connect(self._on_ask)
        page.footer.addStretch(1)
        page.footer.addWidget(self.form_button)
        page.footer.addWidget(self.ask_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def title(self) -> str:
        return self.header.title

    def case_id(self) -> UUID | None:
        return self._case

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.answers, self.pins

    def refresh(self, changed: Changed | None = None) -> None:
        record = self._desk.oversight.read(self._record_id)
        stands = record.standing
        self._case = record.case_id
        self.header.set_title(f"{record.family}: {record.name.lower()}")
        open_pins = len(stands.open_pins)
        left = (
            f"{plural(open_pins, 'comment')} to answer" if open_pins else "Every comment answered"
        )
        self.header.set_support(left if stands.pins else "No comments")
        # Those that somebody has to look at again; the rest is in the form.
        commented = [answer for answer in record.answers if answer.pins]
        self.answers.show_answers(commented or record.answers)
        self.pins.show_pins(stands.pins)
        words = stands.last.text if stands.last is not None else ""
        by = stands.last.by if stands.last is not None else ""
        self._note.set_text(f"{by}: {words}" if words else "")
        self._note.setVisible(bool(words))
        returned = stands.said is Said.RETURNED
        self.ask_button.setVisible(returned and self._desk.may(Deed.ASK_SIGN_OFF))

    def has_unsaved(self) -> bool:
        return self.pins.has_typed()

    def may_leave(self) -> bool:
        """An answer that was not given yet is in no store."""
        if not self.pins.has_typed():
            return True
        text = "An answer in a box is not given yet. If you go now it is lost."
        return ask.confirm(self, "Not given yet", text, "Go and lose it")

    def _on_answered(self, pin: UUID, text: str) -> None:
        self._desk.oversight.answer(pin, text)
        view = self.pins.views.get(pin)
        if view is not None and view.text is not None:
            view.text.set_value("")
        self.refresh()

    def _on_ask(self) -> None:
        stands = self._desk.oversight.read(self._record_id).standing
        of = stands.asked.asked_of if stands.asked is not None else None
        self._desk.oversight.ask(self._record_id, of=of)
        self._navigator.say("Asked again. It is with the manager now.")
        self.refresh()
