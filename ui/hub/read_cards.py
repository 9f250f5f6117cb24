"""What the hub reads before it decides: who the family is, and the school's page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.domain.hub import Hearing
from ehdesk.kernel.dates import say_date
from ui.fields.side_by_side import SideBySide
from ui.hub.slot_timer import SlotTimer
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.note import Note
from ui.kit.pill import Pill
from ui.theme import theme

_NO_PAGE = {
    "none": (
        "No proforma",
        "The school has not filled in its page. The request can still be heard: "
        "write under Why? that it was not there.",
    ),
    "begun": (
        "Not finished",
        "The school has begun its page and not finished it. This is what it says so far.",
    ),
}


class HeadCard(Card):
    """The family and who asked, with the clock beside it while the request can be heard."""

    def __init__(self, hearing: Hearing, timer: SlotTimer | None, today: date) -> None:
        super().__init__(padding=16)
        self.setAccessibleName(hearing.family)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        self.title = Label(hearing.family, "section")
        column.addWidget(self.title)
        column.addWidget(Label(head_line(hearing, today), "help", "text2"))
        top = QWidget()
        sides = SideBySide(top, gap=theme().px(16), line_gap=theme().px(8))
        sides.add(words, 1, theme().px(230))
        if timer is not None:
            sides.add(timer.beside, 0.001)
        self.body.addWidget(top)
        if timer is not None:
            self.body.addWidget(timer)

    def focus_title(self) -> None:
        """Start reading from the family, as at the title of a page that opens."""
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def head_line(hearing: Hearing, today: date) -> str:
    """``Callum 8, Niamh 5. Request from Priya Nair, received Mon 16 Nov.``"""
    asked = f"Request from {hearing.asked_by}" if hearing.asked_by else "Request"
    received = f", received {say_date(hearing.received_on, today)}" if hearing.received_on else ""
    children = f"{hearing.children}. " if hearing.children else ""
    return f"{children}{asked}{received}."


class ProformaCard(Card):
    """The school's page line by line, from the record."""

    opened = Signal()

    def __init__(self, hearing: Hearing) -> None:
        super().__init__("School’s proforma", padding=16)
        self.open_button = Button("Open the page", "link")
        self.open_button.clicked.connect(self.opened)
        self.add_action(self.open_button)
        self.open_button.setVisible(hearing.state != "none")
        if hearing.state in _NO_PAGE:
            words, line = _NO_PAGE[hearing.state]
            pill = Pill(words, "overdue" if hearing.state == "none" else "soon")
            self.body.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
            self.body.addWidget(Note(line, "soon"))
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(8))
        grid.setColumnStretch(0, 28)
        grid.setColumnStretch(1, 72)
        top = Qt.AlignmentFlag.AlignTop
        for row, (label, words) in enumerate(hearing.proforma):
            grid.addWidget(Label(label, "help", "text2"), row, 0, top)
            grid.addWidget(Label(words, "help"), row, 1)
        self.body.addWidget(lines)
        if hearing.said:
            self.body.addWidget(_Said(hearing))
        self.body.addStretch(1)


class _Said(QWidget):
    """The family's own words, which end the page."""

    def __init__(self, hearing: Hearing) -> None:
        super().__init__()
        self._picture = QLabel()
        self._dress()
        theme().changed.connect(self._dress)
        words = hearing.said.strip().strip("“”")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme().px(4), 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(f"“{words}” {hearing.said_by}".strip(), "help", "voice.ink"), 1)

    def _dress(self) -> None:
        ratio = self.devicePixelRatioF()
        picture = theme().pixmap("message-square-quote", "voice.ink", 16, ratio)
        self._picture.setPixmap(picture)
