"""Assessment: what it says so far, or what was agreed at the first meeting of the team."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import State
from ehdesk.domain.records import Record
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date
from ui.cases.answer_view import SectionCard
from ui.cases.case_tab import CaseTab
from ui.cases.emptied import empty
from ui.cases.reading import ReadSection, read_record
from ui.kit.buttons import Button
from ui.kit.empty_state import EmptyState
from ui.kit.labels import Label
from ui.kit.navigation import Command, Navigator
from ui.kit.pill import Pill
from ui.kit.segments import Segments
from ui.theme import theme


class AssessmentTab(CaseTab):
    """The assessment in words; it is filled in in the wizard."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self._case: Case | None = None
        self._shown: object = None
        self.open_button = Button("Continue the assessment", "primary", "clipboard-list")
        self.open_button.clicked.connect(self._on_open)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme().px(12))
        self._title = Label(desk.pack.first_use("eha"), "section", wrap=False)
        self._pill = Pill("", "none")
        self._line = Label("", "help", "text2")
        for part in (self._title, self._pill):
            head.addWidget(part)
        head.addWidget(self._line, 1)
        self._progress = Segments(0, 1)
        self._sections = QVBoxLayout()
        self._sections.setSpacing(theme().px(14))
        self.body.addWidget(self._head)
        self.body.addWidget(self._progress)
        self.body.addLayout(self._sections)
        self.body.addStretch(1)

    def header_actions(self) -> Sequence[Button]:
        return (self.open_button,) if self._may_write() else ()

    def commands(self) -> Sequence[Command]:
        if not self._may_write():
            return ()
        return (Command(self.open_button.text(), self._on_open, icon="clipboard-list"),)

    def show_case(self, case: Case) -> None:
        self._case = case
        draft = case.draft("eha")
        done = case.finished("eha")
        self.open_button.setText("Continue the assessment" if draft else "Start the assessment")
        record = draft or (done[-1] if done else None)
        shown = (record, case.areas, case.needs, case.voices, case.people, self._may_write())
        if shown == self._shown:
            return
        self._shown = shown
        self._head.setVisible(record is not None)
        self._progress.setVisible(draft is not None)
        empty(self._sections)
        if record is None:
            self._show_nothing(case)
            return
        self._show_state(case, record)
        self._show_sections(read_record(record, case, self.desk))

    def _may_write(self) -> bool:
        case = self._case
        if case is None or not case.is_open or not self.desk.may(Deed.WORK):
            return False
        return case.draft("eha") is not None or (
            case.state is State.ASSESSING and not case.finished("eha")
        )

    def _show_state(self, case: Case, record: Record) -> None:
        today = self.desk.clock.today()
        if record.finished_at is not None:
            day = say_date(local(record.finished_at).date(), today)
            self._pill.set_state("Finalised", "done", "circle-check")
            self._line.setText(
                self.desk.pack.say(
                    "Agreed at the first {taf} meeting, {day}. It stays as it was.", day=day
                )
            )
            return
        day = say_date(local(record.saved_at).date(), today)
        self._pill.set_state("Being written", "track", "square-pen")
        self._line.setText(
            f"{record.steps_done} of {record.steps_total} steps done, last saved {day}. "
            + self.desk.pack.say("The first {taf.full} meeting finalises it.")
        )
        self._progress.set_progress(record.steps_done, record.steps_total)

    def _show_sections(self, sections: Sequence[ReadSection]) -> None:
        for section in sections:
            if section.answers:
                self._sections.addWidget(SectionCard(section, self.desk.pack))
        blank = [section.title for section in sections if not section.answers]
        if blank:
            words = f"Nothing written yet under: {', '.join(blank)}."
            self._sections.addWidget(Label(words, "help", "text2"))

    def _show_nothing(self, case: Case) -> None:
        if case.state is State.ASSESSING:
            line = "Begin with what the request already says; the family is there."
        elif case.is_open:
            line = "An assessment begins when a request is accepted for one."
        else:
            line = "This case ended without an assessment."
        self._sections.addWidget(EmptyState("clipboard-list", "No assessment", line))

    def _on_open(self) -> None:
        if self._case is not None:
            self.navigator.open_record(self.desk.assessments.open(self._case.id))
