"""Beside the plan: how much of it is done, who agreed it, and what to see to before the review."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.plan import Meeting
from ehdesk.domain.words import plural
from ehdesk.kernel.dates import say_day_month
from ui.cases.emptied import empty
from ui.cases.icon import Icon
from ui.cases.plan_outcome import outcome_row
from ui.cases.plan_row import row_of
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.pill import Pill
from ui.kit.segments import Segments
from ui.theme import theme

_NAMES = 8


class PlanSide(QWidget):
    """Three small cards; each goes when it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        self.glance = _Glance()
        self.agreed = _Agreed()
        self.before_review = _BeforeReview()
        for card in (self.glance, self.agreed, self.before_review):
            column.addWidget(card)
        column.addStretch(1)

    def show_case(self, case: Case, pack: Pack, today: date) -> None:
        """Show it for the plan as it is now."""
        self.glance.show_case(case, today)
        self.agreed.show_case(case, pack, today)
        self.before_review.show_case(case)


class _Glance(Card):
    """How many actions are done, and how many are overdue."""

    def __init__(self) -> None:
        super().__init__("Plan at a glance")
        line = QHBoxLayout()
        line.setSpacing(theme().px(12))
        self.count = Label("", "page_title", "accent", wrap=False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label("actions done", "help_strong"))
        self.late = Label("", "help", "text2")
        words.addWidget(self.late)
        line.addWidget(self.count)
        line.addLayout(words, 1)
        self.body.addLayout(line)
        self._bar = Segments(0, 1)
        self.body.addWidget(self._bar)

    def show_case(self, case: Case, today: date) -> None:
        kept = [action for action in case.actions if action.progress != "dropped"]
        done = sum(action.progress == "done" for action in kept)
        late = sum(bool(a.is_open and a.by_when and a.by_when < today) for a in kept)
        self.setVisible(bool(kept))
        self.count.setText(f"{done} of {len(kept)}")
        self.late.setText(f"{late} overdue" if late else "None overdue")
        self._bar.set_progress(done, len(kept))


class _Agreed(Card):
    """Who agreed the plan at the last meeting, and whether it has been changed since."""

    def __init__(self) -> None:
        super().__init__("Agreed by")
        self.pill = Pill("Changed since", "soon", "pencil")
        self.add_action(self.pill)
        self._shown: object = None

    def show_case(self, case: Case, pack: Pack, today: date) -> None:
        meeting = case.held_meetings[-1] if case.held_meetings else None
        changes = changed_since(case)
        shown = (meeting, changes, today)
        self.setVisible(meeting is not None)
        self.pill.setVisible(bool(changes))
        if shown == self._shown or meeting is None:
            return
        self._shown = shown
        empty(self.body)
        names = [person.name for person in _came(meeting)]
        day = say_day_month(meeting.held_on, today) if meeting.held_on else ""
        column = QVBoxLayout()
        column.setSpacing(theme().px(3))
        for name in names[:_NAMES]:
            column.addWidget(_Tick(f"{name}, {day}"))
        if len(names) > _NAMES:
            column.addWidget(Label(f"and {len(names) - _NAMES} more", "help", "text2"))
        if not names:
            column.addWidget(Label(pack.say("At the {taf} meeting, {day}", day=day), "body"))
        self.body.addLayout(column)
        if changes:
            are = "is" if changes == 1 else "are"
            words = f"{plural(changes, 'change')} {are} not agreed yet. Go through them together."
            self.body.addWidget(Label(words, "help", "text2"))


class _BeforeReview(Card):
    """What is still missing in the plan: reminders, never a block."""

    def __init__(self) -> None:
        super().__init__("Before the review")
        self._shown: tuple[str, ...] = ()

    def show_case(self, case: Case) -> None:
        things = _missing(case)
        self.setVisible(bool(things))
        if things == self._shown:
            return
        self._shown = things
        empty(self.body)
        column = QVBoxLayout()
        column.setSpacing(theme().px(4))
        for thing in things:
            column.addWidget(_Tick(thing, "circle-dashed", "text2"))
        self.body.addLayout(column)


class _Tick(QWidget):
    """A mark and words."""

    def __init__(self, words: str, icon: str = "circle-check", colour: str = "accent") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(9))
        row.addWidget(Icon(icon, colour, 16, 2), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, "body"), 1)


def changed_since(case: Case) -> int:
    """How many outcomes and actions are not as the last finished meeting left them."""
    finished = case.finished("taf_meeting")
    if not finished or finished[-1].frozen is None:
        return 0
    agreed: dict[str, dict[str, Any]] = {}
    for section in finished[-1].frozen["sections"]:
        for answer in section["answers"]:
            if answer["kind"] == "plan":
                for outcome in answer["value"]:
                    agreed[outcome["id"]] = _agreed_words(outcome)
                    agreed |= {row["id"]: _agreed_words(row) for row in outcome["actions"]}
    now = {str(outcome.id): _agreed_words(outcome_row(outcome)) for outcome in case.outcomes}
    now |= {str(action.id): _agreed_words(row_of(action)) for action in case.actions}
    return sum(agreed.get(key) != now.get(key) for key in agreed.keys() | now.keys())


def _agreed_words(row: dict[str, Any]) -> dict[str, Any]:
    """What people agreed to: the wording, who and when, not how far it got."""
    return {
        key: row[key]
        for key in ("title", "hoped", "what", "who", "by_when", "by_words")
        if key in row
    }


def _came(meeting: Meeting) -> list[Any]:
    return [person for person in meeting.attendance if person.came == "came"]


def _missing(case: Case) -> tuple[str, ...]:
    things = [
        f"Ask for a number for outcome {outcome.number}"
        for outcome in case.outcomes
        if outcome.now is None
    ]
    for action in case.actions:
        if action.is_open and not action.who:
            things.append(f"Say who does {action.number}")
        if action.is_open and not (action.by_when or action.by_words):
            things.append(f"Say by when {action.number} is done")
    return tuple(things)
