"""Step 2 of sending: by which way, to which address, in which order. A person does all of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ehdesk.authority.items import SendingRoute
from ehdesk.authority.pack import Pack
from ehdesk.desk import Desk
from ehdesk.domain.disclosures import MadePacket
from ehdesk.kernel.dates import say_short_date
from ehdesk.kernel.errors import EhdeskError
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.kit.option_card import OptionCards
from ui.kit.text_input import TextInput
from ui.requests.open_path import open_path
from ui.requests.step_card import StepCard
from ui.requests.step_line import StepLine
from ui.theme import theme


class WayCard(StepCard):
    """The ways of the authority pack, and what each asks for."""

    typed = Signal()
    """Something was chosen or typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(2, "Send it yourself, outside this app", parent, indent=False)
        self._desk = desk
        self._packet: MadePacket | None = None
        self._routes = {r.code: r for r in desk.pack.sending_routes if r.usable}
        cards = [(r.code, r.name, r.for_whom) for r in self._routes.values()]
        self.way = OptionCards(cards, "How will you send it?")
        if cards:
            self.way.set_value(cards[0][0])
        self.address = TextInput("Email address they gave you")
        self._address_row = FieldRow("Email address they gave you", "", self.address)
        self.folder = Button("Open the folder", "secondary", "folder-open")
        self.copy = Button("Copy the address", "secondary", "copy")
        self.copy.setToolTip("Ctrl+Shift+C")
        self.email = Button("Save the covering email", "secondary", "mail")
        self._whom = Label("", "body")
        self._checked = Label("", "help", "text2")
        self._said = Label("", "help", "text2")
        self._note = Note("", "soon")
        self._steps = QVBoxLayout()
        self._lay_out()
        self.way.value_changed.connect(self._on_way)
        self.address.value_changed.connect(self._on_address)
        self.folder.clicked.connect(self._on_folder)
        self.copy.clicked.connect(self._on_copy)
        self.email.clicked.connect(self._on_email)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+C"), self)
        shortcut.activated.connect(self._on_copy)
        self._show()

    @property
    def route(self) -> SendingRoute | None:
        """The way that is chosen."""
        return self._routes.get(self.way.value())

    def show_packet(self, packet: MadePacket | None) -> None:
        """Whose folder is opened, and what the email carries."""
        self._packet = packet
        self._show()

    def set_values(self, way: str, address: str) -> None:
        """Show what was chosen and typed before."""
        if way in self._routes:
            self.way.set_value(way)
        self.address.set_value(address)
        self._show()

    def to_address(self) -> str:
        """Where it goes: an email address, or the receiver's name by other ways."""
        route = self.route
        if route is None:
            return ""
        contact = self._desk.pack.contact_of(route)
        if route.by_email:
            return (contact.email if contact else "") or self.address.value()
        return route.recipient

    def _lay_out(self) -> None:
        px = theme().px
        self.add(self.way)
        self.add(self._note)
        steps = QWidget()
        self._steps = QVBoxLayout(steps)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(px(10))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self._whom, self._address_row):
            column.addWidget(part)
        for button in (self.folder, self.copy, self.email):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._checked)
        column.addWidget(self._said)
        column.addStretch(1)
        both = QWidget()
        places = SideBySide(both, gap=px(20), line_gap=px(14))
        places.add(steps, 6, px(260))
        places.add(right, 5, px(230))
        self.add(both)

    def _show(self) -> None:
        route, pack = self.route, self._desk.pack
        while taken := self._steps.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        for number, words in enumerate(route.steps if route else (), 1):
            self._steps.addWidget(StepLine(number, words))
        self._steps.addStretch(1)
        contact = pack.contact_of(route) if route else None
        by_email = route is not None and route.by_email
        lines = (contact.name, contact.email, contact.phone) if contact and by_email else ()
        _say(self._whom, "\n".join(line for line in lines if line))
        ask_for = by_email and not (contact and contact.email)
        self._address_row.setVisible(ask_for)
        hint = f"Ring {contact.phone} and ask for it" if contact and contact.phone else ""
        self._address_row.set_hint(hint)
        self.email.setVisible(by_email and self._packet is not None)
        self.folder.setVisible(self._packet is not None)
        self.copy.setVisible(by_email or bool(self.to_address()))
        self._show_note(route, pack)
        _say(self._said, "")

    def _show_note(self, route: SendingRoute | None, pack: Pack) -> None:
        """The reminder about schools, or that the address should be checked; never both."""
        schools = next((r for r in self._routes.values() if r.schools), None)
        contact = pack.contact_of(route) if route else None
        today = self._desk.clock.today()
        words = title = ""
        checked = contact.checked if contact else None
        if contact and checked and contact.is_stale(today):
            title = "Checked over 90 days ago"
            words = f"Last checked {say_short_date(checked)}. Ring first to make sure it is right."
        elif route and schools and not route.schools:
            words = f"Schools send by {schools.name}. This way is for others."
        self._note.set_title(title)
        self._note.set_text(words)
        self._note.setVisible(bool(words))
        fresh = checked is not None and not title
        self._checked.setText(
            f"Address checked {say_short_date(checked)}" if fresh and checked else ""
        )

    def _on_way(self) -> None:
        self._show()
        self.typed.emit()

    def _on_address(self) -> None:
        self._address_row.clear_error()
        _say(self._said, "")
        self.typed.emit()

    def _on_folder(self) -> None:
        if self._packet and not open_path(Path(self._packet.folder)):
            _say(self._said, f"The folder is {self._packet.folder}")

    def _on_copy(self) -> None:
        address = self.to_address()
        if address:
            QApplication.clipboard().setText(address)
            _say(self._said, "Address copied")
        elif self._address_row.isVisible():
            self._address_row.set_error("Enter the address first")

    def _on_email(self) -> None:
        if self._packet is None:
            return
        try:
            path = self._desk.packets.save_email(self._packet, self.to_address())
        except EhdeskError as error:
            if self._address_row.isVisible():
                self._address_row.set_error(str(error))
            else:
                _say(self._said, str(error))
            return
        _say(self._said, f"Saved in the folder: {path.name}. Open it and send it yourself.")


def _say(line: Label, words: str) -> None:
    """An empty line takes no room."""
    line.setText(words)
    line.setVisible(bool(words))
