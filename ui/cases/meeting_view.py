"""One Team Around the Family meeting to read: who came, the minutes, what was agreed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.plan import Attendance, Meeting
from ehdesk.forms.checks import iso_date
from ehdesk.kernel.dates import say_date, say_full_date
from ui.cases.answer_view import OwnWords
from ui.cases.card_row import CardRow
from ui.cases.icon import Icon
from ui.cases.person_line import PersonLine
from ui.cases.reading import ReadAnswer, ReadSection
from ui.kit.avatar import Avatar
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.pill import Pill
from ui.kit.plain import as_tip
from ui.theme import theme

_CAME = {
    "came": ("Came", "done", "check"),
    "apologies": ("Apologies", "none", "minus"),
    "absent": ("Did not come", "none", "x"),
}
_ICONS = {
    "minutes.going_well": "sprout",
    "minutes.worries": "flag",
    "minutes.decided": "circle-check",
    "minutes.disagreed": "split",
    "minutes.next_time": "repeat-2",
}


def meeting_line(meeting: Meeting) -> str:
    """When, where and who chaired, as far as it is known."""
    day = meeting.held_on or meeting.planned_on
    times = " to ".join(say_time_typed(t) for t in (meeting.starts, meeting.ends) if t)
    when = ", ".join(part for part in (say_full_date(day) if day else "", times) if part)
    chair = f"chaired by {meeting.chair}" if meeting.chair else ""
    return "  ·  ".join(part for part in (when, meeting.venue, chair) if part)


def say_time_typed(time: str) -> str:
    """``14:30`` as ``2:30pm``; anything else as it was typed."""
    hour, colon, minute = time.partition(":")
    if not colon or not hour.isdigit() or not minute.isdigit():
        return time
    return f"{int(hour) % 12 or 12}:{minute}{'am' if int(hour) < 12 else 'pm'}"


class MeetingView(QWidget):
    """Three cards beside one another (picture 11)."""

    def __init__(
        self,
        meeting: Meeting,
        sections: tuple[ReadSection, ...],
        case: Case,
        pack: Pack,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        said = {answer.key: answer for section in sections for answer in section.answers}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = CardRow(820)
        row.add(_WhoCame(meeting), 28)
        row.add(_Minutes(said), 44)
        row.add(_Agreed(meeting, said), 28)
        column.addWidget(row)


class _WhoCame(Card):
    def __init__(self, meeting: Meeting) -> None:
        super().__init__("Who came" if meeting.finished else "Who is invited")
        invited = meeting.attendance
        came = sum(person.came == "came" for person in invited)
        words = f"{came} of {len(invited)} invited" if meeting.finished else str(len(invited))
        self.add_action(Label(words, "help", "text2", wrap=False))
        column = QVBoxLayout()
        column.setSpacing(theme().px(3))
        for person in sorted(invited, key=lambda one: one.kind != "family"):
            column.addWidget(PersonLine(person.name, person.role, end=_came_pill(person)))
        self.body.addLayout(column)
        self.body.addStretch(1)


class _Minutes(Card):
    def __init__(self, said: dict[str, ReadAnswer]) -> None:
        super().__init__("Minutes")
        minutes = [answer for key, answer in said.items() if key.startswith("minutes.")]
        for answer in minutes:
            if answer.voice:
                self.body.addWidget(OwnWords(answer.label, answer.lines))
            else:
                self.body.addWidget(_Said(answer))
        if not minutes:
            self.body.addWidget(Label("No minutes yet.", "body", "text2"))
        plan = said.get("plan.plan")
        if plan is not None:
            self.body.addWidget(_Actions(plan.value))
        self.body.addStretch(1)


class _Said(QWidget):
    """A heading with an icon, and what was minuted under it."""

    def __init__(self, answer: ReadAnswer) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        icon = _ICONS.get(answer.key, "file-text")
        row.addWidget(Icon(icon, "accent", 17, 1), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme().px(1))
        words.addWidget(Label(answer.label, "body_strong"))
        for line in answer.lines:
            words.addWidget(Label(line, "body"))
        row.addLayout(words, 1)


class _Actions(QWidget):
    """The actions as they were agreed, with who and by when."""

    def __init__(self, plan: list[dict[str, Any]]) -> None:
        super().__init__()
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(7))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(Icon("square-check", "accent", 17))
        head.addWidget(Label("Actions agreed", "body_strong"), 1)
        head.addWidget(Label("In the plan", "help", "text2", wrap=False))
        column.addLayout(head)
        for number, outcome in enumerate(plan, 1):
            for place, action in enumerate(outcome["actions"], 1):
                column.addLayout(self._line(f"{number}.{place}", action))

    def _line(self, number: str, action: dict[str, Any]) -> QHBoxLayout:
        px = theme().px
        line = QHBoxLayout()
        line.setContentsMargins(px(27), 0, 0, 0)
        line.setSpacing(px(8))
        line.addWidget(Label(number, "body", "text2", wrap=False, tabular=True))
        line.addWidget(Label(action["what"], "body"), 1)
        if action["who"]:
            avatar = Avatar(action["who"], 24)
            avatar.setToolTip(as_tip(action["who"]))
            avatar.setAccessibleName(action["who"])
            line.addWidget(avatar)
        day = iso_date(action["by_when"])
        by = say_date(day, day) if day else action["by_words"]
        when = Label(by, "help_medium", wrap=True)
        when.setFixedWidth(px(86))
        line.addWidget(when)
        return line


class _Agreed(Card):
    """When the team meets next, who leads, and what the family says of it all."""

    def __init__(self, meeting: Meeting, said: dict[str, ReadAnswer]) -> None:
        super().__init__("What was agreed")
        if meeting.next_on:
            self._fact("Next meeting", say_full_date(meeting.next_on), meeting.next_venue)
        for key, what in (
            ("lead.person", "Lead practitioner"),
            ("next.family_agreed", "The family agrees with this record"),
            ("next.finalised", "The assessment was finalised"),
        ):
            if key in said:
                self._fact(what, *said[key].lines)
        for key in ("lead.family_said", "next.family_comment"):
            if key in said:
                self.body.addWidget(OwnWords(said[key].label, said[key].lines))
        if self.body.count() == 0:
            self.body.addWidget(Label("Nothing yet.", "body", "text2"))
        self.body.addStretch(1)

    def _fact(self, what: str, *lines: str) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(what, "help", "text2"))
        for line in lines:
            if line:
                column.addWidget(Label(line, "body_medium"))
        self.body.addLayout(column)


def _came_pill(person: Attendance) -> Pill | None:
    state = _CAME.get(person.came)
    return Pill(*state) if state else None
