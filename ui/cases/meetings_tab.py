"""Meetings: every Team Around the Family (TAF) meeting, one of them to read (picture 11)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.case_forms import CASE_FORMS
from ehdesk.domain.pathway import State
from ehdesk.domain.plan import Meeting
from ehdesk.kernel.dates import say_date, say_day_month
from ui.cases.case_menu import record_contact
from ui.cases.meeting_view import MeetingView, meeting_line
from ui.cases.reading import ReadSection
from ui.cases.reading_tab import ReadingTab
from ui.kit.buttons import Button
from ui.kit.labels import Label
from ui.kit.navigation import Navigator


class MeetingsTab(ReadingTab[Meeting]):
    """A meeting is written in the wizard and read here."""

    name, form = "meetings", "taf_meeting"
    icon, empty_icon = "calendar", "users-round"
    begin_words, go_on_words = "Plan a meeting", "Continue the meeting"
    done_word = "Recorded"

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self.contact_button = Button("Record a contact", "secondary", "notebook-pen")
        self.contact_button.clicked.connect(self._on_contact)
        self._next = Label("", "help", "text2")
        self.body.addWidget(self._next)
        self.body.addStretch(1)

    def header_actions(self) -> Sequence[Button]:
        case = self.case
        if case is None or not case.is_open or not self.desk.may(Deed.WORK):
            return ()
        return (self.contact_button, *super().header_actions())

    def show_case(self, case: Case) -> None:
        super().show_case(case)
        self._next.setText(self._next_words(case))

    def things(self, case: Case) -> Sequence[Meeting]:
        return case.meetings

    def may_start(self, case: Case) -> bool:
        return not CASE_FORMS[self.form].why_not(case) and self.desk.may(Deed.WORK)

    def start(self, case_id: UUID) -> UUID:
        return self.desk.meetings.start(case_id)

    def short(self, one: Meeting) -> tuple[str, str]:
        day = one.held_on or one.planned_on
        said = say_day_month(day, self.desk.clock.today()) if day else ""
        return self.desk.pack.say("{taf} {number}", number=one.number), said

    def head(self, one: Meeting) -> tuple[str, str]:
        line = meeting_line(one)
        if one.number == 1:
            line += self.desk.pack.say("  ·  the first {taf.name} meeting")
        return self.desk.pack.say("{taf} meeting {number}", number=one.number), line

    def show_one(self, one: Meeting, sections: Sequence[ReadSection], case: Case) -> None:
        self.view.addWidget(MeetingView(one, tuple(sections), case, self.desk.pack))

    def nothing(self, case: Case) -> str:
        say = self.desk.pack.say
        if case.state is State.ASSESSING:
            return say("The first {taf.full} meeting agrees the assessment and the plan.")
        if case.is_open:
            return say("{taf.a_full} meets about an assessment or a plan.")
        return say("This case ended without {taf.a_full} meeting.")

    def _next_words(self, case: Case) -> str:
        last = case.held_meetings[-1] if case.held_meetings else None
        begun = case.draft(self.form) is not None
        if not last or not last.next_on or begun or not case.is_open:
            return ""
        return self.desk.pack.say(
            "Next: {taf} meeting {number}, {day}{place}.",
            number=last.number + 1,
            day=say_date(last.next_on, self.desk.clock.today()),
            place=f", {last.next_venue}" if last.next_venue else "",
        )

    def _on_contact(self) -> None:
        if self.case is not None:
            record_contact(self.case, self.desk, self.navigator)
