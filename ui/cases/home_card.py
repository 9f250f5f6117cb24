"""One home of the family: where it is, and who is there on which nights (picture 29)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ehdesk.domain.households import Household, Resident
from ehdesk.domain.people import Person
from ui.cases.emptied import empty
from ui.cases.icon import Icon
from ui.cases.masked_text import MaskedText
from ui.cases.person_line import PersonLine
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.kit.pill import Pill
from ui.theme import theme


class HomeCard(Card):
    """``address_shown`` says that somebody has looked at a confidential address."""

    address_shown = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_show: bool = True) -> None:
        super().__init__("", parent=parent)
        self._may_show = may_show
        self._shown: object = None
        self._secret = Pill("Confidential address", "none", "lock")
        self.add_action(self._secret)
        self.masked: MaskedText | None = None

    def show_home(self, home: Household, today: date) -> None:
        """Show a home and everyone in it."""
        if (home, today) == self._shown:
            return
        self._shown = (home, today)
        self.set_title(home.title)
        self._secret.setVisible(home.is_confidential)
        self.masked = None
        empty(self.body)
        if home.number:
            self.body.addWidget(self._address(home))
        for resident in home.residents:
            self.body.addWidget(_resident(resident, today))
        if not home.residents:
            self.body.addWidget(Label("Nobody is said to live here yet.", "help", "text2"))

    def _address(self, home: Household) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(Icon("lock" if home.is_confidential else "map-pin", "text2", 16, 0))
        row.addWidget(Label("Address", "help", "text2", wrap=False))
        if home.is_confidential:
            self.masked = MaskedText("address")
            self.masked.set_words(home.address)
            self.masked.button.setVisible(self._may_show)
            self.masked.revealed.connect(self.address_shown)
            row.addWidget(self.masked, 1)
        else:
            row.addWidget(Label(home.address or "Not known yet", "body"), 1)
        return line


def _resident(resident: Resident, today: date) -> PersonLine:
    when = Label(resident.when, "help", "text2", wrap=False) if resident.when else None
    return PersonLine(
        _named(resident.person, today),
        _line(resident.person, today),
        who=resident.person.name,
        end=when,
    )


def _named(person: Person, today: date) -> str:
    age = person.age(today)
    if person.unborn:
        return f"{person.name}, not born yet" if person.full_name else "A child not born yet"
    return f"{person.first_name}, {age}" if person.is_child and age is not None else person.name


def _line(person: Person, today: date) -> str:
    """Under the name: for a child the school, for an adult who they are and how to reach them."""
    if person.is_child:
        parts = (person.school, person.school_year(today))
    else:
        return ". ".join(
            part.rstrip(".")
            for part in (person.relationship, person.safe_contact or person.phone)
            if part
        )
    return ", ".join(part for part in parts if part)
