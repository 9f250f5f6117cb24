"""The last step of a request: how it gets there, and the record that it was sent (picture 20).

The app never sends anything. A person does, and says so here.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.authority.items import SendingRoute
from ehdesk.desk import Desk
from ehdesk.domain.thresholds import suggest
from ehdesk.domain.words import plural
from ehdesk.forms.session import FormSession
from ehdesk.kernel.dates import say_date
from ehdesk.kernel.errors import EhdeskError
from ui.fields.number_disc import NumberDisc
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.date_input import DateInput
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.kit.option_card import OptionCards
from ui.kit.text_input import TextInput
from ui.requests.reasons import Reasons
from ui.theme import theme
from ui.wizard.ending import EndingPage
from ui.wizard.guidance import harm_note


class SendView(EndingPage):
    """What still stands in the way, how to send it, and the record of it."""

    def __init__(
        self, desk: Desk, record_id: UUID, session: FormSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._record_id, self._session = desk, record_id, session
        self._routes = {r.code: r for r in desk.pack.sending_routes if r.usable}
        self.reasons = Reasons()
        self.reasons.step_asked.connect(self.step_asked)
        cards = [(r.code, r.name, r.for_whom) for r in self._routes.values()]
        self.way = OptionCards(cards, "How will you send it?")
        if cards:
            self.way.set_value(cards[0][0])
        self.sent_on = DateInput(desk.clock.today(), "Date sent")
        self.sent_on.set_value(desk.clock.today().isoformat())
        self.receipt = TextInput("Receipt")
        self.copy = Button("Copy the address", "secondary", "copy", "small")
        self.copied = Label("", "help", "text2")
        self._steps = QVBoxLayout()
        self._address = Label("", "body")
        self._date_row = FieldRow("Date sent", "", self.sent_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(14))
        column.addWidget(self.reasons)
        column.addWidget(self._how())
        column.addWidget(self._record())
        column.addStretch(1)
        self._side = QWidget()
        self._fill_side()
        self.way.value_changed.connect(self._show_way)
        self.copy.clicked.connect(self._copy)
        self._show_way()

    def refresh(self) -> None:
        self.reasons.show_reasons(self._desk.requests.can_send(self._record_id), self._session)
        self._show_count()

    def side(self) -> QWidget:
        return self._side

    def finish_words(self) -> str:
        return "" if self._session.read_only else "Record as sent"

    def finish_hint(self) -> str:
        return "Recording it locks the request. Fix later with a new entry."

    def finish(self) -> None:
        self.refresh()
        if self.reasons.count:
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.sent_on.value():
            self._date_row.set_error(self.sent_on.problem() or "Enter the date it was sent")
            self.sent_on.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        day = date.fromisoformat(self.sent_on.value())
        if day > self._desk.clock.today():
            self._date_row.set_error("Enter a date that is today or earlier")
            self.sent_on.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._date_row.clear_error()
        try:
            self._desk.requests.send(
                self._record_id, way=self.way.value(), sent_on=day, receipt=self.receipt.value()
            )
        except EhdeskError as error:
            self.reasons.show_reasons((str(error),), self._session)
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.finished.emit()

    def _how(self) -> Card:
        px = theme().px
        card = _numbered(1, "Send it yourself, outside this app")
        card.body.addWidget(self.way)
        steps = QWidget()
        self._steps = QVBoxLayout(steps)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(px(8))
        address = QWidget()
        right = QVBoxLayout(address)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(6))
        right.addWidget(self._address)
        right.addWidget(self.copy)
        right.addWidget(self.copied)
        right.addStretch(1)
        both = QWidget()
        places = SideBySide(both, gap=px(20), line_gap=px(12))
        places.add(steps, 6, px(260))
        places.add(address, 4, px(220))
        card.body.addWidget(both)
        return card

    def _record(self) -> Card:
        px = theme().px
        card = _numbered(2, "Record that it was sent")
        line = QWidget()
        places = SideBySide(line, gap=px(20), line_gap=px(14))
        places.add(self._date_row, 4, px(220))
        hint = "The receipt number, or who took it"
        places.add(FieldRow("Receipt", hint, self.receipt, optional=True), 6, px(240))
        card.body.addWidget(line)
        clock = self._desk.pack.clock("reply")
        due = say_date(clock.after(self._desk.clock.today()), self._desk.clock.today())
        words = f"If nobody has replied by {due} ({clock.words}), ring them."
        card.body.addWidget(Label(words, "help", "text2"))
        return card

    def _fill_side(self) -> None:
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(14))
        self._going = Card(f"Going to {self._desk.pack.name}")
        self._needs = Label("", "body_strong")
        self._points = Label("", "help", "text2")
        self._going.body.addWidget(self._needs)
        self._going.body.addWidget(self._points)
        never = "This app never sends anything. You send it, then say that you did."
        column.addWidget(self._going)
        column.addWidget(Note(never, icon="wifi-off"))
        column.addWidget(harm_note(self._desk.pack))
        column.addStretch(1)

    def _show_count(self) -> None:
        count = self._session.needs_count()
        self._needs.setText(plural(count, "need"))
        self._points.setText(suggest(count, self._desk.pack.thresholds).words)

    def _show_way(self) -> None:
        route = self._routes.get(self.way.value())
        while taken := self._steps.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        for number, words in enumerate(route.steps if route else (), 1):
            self._steps.addWidget(_step(number, words))
        self._steps.addStretch(1)
        address = self._address_of(route)
        self._address.setText(address)
        self.copy.setVisible(bool(address))
        self.copied.setText("")

    def _address_of(self, route: SendingRoute | None) -> str:
        if route is None or not route.contact:
            return ""
        contact = self._desk.pack.contact(route.contact)
        lines = (contact.name, contact.email, contact.phone)
        return "\n".join(line for line in lines if line)

    def _copy(self) -> None:
        clipboard = QApplication.clipboard()
        clipboard.setText(self._address.text())
        self.copied.setText("Copied")


def _numbered(number: int, title: str) -> Card:
    card = Card()
    line = QHBoxLayout()
    line.setSpacing(theme().px(12))
    line.addWidget(NumberDisc(number))
    line.addWidget(Label(title, "card_title"), 1)
    card.body.addLayout(line)
    return card


def _step(number: int, words: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme().px(12))
    count = Label(f"{number}.", "body_strong", "text2", wrap=False)
    count.setMinimumWidth(theme().px(20))
    line.addWidget(count)
    line.addWidget(Label(words, "body"), 1)
    return row
