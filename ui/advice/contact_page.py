"""One advice contact as it was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.advice import HOW, WHO, AdviceContact
from ehdesk.kernel.dates import say_full_date, say_time
from ehdesk.kernel.notices import Changed
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage
from ui.theme import theme

_UP = (("Requests", Place("requests")), ("Advice contacts", Place("advice_log")))


class AdviceContactPage(Page):
    """Recorded things lock: a correction is a new contact."""

    def __init__(self, desk: Desk, navigator: Navigator, *, contact_id: UUID) -> None:
        super().__init__()
        self._desk, self._navigator, self._id = desk, navigator, contact_id
        self._contact = desk.advice.get(contact_id)
        self.header = PageHeader(self._contact.title, "", [name for name, _place in _UP])
        self.header.breadcrumb_chosen.connect(lambda at: navigator.go(_UP[at][1]))
        self.print_button = Button("Print what was given", "secondary", "printer")
        self.print_button.clicked.connect(self._on_print)
        self.print_button.setVisible(desk.may(Deed.TAKE_PAPER) and not self._contact.is_cleared)
        self.case_button = Button("Open the case", "primary", "folder-open")
        self.case_button.clicked.connect(self._on_case)
        self.header.add_action(self.print_button)
        self.header.add_action(self.case_button)
        self._cleared = Note("", icon="archive")
        self._card = Card()
        self._card.setMaximumWidth(theme().px(860))
        page = ScrollPage(self.header)
        page.body.addWidget(self._cleared)
        page.body.addWidget(self._card)
        page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def title(self) -> str:
        return "Advice contact"

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        return _UP

    def regions(self) -> Sequence[QWidget]:
        return self.header, self._card

    def focus_start(self) -> None:
        self.header.focus_title()

    def lines(self) -> tuple[tuple[str, str], ...]:
        """What the page says, as (label, words)."""
        one, pack = self._contact, self._desk.pack
        about = ", ".join(pack.label("advice_topics", code) for code in one.about)
        given = "\n".join(pack.label("services", code) for code in one.services)
        said = (
            ("Who rang", dict(WHO).get(one.who, "")),
            ("How", dict(HOW).get(one.how, "")),
            ("First name", one.first_name),
            ("Postcode area", one.postcode_area),
            ("Children’s ages", one.ages),
            ("What they wanted to know", one.question),
            ("About", about),
            ("What was said and given", one.said),
            ("Services", given),
            ("Rang before", self._before(one)),
        )
        return tuple((label, words) for label, words in said if words)

    def refresh(self, changed: Changed | None = None) -> None:
        one = self._contact = self._desk.advice.get(self._id)
        day = say_full_date(one.on)
        self.header.set_title(one.title)
        self.header.set_support(f"{day}, {say_time(one.started_at)}, taken by {one.user}")
        self.case_button.setVisible(one.became_case_id is not None)
        cleared = f"Cleared on {say_full_date(one.cleared_on)}." if one.cleared_on else ""
        self._cleared.set_text(f"{cleared} What was said is gone for good.")
        self._cleared.setVisible(one.is_cleared)
        while taken := self._card.body.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        for label, words in self.lines():
            self._card.body.addWidget(Label(label, "help_strong", "text2"))
            self._card.body.addWidget(Label(words, "body"))
        if one.clears_on and not one.is_cleared:
            last = Label(f"Cleared from {say_full_date(one.clears_on)} on.", "help", "text2")
            self._card.body.addWidget(last)

    def _before(self, one: AdviceContact) -> str:
        if one.same_as is None:
            return ""
        return f"The same person rang on {say_full_date(self._desk.advice.get(one.same_as).on)}"

    def _on_print(self) -> None:
        self._navigator.go(Place("print_desk", paper="advice-given", contact_id=self._id))

    def _on_case(self) -> None:
        if self._contact.became_case_id is not None:
            self._navigator.open_case(self._contact.became_case_id)
