"""One slot as it is heard: head and clock, the school's page, what is decided, what was asked."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.hub import Hearing, Slot, ends_at, say_slot_time
from ehdesk.domain.slot_clock import SlotClock
from ehdesk.kernel.dates import say_full_date
from ehdesk.kernel.errors import EhdeskError
from ui.fields.section_view import SectionView
from ui.hub.asked_card import AskedCard
from ui.hub.decide_card import WHAT, DecideCard
from ui.hub.read_cards import HeadCard, ProformaCard
from ui.hub.slot_timer import SlotTimer
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.disclosure import Disclosure
from ui.kit.empty_state import EmptyState
from ui.kit.error_summary import ErrorSummary
from ui.kit.labels import Label
from ui.kit.navigation import Navigator
from ui.theme import theme
from ui.wizard.open_record import OpenRecord

FORM = "hub_decision"
CLOCK = "hub_clock"
"""The page of the draft in which the clock is kept while its slot is not recorded."""
_BACK, _INTERIM, _PRESENT = "outcome.back_on", "outcome.interim", "heard.present"


class SlotView(QWidget):
    """Made for one slot and one request. ``changed`` says that what the footer shows may have."""

    changed = Signal()

    def __init__(
        self, desk: Desk, navigator: Navigator, on: date, slot: Slot, hearing: Hearing
    ) -> None:
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self._on, self.slot, self.hearing = on, slot, hearing
        here = desk.clock.today()
        self._runs = runs = desk.may(Deed.RUN_HUB) and hearing.waits and not slot.is_heard
        self.can_hear = self._is_its_time()
        """Whether its day has come, so that it can be decided."""
        self.form: OpenRecord | None = None
        self.timer: SlotTimer | None = None
        if self.can_hear:
            record = desk.case_forms.start(hearing.case_id, FORM)
            self.form = OpenRecord(desk, navigator, record, desk.case_forms.finish, self)
            self.form.answered.connect(self._on_answered)
            self.timer = self._make_timer(slot)
        self.summary = ErrorSummary()
        self.summary.problem_chosen.connect(self._on_problem_chosen)
        self.head = HeadCard(hearing, self.timer, here)
        self.proforma = ProformaCard(hearing)
        self.proforma.opened.connect(lambda: navigator.open_print("hub-proforma", hearing.case_id))
        self.decide: DecideCard | None = None
        self.meeting: SectionView | None = None
        if self.form is not None:
            self.decide = DecideCard(self.form, desk.pack.say("What the {hub} decides"))
        self.asked: AskedCard | None = None
        if runs:
            self.asked = AskedCard(
                desk,
                navigator,
                hearing.case_id,
                hearing.questions,
                self._who_answers,
                replied=hearing.has_referrer,
            )
        self._lay_out(here)

    @property
    def case_id(self) -> UUID:
        return self.hearing.case_id

    @property
    def is_of_another_day(self) -> bool:
        """Whether its day came since it was made."""
        return self.can_hear != self._is_its_time()

    def set_stacked(self, stacked: bool) -> None:
        """The decision under the school's page, or beside it."""
        direction = QBoxLayout.Direction
        self._pair.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def show_hearing(self, hearing: Hearing) -> None:
        """The same request after a change; what is typed stays."""
        self.hearing = hearing
        if self.asked is not None:
            self.asked.show_questions(hearing.questions)

    def defer(self) -> bool:
        """It comes back: the answer is given, and recorded once it says why."""
        if self.form is None or self.decide is None:
            return False
        self.form.give(WHAT, "defer")
        return self.record()

    def record(self) -> bool:
        """Record what the hub decided; False when something is missing, which is then shown."""
        form, decide = self.form, self.decide
        if form is None or decide is None:
            return False
        problems = form.to_fix()
        if problems:
            self._show_problems()
            self._summarise(take_focus=True)
            return False
        try:
            if self.asked is not None:
                self.asked.settle()
            form.finish()
        except EhdeskError as error:
            words = " ".join(filter(None, (f"{error.title}.", error.message, error.what_to_do)))
            self.summary.show_problems([("", words)])
            return False
        self.summary.hide()
        if self.timer is not None:
            self.timer.stop()
            self._desk.drafts.drop(self.case_id, CLOCK)
        return True

    def toggle_clock(self) -> None:
        """Start the clock, or pause it."""
        if self.timer is not None:
            self.timer.toggle()

    def keep(self) -> bool:
        """Keep what is typed now; False when it could not be."""
        asked = self.asked is None or self.asked.keep()
        return (self.form is None or self.form.keep()) and asked

    @property
    def has_unsaved(self) -> bool:
        asked = self.asked is not None and self.asked.draft.has_unsaved
        return asked or (self.form is not None and self.form.autosave.has_unsaved)

    def left(self) -> None:
        """Another slot is shown, or another page."""
        if self.form is not None:
            self.form.close()
            self.form.autosave.stop()
        if self.asked is not None:
            self.asked.keep()
            self.asked.close_draft()
        if self.timer is not None:
            self.timer.stop()

    def _is_its_time(self) -> bool:
        return self._runs and self._on <= self._desk.clock.today()

    def _who_answers(self) -> str:
        said = str(self.form.session.value(_PRESENT) or "") if self.form is not None else ""
        return said or self.hearing.answers or self.hearing.asked_by or "The school"

    def _make_timer(self, slot: Slot) -> SlotTimer:
        draft = self._desk.drafts.get(self.case_id, CLOCK)
        clock = SlotClock(slot.minutes)
        if draft is not None and draft.typed.get("slot") == str(slot.id):
            clock = clock.as_kept(draft.typed)
        timer = SlotTimer(self._desk.clock, clock, say_slot_time(ends_at(slot)))
        timer.toggled.connect(self._on_toggled)
        return timer

    def _on_toggled(self, clock: SlotClock) -> None:
        kept = clock.kept() | {"slot": str(self.slot.id)}
        self._desk.drafts.keep(self.case_id, CLOCK, kept)

    def _on_answered(self, key: str) -> None:
        form, decide = self.form, self.decide
        if form is None or decide is None:
            return
        session = form.session
        if key == WHAT and session.value(WHAT) in ("defer", "return"):
            if not session.value(_INTERIM) and self.hearing.support:
                words = ", ".join(filter(None, (self.hearing.support, self.hearing.support_phone)))
                form.give(_INTERIM, words)
            if session.value(WHAT) == "defer" and not session.value(_BACK):
                form.give(_BACK, self._next_day().isoformat())
        decide.refresh()
        self._show_problems()
        if self.summary.isVisible():
            self._summarise(take_focus=False)
        self.changed.emit()

    def _next_day(self) -> date:
        later = (day for day in self._desk.hub.days() if day > self._on)
        hub = self._desk.pack.hub
        assert hub is not None  # noqa: S101 (there is a slot of it)
        return next(later, hub.meets_every.after(self._on))

    def _show_problems(self) -> None:
        if self.form is not None and self.decide is not None and self.meeting is not None:
            session = self.form.session
            self.decide.show_problems(session.problems("outcome"))
            self.meeting.show_problems(session.problems("heard"))

    def _summarise(self, *, take_focus: bool) -> None:
        if self.form is None:
            return
        session = self.form.session
        problems = [p for s in session.sections() for p in session.problems(s.key)]
        before = QApplication.focusWidget()
        self.summary.show_problems(
            [(f"{p.field_key} {p.row_id or ''}", p.message) for p in problems]
        )
        if not take_focus and before is not None and self.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_problem_chosen(self, entry: str) -> None:
        key, _, row_id = entry.partition(" ")
        if not key or self.decide is None or self.meeting is None:
            return
        if key.startswith("heard."):
            self._meeting_line.set_open(True)
            self.meeting.focus_problem(key, row_id or None)
        else:
            self.decide.focus_problem(key, row_id or None)

    def _lay_out(self, today: date) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        pair = QWidget()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight, pair)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(px(12))
        self._pair.addWidget(self.proforma, 1)
        self._pair.addWidget(self.decide or self._not_now(today), 1)
        for part in (self.summary, self.head, pair):
            column.addWidget(part)
        if self.asked is not None:
            column.addWidget(self.asked)
        if self.form is not None:
            self._meeting_line = Disclosure("Who spoke, and what was talked about")
            self.meeting = SectionView(self.form.session.form.section("heard"), self.form.around)
            self.meeting.answered.connect(self.form.give)
            self._meeting_line.body.addWidget(self.meeting)
            card = Card(padding=12)
            card.body.addWidget(self._meeting_line)
            column.addWidget(card)
        column.addStretch(1)

    def _not_now(self, today: date) -> Card:
        """In place of the decision: it was made, or its day has not come."""
        card = Card(self._desk.pack.say("What the {hub} decides"), padding=16)
        if self.slot.is_heard:
            words = {
                "defer": "Deferred. It waits on, from the day it was first ready.",
                "return": "Sent back for more. Whoever asked completes it.",
                "join": "Agencies join the assessment that runs already.",
                "allocate": "Allocated. The case goes on as an assessment.",
            }.get(self.slot.outcome, "Heard.")
        elif not self.hearing.waits:
            words = "This request does not wait for the hub any more."
        else:
            at = say_slot_time(self.slot.starts)
            words = f"It is heard on {say_full_date(self._on)} at {at}."
        card.body.addWidget(Label(words, "body", "text2"))
        self.case_button = Button("Open the case", "secondary", "folder-open")
        self.case_button.clicked.connect(lambda: self._navigator.open_case(self.case_id))
        card.body.addWidget(self.case_button, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addStretch(1)
        return card


class FreeSlot(Card):
    """In place of the view: the slot that is chosen is free."""

    fill_asked = Signal()

    def __init__(self, slot: Slot, *, may_fill: bool, waiting: int) -> None:
        super().__init__()
        self.fill = Button(f"Fill {say_slot_time(slot.starts)}", "secondary", "plus")
        self.fill.clicked.connect(self.fill_asked)
        self.fill.setVisible(may_fill and waiting > 0)
        line = "The request that is chosen under Waiting for a slot gets it."
        nobody = "Nobody waits for a slot."
        self.body.addWidget(
            EmptyState("clock", "This slot is free", line if waiting else nobody, self.fill)
        )
