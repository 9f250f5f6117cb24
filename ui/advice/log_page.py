"""The advice contacts whose time is not over, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.advice import AdviceContact, More
from ehdesk.domain.words import plural
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ehdesk.kernel.notices import Changed
from ehdesk.kernel.words import begins_words
from ui.kit.buttons import Button
from ui.kit.empty_state import EmptyState
from ui.kit.navigation import Navigator, Place
from ui.kit.search_input import SearchInput
from ui.kit.work_list import WorkGroup
from ui.kit.work_page import WorkPage
from ui.kit.work_row import WorkLine


class AdviceLogPage(WorkPage):
    """Under Requests: what was only advice, and what became more."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        start = Button("Take down an advice contact", "secondary", "message-circle")
        start.clicked.connect(lambda: navigator.go(Place("advice")))
        line = "Somebody asks, is answered, and no case is opened."
        nothing = EmptyState("message-circle", "No advice contacts", line, start)
        super().__init__("Advice contacts", nothing, trail=("Requests",))
        self._desk, self._navigator = desk, navigator
        self._contacts: tuple[AdviceContact, ...] = ()
        self.search = SearchInput("Search advice contacts", "Name, area or question")
        self.search.setMaximumWidth(420)
        self.search.value_changed.connect(self._show)
        self.add_above(self.search)
        new = Button("Advice contact", "primary", "plus")
        new.clicked.connect(lambda: navigator.go(Place("advice")))
        for button in (new, start):
            button.setVisible(desk.may(Deed.ADVISE))
        self.header.add_action(new)
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(Place("requests")))
        self.list.opened.connect(self._on_opened)
        self.list.verb_pressed.connect(self._on_verb)

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        return (("Requests", Place("requests")),)

    def focus_search(self) -> bool:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def refresh(self, changed: Changed | None = None) -> None:
        self._contacts = self._desk.advice.contacts()
        self._show()

    def _show(self) -> None:
        typed = self.search.value()
        found = [one for one in self._contacts if begins_words(typed, self._told(one))]
        today = self._desk.clock.today()
        groups = [
            WorkGroup(key, title, icon, tuple(self._row(one) for one in found if fits(one)))
            for key, title, icon, fits in (
                ("today", "Today", "sun", lambda one: one.on == today),
                ("week", "The last 7 days", "calendar", lambda one: 0 < (today - one.on).days < 8),
                ("older", "Earlier", "history", lambda one: (today - one.on).days >= 8),
            )
        ]
        self.show_groups(groups)
        if typed and not found:
            words = f"No contact has “{typed}” in it"
            self.say_empty(words, "Search for a name, an area or a word of the question.")
        else:
            self.say_empty(
                "No advice contacts", "Somebody asks, is answered, and no case is opened."
            )
        self.header.set_support(self._support())

    def _support(self) -> str:
        kept = f"Each is kept for {self._desk.advice.kept_words}, then cleared."
        last = self._desk.advice.last_clearing()
        if last is None:
            return kept
        day = say_date(local(last.at).date(), self._desk.clock.today())
        return f"{kept} Last cleared on {day}: {plural(last.contacts, 'contact')}."

    def _told(self, one: AdviceContact) -> str:
        return " ".join((one.title, one.question, one.said, self._about(one)))

    def _about(self, one: AdviceContact) -> str:
        return ", ".join(self._desk.pack.label("advice_topics", code) for code in one.about)

    def _row(self, one: AdviceContact) -> WorkLine:
        today = self._desk.clock.today()
        question = " ".join(one.question.split())
        when = say_time(one.started_at) if one.on == today else say_date(one.on, today)
        pill = None
        if one.more is More.REQUEST:
            pill = ("Became a request", "track", "inbox")
        elif one.more is More.DAS:
            pill = (self._desk.pack.say("To {das}"), "overdue", "shield-alert")
        return WorkLine(
            key=str(one.id),
            icon="message-circle",
            title=f"{one.title}: {question[:90]}{'…' if len(question) > 90 else ''}",
            line="  ·  ".join(part for part in (when, self._about(one), one.user) if part),
            spoken=f"{one.title}, {when}, {question}",
            pill=pill,
            verb="Open the case" if one.became_case_id else "",
        )

    def _on_opened(self, key: str) -> None:
        self._navigator.go(Place("advice_contact", contact_id=UUID(key)))

    def _on_verb(self, key: str) -> None:
        one = next(one for one in self._contacts if str(one.id) == key)
        if one.became_case_id is not None:
            self._navigator.open_case(one.became_case_id)
