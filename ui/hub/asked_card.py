"""Asked and answered: a question, Tab, its answer; Enter adds it. What is typed is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.beside import HubQuestion
from ehdesk.kernel.errors import EhdeskError
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator
from ui.kit.text_input import TextInput
from ui.theme import theme
from ui.wizard.small_draft import SmallDraft

PAGE = "hub_question"
_NEXT = "Next question. Tab goes to the answer"


class AskedCard(Card):
    """``by`` says who answers, for the record."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        case_id: UUID,
        questions: tuple[HubQuestion, ...],
        by: Callable[[], str],
        *,
        replied: bool,
    ) -> None:
        """:param replied: whether a professional asked, who is written to with the decision."""
        super().__init__("Asked and answered", padding=16)
        self._desk, self._navigator, self._case_id, self._by = desk, navigator, case_id, by
        goes = "goes to the school with the decision" if replied else "kept with the request"
        self.add_action(Label(goes, "help", "text2", wrap=False))
        self._shown: tuple[HubQuestion, ...] | None = None
        self._open: dict[str, TextInput] = {}
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(6))
        self.question, self.answer = TextInput(_NEXT), TextInput("Answer")
        for box in (self.question, self.answer):
            box.prose = True
        self._question_row = FieldRow(_NEXT, "", self.question)
        self._answer_row = FieldRow("Answer", "", self.answer)
        self.add_button = Button("Add it", "secondary", "plus", "small")
        self.add_button.clicked.connect(self.add)
        self.body.addWidget(self._list)
        self.show_questions(questions)
        self.draft = SmallDraft(desk, case_id, PAGE, self._read, self._show, self)
        self.draft.report_to(navigator)
        for part in (self.draft.note, self._question_row, self._answer_row):
            self.body.addWidget(part)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for box in (self.question, self.answer):
            box.value_changed.connect(self._on_typed)
            box.installEventFilter(self)
        self._on_typed(note=False)

    def show_questions(self, questions: tuple[HubQuestion, ...]) -> None:
        """What was asked so far. What somebody types into an open one stays."""
        if questions == self._shown:
            return
        self._shown = questions
        typed = {key: box.value() for key, box in self._open.items()}
        self._open = {}
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in questions:
            line = QWidget()
            sides = SideBySide(line, gap=theme().px(16), line_gap=theme().px(4))
            sides.add(Label(one.question, "help", "text2"), 34, theme().px(150))
            if one.is_open:
                box = TextInput(f"Answer to: {one.question}")
                box.set_value(typed.get(str(one.id), ""))
                box.value_changed.connect(self._on_typed)
                box.returnPressed.connect(lambda key=str(one.id): self._on_answered(key))
                self._open[str(one.id)] = box
                sides.add(box, 66, theme().px(200))
            else:
                sides.add(Label(one.answer, "help"), 66, theme().px(200))
            self._rows.addWidget(line)
        self._list.setVisible(bool(questions))

    def add(self) -> None:
        """Put the question and its answer into the record; the next one may be typed."""
        try:
            self._note()
        except EhdeskError as error:
            self._say_wrong(error)
            return
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the question goes to the answer, Enter in the answer adds both; so does Tab
        out of an answer, with the next question waiting."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            tab = event.key() == Qt.Key.Key_Tab
            if enter and watched is self.question and self.question.value():
                self.answer.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            done = enter or (tab and bool(self.answer.value()))
            if watched is self.answer and self.question.value() and done:
                self.add()
                return True
        return super().eventFilter(watched, event)

    def keep(self) -> bool:
        """Keep what is typed now."""
        return self.draft.keep()

    def close_draft(self) -> None:
        """The card is taken away."""
        self.draft.close()

    def settle(self) -> None:
        """All that is typed goes into the record: the request was heard.

        :raises EhdeskError: when something of it cannot; it stays in its box.
        """
        try:
            for key in tuple(self._open):
                self._answer(key)
            if self.question.value() or self.answer.value():
                self._note()
        except EhdeskError as error:
            self._say_wrong(error)
            raise

    def _note(self) -> None:
        question, answer = self.question.value(), self.answer.value()
        page = "" if self._typed() else PAGE
        self._desk.hub.ask(self._case_id, question, answer, self._by(), draft=page)
        for box in (self.question, self.answer):
            box.set_value("")
        self._recorded()

    def _answer(self, key: str) -> None:
        """Record what is typed into an open question, where there is anything."""
        box = self._open[key]
        said = box.value()
        if not said:
            return
        others = {other for other in self._typed() if other != key}
        page = "" if others or self.question.value() or self.answer.value() else PAGE
        self._desk.hub.answer(UUID(key), said, self._by() or "The school", draft=page)
        box.set_value("")
        self._recorded()

    def _recorded(self) -> None:
        """Something went into the record; what else is typed goes on being kept."""
        self._question_row.clear_error()
        if self._typed() or self.question.value() or self.answer.value():
            self._on_typed()
            self.draft.keep()
            return
        self.draft.begin_anew()
        self._on_typed(note=False)

    def _say_wrong(self, error: EhdeskError) -> None:
        self._question_row.set_error(f"{error.title}. {error.what_to_do}".strip())
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> dict[str, str]:
        """What stands in the boxes of open questions, by the question."""
        return {key: box.value() for key, box in self._open.items() if box.value()}

    def _on_answered(self, key: str) -> None:
        try:
            self._answer(key)
        except EhdeskError as error:
            self._say_wrong(error)
            return
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, *, note: bool = True) -> None:
        self._answer_row.setVisible(bool(self.question.value() or self.answer.value()))
        self.add_button.setVisible(bool(self.question.value()))
        if self.question.value():
            self._question_row.clear_error()
        if note:
            self.draft.note_change()

    def _read(self) -> dict[str, Any]:
        boxes = {"question": self.question.value(), "answer": self.answer.value()}
        return {**boxes, "open": self._typed()}

    def _show(self, typed: Mapping[str, Any]) -> None:
        self.question.set_value(str(typed.get("question") or ""))
        self.answer.set_value(str(typed.get("answer") or ""))
        for key, box in self._open.items():
            box.set_value(str((typed.get("open") or {}).get(key) or ""))
