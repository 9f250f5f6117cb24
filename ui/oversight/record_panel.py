"""A record with its answers, its comments, and what a manager does with it."""

from __future__ import annotations

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
from ui.kit.text_area import TextArea
from ui.oversight.answer_rows import AnswerRows
from ui.oversight.choices import RETURN, SIGN, Choices
from ui.oversight.pins import PinColumn
from ui.theme import theme


class RecordPanel(QWidget):
    """Two parts that a page lays out: ``main`` with the answers, ``side`` with the comments."""

    changed = Signal()
    """Something was recorded."""
    opened = Signal(object)
    """The case was asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.record: ToSign | None = None
        self._typed: dict[UUID, str] = {}
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
        self.answers.value_changed.connect(self._show_chosen)
        self.main.body.setSpacing(0)
        self.main.body.addWidget(head)
        self.main.body.addWidget(self.answers)
        self.side = QWidget()
        self.pins = PinColumn(can_answer=False)
        self.comment = TextArea("Add a comment to the chosen answer")
        self._comment_row = FieldRow("Add a comment to the chosen answer", "", self.comment)
        self.comment.value_changed.connect(self._on_typed)
        self.add_button = Button("Add the comment", "secondary", "message-square")
        self.add_button.clicked.connect(self.add_comment)
        self.choices = Choices()
        self.choices.value_changed.connect(self.changed)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.pins)
        column.addWidget(self._comment_row)
        column.addLayout(line)
        column.addWidget(self.choices)
        column.addStretch(1)

    def show_record(self, record_id: UUID) -> None:
        """Show a record as it stands. What is typed about it stays with it."""
        self.record = self._desk.oversight.read(record_id)
        record, stands = self.record, self.record.standing
        self._head.setText(f"{record.family}: {record.name.lower()}")
        asked = stands.asked or stands.last
        if asked is not None:
            day = say_date(local(asked.at).date(), self._desk.clock.today())
            self._asked.setText(f"Sent for sign-off by {asked.by}, {day}, {say_time(asked.at)}")
        self.answers.show_answers(record.answers)
        self.pins.show_pins(stands.pins)
        self.choices.show_record(record)
        may = stands.waits_for_a_manager and not record.own
        self._comment_row.setVisible(may)
        self.add_button.setVisible(may)
        if self.comment.value() != self._typed.get(record_id, ""):
            self.comment.set_value(self._typed.get(record_id, ""))
        self._show_chosen()

    def set_stacked(self, stacked: bool) -> None:
        """Comments open under their answers where there is no column for them."""
        self.answers.set_inline(stacked)
        self.pins.setVisible(not stacked)

    def has_typed(self) -> bool:
        """Whether a comment is typed that is not added yet."""
        return any(text.strip() for text in self._typed.values())

    def verb(self) -> str:
        """What the page's button does: "Return to Anita", "Agree and sign", "Keep it to talk
        about"; nothing while nothing can be done."""
        record = self.record
        if record is None or record.own or not record.standing.waits_for_a_manager:
            return ""
        asked = record.standing.asked
        if self.choices.value() == RETURN:
            return f"Return to {asked.by.split()[0]}" if asked and asked.by else "Return it"
        return "Agree and sign" if self.choices.value() == SIGN else "Keep it to talk about"

    def add_comment(self) -> None:
        """Pin what is typed to the chosen answer."""
        record = self.record
        if record is None:
            return
        if not self.comment.value():
            self._comment_row.set_error("Enter the comment")
            return
        self._desk.oversight.pin(record.record_id, self.answers.value(), self.comment.value())
        self._typed.pop(record.record_id, None)
        self.comment.set_value("")
        self.choices.cards.set_value(RETURN)
        self.show_record(record.record_id)
        self.changed.emit()

    def do(self) -> str:
        """Do what is chosen; what was done in words, or nothing when it could not be: then the
        card says why. A comment that is still in the box is pinned first."""
        record = self.record
        if record is None:
            return ""
        if self.comment.value() and self.choices.value() == RETURN:
            self.add_comment()
        words = self.choices.words()
        try:
            if self.choices.value() == RETURN:
                self._desk.oversight.give_back(record.record_id, words)
                done = "Returned for changes"
            elif self.choices.value() == SIGN:
                self._desk.oversight.sign(record.record_id, words)
                done = "Signed"
            else:
                self._desk.oversight.talk_first(record.record_id, words)
                done = "Kept on the list"
        except EhdeskError as error:
            said = " ".join(part for part in (error.message, error.what_to_do) if part)
            self.choices.summary.show_problems([("", f"{error.title}. {said}")])
            return ""
        self.choices.done()
        return f"{done}: {record.family}, {record.name.lower()}"

    def _show_chosen(self) -> None:
        question = self.answers.chosen_question()
        self._comment_row.set_hint(f"On “{question}”" if question else "")

    def _on_typed(self) -> None:
        self._comment_row.clear_error()
        if self.record is not None:
            self._typed[self.record.record_id] = self.comment.value()

    def _on_open(self) -> None:
        if self.record is not None:
            self.opened.emit(self.record.case_id)
