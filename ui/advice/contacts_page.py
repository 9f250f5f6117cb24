"""Whom to ring, and what the letters mean (picture 28)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ehdesk.authority.items import Contact
from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.directory import ListedContact
from ehdesk.domain.words import join_names
from ehdesk.kernel.dates import say_full_date
from ehdesk.kernel.notices import Changed
from ui.advice.letters_card import LettersCard
from ui.advice.localities_card import LocalitiesCard
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.equal_columns import EqualColumns
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.kit.main_and_side import MainAndSide
from ui.kit.navigation import Command, Navigator, Page, Place
from ui.kit.note import Note
from ui.kit.page import PageHeader, ScrollPage
from ui.kit.painting import draw_box, painting
from ui.kit.pill import Pill
from ui.theme import theme

_ABOVE = frozenset({"one_number", "das", "emergency"})
"""What stands at the top of the page in its own way."""


class ContactsPage(Page):
    """``word`` is an abbreviation to open at, empty for the filter, None for the top."""

    def __init__(self, desk: Desk, navigator: Navigator, *, word: str | None = None) -> None:
        super().__init__()
        self._desk, self._navigator, self._word = desk, navigator, word
        pack = desk.pack
        self.header = PageHeader("Contacts and words")
        services = Button("Services", "secondary", "hand-heart")
        services.clicked.connect(lambda: navigator.go(Place("services")))
        self.print_button = Button("Print one page", "secondary", "printer")
        self.print_button.clicked.connect(self._on_print)
        self.print_button.setVisible(desk.may(Deed.TAKE_PAPER))
        self.checked_button = Button("I have checked these", "primary", "check")
        self.checked_button.clicked.connect(self._on_checked)
        self.checked_button.setVisible(desk.may(Deed.CHECK_LISTS))
        for button in (services, self.print_button, self.checked_button):
            self.header.add_action(button)
        self.old = Note("", "soon", icon="clock")
        self.first = FirstNumber(desk)
        self.first.copy.clicked.connect(
            lambda: self._copy(pack.contact("one_number").name, pack.contact("one_number").phone)
        )
        self.first.call.clicked.connect(lambda: navigator.go(Place("record_contact")))
        words = pack.say(
            "Call {emergency.phone} if it is happening. Otherwise ring {das.phone}, any hour, "
            "and ask for {das.full}."
        )
        self.harm = Note(words, "safeguarding", "A child at risk of harm now")
        self.localities = LocalitiesCard(desk)
        self.localities.number_chosen.connect(self._copy)
        others = QWidget()
        columns = EqualColumns(others, gap=theme().px(12), most=2)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        others.setSizePolicy(policy)
        self.cards: list[ContactCard] = []
        for listed in self._others():
            card = ContactCard(listed)
            card.copy.clicked.connect(
                lambda _on=False, one=listed.contact: self._copy(one.name, one.phone or one.email)
            )
            self.cards.append(card)
            columns.addWidget(card)
        self.letters = LettersCard(pack)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        for part in (self.old, self.first, self.harm, self.localities, others):
            column.addWidget(part)
        self._main = main
        page = ScrollPage(self.header)
        page.body.addWidget(MainAndSide(main, self.letters, side_width=360, least=520, gap=18))
        page.body.addStretch(1)
        self._page = page
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def title(self) -> str:
        return "Contacts and words"

    def commands(self) -> Sequence[Command]:
        found = [Command("Services", lambda: self._navigator.go(Place("services")), icon="list")]
        if self._desk.may(Deed.TAKE_PAPER):
            found.append(Command("Print the page of numbers", self._on_print, icon="printer"))
        if self._desk.may(Deed.CHECK_LISTS):
            found.append(Command("I have checked these numbers", self._on_checked, icon="check"))
        return found

    def takes(self, place: Place) -> bool:
        self._word = place.params.get("word")
        if self._word is None:
            self.header.focus_title()
        else:
            self._go_to_word()
        return True

    def regions(self) -> Sequence[QWidget]:
        return self.header, self._main, self.letters

    def focus_start(self) -> None:
        if self._word is None:
            self.header.focus_title()
        else:
            self._go_to_word()

    def focus_search(self) -> bool:
        self.letters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def refresh(self, changed: Changed | None = None) -> None:
        state = self._desk.directory.contacts_checked()
        on = f"Last checked {say_full_date(state.on)}" if state.on else "Not checked here yet"
        by = f" by {state.by}" if state.by else ""
        self.header.set_support(f"Numbers of {self._desk.pack.name}. {on}{by}.")
        self.old.set_text(f"{state.words} Ring or look, then say that you have checked them.")
        self.old.setVisible(state.is_old)

    def _others(self) -> tuple[ListedContact, ...]:
        shown = {*_ABOVE, *(one.code for one in reached_by_first(self._desk))}
        return tuple(
            one for one in self._desk.directory.contacts() if one.contact.code not in shown
        )

    def _go_to_word(self) -> None:
        self.letters.show_word(self._word or "")
        row = self.letters.rows.get(self._word or "", self.letters.search)
        self._page.scroll_area.ensureWidgetVisible(row)

    def _copy(self, whose: str, what: str) -> None:
        QApplication.clipboard().setText(what)
        self._navigator.say(f"Copied {what}, {whose}")

    def _on_print(self) -> None:
        self._navigator.go(Place("print_desk", paper="contacts"))

    def _on_checked(self) -> None:
        self._desk.directory.say_contacts_checked()
        self.refresh()
        self._navigator.say("Checked today. It is noted with your name.")


def reached_by_first(desk: Desk) -> tuple[Contact, ...]:
    """Who answers at the same number, and has no other way to be reached."""
    number = desk.pack.contact("one_number").phone
    return tuple(
        one.contact
        for one in desk.directory.contacts()
        if one.contact.phone == number
        and one.contact.code not in _ABOVE
        and not (one.contact.email or one.contact.website or one.is_older)
    )


class FirstNumber(QWidget):
    """The number to ring before anything else, large."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        contact = desk.pack.contact("one_number")
        self.copy = Button("Copy", "secondary", "copy")
        self.copy.setAccessibleName(f"Copy {contact.phone}")
        self.call = Button("Record a call", "secondary", "notebook-pen")
        self.call.setVisible(desk.may(Deed.WORK))
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(Label(contact.name, "body_strong", "accent"))
        number = Label(contact.phone, "wizard_title", wrap=False, tabular=True)
        number.setAccessibleName(f"{contact.name}: {contact.phone}")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        words.addWidget(number)
        words.addWidget(Label(contact.purpose, "help", "text2"))
        also = [one.name for one in reached_by_first(desk)]
        if also:
            words.addWidget(Label(f"Also for: {join_names(also)}.", "help", "text2"))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.copy)
        flow.addWidget(self.call)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._row.addWidget(buttons)
        self._measure()
        theme().changed.connect(self._measure)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = theme().tokens.tone("done")
        with painting(self) as painter:
            draw_box(painter, self.rect().toRectF(), 10, tone.bg, tone.line)

    def _measure(self) -> None:
        px = theme().px
        self._row.setContentsMargins(px(20), px(16), px(20), px(16))
        self._row.setSpacing(px(16))


