"""Supervision with one worker: a walk through their families (picture 25)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.oversight import Said
from ehdesk.domain.supervision import CaseloadLine, Supervision
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_full_date, say_short_date
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ehdesk.services.drafts import Kept
from ehdesk.services.supervision import OWN_FILE
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.columns import Columns
from ui.kit.empty_state import EmptyState
from ui.kit.labels import Label
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.oversight.record_panel import RecordPanel
from ui.oversight.stands_card import StandsCard
from ui.oversight.talked_card import TalkedCard
from ui.oversight.walk_list import WalkList
from ui.theme import theme
from ui.wizard.small_draft import may_leave_all

_STAYS_OUT = "Notes from supervision stay out of the family’s file unless you add them."
_LIST, _SIDE = 276, 300
_THREE, _TWO = 1064, 840
"""Room, in pixels at 100 %, for three columns; for the record and its comments side by side."""


class SupervisionPage(Page):
    """J and K walk, C comments on the chosen answer, Ctrl+Enter does what is chosen."""

    made_anew = True  # what is typed about a record may have gone on where it is signed alone

    def __init__(self, desk: Desk, navigator: Navigator, worker_id: UUID) -> None:
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self._worker_id = worker_id
        self._key = desk.supervision.begin(worker_id)
        self._lines: tuple[CaseloadLine, ...] = ()
        self._at: UUID | None = None
        self.header = PageHeader("Supervision", "", ("Oversight",))
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(Place("oversight")))
        self.finish_button = Button("Finish supervision", "secondary", "check-check")
        self.finish_button.clicked.connect(self._on_finish)
        self.print_button = Button("Print the record", "secondary", "printer")
        self.print_button.clicked.connect(self._on_print)
        self.print_button.setVisible(desk.may(Deed.TAKE_PAPER))
        self.header.add_action(self.print_button)
        self.header.add_action(self.finish_button)
        self._since = desk.clock.now()
        self._minute = QTimer(self, interval=30_000)
        self._minute.timeout.connect(self._show_minutes)
        self._minute.start()
        self.walk = WalkList()
        self.walk.chosen.connect(lambda key: self.go_to(UUID(key)))
        # The next family follows by itself: no record is signed by one key too many.
        self.panel = RecordPanel(desk, navigator, offers_to_sign=False)
        self.panel.opened.connect(lambda case: navigator.open_case(case))
        self.panel.changed.connect(self._show_footer)
        self.stands = StandsCard()
        self.stands.opened.connect(self._on_open)
        self.talked = TalkedCard(desk, navigator, worker_id, self._write)
        self.talked.action_added.connect(self._on_action)
        self.talked.action_ticked.connect(self._on_ticked)
        self.talked.into_the_record.connect(self._on_into_record)
        self.empty = Card()
        self.empty.body.addWidget(
            EmptyState("folder-open", "No open families", "They have nobody at the moment.")
        )
        self._lay_out()

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        return (("Oversight", Place("oversight")),)

    def case_id(self) -> UUID | None:
        return self._at

    def commands(self) -> Sequence[Command]:
        return (
            Command("Next family", lambda: self.step(1), "J", "arrow-down"),
            Command("Family before", lambda: self.step(-1), "K", "arrow-up"),
            Command("Comment on the chosen answer", self._on_comment, "C", "message-square"),
            Command("Do what is chosen", self.do, "Ctrl+Return", "check"),
        )

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.walk, self._middle, self.panel.side

    def keep(self) -> None:
        self._keep()

    def has_unsaved(self) -> bool:
        return self.talked.has_unsaved or any(draft.has_unsaved for draft in self.panel.drafts)

    def may_leave(self) -> bool:
        """All that is typed is kept; asks only when it cannot be."""
        kept = self.talked.keep()
        drafts = (self.talked.draft, *self.panel.drafts)
        if kept or self.talked.draft.has_unsaved:
            return may_leave_all(drafts, self._navigator)
        text = "The note is only on this screen. If you go now it is lost."
        return ask.confirm(self, "Not saved", text, "Go and lose it")

    def refresh(self, changed: Changed | None = None) -> None:
        if changed is None and self._desk.supervision.read(self._key).finished:
            self._key = self._desk.supervision.begin(self._worker_id)
        # Working the flags out reads every family: not again for a word of the manager's own note.
        if changed is None or changed.operation not in OWN_FILE or not self._lines:
            self._lines = self._desk.supervision.caseload(self._key)
        self._show()

    def _show(self) -> None:
        now = self._desk.supervision.read(self._key)
        self._lines = tuple(
            replace(line, looked_at=now.looked_at.get(line.case_id)) for line in self._lines
        )
        here = {line.case_id for line in self._lines}
        if self._at not in here and self._keep():
            self._at = self._where_one_was()
        self._show_header(now)
        self.walk.show_lines(self._lines, str(self._at or ""))
        self._show_family(now)

    def go_to(self, case_id: UUID) -> None:
        """Talk about another family; the one before has been talked about."""
        if case_id == self._at:
            return
        if not self._keep():
            self._show()
            return
        if self._at is not None:
            self._desk.supervision.look_at(self._key, self._at)
        self._at = case_id
        self._since = self._desk.clock.now()
        self._show_minutes()
        self._show()

    def step(self, by: int) -> None:
        """The next family of the walk, or the one before; round the end."""
        keys = [line.case_id for line in self._lines]
        if self._at in keys and len(keys) > 1:
            self.go_to(keys[(keys.index(self._at) + by) % len(keys)])

    def do(self) -> None:
        """What the primary button says."""
        if self.panel.isEnabled() and self._to_sign() is not None and self.panel.may_do:
            done = self.panel.do()
            if done:
                self._navigator.say(done)
                self.refresh()
        else:
            self.step(1)

    def _keep(self) -> bool:
        talked, panel = self.talked.keep(), self.panel.keep()
        return talked and panel

    def _where_one_was(self) -> UUID | None:
        """The first family that was not talked about yet."""
        waiting = (line for line in self._lines if line.looked_at is None)
        line = next(waiting, self._lines[0] if self._lines else None)
        return line.case_id if line is not None else None

    def _line(self) -> CaseloadLine | None:
        return next((line for line in self._lines if line.case_id == self._at), None)

    def _to_sign(self) -> UUID | None:
        line = self._line()
        return line.to_sign if line is not None else None

    def _show_header(self, now: Supervision) -> None:
        self.header.set_title(f"Supervision with {now.worker}")
        parts = [say_full_date(now.held_on)]
        if now.last_held is not None:
            parts.append(f"last held {say_short_date(now.last_held)}")
        parts.append(plural(len(self._lines), "family", "families"))
        self.header.set_support("  ·  ".join(parts))

    def _show_family(self, now: Supervision) -> None:
        line, record = self._line(), self._to_sign()
        for part in (self.panel.main, self.panel.side):
            part.setVisible(record is not None)
        self.stands.setVisible(line is not None and record is None)
        self.talked.setVisible(line is not None)
        self.empty.setVisible(line is None)
        if line is None:
            return
        if record is not None:
            self.panel.show_record(record)
        else:
            case = self._desk.cases.get(line.case_id)
            self.stands.show_line(line, self._desk.cases.obligations(case))
        actions = tuple(one for one in now.actions if one.about_id == line.case_id)
        self.talked.show_family(line.case_id, now.notes.get(line.case_id, ""), actions)
        self._arrange()
        self._show_footer()

    def _show_footer(self) -> None:
        verb = self.panel.verb() if self._to_sign() is not None else ""
        self.do_button.setText(verb)
        self.do_button.set_icon(self.panel.icon())
        self.do_button.setVisible(bool(verb))
        self.next_button.setVisible(len(self._lines) > 1)

    def _write(self, about: UUID, text: str) -> Kept:
        return self._desk.supervision.write(self._key, about, text)

    def _on_action(self, what: str, draft: str) -> None:
        if self._at is None:
            return
        try:
            self._desk.supervision.add_action(self._key, self._at, what, draft=draft)
        except EhdeskError as error:
            self.talked.say_wrong(f"{error.title}. {error.what_to_do}")
            return
        self.talked.action_done()
        self._show()

    def _on_ticked(self, action: UUID, done: bool) -> None:
        self._desk.supervision.mark_done(action, done)

    def _on_into_record(self, text: str) -> None:
        line = self._line()
        if line is None:
            return
        said = self._desk.cases.get(line.case_id).oversight
        if any(one.said is Said.NOTE and one.text == text.strip() for one in said):
            self.talked.say_note_wrong("This note stands in the family’s record already")
            return
        asks = "Add the note to the family’s record?"
        words = "Everyone who may read the record reads it, and it cannot be taken out again."
        if text.strip() and not ask.confirm(self, asks, words, "Add the note"):
            return
        try:
            self._desk.oversight.note(line.case_id, text)
        except EhdeskError as error:
            self.talked.say_note_wrong(f"{error.title}. {error.what_to_do}")
            return
        self._navigator.say("The note stands in the family’s record now, as oversight")

    def left(self) -> None:
        self._minute.stop()
        self.talked.close_drafts()
        self.panel.close_drafts()

    def _show_minutes(self) -> None:
        spent = int((self._desk.clock.now() - self._since).total_seconds() // 60)
        told = f"{plural(spent, 'minute')} on this family. " if spent else ""
        self._words.setText(told + _STAYS_OUT)

    def _on_print(self) -> None:
        if self._keep():
            place = Place("print_desk", paper="supervision", supervision_id=self._key)
            self._navigator.go(place)

    def _on_open(self) -> None:
        if self._at is not None:
            self._navigator.open_case(self._at)

    def _on_comment(self) -> None:
        if self._to_sign() is not None:
            self.panel.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._page.scroll_area.ensureWidgetVisible(self.panel.comment)

    def _on_finish(self) -> None:
        if not self.may_leave():
            return
        if self._at is not None:
            self._desk.supervision.look_at(self._key, self._at)
        self._desk.supervision.finish(self._key)
        self._navigator.say("Supervision is finished. Its notes are in your own file.")
        self._navigator.go(Place("oversight"))

    def _arrange(self) -> None:
        room = self._columns.width() * 100 / max(1, theme().px(100))
        three, two = room >= _THREE, room >= _TWO
        narrow = not three
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if three else direction.TopToBottom)
        self._pair_box.setDirection(direction.LeftToRight if two else direction.TopToBottom)
        self.walk.set_narrow(narrow)
        wide, no_limit = theme().px(_LIST), 16_777_215
        self.walk.setMinimumWidth(wide if three else 0)
        self.walk.setMaximumWidth(wide if three else no_limit)
        side = theme().px(_SIDE)
        self.panel.side.setMinimumWidth(side if two else 0)
        self.panel.side.setMaximumWidth(side if two else no_limit)
        self.panel.set_stacked(not two)

    def _lay_out(self) -> None:
        px = theme().px
        page = self._page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        top = Qt.AlignmentFlag.AlignTop
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(px(14))
        for part in (self.panel.main, self.stands, self.empty, self.talked):
            middle.addWidget(part)
        middle.addStretch(1)
        pair = QWidget()
        self._pair_box = QBoxLayout(QBoxLayout.Direction.LeftToRight, pair)
        self._pair_box.setContentsMargins(0, 0, 0, 0)
        self._pair_box.setSpacing(px(16))
        self._pair_box.addWidget(self._middle, 1)
        self._pair_box.addWidget(self.panel.side, 0)
        self._columns = Columns()
        self._columns.resized.connect(self._arrange)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._columns)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(16))
        self._box.addWidget(self.walk, 0, top)
        self._box.addWidget(pair, 1)
        page.body.addWidget(self._columns)
        page.body.addStretch(1)
        self._words = Label(_STAYS_OUT, "help", "text2")
        self.next_button = Button("Next family", "secondary", "arrow-right")
        self.next_button.clicked.connect(lambda: self.step(1))
        self.do_button = Button("", "primary", "check")
        self.do_button.clicked.connect(self.do)
        page.footer.addWidget(self._words, 1)
        page.footer.addWidget(self.next_button)
        page.footer.addWidget(self.do_button)
