"""The Allocations Hub: the slots of a day, who waits, and the slot that is heard (picture 27)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.hub import HubDay, Slot, Waiting, ends_at, say_slot_time
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_full_date
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.notices import Changed
from ui.hub.no_meeting import NoMeeting
from ui.hub.slot_lists import SlotsCard, WaitingCard
from ui.hub.slot_view import FreeSlot, SlotView
from ui.kit import ask
from ui.kit.buttons import Button
from ui.kit.choice import Choice
from ui.kit.columns import Columns
from ui.kit.labels import Label
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.theme import theme

_LIST = 348
_THREE, _TWO = 1064, 820
"""Room, in pixels at 100 %, for the list and two cards beside it; for the list and one."""
NO_BREAK = "\xa0"
_TYPING = "Fill in a form"
"""What this page's own typing is called in the history: the lists do not change with it."""


class HubPage(Page):
    """N goes to the next slot, Space starts and pauses the clock, arrows go through the lists.

    What is typed and the clock are kept in the store, and two ways lead to the same request: a
    page that is come back to must not show what another one has changed since.
    """

    made_anew = True

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        *,
        case_id: UUID | None = None,
        on: date | None = None,
    ) -> None:
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self._runs = desk.may(Deed.RUN_HUB)
        self._on: date | None = on or self._day_of(case_id) or desk.hub.day_to_open()
        self._wanted = case_id
        self._slot: UUID | None = None
        self._takes: UUID | None = None
        self._recording = False
        self._three = True
        self._day: HubDay | None = None
        self._queue: tuple[Waiting, ...] = ()
        self.view: SlotView | None = None
        self.free: FreeSlot | None = None
        self.header = PageHeader(desk.pack.say("{hub}"), "", ("Requests",))
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(Place("requests")))
        self.dates = Choice((), "Which day?")
        self.dates.value_changed.connect(self._on_date_chosen)
        self.dates.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.print_button = Button("Print the agenda", "secondary", "printer")
        self.print_button.clicked.connect(self._on_print)
        self.add_button = Button("Add a request", "secondary", "plus")
        self.add_button.clicked.connect(self.add_request)
        self.header.add_action(self.dates)
        self.header.add_action(self.print_button)
        self.header.add_action(self.add_button)
        self.slots = SlotsCard()
        self.slots.chosen.connect(self.go_to)
        self.slots.fill_asked.connect(self.fill)
        self.waiting = WaitingCard()
        self.waiting.chosen.connect(self._on_waiting_chosen)
        self.waiting.fill_asked.connect(self._on_fill_asked)
        self.nothing = NoMeeting(desk)
        self.nothing.make_asked.connect(self._on_make)
        self._lay_out()

    def title(self) -> str:
        return self.header.title

    def breadcrumb(self) -> tuple[tuple[str, Place], ...]:
        return (("Requests", Place("requests")),)

    def case_id(self) -> UUID | None:
        return self.view.case_id if self.view is not None else None

    def commands(self) -> Sequence[Command]:
        found = [Command("Hear the next", self.next, "N", "arrow-down")]
        if self._runs:
            found += [
                Command("Record and hear the next", self._on_record, "Ctrl+Return", "check"),
                Command("Start or pause the clock", self._on_clock, icon="timer", detail="Space"),
                Command("Add a request", self.add_request, icon="plus"),
                Command("Take it out of its slot", self._on_take_out, icon="undo-2"),
                Command("Call this meeting off", self._on_call_off, icon="calendar-x"),
            ]
        return found

    def focus_start(self) -> None:
        self.header.focus_title()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return (self.header, self.slots, self.waiting, self._right)

    def keep(self) -> None:
        if self.view is not None:
            self.view.keep()

    def has_unsaved(self) -> bool:
        return self.view is not None and self.view.has_unsaved

    def may_leave(self) -> bool:
        if self.view is None or self.view.keep():
            return True
        text = "Your last changes are only on this screen. If you go now they are lost."
        return ask.confirm(self, "Not saved", text, "Go and lose them")

    def left(self) -> None:
        if self.view is not None:
            self.view.left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and self.view is not None:
            self.view.toggle_clock()
        else:
            super().keyPressEvent(event)

    def refresh(self, changed: Changed | None = None) -> None:
        if self._recording or (changed is not None and changed.operation == _TYPING):
            return
        hub = self._desk.hub
        self._day = hub.day(self._on) if self._on is not None else None
        self._queue = tuple(one for one in hub.queue() if one.heard_on is None)
        self._show()

    def go_to(self, slot_id: UUID) -> None:
        """Look at another slot."""
        if slot_id != self._slot and self.may_leave():
            self._slot = slot_id
        self._show()

    def next(self) -> None:
        """The next slot with a request that was not heard yet."""
        slot = self._day.to_hear(self._slot) if self._day is not None else None
        if slot is None or slot.id == self._slot:
            self._navigator.say("Nobody else waits to be heard on this day.")
            return
        self.go_to(slot.id)
        if self.view is not None:
            self._page.scroll_area.ensureWidgetVisible(self.view.head)

    def add_request(self) -> None:
        """Go to those that wait, to choose who gets the time that the button then gives away."""
        if not self._may_fill():
            self._navigator.say("A request is added to the slots of a day to come.")
            return
        if not self._queue:
            self._navigator.say("Nobody waits for a slot.")
            return
        self.waiting.disclosure.set_open(True)
        self.waiting.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.scroll_area.ensureWidgetVisible(self.waiting)
        free = self._free_slot()
        when = f"at {say_slot_time(free.starts)}" if free is not None else "in a slot that is added"
        self._navigator.say(f"Choose who is heard {when}, then press Enter.")

    def fill(self) -> None:
        """The request that is chosen among those that wait gets the free slot that is chosen,
        else the first one; a time is added where none is free."""
        day = self._day
        if day is None or day.meeting is None:
            return
        slot = self._free_slot()
        slot_id = slot.id if slot is not None else self._desk.hub.add_slot(day.meeting.id)
        waits = next((one for one in self._queue if one.case_id == self._takes), None)
        if waits is None:
            self.refresh()
            return
        self._desk.hub.place(waits.case_id, slot_id)
        self._slot = slot_id
        self.refresh()
        line = self._day.line(slot_id) if self._day is not None else None
        at = say_slot_time(line.slot.starts) if line is not None else ""
        case_id = waits.case_id
        self._navigator.say(f"{waits.family} has {at}", lambda: self._desk.hub.take_out(case_id))

    def _show(self) -> None:
        day = self._day
        has_meeting = day is not None and day.meeting is not None
        self._show_header(day)
        self.nothing.setHidden(has_meeting)
        self.nothing.show_day(self._on)
        for part in (self.slots, self._right):
            part.setVisible(has_meeting)
        self.print_button.setVisible(has_meeting)
        if day is not None and has_meeting:
            self._choose_slot(day)
            now = self._now(day)
            is_today = day.on == self._desk.clock.today()
            self.slots.show_day(day, self._slot, now, is_today=is_today)
        if self._takes not in {one.case_id for one in self._queue}:
            self._takes = self._first_in_the_queue()
        self.waiting.show_queue(self._queue, self._on or self._desk.clock.today(), self._takes)
        free = self._free_slot()
        may_fill = self._may_fill()
        self.add_button.setVisible(may_fill)
        self.slots.show_filling(free.starts if free else "", len(self._queue), may_fill=may_fill)
        self._show_slot()
        self._show_footer()
        self._arrange()

    def _may_fill(self) -> bool:
        """Whether requests can be given times on the day that is shown."""
        day = self._day
        if day is None or day.meeting is None:
            return False
        return self._runs and day.on >= self._desk.clock.today()

    def _show_header(self, day: HubDay | None) -> None:
        hub, say = self._desk.pack.hub, self._desk.pack.say
        if day is None or hub is None:
            self.header.set_title(say("{hub}"))
            return
        full = say_full_date(day.on)
        if day.on.year == self._desk.clock.today().year:
            full = full.removesuffix(f" {day.on.year}")
        title = f"{say('{hub}')}, {full}"
        if title != self.header.title:
            self.header.set_title(title)
            self.title_changed.emit()
        rhythm = f"every {hub.meets_every.words}, {hub.slot_minutes} minutes each"
        where = ""
        if day.meeting is not None:
            venue = day.meeting.venue or hub.venue
            starts = say_slot_time(day.meeting.starts)
            where = ", ".join(part for part in (starts, venue) if part)
        parts = (hub.name, rhythm, where) if self._three or not where else (where,)
        self.header.set_support("  ·  ".join(part for part in parts if part))
        days = sorted({*self._desk.hub.days(), day.on})
        today = self._desk.clock.today()
        self.dates.set_options([(one.isoformat(), say_date(one, today)) for one in days])
        self.dates.set_value(day.on.isoformat())
        self.dates.setVisible(len(days) > 1)

    def _choose_slot(self, day: HubDay) -> None:
        """The slot that was chosen, that of the wanted request, that whose time it is, or the
        next one to hear."""
        if self._wanted is not None:
            wanted = [one.slot.id for one in day.slots if one.slot.case_id == self._wanted]
            waits = any(one.case_id == self._wanted for one in self._queue)
            self._takes = self._wanted if waits else self._takes
            self._slot = wanted[-1] if wanted else self._slot
            self._wanted = None
        if self._slot is None or day.line(self._slot) is None:
            now = self._now(day)
            line = day.line(now) if now is not None else None
            is_to_hear = line is not None and not line.slot.is_free and not line.slot.is_heard
            following = day.to_hear()
            first = following.id if following else day.slots[0].slot.id if day.slots else None
            self._slot = now if is_to_hear else first

    def _show_slot(self) -> None:
        """The view of the chosen slot: made anew only when it is another, was heard, or its day
        came."""
        day = self._day
        line = day.line(self._slot) if day is not None and self._slot is not None else None
        if day is None or line is None:
            self._put(None)
            return
        slot = line.slot
        if slot.case_id is None:
            free = FreeSlot(slot, may_fill=self._runs, waiting=len(self._queue))
            free.fill_asked.connect(self.fill)
            self._put(free)
            return
        hearing = self._desk.hub.hearing(slot.case_id)
        view = self.view
        same = view is not None and view.slot == slot and not view.is_of_another_day
        if view is not None and same and view.hearing.waits == hearing.waits:
            view.show_hearing(hearing)
            return
        self._put(SlotView(self._desk, self._navigator, day.on, slot, hearing))

    def _put(self, part: QWidget | None) -> None:
        here = QApplication.focusWidget()
        was_inside = here is not None and self._right.isAncestorOf(here)
        if self.view is not None:
            self.view.left()
        while (item := self._right_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.view = part if isinstance(part, SlotView) else None
        self.free = part if isinstance(part, FreeSlot) else None
        if part is not None:
            self._right_column.addWidget(part)
            part.show()
        if was_inside:
            self._focus_view()

    def _focus_view(self) -> None:
        """The keyboard goes on with the slot that is shown; Space is its clock there."""
        if self.view is not None:
            self.view.head.focus_title()
        else:
            self.slots.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_footer(self) -> None:
        view = self.view
        can_hear = view is not None and view.can_hear
        self.defer_button.setVisible(can_hear)
        self.record_button.setVisible(can_hear)
        words = ""
        if view is not None and view.hearing.waits and view.hearing.support:
            who, phone = view.hearing.support, view.hearing.support_phone
            comma = "," if "," in who else ""
            words = f"Until it is allocated, the {who}{comma} supports the family"
            words += f": {phone.replace(' ', NO_BREAK)}" if phone else ""
        self._support.setText(words)
        self._picture.setVisible(bool(words))
        self._page.show_footer(can_hear or bool(words))

    def _first_in_the_queue(self) -> UUID | None:
        """Who is offered the next free time: the oldest that can be heard on this day."""
        day = self._on or self._desk.clock.today()
        for one in self._queue:
            if one.has_consent and (one.put_off_to is None or one.put_off_to <= day):
                return one.case_id
        return None

    def _free_slot(self) -> Slot | None:
        if self._day is None:
            return None
        line = self._day.line(self._slot) if self._slot is not None else None
        return line.slot if line is not None and line.slot.is_free else self._day.next_free

    def _now(self, day: HubDay) -> UUID | None:
        """The slot whose time it is."""
        moment = local(self._desk.clock.now())
        if day.on != moment.date():
            return None
        at = moment.time()
        for line in day.slots:
            starts, ends = (
                time.fromisoformat(one) for one in (line.slot.starts, ends_at(line.slot))
            )
            if starts <= at < ends:
                return line.slot.id
        return None

    def _day_of(self, case_id: UUID | None) -> date | None:
        """The day on which a request is heard, where it has a slot."""
        if case_id is None:
            return None
        slots = self._desk.cases.get(case_id).hub_slots
        return slots[-1].held_on if slots else None

    def _on_date_chosen(self) -> None:
        if self.dates.value() and self.may_leave():
            self._on, self._slot = date.fromisoformat(self.dates.value()), None
            self.refresh()

    def _on_waiting_chosen(self, case_id: UUID) -> None:
        self._takes = case_id

    def _on_fill_asked(self) -> None:
        if self._may_fill():
            self.fill()

    def _on_make(self, on: date) -> None:
        hub = self._desk.pack.hub
        if hub is None:
            return
        try:
            self._desk.hub.make_meeting(on, starts=hub.starts, slots=hub.slots, venue=hub.venue)
        except EhdeskError as error:
            self.nothing.say_wrong(f"{error.title}. {error.what_to_do}".strip())
            return
        self._on, self._slot = on, None
        self.refresh()
        self.slots.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_print(self) -> None:
        if self._on is not None:
            self._navigator.go(Place("hub_agenda", on=self._on))

    def _on_clock(self) -> None:
        if self.view is not None:
            self.view.toggle_clock()

    def _on_defer(self) -> None:
        self._record(lambda view: view.defer(), "deferred, and keeps the day it was first ready")

    def _on_record(self) -> None:
        self._record(lambda view: view.record(), "what was decided is recorded")

    def _record(self, deed: Callable[[SlotView], bool], words: str) -> None:
        """Record it, and hear the next; the page is read again once that is done."""
        view = self.view
        if view is None or not view.can_hear:
            return
        self._recording = True
        try:
            done = deed(view)
        finally:
            self._recording = False
        if done:
            self._heard(words)
        else:
            self._to_top()

    def _heard(self, words: str) -> None:
        family = self.view.hearing.family if self.view is not None else ""
        self.refresh()
        self._navigator.say(f"{family}: {words}")
        slot = self._day.to_hear(self._slot) if self._day is not None else None
        if slot is not None and slot.id != self._slot:
            self.go_to(slot.id)
        self._to_top()
        self._focus_view()

    def _to_top(self) -> None:
        if self.view is not None:
            part = self.view.summary if self.view.summary.isVisible() else self.view.head
            self._page.scroll_area.ensureWidgetVisible(part)

    def _on_take_out(self) -> None:
        view = self.view
        if view is None or view.slot.is_heard or not view.hearing.waits:
            self._navigator.say("Nothing can be taken out of this slot.")
            return
        case_id, slot_id = view.case_id, view.slot.id
        self._desk.hub.take_out(case_id)
        self.refresh()
        self._navigator.say(
            f"{view.hearing.family} waits for another time",
            lambda: self._desk.hub.place(case_id, slot_id),
        )

    def _on_call_off(self) -> None:
        meeting = self._day.meeting if self._day is not None else None
        if meeting is None:
            return
        text = "The requests that have a time on this day wait again, from the same day as before."
        if ask.confirm(self, "Call this meeting off?", text, "Call it off"):
            self._desk.hub.call_off(meeting.id)
            self._slot = None
            self.refresh()

    def _lay_out(self) -> None:
        px = theme().px
        page = self._page = ScrollPage(self.header)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(px(12))
        left.addWidget(self.slots)
        left.addWidget(self.waiting)
        left.addStretch(1)
        self._right = QWidget()
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self._columns = Columns()
        self._columns.resized.connect(self._arrange)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._columns)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(16))
        self._box.addWidget(self._left, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self._right, 1)
        page.body.addWidget(self.nothing)
        page.body.addWidget(self._columns)
        page.body.addStretch(1)
        self._picture = QLabel()
        self._support = Label("", "help", "text2")
        self.defer_button = _OneRequest("Defer", "secondary", "undo-2")
        self.defer_button.clicked.connect(self._on_defer)
        self.record_button = _OneRequest("Record and hear the next", "primary", "check")
        self.record_button.clicked.connect(self._on_record)
        page.footer.addWidget(self._picture)
        page.footer.addWidget(self._support, 1)
        page.footer.addWidget(self.defer_button)
        page.footer.addWidget(self.record_button)
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(theme().pixmap("life-buoy", "text2", 16, ratio))
        self._arrange()

    def _arrange(self) -> None:
        room = self._columns.width() * 100 / max(1, theme().px(100))
        three, two = room >= _THREE, room >= _TWO
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if two else direction.TopToBottom)
        has_meeting = self._day is not None and self._day.meeting is not None
        beside = two and has_meeting
        wide, no_limit = theme().px(_LIST), 16_777_215
        self._left.setMinimumWidth(wide if beside else 0)
        self._left.setMaximumWidth(wide if beside else no_limit)
        flag = Qt.AlignmentFlag.AlignTop if two else Qt.AlignmentFlag(0)
        self._box.setAlignment(self._left, flag)
        self.waiting.set_narrow(not three)
        if three != self._three:
            self._three = three
            self._show_header(self._day)
        if self.view is not None:
            self.view.set_stacked(not three)


class _OneRequest(Button):
    """A double click counts once: the second click would be for the next family's request."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
