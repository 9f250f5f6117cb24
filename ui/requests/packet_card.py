"""Step 1 of sending: the packet, made off the window's thread into a folder that is chosen."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.disclosures import MadePacket, SharedFile
from ehdesk.domain.words import plural
from ehdesk.forms.session import FormSession
from ehdesk.kernel.clock import local
from ehdesk.kernel.dates import say_date, say_time
from ehdesk.kernel.errors import EhdeskError
from ehdesk.services.packets import NewPacket
from ui.kit import ask
from ui.kit.buttons import Button, IconButton
from ui.kit.check import Check
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.kit.painting import draw_box, painting
from ui.kit.tasks import Task, run
from ui.requests.open_path import open_path
from ui.requests.step_card import StepCard
from ui.requests.thing_row import ThingRow
from ui.theme import theme

_WHAT = (
    "Two files in a folder that you choose: a PDF to read, locked with a password, and a sealed "
    "data file, so that nobody has to type it again. No name of the family is in a file’s name."
)
_STALE = "An answer was changed after this packet was made. Make it again and send the new one."
_GONE = "It was shown when the packet was made, and is kept nowhere. Not noted? Make it again."
_TELL = "Tell them by telephone, never in the same message. It is shown only now: note it."


class PacketCard(StepCard):
    """``packet`` is the newest one, or None. ``asked`` lets the page say first what is missing."""

    asked = Signal()
    """Making was asked for; the page answers with ``make``."""
    changed = Signal()
    """A packet was made, or it was said that the older one was sent."""

    def __init__(
        self, desk: Desk, record_id: UUID, session: FormSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(1, "Make the packet", parent, indent=False)
        self._desk, self._record_id, self._session = desk, record_id, session
        self._task: Task | None = None
        self._password = ""
        self.packet: MadePacket | None = None
        self.is_current = False
        self._when = Label("", "help", "text2")
        self.make_button = Button("Make the packet", "secondary", "package", "small")
        self._about = Label(_WHAT, "body", "text2")
        self._trouble = Note("", "soon")
        self._stale = Note(_STALE, "soon", "Made before your last change")
        self.older = Check("I sent it as it was, before the change")
        self._stale.body.addWidget(self.older)
        self._pdf = ThingRow("file-lock")
        self._open = Button("Open", "secondary", "eye", "small")
        self._pdf.add_action(self._open)
        self._data = ThingRow("package")
        self._inside_button = Button("What is in it", "secondary", None, "small")
        self._data.add_action(self._inside_button)
        self._contents = Label("", "help", "text2")
        self._key = ThingRow("key-round", act_weight=8)
        self.password = _Boxed("", "body_strong", wrap=False)
        self._copy = IconButton("copy", "Copy the password")
        self._key.add_action(self.password)
        self._key.add_action(self._copy)
        self._lay_out()
        self.make_button.clicked.connect(self.asked)
        self._open.clicked.connect(lambda: open_path(self._path(0)))
        self._inside_button.clicked.connect(self._on_inside)
        self._copy.clicked.connect(self._on_copy)
        self.older.value_changed.connect(self.changed)

    def refresh(self) -> None:
        """Read which packet there is, and whether it says the last that was typed."""
        self.packet = self._desk.packets.last(self._record_id)
        self.is_current = self.packet is not None and self._desk.packets.is_current(self.packet)
        self._show()

    def make(self) -> None:
        """Ask for a folder and make the packet there."""
        if self._task is not None:
            return
        folder = ask.ask_folder(self, "Where should the packet’s folder be?")
        if folder is None:
            return
        self._say("")
        self.make_button.setText("Making the packet")
        packets, record_id = self._desk.packets, self._record_id
        self._task = run(
            lambda report: packets.make(record_id, Path(folder), report),
            on_done=self._on_made,
            on_failed=self._on_failed,
            on_progress=lambda done, total: self._when.setText(f"{done} of {total} steps done"),
            owner=self,
        )

    def _lay_out(self) -> None:
        self.add_action(self._when)
        self.add_action(self.make_button)
        parts = (self._about, self._trouble, self._stale, self._pdf, self._data, self._contents)
        for part in (*parts, self._key):
            self.add(part)
        self._contents.setContentsMargins(theme().px(50), 0, 0, 0)
        self._contents.hide()
        self._trouble.hide()

    def _on_made(self, made: NewPacket) -> None:
        self._task = None
        self._password = made.password
        self.older.set_value(False)
        self.refresh()
        self.changed.emit()

    def _on_failed(self, problem: Exception) -> None:
        self._task = None
        self._show()
        if not isinstance(problem, EhdeskError):
            raise problem
        self._say(str(problem))

    def _say(self, words: str) -> None:
        self._trouble.set_text(words)
        self._trouble.setVisible(bool(words))

    def _show(self) -> None:
        packet, locked = self.packet, self._session.read_only
        stale = packet is not None and not self.is_current
        title = "Packet made" if packet and not stale else "Make the packet"
        self.set_title("Made before your last change" if stale else title)
        self.set_done(packet is not None and not stale)
        self._when.setText(f"Made {self._said_when(packet)}" if packet else "")
        self.make_button.setText("Make again" if packet else "Make the packet")
        self.make_button.set_icon("refresh-cw" if packet else "package")
        self.make_button.setVisible(not locked)
        self._about.setVisible(packet is None)
        self._stale.setVisible(stale and not locked)
        for row in (self._pdf, self._data, self._key):
            row.setVisible(packet is not None)
        if packet is None:
            self._contents.hide()
            return
        pdf, data = packet.files
        self._pdf.show_words(pdf.name, f"Locked PDF, {plural(packet.pages, 'page')}. {_size(pdf)}")
        for_key = f"Data file that only {self._desk.pack.name} can open."
        sealed = for_key if packet.for_key else "Data file, so that nobody types it again."
        self._data.show_words(data.name, f"{sealed} {_size(data)}")
        opens = "Password for the locked PDF" if packet.for_key else "Password for both files"
        known = bool(self._password) and not locked
        self._key.show_words(opens, _TELL if known else _GONE)
        self._key.setVisible(not locked)
        self.password.setText(self._password if known else "")
        self.password.setAccessibleName(f"{opens}: {self._password}" if known else "")
        self.password.setVisible(known)
        self._copy.setVisible(known)

    def _said_when(self, packet: MadePacket) -> str:
        day, today = local(packet.made_at).date(), self._desk.clock.today()
        at = say_time(packet.made_at)
        return at if day == today else f"{say_date(day, today)}, {at}"

    def _on_inside(self) -> None:
        titles = [section.title for section in self._session.sections()]
        self._contents.setText(
            "The same as the PDF, the PDF itself, and the papers attached to the request. "
            f"These parts of the request: {', '.join(titles)}."
        )
        self._contents.setVisible(self._contents.isHidden())

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._password)
        self._when.setText("Password copied")

    def _path(self, number: int) -> Path:
        packet = self.packet
        if packet is None:
            raise LookupError("there is no packet")
        return Path(packet.folder) / packet.files[number].name


class _Boxed(Label):
    """Words in a sunken box, to be read out."""

    def __init__(self, *what: str, wrap: bool) -> None:
        super().__init__(*what, wrap=wrap)
        px = theme().px
        self.setContentsMargins(px(12), px(7), px(12), px(7))
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            rect = QRectF(self.rect())
            draw_box(painter, rect, theme().px(7), tokens.sunken, tokens.line_mid)
        super().paintEvent(event)


def _size(file: SharedFile) -> str:
    return f"{max(1, round(file.size / 1024)):,} KB"
