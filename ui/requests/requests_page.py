"""Requests: those that wait for a decision, those with the duty service, those being written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.lists import CaseLine
from ehdesk.domain.pathway import State
from ehdesk.domain.words import names_and_ages, plural, waiting
from ehdesk.kernel.dates import age_on
from ehdesk.kernel.notices import Changed
from ui.kit.buttons import Button
from ui.kit.empty_state import EmptyState
from ui.kit.navigation import Navigator, Place
from ui.kit.work_list import WorkGroup
from ui.kit.work_page import WorkPage
from ui.kit.work_row import WorkLine

LONG_WAIT = 4
"""From this many days on, a request that waits for a decision is shown as pressing."""

_GROUPS = (
    (State.SENT, "Waiting for a decision", "inbox", ""),
    (State.ACCEPTED, "Accepted, checks being made", "list-checks", ""),
    (State.HUB, "Waiting for the {hub}", "users-round", ""),
    (State.RETURNED, "Sent back for more", "undo-2", "soon"),
    (State.DAS, "With the {das.full}", "shield-alert", "overdue"),
    (State.DRAFT, "Being written", "file-text", ""),
)
_VERBS = {
    State.SENT: "Decide",
    State.ACCEPTED: "Allocate",
    State.HUB: "Open",
    State.RETURNED: "Go on writing",
    State.DAS: "Record answer",
    State.DRAFT: "Go on writing",
}


class RequestsPage(WorkPage):
    """The inbox of a locality: longest waiting first."""

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
        self.list.opened.connect(self._on_opened)
        self.list.verb_pressed.connect(self._on_verb_pressed)

    def refresh(self, changed: Changed | None = None) -> None:
        today = self._desk.clock.today()
        lines = self._desk.lists.requests()
        waiting_count = self._desk.lists.counts().requests
        self._lines = {str(line.case_id): line for line in lines}
        groups = [
            WorkGroup(
                state.value,
                self._desk.pack.say(title),
                icon,
                tuple(self._row(line, today) for line in lines if line.state == state),
                tone,
                waiting_count if state is State.SENT else 0,
                "The others are in Cases.",
            )
            for state, title, icon, tone in _GROUPS
        ]
        self.show_groups(groups)
        written = sum(line.state == State.DRAFT for line in lines)
        support = f"{plural(waiting_count, 'request')} to decide, {written} being written"
        self.header.set_support(support if lines else "")

    def _row(self, line: CaseLine, today: date) -> WorkLine:
        row = request_row(line, today)
        return row if self._desk.may(_DEEDS[State(line.state)]) else replace(row, verb="")

    def _on_opened(self, key: str) -> None:
        self._navigator.open_case(UUID(key))

    def _on_verb_pressed(self, key: str) -> None:
        line = self._lines[key]
        if line.state in (State.SENT, State.ACCEPTED):
            self._navigator.go(Place("decide", case_id=line.case_id))
        elif line.state == State.HUB:
            self._navigator.open_case(line.case_id)
        elif line.state == State.DAS:
            self._navigator.go(Place("step", case_id=line.case_id, move=""))
        else:
            case = self._desk.cases.get(line.case_id)
            draft = case.draft("request") or case.draft("step_down")
            if draft is None:
                self._navigator.open_case(line.case_id)
            else:
                self._navigator.open_record(draft.id)


_DEEDS = {
    State.SENT: Deed.DECIDE,
    State.ACCEPTED: Deed.DECIDE,
    State.HUB: Deed.READ,
    State.RETURNED: Deed.FILL_IN,
    State.DAS: Deed.RECORD_STEP,
    State.DRAFT: Deed.FILL_IN,
}
"""What the button of a row does, as somebody may do it or not."""


def request_row(line: CaseLine, today: date) -> WorkLine:
    """A request as a row: the family, the children, how far it is, how long it waits."""
    state = State(line.state)
    ages = ((c.first_name, age_on(c.born, today) if c.born else None) for c in line.children)
    children = names_and_ages(tuple(ages))
    days = (today - line.waiting_since).days if line.waiting_since else 0
    words = waiting(line.waiting_since, today) if line.waiting_since else "Not dated"
    if state is State.DRAFT:
        pill = (f"Begun {plural(days, 'day')} ago" if days else "Begun today", "none", "pen-line")
    elif state is State.DAS:
        pill = (words, "overdue", "shield-alert")
    else:
        late = days >= LONG_WAIT
        pill = (words, "soon" if late else "wait", "clock" if late else "hourglass")
    parts = [line.reference, children, line.next_detail.replace(", ", "  ·  ")]
    return WorkLine(
        key=str(line.case_id),
        icon=next(icon for group, _title, icon, _tone in _GROUPS if group is state),
        title=line.family,
        line="  ·  ".join(part for part in parts if part),
        spoken=f"{line.family}, {_within(line.where)}, {_within(pill[0])}",
        pill=pill,
        verb=_VERBS[state],
    )


def _within(words: str) -> str:
    """The words inside a sentence; abbreviations stay as they are."""
    return words[:1].lower() + words[1:]
