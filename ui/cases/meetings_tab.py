"""Meetings: every Team Around the Family (TAF) meeting, one of them to read (picture 11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.case import Case, Meeting, Record
from ehdesk.domain.pathway import State
from ehdesk.kernel.dates import say_date, say_day_month
from ui.cases.case_menu import record_contact
from ui.cases.case_tab import CaseTab
from ui.cases.emptied import empty
from ui.cases.meeting_view import MeetingView, meeting_line
from ui.cases.reading import ReadSection, read_draft, read_finished
from ui.cases.record_chips import RecordChips
from ui.kit.buttons import Button
from ui.kit.empty_state import EmptyState
from ui.kit.labels import Label
from ui.kit.navigation import Command, Navigator
from ui.kit.pill import Pill
from ui.theme import theme


class MeetingsTab(CaseTab):
    """A meeting is written in the wizard and read here."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self._case: Case | None = None
        self._shown: object = None
        self.contact_button = Button("Record a contact", "secondary", "notebook-pen")
        self.contact_button.clicked.connect(self._on_contact)
        self.start_button = Button("Plan a meeting", "primary", "calendar")
        self.start_button.clicked.connect(self._on_start)
        self.chips = RecordChips("Meetings")
        self.chips.chosen.connect(lambda _key: self._show_chosen())
        self.title = Label("", "section", wrap=False)
        self._pill = Pill("", "none")
        self._line = Label("", "help", "text2")
        head = QHBoxLayout()
        head.setSpacing(theme().px(12))
        head.addWidget(self.title)
        head.addWidget(self._pill)
        head.addStretch(1)
        self._head = QWidget()
        column = QVBoxLayout(self._head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        column.addLayout(head)
        column.addWidget(self._line)
        self._next = Label("", "help", "text2")
        self._view = QVBoxLayout()
        self.body.addWidget(self.chips)
        self.body.addWidget(self._head)
        self.body.addLayout(self._view)
        self.body.addWidget(self._next)
        self.body.addStretch(1)

    def header_actions(self) -> Sequence[Button]:
        case = self._case
        if case is None or not case.is_open or self.desk.read_only:
            return ()
        buttons = [self.contact_button]
        return (*buttons, self.start_button) if self._may_meet(case) else tuple(buttons)

    def commands(self) -> Sequence[Command]:
        if self._case is None or not self._may_meet(self._case):
            return ()
        return (Command(self.start_button.text(), self._on_start, icon="calendar"),)

    def show_case(self, case: Case) -> None:
        self._case = case
        begun = case.draft("taf_meeting") is not None
        self.start_button.setText("Continue the meeting" if begun else "Plan a meeting")
        self.chips.set_options([(str(m.id), self._chip(m)) for m in case.meetings])
        self._show_chosen()
        last = case.held_meetings[-1] if case.held_meetings else None
        if last and last.next_on and not begun and case.is_open:
            day = say_date(last.next_on, self.desk.clock.today())
            place = f", {last.next_venue}" if last.next_venue else ""
            self._next.setText(
                self.desk.pack.say(
                    "Next: {taf} meeting {number}, {day}{place}.",
                    number=last.number + 1,
                    day=day,
                    place=place,
                )
            )
        else:
            self._next.setText("")

    def _may_meet(self, case: Case) -> bool:
        return case.state in (State.ASSESSING, State.PLAN) and not self.desk.read_only

    def _chip(self, meeting: Meeting) -> str:
        day = meeting.held_on or meeting.planned_on
        words = self.desk.pack.say("{taf} {number}", number=meeting.number)
        if not meeting.finished:
            return f"{words}, being written"
        return f"{words}, {say_day_month(day, self.desk.clock.today())}" if day else words

    def _show_chosen(self) -> None:
        case, key = self._case, self.chips.value()
        if case is None:
            return
        meeting = next((m for m in case.meetings if str(m.id) == key), None)
        record = _record_of(case, meeting) if meeting else None
        shown = (meeting, record, case.is_open)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._view)
        self._head.setVisible(meeting is not None)
        if meeting is None:
            line = _nothing(case, self.desk.pack)
            self._view.addWidget(EmptyState("users-round", "No meetings yet", line))
            return
        self.title.setText(self.desk.pack.say("{taf} meeting {number}", number=meeting.number))
        state = ("Recorded", "done", "check") if meeting.finished else ("Draft", "track", "pencil")
        self._pill.set_state(*state)
        line = meeting_line(meeting)
        if meeting.number == 1:
            line += self.desk.pack.say("  ·  the first {taf.name} meeting")
        self._line.setText(line)
        sections: tuple[ReadSection, ...] = ()
        if record is not None and record.finished_at is not None:
            sections = read_finished(record, self.desk)
        elif record is not None:
            sections = read_draft(record, case, self.desk)
        self._view.addWidget(MeetingView(meeting, sections, case, self.desk.pack))

    def _on_start(self) -> None:
        if self._case is not None:
            self.navigator.open_record(self.desk.meetings.start(self._case.id))

    def _on_contact(self) -> None:
        if self._case is not None:
            record_contact(self._case, self.desk, self.navigator)


def _record_of(case: Case, meeting: Meeting) -> Record | None:
    return next((record for record in case.records if record.subject_id == meeting.id), None)


def _nothing(case: Case, pack: Pack) -> str:
    if case.state is State.ASSESSING:
        return pack.say("The first {taf.full} meeting agrees the assessment and the plan.")
    if case.is_open:
        return pack.say("{taf.a_full} meets about an assessment or a plan.")
    return pack.say("This case ended without {taf.a_full} meeting.")
