"""Every service a family can be pointed to, with search; those past their check date apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.kernel.notices import Changed
from ui.advice.service_card import ServiceCard
from ui.advice.service_filters import ServiceFilters
from ui.kit.buttons import Button
from ui.kit.check import Check
from ui.kit.empty_state import EmptyState
from ui.kit.labels import Label
from ui.kit.navigation import Navigator, Page, Place
from ui.kit.page import PageHeader, ScrollPage
from ui.theme import theme


class ServicesPage(Page):
    """The list is the authority's; that somebody made sure of it is this store's."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__()
        self._desk, self._navigator = desk, navigator
        self.header = PageHeader("Services", "", ("Contacts and words",))
        self.header.breadcrumb_chosen.connect(lambda _at: navigator.go(Place("contacts")))
        give = Button("Advice contact", "primary", "message-circle")
        give.clicked.connect(lambda: navigator.go(Place("advice")))
        give.setVisible(desk.may(Deed.ADVISE))
        self.header.add_action(give)
        self.filters = ServiceFilters(desk.pack)
        self.past = Check("Show those past their check date too")
        self.count = Label("", "help", "text2")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme().px(10))
        again = Button("Clear filters", "secondary")
        again.clicked.connect(self._on_clear)
        self.empty = EmptyState("search-x", "No service fits", "Look for less.", again)
        page = ScrollPage(self.header)
        for part in (self.filters, self.past, self.count, self.empty):
            page.body.addWidget(part)
        page.body.addLayout(self._cards)
        page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.filters.changed.connect(self._show)
        self.past.value_changed.connect(self._show)
        self.filters.down_pressed.connect(self._on_down)

    def title(self) -> str:
        return "Services"

    def breadcrumb(self) -> Sequence[tuple[str, Place]]:
        return (("Contacts and words", Place("contacts")),)

    def regions(self) -> Sequence[QWidget]:
        return self.header, self.filters, *self.cards()

    def focus_start(self) -> None:
        self.header.focus_title()

    def focus_search(self) -> bool:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def cards(self) -> tuple[ServiceCard, ...]:
        """The services on show, from the top."""
        items = (self._cards.itemAt(at) for at in range(self._cards.count()))
        found = (item.widget() for item in items if item is not None)
        return tuple(card for card in found if isinstance(card, ServiceCard))

    def refresh(self, changed: Changed | None = None) -> None:
        check = self._desk.pack.clock("service_check").words
        name = self._desk.pack.name
        self.header.set_support(f"From {name}’s list. Hidden when not checked for {check}.")
        self._show()

    def _show(self) -> None:
        found = self._desk.directory.find(self.filters.wanted(past=self.past.value()))
        while taken := self._cards.takeAt(0):
            if old := taken.widget():
                old.hide()
                old.deleteLater()
        may_check = self._desk.may(Deed.CHECK_LISTS)
        today = self._desk.clock.today()
        for listed in found.found:
            card = ServiceCard(listed, today, may_check=may_check)
            card.checked.connect(self._on_checked)
            self._cards.addWidget(card)
            card.show()
        self.count.setText(found.words)
        self.empty.setVisible(not found.found)

    def _on_checked(self, code: str) -> None:
        place = next((at for at, card in enumerate(self.cards()) if card.listed.code == code), 0)
        self._desk.directory.say_service_checked(code)
        name = self._desk.directory.service(code).name
        self._navigator.say(f"{name}: checked today.")
        self._show()
        self._focus_from(place)

    def _focus_from(self, place: int) -> None:
        """The keyboard goes on at the next service that can be checked; after the last, above."""
        cards = [card for card in self.cards() if not card.check.isHidden()]
        order = self.cards()
        following = next((card for card in cards if order.index(card) >= place), None)
        target = following.check if following is not None else self.filters.search
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clear(self) -> None:
        self.filters.clear()

    def _on_down(self) -> None:
        cards = self.cards()
        if cards:
            cards[0].check.setFocus(Qt.FocusReason.OtherFocusReason)
