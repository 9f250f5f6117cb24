"""Requests: the inbox of a locality, and what became of the requests that somebody sent."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.lists import CaseLine
from ehdesk.domain.pathway import State
from ehdesk.domain.words import plural
from ehdesk.kernel.notices import Changed
from ui.kit.buttons import Button
from ui.kit.empty_state import EmptyState
from ui.kit.filter_button import FilterButton
from ui.kit.flow_layout import FlowLayout
from ui.kit.navigation import Navigator, Place
from ui.kit.segmented import Segmented
from ui.kit.work_list import WorkGroup
from ui.kit.work_page import WorkPage
from ui.requests.inbox_rows import GROUPS, inbox_row, sent_row, without_verb
from ui.theme import theme

_ALL = "all"
_DEEDS = {
    State.SENT: Deed.DECIDE,
    State.ACCEPTED: Deed.DECIDE,
    State.RETURNED: Deed.READ,
    State.HUB: Deed.READ,
    State.DAS: Deed.RECORD_STEP,
    State.DRAFT: Deed.FILL_IN,
}
"""What the button of a row does, as somebody may do it or not."""


class RequestsPage(WorkPage):
    """Longest waiting first."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        start = Button("Start a request", "secondary", "plus")
        start.clicked.connect(navigator.new_request)
        line = "A request begins here, and waits here until it is decided."
        super().__init__("Requests", EmptyState("inbox", "No requests are waiting", line, start))
        self._desk = desk
        self._navigator = navigator
        self._lines: dict[str, CaseLine] = {}
        begin = Button("New request", "primary", "plus")
        begin.clicked.connect(navigator.new_request)
        self.step_down_button = Button("Step down from social care", "secondary", "arrow-down")
        self.step_down_button.clicked.connect(lambda: navigator.go(Place("new_step_down")))
        self.advice_button = Button("Advice contacts", "secondary", "message-circle")
        self.advice_button.clicked.connect(lambda: navigator.go(Place("advice_log")))
        self.header.add_action(self.advice_button)
        for button in (begin, self.step_down_button, start):
            button.setVisible(desk.may(Deed.BEGIN_CASE))
        self.hub_button = Button(desk.pack.say("{hub}"), "secondary", "table-2")
        self.hub_button.clicked.connect(lambda: navigator.go(Place("hub")))
        self.hub_button.setVisible(desk.pack.hub is not None and desk.may(Deed.RUN_HUB))
        self.header.add_action(self.hub_button)
        self.header.add_action(self.step_down_button)
        self.header.add_action(begin)
        self.scope = Segmented(
            (("waiting", "Waiting"), ("sent", "Requests you sent")), "Which requests"
        )
        states = [(state.value, desk.pack.say(title)) for state, title, _icon, _tone in GROUPS]
        self.where = FilterButton("Where they wait", ((_ALL, "All"), *states))
        self.add_above(self._bar())
        self.scope.value_changed.connect(self._on_chosen)
        self.where.value_changed.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.verb_pressed.connect(self._on_verb_pressed)

    def refresh(self, changed: Changed | None = None) -> None:
        sent = self.scope.value() == "sent"
        self.where.setVisible(not sent)
        if sent:
            self._show_sent()
        else:
            self._show_waiting()

    def regions(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes through."""
        return self.header, self.scope, self.where, self.list, self.empty

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = FlowLayout(bar, spacing=theme().px(8))
        row.addWidget(self.scope)
        row.addWidget(self.where)
        return bar

    def _show_waiting(self) -> None:
        desk, today = self._desk, self._desk.clock.today()
        inbox = desk.lists.inbox()
        self._lines = {str(line.case.case_id): line.case for line in inbox.lines}
        chosen = self.where.value()
        groups = []
        for state, title, icon, tone in GROUPS:
            if chosen not in (_ALL, state.value):
                continue
            rows = [
                inbox_row(line, desk.pack, today)
                for line in inbox.lines
                if line.case.state == state
            ]
            if not desk.may(_DEEDS[state]):
                rows = [without_verb(row) for row in rows]
            groups.append(
                WorkGroup(
                    state.value,
                    desk.pack.say(title),
                    icon,
                    tuple(rows),
                    tone,
                    inbox.total(state),
                    "The others are in Cases.",
                )
            )
        self.show_groups(groups)
        decide, written = inbox.total(State.SENT), inbox.total(State.DRAFT)
        support = f"{plural(decide, 'request')} to decide, {written} being written"
        self.header.set_support(support if inbox.lines else "")
        self.scope.set_count("waiting", sum(inbox.totals.values()))

    def _show_sent(self) -> None:
        desk, today = self._desk, self._desk.clock.today()
        lines = desk.lists.requests_sent()
        self._lines = {str(line.case.case_id): line.case for line in lines}
        rows = [(line.case.state, sent_row(line, desk.pack, today)) for line in lines]
        waits = tuple(row for state, row in rows if state == State.SENT)
        back = tuple(row for state, row in rows if state == State.RETURNED)
        known = tuple(row for state, row in rows if state not in (State.SENT, State.RETURNED))
        self.show_groups(
            (
                WorkGroup("back", "Sent back to you", "undo-2", back, "soon"),
                WorkGroup("waits", "No answer yet", "hourglass", waits),
                WorkGroup("known", "What became of the others", "circle-check", known),
            )
        )
        count = f"{plural(len(lines), 'request')} sent, {len(waits)} without an answer"
        self.header.set_support(count if lines else "You have sent none from this store")

    def _on_chosen(self) -> None:
        self.refresh()

    def _on_opened(self, key: str) -> None:
        self._navigator.open_case(UUID(key))

    def _on_verb_pressed(self, key: str) -> None:
        line = self._lines[key]
        state = State(line.state)
        if state is State.RETURNED:
            self._navigator.go(Place("returned", case_id=line.case_id))
        elif state is State.HUB and self._desk.may(Deed.RUN_HUB):
            self._navigator.go(Place("hub", case_id=line.case_id))
        elif self.scope.value() == "sent" or state is State.HUB:
            self._navigator.open_case(line.case_id)
        elif state in (State.SENT, State.ACCEPTED):
            self._navigator.go(Place("decide", case_id=line.case_id))
        elif state is State.DAS:
            self._navigator.go(Place("das_answer", case_id=line.case_id))
        else:
            self._go_on_writing(line.case_id)

    def _go_on_writing(self, case_id: UUID) -> None:
        case = self._desk.cases.get(case_id)
        draft = case.draft("request") or case.draft("step_down")
        if draft is None:
            self._navigator.open_case(case_id)
        else:
            self._navigator.open_record(draft.id)
