"""What the hub wants to know of whoever asked for help, answered on the page of the case."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.beside import HubQuestion
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import State
from ehdesk.kernel.dates import say_date
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.drafts import Draft
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.field_row import FieldRow
from ui.kit.navigation import Navigator
from ui.kit.text_area import TextArea
from ui.theme import theme
from ui.wizard.small_draft import SmallDraft


class HubAnswers(Card):
    """A box for each question that has no answer yet; what is typed is kept until it is recorded.
    Hidden while there is none, and for whoever may add nothing to a record."""

    def __init__(self, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(desk.pack.say("The {hub} asks"), parent=parent)
        self._desk, self._navigator = desk, navigator
        self.open: dict[str, OneAnswer] = {}
        """The boxes by the key of their question."""
        self.hide()

    def show_case(self, case: Case, begun: Mapping[str, Draft]) -> None:
        """The open questions. A box that is being written in stays as it is."""
        may = case.state is State.HUB and self._desk.may(Deed.ADD_TO_RECORD)
        asked = {str(one.id): one for one in case.hub_questions if may and one.is_open}
        for key in [key for key in self.open if key not in asked]:
            gone = self.open.pop(key)
            gone.draft.close()
            gone.hide()
            gone.deleteLater()
        for key, question in asked.items():
            if key not in self.open:
                one = OneAnswer(self._desk, self._navigator, case, question, begun)
                self.open[key] = one
                self.body.addWidget(one)
        self.setVisible(bool(self.open))

    def begin(self) -> bool:
        """Put the keyboard into the first box; False when there is none."""
        first = next(iter(self.open.values()), None)
        if first is not None:
            first.text.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def drafts(self) -> list[SmallDraft]:
        """What is typed in the boxes, each as it is kept."""
        return [one.draft for one in self.open.values()]

    def keep(self) -> None:
        """Keep what is typed now."""
        for one in self.open.values():
            one.draft.keep()

    def left(self) -> None:
        """The page is taken away."""
        for one in self.open.values():
            one.draft.close()


class OneAnswer(QWidget):
    """A question and the box for its answer."""

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        case: Case,
        question: HubQuestion,
        begun: Mapping[str, Draft],
    ) -> None:
        super().__init__()
        self._desk, self._navigator, self._question = desk, navigator, question
        self.text = TextArea(question.question)
        on = say_date(question.asked_on, desk.clock.today())
        self.row = FieldRow(question.question, f"Asked {on}.", self.text)
        self.button = Button("Record the answer", "primary", "check")
        self.button.setAccessibleName(f"Record the answer: {question.question}")
        self.button.clicked.connect(self._on_record)
        self.draft = SmallDraft(
            desk,
            case.id,
            f"hub answer {question.id}",
            lambda: {"text": self.text.value()},
            lambda typed: self.text.set_value(str(typed.get("text") or "")),
            self,
            begun=begun,
        )
        self.draft.report_to(navigator)
        self.text.value_changed.connect(self.draft.note_change)
        self.text.value_changed.connect(self.row.clear_error)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        column.addWidget(self.draft.note)
        column.addWidget(self.row)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_record(self) -> None:
        answer = self.text.value()
        if not answer.strip():
            self.row.set_error("Enter the answer")
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        by = self._desk.user.name
        try:
            self._desk.hub.answer(self._question.id, answer, by, draft=self.draft.page)
        except EhdeskError as error:
            self.row.set_error(str(error))
            return
        self.draft.finish()
        self._navigator.say("The answer is with the request")
