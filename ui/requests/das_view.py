"""A child may be at risk of harm now: whom to ring, what to say, and that it was done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.forms.single_kinds import read_time
from ehdesk.kernel.dates import say_time
from ehdesk.kernel.errors import EhdeskError
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.date_input import DateInput
from ui.kit.error_summary import ErrorSummary
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.radio_group import RadioGroup
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.requests.big_number import BigNumber
from ui.theme import theme
from ui.wizard.small_draft import SmallDraft

_SAY = (
    "Who you are, where you work and your number",
    "The child’s name, date of birth and where they are now",
    "What you saw or heard, and when",
    "Who is with the child, and whether they are safe for the next hour",
    "Whether the family knows that you are calling",
)

_MEANWHILE = (("goes_on", "It goes on"), ("waits", "It waits for their answer"))


class DasView(QWidget):
    """A full page over whatever was being done. It never dials and never sends. What is written
    down of the call is kept as a draft until it is recorded."""

    recorded = Signal(object)
    """The referral is on the record: the key of the case that is with the duty service now."""
    kept_writing = Signal()
    """Back to the form; the answer stays yes."""
    mistaken = Signal()
    """Yes was pressed by mistake."""

    def __init__(
        self,
        desk: Desk,
        case_id: UUID,
        parent: QWidget | None = None,
        *,
        header: PageHeader | None = None,
        ended: bool = False,
    ) -> None:
        """
        :param header: of the page, where it stands on one of its own.
        :param ended: the case has ended, so that the call begins a new one.
        """
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._header = header
        self._ended = ended
        now = desk.clock.now()
        self.title = Label("Call now. Write it down afterwards", "wizard_title")
        self.summary = ErrorSummary()
        self.when = DateInput(desk.clock.today(), "Date of the call")
        self.when.set_value(desk.clock.today().isoformat())
        self.time = TextInput("Time of the call")
        self.time.set_value(say_time(now))
        self.who = TextInput("Who took the call?")
        self.said = TextArea("What did you tell them, and what did they say?")
        self.meanwhile = RadioGroup(_MEANWHILE, "What happens to the case meanwhile?")
        self.record = Button("Record the referral", "primary", "check")
        self.keep = Button("Carry on writing, record it later", "secondary")
        self.mistake = Button("Go back: it was a mistake", "quiet", "arrow-left")
        self.draft = SmallDraft(desk, case_id, "das", self._typed, self._show_typed, self)
        self._lay_out()
        for box in (self.when, self.time, self.who, self.said, self.meanwhile):
            box.value_changed.connect(self.draft.note_change)
        self.summary.problem_chosen.connect(self._on_problem)
        self.record.clicked.connect(self._record)
        self.keep.clicked.connect(self.kept_writing)
        self.mistake.clicked.connect(self.mistaken)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep_typed()

    def keep_typed(self) -> None:
        """Keep what is typed and not recorded yet."""
        self.draft.keep()

    def _lay_out(self) -> None:
        px = theme().px
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = ScrollPage(self._header)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)
        page.body.addWidget(self.title)
        about = "You do not need consent to keep a child safe. What you have typed is saved."
        page.body.addWidget(Label(about, "input", "text2"))
        if self._ended:
            words = (
                "This case has ended. Recording the call begins a new one of the family, which "
                "names this one, and refers it."
            )
            page.body.addWidget(Note(words))
        page.body.addWidget(self.summary)
        page.body.addWidget(self._numbers())
        both = QWidget()
        places = SideBySide(both, gap=px(16), line_gap=px(16), fill=True)
        why_not = self._desk.why_not(Deed.REFER_TO_DAS)
        places.add(self._what_to_say(), 5, px(300))
        places.add(self._the_call(why_not), 7, px(380))
        page.body.addWidget(both)
        page.body.addStretch(1)
        bar: QHBoxLayout = page.footer
        bar.addWidget(self.mistake)
        bar.addStretch(1)
        bar.addWidget(self.keep)
        bar.addWidget(self.record)
        self.record.setVisible(not why_not)

    def _numbers(self) -> QWidget:
        pack = self._desk.pack
        das, emergency = pack.contact("das"), pack.contact("emergency")
        row = QWidget()
        places = SideBySide(row, gap=theme().px(16), line_gap=theme().px(12), fill=True)
        places.add(BigNumber(pack.say("Call {das} now"), das.phone, das.name), 7, theme().px(340))
        danger = "If anyone is in danger this minute"
        places.add(BigNumber(danger, emergency.phone, emergency.name), 5, theme().px(280))
        return row

    def _what_to_say(self) -> Card:
        card = Card("What to say")
        for number, line in enumerate(_SAY, 1):
            row = QHBoxLayout()
            row.setSpacing(theme().px(12))
            row.addWidget(Label(str(number), "body_strong", "accent", wrap=False))
            row.addWidget(Label(line, "body"), 1)
            card.body.addLayout(row)
        card.body.addStretch(1)
        return card

    def _the_call(self, why_not: str) -> Card:
        """:param why_not: why whoever reads this may not write it down, and who can."""
        card = Card("Afterwards, write down the call")
        if why_not:
            card.body.addWidget(Note(why_not))
        when = QWidget()
        places = SideBySide(when, gap=theme().px(16), line_gap=theme().px(14))
        self._when_row = FieldRow("Date of the call", "", self.when)
        self._time_row = FieldRow("Time", "For example 9:20am", self.time)
        places.add(self._when_row, 3, theme().px(210))
        places.add(self._time_row, 2, theme().px(130))
        self._who_row = FieldRow("Who took the call?", "", self.who)
        words = "What did you tell them, and what did they say?"
        self._said_row = FieldRow(words, "", self.said)
        self._meanwhile_row = FieldRow(
            "What happens to the case meanwhile?",
            "Until they answer. Keeping a child safe always goes on.",
            self.meanwhile,
        )
        draft = self.draft
        asked = (when, self._who_row, self._said_row, self._meanwhile_row)
        for part in (draft.note, *asked, draft.save_line):
            card.body.addWidget(part)
        for part in asked if why_not else ():
            part.hide()
        card.body.addStretch(1)
        return card

    def _faults(self) -> list[tuple[str, str]]:
        faults = []
        if not self.when.value():
            faults.append(("when", self.when.problem() or "Enter the date of the call"))
        if read_time(self.time.value()) is None:
            faults.append(("time", "Enter the time of the call, like 9:20am"))
        if not self.who.value():
            faults.append(("who", "Enter who took the call"))
        if not self.said.value().strip():
            faults.append(("said", "Enter what you told them and what they said"))
        if not self.meanwhile.value():
            faults.append(("meanwhile", "Choose what happens to the case meanwhile"))
        return faults

    def _record(self) -> None:
        faults = self._faults()
        words = dict(faults)
        for key, row in self._rows().items():
            row.set_error(words.get(key, ""))
        self.summary.show_problems(faults)
        if faults:
            return
        try:
            case_id = self._desk.requests.refer_to_das(
                self._case_id,
                when=date.fromisoformat(self.when.value()),
                at=self.time.value(),
                who_took_it=self.who.value(),
                reason=self.said.value(),
                meanwhile=self.meanwhile.value(),
                draft=self.draft.page,
            )
        except EhdeskError as error:
            self.summary.show_problems([("who", str(error))])
            return
        self.draft.finish()
        self.recorded.emit(case_id)

    def _typed(self) -> dict[str, Any]:
        return {
            "when": self.when.value() or self.when.typed(),
            "time": self.time.value(),
            "who": self.who.value(),
            "said": self.said.value(),
            "meanwhile": self.meanwhile.value(),
        }

    def _show_typed(self, typed: Mapping[str, Any]) -> None:
        for key in self._typed():
            if key in typed:
                getattr(self, key).set_value(typed[key])

    def _rows(self) -> dict[str, FieldRow]:
        return {
            "when": self._when_row,
            "time": self._time_row,
            "who": self._who_row,
            "said": self._said_row,
            "meanwhile": self._meanwhile_row,
        }

    def _on_problem(self, key: str) -> None:
        self._rows()[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)