class ContactCard(Card):
    """One more number: what it is for, and whether a newer one takes its place."""

    def __init__(self, listed: ListedContact, parent: QWidget | None = None) -> None:
        super().__init__(padding=16, parent=parent)
        one = listed.contact
        self.listed = listed
        self.body.setSpacing(theme().px(4))
        self.body.addWidget(Label(one.name, "body_strong"))
        line = QWidget()
        flow = FlowLayout(line, spacing=theme().px(10))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        if one.phone:
            flow.addWidget(Label(one.phone, "section", wrap=False, tabular=True))
        self.copy = Button("Copy", "secondary", "copy", "small")
        self.copy.setAccessibleName(f"Copy the number of {one.name}")
        if listed.is_older:
            flow.addWidget(Pill("Older document", "soon", "clock"))
        flow.addWidget(self.copy)
        self.body.addWidget(line)
        for words in (one.email, one.website):
            if words:
                self.body.addWidget(Label(words, "help", "text2"))
        self.body.addWidget(Label(one.purpose, "help", "text2"))
        if listed.instead:
            self.body.addWidget(Label(f"Try {listed.instead} first.", "help_strong", "text2"))
        self.body.addStretch(1)  # beside a higher card the lines stay together
        self.copy.setVisible(bool(one.phone or one.email))
