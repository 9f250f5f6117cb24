"""A disagreement between professionals: raised, or gone on with, level by level."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.disagreements import Disagreement, Happened, answer_due, level_of, next_level
from ehdesk.kernel.dates import say_date
from ui.cases.small_form import Faults, SmallForm
from ui.kit.card import Card
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator
from ui.kit.radio_group import RadioGroup
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput

_WORDS = {
    Happened.RAISED: "Raised",
    Happened.ANSWERED: "Answered",
    Happened.ESCALATED: "Taken further",
    Happened.SETTLED: "Settled",
}


class DisagreementPage(SmallForm):
    """Without ``key`` it raises one; with it, what happened is shown and what happens now asked."""

    deed = Deed.DISAGREE
    verb = "Record it"
    footer_words = "Nothing recorded here is changed afterwards."

    def __init__(
        self, desk: Desk, navigator: Navigator, case_id: UUID, key: UUID | None = None
    ) -> None:
        title = "Disagreement between professionals"
        super().__init__(desk, navigator, case_id, title)
        self._one = next((one for one in self.case.disagreements if one.id == key), None)
        today = desk.clock.today()
        self.about = TextInput("What is it about?")
        self.with_whom = TextInput("With whom?")
        self.what = RadioGroup(self._offered(), "What happens now?")
        self.on = DateInput(today, "When?")
        self.on.set_value(today.isoformat())
        self.said = TextArea("What was said?")
        rows = {
            "about": FieldRow("What is it about?", "", self.about),
            "with_whom": FieldRow("With whom?", "A name, and their agency.", self.with_whom),
            "what": FieldRow("What happens now?", "", self.what),
            "on": FieldRow("When?", "", self.on),
            "said": FieldRow("What was said?", "", self.said),
        }
        for name, row in rows.items():
            self.card.body.addWidget(self.add_row(name, row))
            row.setVisible(name in ("on", "said") or (name == "what") == (self._one is not None))
        if self._one is not None:
            self._show_steps(self._one)
        self.begin(f"disagreement {key or ''}".strip())

    def faults(self) -> Faults:
        found = []
        if self._one is None:
            if not self.about.value():
                found.append(("about", "Enter what it is about"))
            if not self.with_whom.value():
                found.append(("with_whom", "Enter with whom"))
        elif not self.what.value():
            found.append(("what", "Choose what happens now"))
        if not self.on.value():
            found.append(("on", self.on.problem() or "Enter the day"))
        if self._one is not None and not self.said.value():
            found.append(("said", "Enter what was said"))
        return found

    def save(self) -> None:
        on, said = date.fromisoformat(self.on.value()), self.said.value()
        book, case = self.desk.disagreements, self.case.id
        draft = self.draft.page
        if self._one is None:
            about, whom = self.about.value(), self.with_whom.value()
            book.raise_it(case, about=about, with_whom=whom, on=on, said=said, draft=draft)
            self.navigator.say("The disagreement is recorded")
            return
        record = {
            Happened.ANSWERED.value: book.answer,
            Happened.ESCALATED.value: book.escalate,
            Happened.SETTLED.value: book.settle,
        }
        record[self.what.value()](case, self._one.id, on=on, said=said, draft=draft)
        self.navigator.say("The disagreement is recorded")

    def _offered(self) -> list[tuple[str, str]]:
        if self._one is None:
            return []
        found = [(Happened.ANSWERED.value, "They answered")]
        above = next_level(self._one.level, self.desk.pack)
        if above is not None:
            found.append((Happened.ESCALATED.value, f"It goes further: {above.name.lower()}"))
        if self.desk.may(Deed.SETTLE):
            found.append((Happened.SETTLED.value, "It is settled"))
        return found

    def _show_steps(self, one: Disagreement) -> None:
        today, pack = self.desk.clock.today(), self.desk.pack
        so_far = Card(f"{one.about}, with {one.with_whom}", padding=22)
        so_far.setMaximumWidth(self.card.maximumWidth())
        for step in one.steps:
            level = level_of(step.level, pack)
            parts = (say_date(step.on, today), _WORDS[step.happened], level.name if level else "")
            head = "  ·  ".join(part for part in (*parts, step.by) if part)
            so_far.body.addWidget(Label(head, "help", "text2"))
            so_far.body.addWidget(Label(step.text or "Nothing more was written.", "body"))
        level = level_of(one.level, pack)
        due = answer_due(one, pack)
        if one.is_open and level is not None and due is not None:
            words = f"{level.name}: {level.who}. An answer by {say_date(due, today)}."
            so_far.body.addWidget(Label(words, "body_medium"))
        self._page.body.insertWidget(1, so_far)
        if not one.is_open:
            self.close_questions()
