"""What a manager returned, for whoever asked: the comments on their answers, and a box for each."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.oversight import Said
from ehdesk.domain.words import plural
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.error_summary import ErrorSummary
from ui.kit.main_and_side import MainAndSide
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.text_area import TextArea
from ui.oversight.answer_rows import AnswerRows
from ui.oversight.pins import PinColumn, PinView
from ui.wizard.small_draft import SmallDraft, may_leave_all


class CommentsPage(Page):
    """Answer them, change the form where it needs it, then ask again."""

    def __init__(self, desk: Desk, navigator: Navigator, record_id: UUID) -> None:
        super().__init__()
        self._desk, self._navigator, self._record_id = desk, navigator, record_id
        self._case: UUID | None = None
        self.header = PageHeader("Comments", "", ("Today",))
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(Place("today")))
        self.answers = AnswerRows()
        self.answers.value_changed.connect(self._on_chosen)
        main = Card(padding=0)
        main.body.addWidget(self.answers)
        may = desk.may(Deed.ANSWER_COMMENTS) and not desk.read_only
        self.pins = PinColumn(self._begin if may else None)
        self.pins.answered.connect(self._on_answered)
        self._note = Note("")
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note)
        column.addWidget(self.pins)
        column.addStretch(1)
        self.summary = ErrorSummary()
        page = self._page = ScrollPage(self.header)
        page.body.addWidget(self.summary)
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
        self.summary.show_problems([])
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
        self.pins.mark_chosen(self.answers.value())
        words = stands.last.text if stands.last is not None else ""
        by = stands.last.by if stands.last is not None else ""
        self._note.set_text(f"{by}: {words}" if words else "")
        self._note.setVisible(bool(words))
        returned = stands.said is Said.RETURNED
        self.ask_button.setVisible(returned and self._desk.may(Deed.ASK_SIGN_OFF))

    def keep(self) -> None:
        for draft in self.pins.drafts:
            draft.keep()

    def has_unsaved(self) -> bool:
        return any(draft.has_unsaved for draft in self.pins.drafts)

    def may_leave(self) -> bool:
        return may_leave_all(self.pins.drafts, self._navigator)

    def left(self) -> None:
        for draft in self.pins.drafts:
            draft.close()

    def _on_chosen(self) -> None:
        """Go to the first comment on that answer that waits for words."""
        field = self.answers.value()
        self.pins.mark_chosen(field)
        for view in self.pins.views.values():
            if view.pin.field == field and view.text is not None:
                self._page.scroll_area.ensureWidgetVisible(view)
                view.text.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _begin(self, view: PinView, box: TextArea) -> SmallDraft:
        draft = SmallDraft(
            self._desk,
            self._case,
            f"answer {view.pin.id}",
            lambda: {"answer": box.value()},
            lambda typed: box.set_value(str(typed["answer"])),
            view,
        )
        draft.report_to(self._navigator)
        box.value_changed.connect(draft.note_change)
        return draft

    def _on_answered(self, pin: UUID, text: str) -> None:
        view = self.pins.views[pin]
        try:
            self._desk.oversight.answer(pin, text, draft=view.draft.page if view.draft else "")
        except EhdeskError as error:
            view.say_wrong(f"{error.title}. {error.what_to_do}")
            return
        if view.draft is not None:
            view.draft.finish()
        self.refresh()

    def _on_ask(self) -> None:
        if any(draft.is_begun for draft in self.pins.drafts):
            self._say_wrong("An answer is typed that is not given. Press “Answer it”, or clear it.")
            return
        asked = self._desk.oversight.read(self._record_id).standing.asked
        can_sign = {one.id for one in self._desk.oversight.managers(self._record_id)}
        before = asked.asked_of if asked is not None else None
        try:
            self._desk.oversight.ask(self._record_id, of=before if before in can_sign else None)
        except EhdeskError as error:
            self._say_wrong(f"{error.title}. {error.message} {error.what_to_do}")
            return
        self._navigator.say("Asked again. It is with the manager now.")
        self.refresh()

    def _say_wrong(self, words: str) -> None:
        self.summary.show_problems([("", words)])
        self._page.scroll_area.verticalScrollBar().setValue(0)
