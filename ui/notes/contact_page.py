"""A contact, written down quickly: everything on one page, several people at once.

The day it happened is apart from the day it is recorded, and each child's age is told for the day
it happened.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout

from ehdesk.desk import Desk
from ehdesk.domain.ages import told_of_day
from ehdesk.forms.checks import iso_date
from ehdesk.kernel.dates import say_full_date
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.navigation import Navigator
from ui.theme import theme
from ui.wizard.record_page import RecordPage

_QUICK = (
    "contact.kind",
    "contact.on",
    "contact.time",
    "contact.people",
    "contact.who",
    "contact.reached",
    "contact.said",
)


class ContactPage(RecordPage):
    """Ctrl+Enter records it."""

    def __init__(self, desk: Desk, navigator: Navigator, *, record_id: UUID) -> None:
        family = desk.cases.get(desk.forms.case_of(record_id)).family.title
        super().__init__(desk, navigator, record_id, f"{family}: a contact", "Record a contact")
        card = Card(padding=22)
        self.ages = Label("", "help", "text2")
        card.body.addWidget(self.view(*_QUICK[:3]))
        card.body.addWidget(self.ages)
        card.body.addWidget(self.view(*_QUICK[3:], said={"lines": 5}))
        cards = [card, *self.rest()]
        for more in cards[1:]:
            more.set_title("More about it")
        for one in cards:
            # Beside a spacer a widget that may not grow further still wraps at its true width.
            one.setMaximumWidth(theme().px(900))
            row = QHBoxLayout()
            row.addWidget(one, 1)
            row.addStretch(0)
            self.page.body.addLayout(row)
        self.page.body.addStretch(1)
        self.record_button = Button("Record the contact", "primary", "check")
        self.record_button.clicked.connect(self.press_finish)
        self.record_button.setVisible(not self.session.read_only)
        words = f"Recorded {say_full_date(desk.clock.today())}, by {desk.user.name}."
        self.page.footer.addWidget(Label(words, "help", "text2"), 1)
        self.page.footer.addWidget(self.record_button)
        self.begin()

    def finish(self) -> None:
        self.desk.contacts.finish(self.opened.record_id)
        self.leave_for_case("The contact is recorded")

    def note_change(self, key: str) -> None:
        """Ages on the day it happened: of those who were there, or of every child."""
        day = iso_date(self.session.value("contact.on"))
        chosen = self.session.value("contact.people") if self.has("contact.people") else []
        there = [UUID(one) for one in chosen] if isinstance(chosen, list) else []
        children = [child.id for child in self.case.children if child.id in there]
        self.ages.setText(told_of_day(self.case, day, self.desk.clock.today(), children))
        self.ages.setVisible(bool(self.ages.text()))

    def title(self) -> str:
        return "Record a contact"

    def focus_start(self) -> None:
        if self.session.read_only:
            super().focus_start()
        else:
            self.views[0].focus_problem("contact.kind")
