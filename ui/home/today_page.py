"""Today: what is late, what is due, what waits, and the one thing to do about each (picture 02)."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed, may
from ehdesk.domain.lists import DueItem, Today
from ehdesk.domain.words import in_days
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_full_date
from ehdesk.kernel.files import write_whole
from ehdesk.kernel.notices import Changed
from ui.home import today_groups
from ui.home.done_today import DoneToday
from ui.home.due_lines import done_line, due_key
from ui.home.hub_card import HubCard
from ui.home.side_cards import SENT_SHOWN, SideCard, draft_line, request_line, sent_line
from ui.home.today_scope import keep_scope, shows_everyone
from ui.home.week_strip import WeekStrip
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.empty_state import EmptyState
from ui.kit.labels import Label
from ui.kit.main_and_side import MainAndSide
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.print_pdf import print_pdf
from ui.kit.segmented import Segmented
from ui.kit.work_list import WorkList
from ui.work.doing import do, open_draft


class TodayPage(Page):
    """One reading of the desk for the whole page; every row knows its job."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._desk = desk
        self._navigator = navigator
        self._items: dict[str, DueItem] = {}
        self._read: Today | None = None
        self._day: date | None = None
        self.header = PageHeader(self._greeting())
        self._page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self._add_actions()
        self.scope = Segmented((("mine", "Mine"), ("everyone", "Everyone")), "Whose work")
        self.scope.set_value("everyone" if shows_everyone(desk) else "mine")
        self.scope.value_changed.connect(self._on_scope_chosen)
        self._page.body.addWidget(self.scope)
        self._page.body.addWidget(MainAndSide(self._make_main(), self._make_side()))
        self._page.body.addStretch(1)

    def title(self) -> str:
        return "Today"

    def commands(self) -> tuple[Command, ...]:
        shown = Command("Show what was done today", self.done.toggle, icon="circle-check")
        if not may(self._desk.user.access, Deed.TAKE_PAPER):
            return (shown,)
        return (shown, Command("Save the list as PDF", self._on_save, icon="download"))

    def focus_start(self) -> None:
        self.header.focus_title()

    def refresh(self, changed: Changed | None = None) -> None:
        read = self._desk.lists.today(everyone=shows_everyone(self._desk))
        self.scope.setVisible(self._desk.lists.is_shared())
        done = self._desk.lists.done_today()
        self._read = read
        self._items = {due_key(item): item for item in today_groups.everything(read)}
        today = self._today
        self.header.set_title(self._greeting())
        support = today_groups.support_line(read)
        self.header.set_support(f"{say_full_date(today)}  ·  {support}")
        self.week.set_week(read.week, today)
        go_on = partial(open_draft, self._desk, self._navigator)
        self.drafts.set_lines(
            [(draft_line(d, today, self._desk.pack), partial(go_on, d)) for d in read.drafts],
            str(read.all_drafts or ""),
        )
        self._show_requests(read, today)
        self.hub.refresh()
        self.done.set_lines([done_line(done) for done in done])
        self._show()

    def _show_requests(self, read: Today, today: date) -> None:
        """For whoever decides, what waits for a decision; for whoever asks, what became of it."""
        if self._desk.may(Deed.DECIDE):
            waiting = [line for line in read.requests if line.next_kind == "decide"]
            self.requests.set_lines(
                [
                    (request_line(line, today), partial(self._decide, line.case_id))
                    for line in waiting
                ],
                str(self._desk.lists.counts().requests or ""),
            )
        elif self._desk.may(Deed.BEGIN_CASE):
            sent = self._desk.lists.requests_sent()
            go = self._navigator.open_case
            self.requests.set_lines(
                [
                    (sent_line(one, today), partial(go, one.case.case_id))
                    for one in sent[:SENT_SHOWN]
                ],
                str(len(sent) or ""),
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_D and not event.modifiers() and not self.done.isHidden():
            self.done.toggle()
        else:
            super().keyPressEvent(event)

    def key_back(self) -> bool:
        if self._day is None:
            return False
        self._choose_day(None)
        return True

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        beside = self.week, self.drafts, self.requests, self.hub
        return self.header, self.scope, self.list, *beside

    def _add_actions(self) -> None:
        self.print_button = Button("Print the list", "secondary", "printer")
        self.print_button.clicked.connect(self._on_print)
        self.print_button.setVisible(may(self._desk.user.access, Deed.TAKE_PAPER))
        self.header.add_action(self.print_button)
        contact = Button("Record a contact", "secondary", "notebook-pen")
        contact.clicked.connect(lambda: self._navigator.go(Place("record_contact")))
        request = Button("New request", "primary", "plus")
        request.clicked.connect(self._navigator.new_request)
        contact.setVisible(self._desk.may(Deed.WORK))
        request.setVisible(self._desk.may(Deed.BEGIN_CASE))
        self.header.add_action(contact)
        self.header.add_action(request)

    def _make_main(self) -> QWidget:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        self._filter = QWidget()
        line = QHBoxLayout(self._filter)
        line.setContentsMargins(0, 0, 0, 0)
        self._filter_words = Label("", "body", "text2")
        everything = Button("Show everything", "plain")
        everything.clicked.connect(lambda: self._choose_day(None))
        line.addWidget(self._filter_words, 1)
        line.addWidget(everything)
        self.list = WorkList("What is due")
        self.list.opened.connect(self._on_opened)
        self.list.verb_pressed.connect(self._on_verb_pressed)
        cases = Button("See all cases")
        cases.clicked.connect(lambda: self._navigator.go(Place("cases")))
        self.empty = EmptyState("sun", "Nothing is due today", "", cases)
        self._empty_card = Card()
        self._empty_card.body.addWidget(self.empty)
        self.done = DoneToday()
        self.done.opened.connect(self._on_opened)
        for widget in (self._filter, self._empty_card, self.list, self.done):
            column.addWidget(widget)
        column.addStretch(1)
        return main

    def _make_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._week_card = Card("This week")
        self.week = WeekStrip()
        self.week.day_chosen.connect(self._choose_day)
        self._week_card.body.addWidget(self.week)
        self.drafts = SideCard("Drafts to finish", "No forms are half done.")
        if self._desk.may(Deed.DECIDE):
            self.requests = SideCard("Requests awaiting a decision", "No request is waiting.")
        else:
            self.requests = SideCard("Requests you sent", "You sent none yet.")
        self.hub = HubCard(self._desk, self._navigator)
        for widget in (self._week_card, self.drafts, self.requests, self.hub):
            column.addWidget(widget)
        asks = self._desk.may(Deed.DECIDE) or self._desk.may(Deed.BEGIN_CASE)
        self.requests.setVisible(asks)  # once it is in the page: alone it would be a window
        column.addStretch(1)
        return side

    def _show(self) -> None:
        assert self._read is not None  # noqa: S101 - refresh read it
        read, today = self._read, self._today
        self.list.set_groups(today_groups.groups(read, today, self._day, self._desk.may))
        self.week.choose(self._day)
        self._filter.setVisible(self._day is not None)
        if self._day is not None:
            nothing = "" if self.list.groups else "Nothing is due. "
            self._filter_words.setText(f"{nothing}Only {say_date(self._day, today)} is shown.")
        calm = not (read.overdue or read.due_today or read.waiting) and self._day is None
        self._empty_card.setVisible(calm)
        whose = "" if shows_everyone(self._desk) or self.scope.isHidden() else " for you"
        self.empty.set_words(f"Nothing is due{whose} today", self._next_words(read))

    def _next_words(self, read: Today) -> str:
        following = next(iter(read.this_week), read.following)
        if following is None or following.due is None:
            return "Nothing is planned yet either."
        day = say_date(following.due, self._today)
        near = in_days(following.due, self._today).lower()
        return f"Next: {following.title} for the {following.family}, by {day}, {near}."

    def _greeting(self) -> str:
        moment: datetime = local(self._desk.clock.now())
        part = "morning" if moment.hour < 12 else "afternoon" if moment.hour < 18 else "evening"
        name = self._desk.user.first_name
        return f"Good {part}, {name}" if name else f"Good {part}"

    @property
    def _today(self) -> date:
        return self._desk.clock.today()

    def _on_print(self) -> None:
        print_pdf(self, self._sheet(), "What is due")

    def _on_save(self) -> None:
        """The list as a PDF outside the store: it names nobody but whose it is."""
        name = f"What is due {self._today.isoformat()}.pdf"
        path = ask.ask_save_path(self, "Save the list as PDF", name, "PDF (*.pdf)")
        if path is None:
            return
        try:
            write_whole(path, self._sheet())
        except OSError:
            self._navigator.say("The list could not be saved there. Choose another folder.")
        else:
            self._navigator.say("Saved the list as PDF")

    def _sheet(self) -> bytes:
        """What is due of whoever's work is shown."""
        return self._desk.digest.make(everyone=shows_everyone(self._desk))

    def _on_scope_chosen(self) -> None:
        keep_scope(self._desk, everyone=self.scope.value() == "everyone")
        self.refresh()

    def _choose_day(self, day: date | None) -> None:
        self._day = day
        self._show()

    def _decide(self, case_id: UUID) -> None:
        self._navigator.go(Place("decide", case_id=case_id))

    def _on_opened(self, key: str) -> None:
        # Every key has the case in its middle, also that of a row which could not be read.
        self._navigator.open_case(UUID(key.split(" ")[1]))

    def _on_verb_pressed(self, key: str) -> None:
        if self.list.row(key).line.broken:
            self._on_opened(key)
        else:
            item = self._items[key]
            do(item, item.case_id, self._desk, self._navigator, lambda: self._focus_row(key))

    def _focus_row(self, key: str) -> None:
        """After Undo the keyboard is on the row that came back."""
        if any(row.line.key == key for row in self.list.rows):
            self.list.row(key).setFocus(Qt.FocusReason.OtherFocusReason)
