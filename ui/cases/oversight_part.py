"""Oversight of a case: what is signed, returned or waits, a manager's notes, disagreements, and
restricted notes with who opened them."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.disagreements import Disagreement
from ehdesk.domain.oversight import Entry, Said
from ehdesk.domain.records import Record
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ui.cases.emptied import empty
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.theme import theme

_SAID = {
    Said.NOTE: "Note",
    Said.ASKED: "Asked to sign",
    Said.SIGNED: "Signed",
    Said.RETURNED: "Returned for changes",
    Said.TALK: "To talk about first",
}


class OversightPart(QWidget):
    """``asked`` gives the kind of page and what it is about."""

    asked = Signal(str, dict)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self.signing = Card("What a manager signs")
        self.entries = Card("Management oversight")
        self.disagreements = Card("Disagreements between professionals")
        self.restricted = Card("Restricted notes")
        self.raise_button = Button("Record a disagreement", "secondary", "split")
        self.raise_button.clicked.connect(lambda: self.asked.emit("disagreement", {}))
        self.raise_button.setVisible(desk.may(Deed.DISAGREE))
        self.disagreements.add_action(self.raise_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(14))
        for card in (self.signing, self.entries, self.disagreements, self.restricted):
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            column.addWidget(card)
        column.addStretch(1)

    def show_case(self, case: Case) -> None:
        """Show the case as it stands."""
        key = (case.records, case.oversight, case.pins, case.disagreements, case.openings)
        if key == self._shown:
            return
        self._shown = key
        for card in (self.signing, self.entries, self.disagreements, self.restricted):
            empty(card.body)
        self._show_signing(case)
        self._show_entries(case)
        for one in case.disagreements:
            self.disagreements.body.addWidget(self._disagreement(one))
        if not case.disagreements:
            self.disagreements.body.addWidget(Label("None is recorded.", "body", "text2"))
        self._show_restricted(case)

    def _show_signing(self, case: Case) -> None:
        needed = self._desk.users.forms_signed()
        records = self._desk.oversight.signable(case)
        for record in records:
            self.signing.body.addWidget(self._record(case, record, record.form in needed))
        if not records:
            self.signing.body.addWidget(Label("Nothing to sign yet.", "body", "text2"))

    def _record(self, case: Case, record: Record, needed: bool) -> QWidget:
        stands = case.standing(record.id)
        name = self._desk.pack.label("sign_offs", record.form)
        state = _SAID[stands.said] if stands.said else "Not asked yet"
        if stands.last is not None:
            state = f"{state}, {self._when(stands.last)}, {stands.last.by}"
        if needed and stands.said is not Said.SIGNED:
            state += ". It is signed before it goes."
        button = None
        if stands.waits_for_a_manager and self._desk.may(Deed.SIGN_OFF):
            button = self._button("Look at it", name, "sign", record_id=record.id)
        elif stands.said is Said.RETURNED:
            button = self._button("See the comments", name, "comments", record_id=record.id)
        elif self._desk.may(Deed.ASK_SIGN_OFF) and (
            stands.said is None or (stands.said is Said.SIGNED and record.finished_at is None)
        ):
            button = self._button("Ask to sign", name, "ask_signature", record_id=record.id)
        return _line(name, state, button)

    def _show_entries(self, case: Case) -> None:
        names = {record.id: record.form for record in case.records}
        for entry in reversed(case.oversight):
            form = names.get(entry.record_id, "") if entry.record_id else ""
            what = self._desk.pack.label("sign_offs", form)
            head = f"{self._when(entry)}  ·  {entry.by}  ·  {_SAID[entry.said]}"
            head += f"  ·  {what.lower()}" if entry.record_id else ""
            self.entries.body.addWidget(_line(head, entry.text, None))
        if not case.oversight:
            words = "No manager has looked at this case yet."
            self.entries.body.addWidget(Label(words, "body", "text2"))

    def _disagreement(self, one: Disagreement) -> QWidget:
        state = "Open" if one.is_open else "Settled"
        words = f"{state}, with {one.with_whom}, {len(one.steps)} recorded"
        return _line(
            one.about, words, self._button("Open it", one.about, "disagreement", key=one.id)
        )

    def _show_restricted(self, case: Case) -> None:
        notes = [one for one in case.contacts if one.restricted]
        self.restricted.setVisible(bool(notes))
        for note in notes:
            day = say_date(note.happened_on, self._desk.clock.today())
            opened = [one for one in case.openings if one.contact_id == note.id]
            told = "; ".join(
                f"opened by {one.by}, {say_date(local(one.at).date(), self._desk.clock.today())}: "
                f"{one.reason}"
                for one in opened
            )
            button = None
            if self._desk.may(Deed.OPEN_RESTRICTED):
                button = self._button("Open it", day, "restricted", contact_id=note.id)
            name = f"Restricted note, {day}"
            self.restricted.body.addWidget(_line(name, told or "Not opened yet", button))

    def _button(self, words: str, about: str, kind: str, **what: UUID) -> Button:
        button = Button(words, "secondary", "", "small")
        button.setAccessibleName(f"{words}: {about}")
        button.clicked.connect(lambda: self.asked.emit(kind, what))
        return button

    def _when(self, entry: Entry) -> str:
        day = say_date(entry.on, self._desk.clock.today())
        return f"{day}, {say_time(entry.at)}"


def _line(title: str, words: str, button: Button | None) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(12))
    column = QVBoxLayout()
    column.setSpacing(theme().px(2))
    column.addWidget(Label(title, "body_medium"))
    if words:
        column.addWidget(Label(words, "help", "text2"))
    row.addLayout(column, 1)
    if button is not None:
        row.addWidget(button)
    return line
