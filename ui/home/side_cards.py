"""The cards beside Today: drafts to finish, and requests that wait for a decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.inbox import SentLine
from ehdesk.domain.lists import CaseLine, Draft
from ehdesk.domain.pathway import State
from ehdesk.domain.words import plural
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ui.home.side_row import SideLine, SideRow
from ui.kit.card import Card
from ui.kit.labels import Label

SENT_SHOWN = 6
"""Of the requests that somebody sent: the newest. The others are in Requests."""
LONG_WAIT = 4
"""From this many days on, a request that waits is shown as pressing."""

_FORMS = {
    "request": "Request",
    "decision": "Decision",
    "eha": "Assessment",
    "taf_meeting": "{taf} meeting",
    "review": "Review notes",
    "closure": "Closure form",
    "contact": "Contact",
    "consent": "Consent form",
    "hub_proforma": "{hub} proforma",
    "hub_decision": "{hub} decision",
    "short_review": "Review of the work",
    "hand_over": "Hand-over",
    "follow_up": "Follow-up",
    "masp": "Referral to the panel",
    "panel": "Panel’s answer",
    "step_up": "Step-up form",
    "step_down": "Step-down form",
}


class SideCard(QWidget):
    """A titled card of rows with their count; ``empty`` is said when there are none."""

    def __init__(self, title: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._card = Card(title)
        column.addWidget(self._card)
        self._count = Label("", "help", "text2", wrap=False)
        self._card.add_action(self._count)
        self._card.body.setSpacing(0)
        self._empty = Label(empty, "help", "text2")
        self._card.body.addWidget(self._empty)
        self._lines: tuple[SideLine, ...] = ()
        self._rows: list[SideRow] = []
        self.setAccessibleName(title)

    @property
    def rows(self) -> tuple[SideRow, ...]:
        """The rows, from the top."""
        return tuple(self._rows)

    @property
    def count(self) -> str:
        """The number in its corner."""
        return self._count.text()

    def set_lines(
        self, lines: Sequence[tuple[SideLine, Callable[[], None]]], count: str = ""
    ) -> None:
        """Show these, each with what pressing it does; ``count`` when there are more than these."""
        focused = QApplication.focusWidget()
        place = next((n for n, row in enumerate(self._rows) if row is focused), None)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for line, press in lines:
            row = SideRow(line, first=not self._rows, last=len(self._rows) == len(lines) - 1)
            row.clicked.connect(lambda _on=False, press=press: press())
            self._rows.append(row)
            self._card.body.addWidget(row)
        self._count.setText(count or str(len(lines) or ""))
        self._empty.setVisible(not lines)
        if place is not None and self._rows:
            self._rows[min(place, len(self._rows) - 1)].setFocus()


def draft_line(draft: Draft, today: date, pack: Pack) -> SideLine:
    """A form begun: which, when it was edited last, how far it is."""
    form = pack.say(_FORMS.get(draft.form, "Form"))
    edited = _edited(draft.saved_at, today)
    done = f"{draft.steps_done} of {draft.steps_total}"
    return SideLine(
        title=draft.family,
        line=f"{form}, edited {edited}",
        spoken=f"{draft.family}, {form}, {done} steps done, edited {edited}",
        right=done,
        bar=(draft.steps_done, max(1, draft.steps_total)),
    )


def request_line(line: CaseLine, today: date) -> SideLine:
    """A request that waits: how its checks stand, and for how long it has waited."""
    days = (today - line.waiting_since).days if line.waiting_since else 0
    words = plural(days, "day") if days else "Today"
    late = days >= LONG_WAIT
    return SideLine(
        title=line.family,
        line=line.next_detail,
        spoken=f"{line.family}, {line.next_detail}, waiting {words.lower()}",
        pill=(words, "soon" if late else "wait", "clock" if late else "hourglass"),
    )


def sent_line(sent: SentLine, today: date) -> SideLine:
    """A request that somebody sent: where it is, and for how long it has waited or when it was
    answered."""
    line = sent.case
    if line.state == State.SENT and sent.waits_since is not None:
        days = (today - sent.waits_since).days
        pill = (plural(days, "day") if days else "Today", "wait", "hourglass")
    elif line.state == State.RETURNED:
        pill = ("Sent back", "soon", "undo-2")
    else:
        answered = say_date(sent.answered_on, today) if sent.answered_on else "Answered"
        pill = (answered, "none", "circle-check")
    return SideLine(
        title=line.family,
        line=line.where,
        spoken=f"{line.family}, {line.where}, {pill[0].lower()}",
        pill=pill,
    )


def _edited(moment: datetime, today: date) -> str:
    day = local(moment).date()
    if day == today:
        return f"today {say_time(moment)}"
    if day == today - timedelta(days=1):
        return f"yesterday {say_time(moment)}"
    return say_date(day, today)
