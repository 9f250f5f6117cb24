"""A record with its answers, its comments, and what a manager does with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.oversight import ToSign
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator
from ui.kit.text_area import TextArea
from ui.oversight.answer_rows import AnswerRows
from ui.oversight.choices import RETURN, SIGN, TALK, Choices
from ui.oversight.pins import PinColumn
from ui.theme import theme
from ui.wizard.small_draft import SmallDraft

_ICONS = {RETURN: "undo-2", SIGN: "signature", TALK: "hourglass"}


class RecordPanel(QWidget):
    """Two parts that a page lays out: ``main`` with the answers, ``side`` with the comments."""

    changed = Signal()
    """Something was recorded."""
    opened = Signal(object)
    """The case was asked for."""

    def __init__(self, desk: Desk, navigator: Navigator, *, offers_to_sign: bool = True) -> None:
        """:param offers_to_sign: as ``Choices`` has it."""
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self.record: ToSign | None = None
        self._field = ""
        self.main = Card(padding=0)
        self._head = Label("", "section")
        self._asked = Label("", "help", "text2")
        self.open_button = Button("Open the case", "secondary", "folder-open", "small")
        self.open_button.clicked.connect(self._on_open)
        head = QWidget()
        row = QHBoxLayout(head)
        px = theme().px
        row.setContentsMargins(px(20), px(12), px(16), px(12))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._head)
        words.addWidget(self._asked)
        row.addLayout(words, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignTop)
        self.answers = AnswerRows()
        self.answers.value_changed.connect(self._on_chosen)
        self.main.body.setSpacing(0)
        self.main.body.addWidget(head)
        self.main.body.addWidget(self.answers)
        self.side = QWidget()
        self.pins = PinColumn()
        self.comment = TextArea("Add a comment to the chosen answer")
        self._comment_row = FieldRow("Add a comment to the chosen answer", "", self.comment)
        self.comment.value_changed.connect(self._comment_row.clear_error)
        self.add_button = Button("Add the comment", "secondary", "message-square")
        self.add_button.clicked.connect(self.add_comment)
        self.choices = Choices(offers_to_sign=offers_to_sign)
        self.choices.value_changed.connect(self.changed)
        # A draft for each of the two, as each becomes an entry of its own.
        self._comment_draft = SmallDraft(
            desk, None, "", self._read_comment, self._show_comment, self.side
        )
        self._word_draft = SmallDraft(
            desk, None, "", self.choices.read, self.choices.show_typed, self.choices
        )
        self.drafts = (self._comment_draft, self._word_draft)
        """What is typed about the record that is shown."""
        for draft in self.drafts:
            draft.report_to(navigator)
        self.comment.value_changed.connect(self._comment_draft.note_change)
        self.choices.typed.connect(self._word_draft.note_change)
        self.choices.put_above(self._word_draft.note)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.pins)
        column.addWidget(self._comment_draft.note)
        column.addWidget(self._comment_row)
        column.addLayout(line)
        column.addWidget(self.choices)
        column.addStretch(1)

    def show_record(self, record_id: UUID) -> None:
        """Show a record as it stands. What is typed about it stays with it; another record is
        not shown while that cannot be kept."""
        record = self._desk.oversight.read(record_id)
        stands = record.standing
        for draft, kind in zip(self.drafts, ("comment", "word"), strict=True):
            if not draft.turn_to(record.case_id, f"{kind} {record_id}"):
                return
        self.record = record
        self.answers.show_answers(record.answers)
        self.answers.choose(self._field)
        self._head.setText(f"{record.family}: {record.name.lower()}")
        asked = stands.asked or stands.last
        if asked is not None:
            day = say_date(local(asked.at).date(), self._desk.clock.today())
            self._asked.setText(f"Sent for sign-off by {asked.by}, {day}, {say_time(asked.at)}")
        self.pins.show_pins(stands.pins)
        self.choices.show_record(record)
        may = stands.waits_for_a_manager and not record.own
        self._comment_row.setVisible(may)
        self.add_button.setVisible(may)
        self._show_chosen()

    def hide_name(self) -> None:
        """The page is called as the record is: once is enough."""
        self._head.hide()

    def set_stacked(self, stacked: bool) -> None:
        """Comments open under their answers where there is no column for them."""
        self.answers.set_inline(stacked)
        self.pins.setVisible(not stacked)

    def keep(self) -> bool:
        """Keep what is typed; False when it could not be."""
        kept = [draft.keep() for draft in self.drafts]
        return all(kept)

    def close_drafts(self) -> None:
        """The page is taken away."""
        for draft in self.drafts:
            draft.close()

    @property
    def may_do(self) -> bool:
        """Whether the record waits, and for this manager among others."""
        record = self.record
        return record is not None and not record.own and record.standing.waits_for_a_manager

    def verb(self) -> str:
        """What the page's button does: "Return to Anita", "Agree and sign", "Keep it to talk
        about"; nothing while nothing can be done or nothing is chosen."""
        record = self.record
        if record is None or not self.may_do or not self.choices.value():
            return ""
        asked = record.standing.asked
        if self.choices.value() == RETURN:
            return f"Return to {asked.by.split()[0]}" if asked and asked.by else "Return it"
        return "Agree and sign" if self.choices.value() == SIGN else "Keep it to talk about"

    def icon(self) -> str:
        """The picture on that button."""
        return _ICONS.get(self.choices.value(), "check")

    def add_comment(self) -> bool:
        """Pin what is typed to the chosen answer; False when it could not be, and its row says
        why."""
        record = self.record
        if record is None:
            return False
        if not self.comment.value():
            self._comment_row.set_error("Enter the comment")
            return False
        try:
            self._desk.oversight.pin(
                record.record_id,
                self.answers.value(),
                self.comment.value(),
                draft=self._comment_draft.page,
            )
        except EhdeskError as error:
            self._comment_row.set_error(_in_words(error))
            return False
        self.comment.set_value("")
        self._comment_draft.begin_anew()
        self.choices.put_choice(RETURN)
        self.show_record(record.record_id)
        self.changed.emit()
        return True

    def do(self) -> str:
        """Do what is chosen; what was done in words, or nothing when it could not be: then the
        card says why. A comment that is still in the box is pinned first, when it is returned; a
        record is not signed over one that nobody would see again."""
        record, chosen = self.record, self.choices.value()
        if record is None:
            return ""
        if not chosen:
            self._say_wrong("Choose what is to be done with this record")
            return ""
        if self.comment.value() and chosen == RETURN and not self.add_comment():
            return ""
        if self.comment.value() and chosen == SIGN:
            self._say_wrong("A comment is typed that is not added. Add it, or take it out.")
            return ""
        oversight, words, draft = self._desk.oversight, self.choices.words(), self._word_draft.page
        try:
            if chosen == RETURN:
                oversight.give_back(record.record_id, words, draft=draft)
                done = "Returned for changes"
            elif chosen == SIGN:
                oversight.sign(record.record_id, words, draft=draft)
                done = "Signed"
            else:
                oversight.talk_first(record.record_id, words, draft=draft)
                done = "Kept on the list"
        except EhdeskError as error:
            self._say_wrong(_in_words(error))
            return ""
        self.choices.done()
        self._word_draft.begin_anew()
        return f"{done}: {record.family}, {record.name.lower()}"

    def _say_wrong(self, words: str) -> None:
        self.choices.summary.show_problems([("", words)])

    def _read_comment(self) -> dict[str, str]:
        comment = self.comment.value()
        return {"comment": comment, "field": self._field if comment else ""}

    def _show_comment(self, typed: Mapping[str, Any]) -> None:
        self.comment.set_value(str(typed["comment"]))
        self._field = str(typed["field"])
        self.answers.choose(self._field)

    def _show_chosen(self) -> None:
        question = self.answers.chosen_question()
        self._comment_row.set_hint(f"On “{question}”" if question else "")
        self.pins.mark_chosen(self.answers.value())

    def _on_chosen(self) -> None:
        self._field = self.answers.value()
        self._comment_draft.note_change()
        self._show_chosen()

    def _on_open(self) -> None:
        if self.record is not None:
            self.opened.emit(self.record.case_id)


def _in_words(error: EhdeskError) -> str:
    said = (error.message, error.what_to_do)
    return " ".join([f"{error.title}.", *(part for part in said if part)])
