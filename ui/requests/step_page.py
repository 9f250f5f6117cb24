"""Recording a step that needs no form: which, when, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import OfferedForm
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.date_input import DateInput
from ui.kit.error_summary import ErrorSummary
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Place
from ui.kit.note import Note
from ui.kit.option_card import OptionCards
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.text_area import TextArea
from ui.requests.big_number import BigNumber
from ui.requests.step_words import FORM_STEPS, STEP_LINES
from ui.theme import theme
from ui.wizard.draft_page import DraftPage
from ui.wizard.small_draft import SmallDraft

_DAS = "refer_to_das"
_MASP = "masp"


class StepPage(DraftPage):
    """The moves that are possible now, as cards; those with a form of their own open it."""

    made_anew = True

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID, move: str = "") -> None:
        super().__init__(navigator)
        self._desk = desk
        self._case_id = case_id
        self._case = desk.cases.get(case_id)
        self._forms: dict[str, OfferedForm] = {}
        title = self._case.family.title
        self.header = PageHeader("Record a step", self._case.reference, ("Cases", title))
        self.header.set_title(f"{title}: record a step")
        self.header.breadcrumb_chosen.connect(self._on_breadcrumb_chosen)
        self.summary = ErrorSummary()
        self.summary.problem_chosen.connect(self._on_problem_chosen)
        self.moves = OptionCards((), "What happened?", columns=2)
        self.moves_row = FieldRow("What happened?", "", self.moves)
        today = desk.clock.today()
        self.on = DateInput(today, "When did it happen?")
        self.on.set_value(today.isoformat())
        self.on_row = FieldRow("When did it happen?", "", self.on)
        self.why = TextArea("Why, and what was said?")
        self.why_row = FieldRow(
            "Why, and what was said?", "Kept with the step, for whoever looks back.", self.why
        )
        self.nothing = Note("", "neutral")
        self._lay_out()
        self.moves.value_changed.connect(self._show_chosen)
        self.refresh()
        if move in self._codes():
            self.moves.set_value(move)
        self._show_chosen()
        page = f"step {move}" if move else "step"
        self.draft = SmallDraft(desk, case_id, page, self._typed, self._show_typed, self)
        self.draft.report_to(navigator)
        self.draft.note.setMaximumWidth(theme().px(860))
        self._page.body.insertWidget(1, self.draft.note)
        self.header.add_action(self.draft.save_line)
        if not self._codes():
            self.draft.note.hide()
        for box in (self.moves, self.on, self.why):
            box.value_changed.connect(self.draft.note_change)

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        case = Place("case", case_id=self._case_id, tab="overview")
        return (("Cases", Place("cases")), (self._case.family.title, case))

    def case_id(self) -> UUID:
        return self._case_id

    def focus_start(self) -> None:
        self.header.focus_title()

    def refresh(self, changed: Changed | None = None) -> None:
        if changed is not None and self._case_id not in changed.cases:
            return
        case = self._case = self._desk.cases.get(self._case_id)
        steps = self._desk.steps.possible(case)
        self._forms = self._with_a_form(case)
        say = self._desk.pack.say
        cards = [(m.code, m.title, say(STEP_LINES.get(m.code, ""))) for m in steps]
        cards += [(form.code, form.words, form.line) for form in self._forms.values()]
        self.moves.set_options(cards)
        self.nothing.setVisible(not cards)
        none = "No step can be recorded from here. The case page says what is next."
        self.nothing.set_text(self._desk.why_not(Deed.RECORD_STEP) or none)
        for part in (self.moves_row, self.on_row, self.why_row, self.record):
            part.setVisible(bool(cards))
        self.later.setText("Record it later" if cards else "Go back")
        self._show_chosen()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.moves

    def _lay_out(self) -> None:
        px = theme().px
        page = self._page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        card = Card(padding=22)
        card.setMaximumWidth(px(860))
        card.body.setSpacing(px(20))
        self.numbers = QWidget()
        places = SideBySide(self.numbers, gap=px(12), line_gap=px(12), fill=True)
        das, emergency = self._desk.pack.contact("das"), self._desk.pack.contact("emergency")
        places.add(BigNumber(self._desk.pack.say("Call {das} now"), das.phone, das.name), 7)
        places.add(BigNumber("In danger this minute", emergency.phone, emergency.name), 5)
        self.family_note = Note(
            "Tell the family before the panel papers go, unless that would put a child at risk.",
            "neutral",
        )
        for part in (
            self.nothing,
            self.numbers,
            self.moves_row,
            self.family_note,
            self.on_row,
            self.why_row,
        ):
            card.body.addWidget(part)
        page.body.addWidget(self.summary)
        page.body.addWidget(card)
        page.body.addStretch(1)
        self._next = Label("A recorded step is not undone: a correction is a new step.", "help")
        self._next.set_colour("text2")
        self.later = Button("Record it later")
        self.later.clicked.connect(self._navigator.back)
        self.record = Button("Record the step", "primary", "check")
        self.record.clicked.connect(self._on_record_clicked)
        page.footer.addWidget(self._next, 1)
        page.footer.addWidget(self.later)
        page.footer.addWidget(self.record)

    def _with_a_form(self, case: Case) -> dict[str, OfferedForm]:
        """Steps that a form makes, where one may be begun from here."""
        offered = self._desk.case_forms.offered(case)
        return {form.code: form for form in offered if form.code in FORM_STEPS}

    def _open_form(self, code: str) -> None:
        if code == "decision":
            self._navigator.go(Place("decide", case_id=self._case_id))
        elif code == "closure":
            self._navigator.open_record(self._desk.closures.start(self._case_id))
        else:
            self._navigator.open_record(self._desk.case_forms.start(self._case_id, code))

    def _codes(self) -> list[str]:
        steps = self._desk.steps.possible(self._case)
        return [move.code for move in steps] + list(self._forms)

    def _show_chosen(self) -> None:
        code = self.moves.value()
        by_page = code == _DAS or code in self._forms
        self.numbers.setVisible(code == _DAS)
        self.family_note.setVisible(code == _MASP)
        self.on_row.setVisible(bool(self._codes()) and not by_page)
        self.why_row.setVisible(bool(self._codes()) and not by_page)
        words = "Go to the form" if code in self._forms else "Record the step"
        self.record.setText("Write down the call" if code == _DAS else words)
        self.record.set_icon("arrow-right" if by_page else "check")
        if code:
            self.moves_row.clear_error()

    def _faults(self) -> list[tuple[str, str]]:
        faults = []
        if not self.moves.value():
            faults.append(("moves", "Choose what happened"))
            return faults
        if self.moves.value() == _DAS or self.moves.value() in self._forms:
            return faults
        if not self.on.value():
            faults.append(("on", self.on.problem() or "Enter the date"))
        elif date.fromisoformat(self.on.value()) > self._desk.clock.today():
            faults.append(("on", "Enter today’s date or an earlier one"))
        if not self.why.value().strip():
            faults.append(("why", "Enter why, in a few words"))
        return faults

    def _on_record_clicked(self) -> None:
        faults = self._faults()
        words = dict(faults)
        for key, row in self._rows().items():
            row.set_error(words.get(key, ""))
        self.summary.show_problems(faults)
        if faults:
            self._page.scroll_area.verticalScrollBar().setValue(0)
            return
        code = self.moves.value()
        try:
            if code == _DAS:
                self._navigator.go(Place("das", case_id=self._case_id))
                return
            if code in self._forms:
                self._open_form(code)
                return
            self._desk.steps.record(
                self._case_id,
                code,
                on=date.fromisoformat(self.on.value()),
                reason=self.why.value().strip(),
                draft=self.draft.page,
            )
        except EhdeskError as error:
            self.summary.show_problems([("moves", str(error))])
            return
        self.draft.finish()
        self._navigator.say("The step is recorded")
        self._navigator.open_case(self._case_id)

    def _typed(self) -> dict[str, Any]:
        """What is worth keeping: a card that was only chosen is chosen again in a moment."""
        typed = {"on": self.on.value() or self.on.typed(), "why": self.why.value()}
        return typed | {"moves": self.moves.value()} if typed["why"] else typed

    def _show_typed(self, typed: Mapping[str, Any]) -> None:
        self.on.set_value(typed["on"])
        self.why.set_value(typed["why"])
        if typed.get("moves") in self._codes():
            self.moves.set_value(typed["moves"])
        for row in self._rows().values():
            row.clear_error()
        self._show_chosen()

    def _rows(self) -> dict[str, FieldRow]:
        return {"moves": self.moves_row, "on": self.on_row, "why": self.why_row}

    def _on_problem_chosen(self, key: str) -> None:
        self._rows()[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_breadcrumb_chosen(self, place: int) -> None:
        self._navigator.go(self.breadcrumb()[place][1])
