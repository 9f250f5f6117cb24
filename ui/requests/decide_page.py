"""Deciding a request: what came in at the left, the decision at the right (picture 06)."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.pathway import move_title
from ehdesk.domain.words import waiting
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_time
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ui.fields.side_by_side import SideBySide
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.error_summary import ErrorSummary
from ui.kit.labels import Label
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.pill import Pill
from ui.requests.decide_cards import (
    HARM,
    ChecksCard,
    HarmCard,
    OutcomeCard,
    QuestionsCard,
    next_words,
)
from ui.requests.decided_card import DecidedCard
from ui.requests.decision_form import DecisionForm
from ui.requests.request_card import RequestCard
from ui.theme import theme
from ui.work.meanwhile_card import MeanwhileCard


class DecidePage(Page):
    """Saved as it is typed; *Record decision* asks for what is missing."""

    made_anew = True

    def __init__(self, desk: Desk, navigator: Navigator, case_id: UUID) -> None:
        super().__init__()
        self._desk = desk
        self._navigator = navigator
        self._case_id = case_id
        case = self._case = desk.cases.get(case_id)
        self.form = DecisionForm(desk, navigator, case_id, self)
        self.form.answered.connect(self._on_answered)
        self.header = PageHeader(case.family.title, breadcrumb=("Requests",))
        self.header.set_title(f"{case.family.title}: decide the request")
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(Place("requests")))
        since = case.step_on("send", "back_to_request", "accept", "back_to_accepted")
        self._waits = Pill(waiting(since, desk.clock.today()) if since else "", "wait", "hourglass")
        self.header.add_action(self._waits)
        self._waits.setVisible(since is not None)
        self.summary = ErrorSummary()
        self.summary.problem_chosen.connect(self._on_problem_chosen)
        self.request = RequestCard(case, desk.pack, desk.clock.today())
        self.request.form_wanted.connect(self._on_form_wanted)
        self.meanwhile = MeanwhileCard(desk)
        self.meanwhile.show_case(case)
        self.decided: DecidedCard | None = None
        self.harm = HarmCard(self.form, desk.pack)
        self.checks = ChecksCard(self.form)
        self.outcome = OutcomeCard(self.form, desk.pack)
        self._lay_out()
        self._show()

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        return (("Requests", Place("requests")),)

    def case_id(self) -> UUID:
        return self._case_id

    def commands(self) -> tuple[Command, ...]:
        return (
            Command("Record the decision", self._on_record_clicked, "Ctrl+Return", "check"),
            Command("A child is at risk of harm now", self._on_harm_said, icon="shield-alert"),
        )

    def refresh(self, changed: Changed | None = None) -> None:
        if self.form.is_finished:
            self._show_decided()
        else:
            self._show()

    def focus_start(self) -> None:
        self.header.focus_title()

    def keep(self) -> None:
        self.form.keep()

    def has_unsaved(self) -> bool:
        return self.form.autosave.has_unsaved

    def may_leave(self) -> bool:
        if self.form.keep():
            return True
        text = "Your last changes are only on this screen. If you go now they are lost."
        return ask.confirm(self, "Not saved", text, "Go and lose them")

    def left(self) -> None:
        self.form.close()
        self.form.autosave.stop()  # also when it could not be kept: the window asked

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.request, self.harm, self.checks, self.outcome

    def _show_decided(self) -> None:
        """What is next, who is told, and the letters, in place of the questions."""
        if self.decided is not None:
            return
        case = self._desk.cases.get(self._case_id)
        self.decided = DecidedCard(self._desk, self._navigator, case)
        self._page.body.insertWidget(0, self.decided)
        self._both.hide()
        self.summary.hide()
        for part in (self.draft, self.record, self._waits):
            part.hide()
        self.header.set_title(f"{case.family.title}: decided")
        self._next.setText("A recorded decision is corrected by a new dated entry.")
        self.title_changed.emit()

    def _lay_out(self) -> None:
        px = theme().px
        self._page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for card in (self.harm, self.checks, self.outcome):
            column.addWidget(card)
        column.addStretch(1)
        both = QWidget()
        sides = SideBySide(both, gap=px(18), line_gap=px(16), fill=True)
        left = QWidget()
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(px(12))
        beside.addWidget(self.request)
        beside.addWidget(self.meanwhile)
        beside.addStretch(1)
        sides.add(left, 38, px(330))
        sides.add(right, 62, px(560))
        self._page.body.addWidget(self.summary)
        self._both = both
        self._page.body.addWidget(both)
        self._page.body.addStretch(1)
        self._next = Label("", "help", "text2")
        self.draft = Button("Save as draft")
        self.draft.clicked.connect(self._on_draft_clicked)
        self.record = Button("Record decision", "primary", "check")
        self.record.clicked.connect(self._on_record_clicked)
        bar = self._page.footer
        bar.addWidget(self._next, 1)
        bar.addWidget(self.draft)
        bar.addWidget(self.record)
        for button in (self.draft, self.record):
            button.setVisible(not self.form.read_only)

    def _show(self) -> None:
        """Bring every card to what the answers say now."""
        harm = self.form.session.value(HARM) == "yes"
        self.harm.refresh()
        self.checks.refresh()
        self.outcome.refresh()
        self.checks.setHidden(harm)
        self.outcome.setHidden(harm)
        self.meanwhile.setHidden(harm or not self.meanwhile.words)
        self.record.setText("Record the referral" if harm else "Record decision")
        self.record.updateGeometry()
        self._next.setText(next_words(self.form.session, self._desk.pack))
        self._show_problems()

    def _show_problems(self) -> None:
        session = self.form.session
        self.harm.show_problems(session.problems("harm"))
        self.checks.show_problems(session.problems("checks"))
        self.outcome.show_problems(session.problems("outcome"))

    def _on_answered(self, key: str) -> None:
        session = self.form.session
        if key == HARM and session.value(HARM) == "yes" and not session.value("harm.das_on"):
            now = self._desk.clock.now()
            self.form.give("harm.das_on", local(now).date().isoformat())
            self.form.give("harm.das_at", say_time(now))
        if key == HARM:
            self.form.autosave.save_now()
        self._show()
        if self.summary.isVisible():
            self._summarise(take_focus=False)

    def _summarise(self, *, take_focus: bool) -> None:
        """The error summary as it stands; it never takes the keyboard while someone types."""
        session = self.form.session
        problems = [p for s in session.sections() for p in session.problems(s.key)]
        shown = [link.accessibleName() for link in self.summary.links()]
        if not take_focus and shown == [p.message for p in problems]:
            return
        before = QApplication.focusWidget()
        entries = [(f"{p.field_key} {p.row_id or ''}", p.message) for p in problems]
        self.summary.show_problems(entries)
        if not take_focus and before is not None and self.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_problem_chosen(self, entry: str) -> None:
        key, _, row_id = entry.partition(" ")
        if not key:
            return
        section = self.form.session.form.section_of(key).key
        cards: dict[str, QuestionsCard] = {
            "harm": self.harm,
            "checks": self.checks,
            "outcome": self.outcome,
        }
        card = cards[section]
        card.focus_problem(key, row_id or None)
        at = QApplication.focusWidget()
        if at is not None and card.isAncestorOf(at):
            self._page.scroll_area.ensureWidgetVisible(at, 0, theme().px(80))

    def _on_record_clicked(self) -> None:
        if self.form.to_fix():
            self._show_problems()
            self._summarise(take_focus=True)
            self._page.scroll_area.verticalScrollBar().setValue(0)
            return
        try:
            move = str(self.form.finish())
        except EhdeskError as error:
            self.summary.show_problems([("", str(error))])
            return
        title = move_title(move, self._desk.pack)
        self._navigator.say(f"Recorded: {title[:1].lower()}{title[1:]}")
        self._show_decided()
        self._page.scroll_area.verticalScrollBar().setValue(0)
        self.header.focus_title()

    def _on_draft_clicked(self) -> None:
        if self.form.keep():
            self._navigator.say("Saved as a draft. It is under Drafts to finish on Today.")
            self._navigator.go(Place("requests"))

    def _on_harm_said(self) -> None:
        self.form.give(HARM, "yes")

    def _on_form_wanted(self) -> None:
        requests = self._case.finished("request") or self._case.records
        if requests:
            self._navigator.open_record(requests[-1].id)
