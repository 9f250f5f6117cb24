"""Taking down an advice contact (picture 36): nothing is needed but the question and the answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.advice import More
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_time
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ehdesk.services.advice import PAGE
from ui.advice.advice_form import AdviceForm
from ui.kit.buttons import Button
from ui.kit.error_summary import ErrorSummary
from ui.kit.labels import Label
from ui.kit.main_and_side import MainAndSide
from ui.kit.navigation import Command, Navigator, Place
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.pill import Pill
from ui.theme import theme
from ui.wizard.draft_page import DraftPage
from ui.wizard.small_draft import SmallDraft

_UP = (("Requests", Place("requests")), ("Advice contacts", Place("advice_log")))


class AdvicePage(DraftPage):
    """What is typed is kept as a draft of the desk until it is finished."""

    made_anew = True

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(navigator)
        self._desk = desk
        kept = f"No case is opened. Kept for {desk.advice.kept_words}, then cleared."
        self.header = PageHeader("Advice contact", kept, [name for name, _place in _UP])
        self.header.breadcrumb_chosen.connect(lambda at: navigator.go(_UP[at][1]))
        self.summary = ErrorSummary()
        self.summary.problem_chosen.connect(self._on_problem_chosen)
        self.form = AdviceForm(desk)
        begun = desk.drafts.get(None, PAGE)
        self._started = begun.begun_at if begun else desk.clock.now()
        self.draft = SmallDraft(desk, None, PAGE, self.form.read, self.form.show_typed, self)
        self.draft.report_to(navigator)
        self.form.changed.connect(self._on_changed)
        self.header.add_action(self.draft.save_line)
        self.header.add_action(Pill("Not a case", "none", "message-circle"))
        das = desk.pack.contact("das")
        words = f"Any worry about safety: {das.phone}, any hour."
        # In view whether the services are beside the form or under it.
        self.harm = Note(words, "safeguarding", icon="phone-call")
        self._harm_above = Note(words, "safeguarding", icon="phone-call")
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme().px(14))
        beside.addWidget(self.harm)
        beside.addWidget(self.form.services)
        self._page = page = ScrollPage(self.header)
        page.body.addWidget(self.summary)
        page.body.addWidget(self.draft.note)
        page.body.addWidget(self._harm_above)
        both = MainAndSide(self.form, side, side_width=360, least=600, gap=18)
        both.stacked_changed.connect(self._on_stacked)
        page.body.addWidget(both)
        self._on_stacked(both.is_stacked)
        page.body.addStretch(1)
        self._side = side
        self._since = Label("", "help", "text2")
        self.print_button = Button("Print what was given", "secondary", "printer")
        self.print_button.clicked.connect(self._on_print)
        self.print_button.setVisible(desk.may(Deed.TAKE_PAPER))
        self.finish_button = Button("Finish", "primary", "check")
        self.finish_button.clicked.connect(self._on_finish)
        self.finish_button.setVisible(desk.may(Deed.ADVISE))
        page.footer.addWidget(self._since, 1)
        page.footer.addWidget(self.print_button)
        page.footer.addWidget(self.finish_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._say_since()

    def title(self) -> str:
        return "Advice contact"

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        return _UP

    def commands(self) -> Sequence[Command]:
        if not self._desk.may(Deed.ADVISE):
            return ()
        return (
            Command("Finish the advice contact", self._on_finish, "Ctrl+Return", "check"),
            Command("Print what was given", self._on_print, icon="printer"),
        )

    def regions(self) -> Sequence[QWidget]:
        return self.header, self.form, self._side, self.finish_button

    def refresh(self, changed: Changed | None = None) -> None:
        self._say_since()

    def focus_start(self) -> None:
        self.header.focus_title()

    def focus_search(self) -> bool:
        self.form.services.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _on_stacked(self, stacked: bool) -> None:
        self._harm_above.setVisible(stacked)
        self.harm.setVisible(not stacked)

    def _on_changed(self) -> None:
        self.draft.note_change()
        self._say_since()

    def _say_since(self) -> None:
        taken = int((self._desk.clock.now() - self._started).total_seconds() // 60)
        minutes = f", {plural(taken, 'minute')}" if 0 < taken < 120 else ""
        self._since.setText(f"Started {say_time(self._started)}{minutes}. No names are needed.")

    def _on_print(self) -> None:
        if self.draft.keep():
            self._navigator.go(Place("print_desk", paper="advice-given"))

    def _on_finish(self) -> None:
        typed = self.form.typed(self._started)
        faults = self._desk.advice.faults(typed)
        words = dict(faults)
        for key, row in self.form.rows.items():
            row.set_error(words.get(key, ""))
        self.summary.show_problems(faults)
        if faults:
            self._page.scroll_area.verticalScrollBar().setValue(0)
            return
        try:
            done = self._desk.advice.finish(typed, draft=self.draft.page)
        except EhdeskError as error:
            self.summary.show_problems([("", str(error))])
            return
        self.draft.finish()
        if typed.more is More.REQUEST and done.record_id is not None:
            self._navigator.say("Recorded. The request begins with what was said.")
            self._navigator.open_record(done.record_id)
        elif typed.more is More.DAS and done.case_id is not None:
            self._navigator.go(Place("das", case_id=done.case_id))
        else:
            self._navigator.say("Recorded. No case was opened.")
            self._navigator.go(Place("advice_log"))

    def _on_problem_chosen(self, key: str) -> None:
        if key in self.form.rows:
            self.form.rows[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)
