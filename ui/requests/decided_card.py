"""After a decision is recorded: what is next, who is told, and the letters to print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.obligations import obligations
from ehdesk.domain.pathway import State, move_title
from ehdesk.domain.request_answer import ANSWERS
from ehdesk.kernel.dates import say_date
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Place
from ui.requests.thing_row import ThingRow
from ui.theme import theme

_LETTERS = (
    ("decision-letter", "Letter to the family", "The answer, what happens now, their choice"),
    ("decision-reply", "Reply to whoever asked", "The answer, why, and what is asked of them"),
)


class DecidedCard(Card):
    """Shows a case that was decided just now, or before."""

    def __init__(
        self, desk: Desk, navigator: Navigator, case: Case, parent: QWidget | None = None
    ) -> None:
        decided = [step for step in case.steps if step.move in (*ANSWERS, "refer_to_das")]
        title = move_title(decided[-1].move, desk.pack) if decided else "This request is decided"
        super().__init__(f"Recorded: {title[:1].lower()}{title[1:]}", padding=22, parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._case = case
        self.letters: dict[str, Button] = {}
        self.setMaximumWidth(theme().px(860))
        self.body.setSpacing(theme().px(18))
        answered = bool(decided) and decided[-1].move in ANSWERS
        self.body.addWidget(_part("What is next", self._next()))
        self.body.addWidget(_part("Who is told", self._told(answered=answered)))
        if answered:
            self._add_letters()
        self._add_buttons(answered=answered)

    def _next(self) -> list[str]:
        case, today = self._case, self._desk.clock.today()
        due = obligations(case, self._desk.pack)
        if not due:
            return ["Nothing: this request has ended. Its record stays."]
        first = due[0]
        when = f", by {say_date(first.due, today)}" if first.due else ""
        lines = [f"{first.title}{when}"]
        if first.why:
            lines.append(f"{first.why}.".replace("..", "."))
        who, phone = self._desk.hub.support_meanwhile(case)
        if case.state is State.HUB and who:
            ring = f" Ring {phone}." if phone else ""
            lines.append(f"Until then the family is supported by the {who}.{ring}")
        call = case.das_referral
        if case.state is State.DAS and call is not None and call.meanwhile:
            goes = call.meanwhile == "goes_on"
            lines.append(
                "The request goes on beside it." if goes else "The request waits for the answer."
            )
        return lines

    def _told(self, *, answered: bool) -> list[str]:
        case = self._case
        if not answered:
            say = self._desk.pack.say
            return [
                say("{das} has it. Agree with them who tells the family, and when."),
                say("No letter is made: it could put a child at risk."),
            ]
        lines = ["The family, by the letter below."]
        if case.asker:
            lines.append(f"{case.asker}, by the reply below.")
        if case.worker and case.state is not State.HUB and case.is_open:
            lines.append(f"{case.worker}, who finds it on Today.")
        return lines

    def _add_letters(self) -> None:
        have = {kind for kind, _title in self._desk.papers.kinds(self._case, in_full=False)}
        for kind, title, line in _LETTERS:
            if kind not in have:
                continue
            row = ThingRow("mail")
            row.show_words(title, line)
            button = Button("Look and print", "secondary", "printer")
            button.setAccessibleName(f"Look and print: {title}")
            button.clicked.connect(
                lambda _on=False, kind=kind: self._navigator.open_print(kind, self._case.id)
            )
            row.add_action(button)
            self.letters[kind] = button
            self.body.addWidget(row)

    def _add_buttons(self, *, answered: bool) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        line.addStretch(1)
        self.told = Button("Record who was told", "secondary", "check")
        place = Place("sharing", case_id=self._case.id)
        self.told.clicked.connect(lambda: self._navigator.go(place))
        self.told.setVisible(answered and self._desk.may(Deed.SHARE))
        self.open = Button("Open the case", "primary", "arrow-right")
        self.open.clicked.connect(lambda: self._navigator.open_case(self._case.id))
        line.addWidget(self.told)
        line.addWidget(self.open)
        self.body.addLayout(line)


def _part(title: str, lines: Sequence[str]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(3))
    column.addWidget(Label(title, "help_strong", "text2"))
    for line in lines:
        label = Label(line, "body")
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column.addWidget(label)
    return part
