"""People: homes and who is in them, the genogram, who is who, sibling families, who helps."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.households import holding, households, restricted_ids
from ehdesk.domain.people import Restriction
from ehdesk.domain.words import join_names
from ehdesk.kernel.dates import say_full_date
from ui.cases.card_row import CardRow
from ui.cases.emptied import empty
from ui.cases.genogram_card import GenogramCard
from ui.cases.home_card import HomeCard
from ui.cases.people_cards import ProfessionalsCard
from ui.cases.sibling_families import SiblingFamilies
from ui.cases.who_is_who import WhoIsWho
from ui.kit.note import Note
from ui.theme import theme


class PeoplePart(QWidget):
    """``address_shown`` gives the number of a home whose confidential address was looked at."""

    address_shown = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, may_show: bool = True) -> None:
        """:param may_show: whether a confidential address may be looked at."""
        super().__init__(parent)
        self._may_show = may_show
        self._restricted: object = None
        self.homes: list[HomeCard] = []
        self.who_is_who = WhoIsWho()
        self.genogram = GenogramCard()
        self.siblings = SiblingFamilies()
        self.professionals = ProfessionalsCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(14))
        self._bars = QVBoxLayout()
        self._bars.setSpacing(theme().px(8))
        column.addLayout(self._bars)
        left, self._left = _stacked()
        row = CardRow(980, level=False)
        row.add(left, 48)
        row.add(self.genogram, 52)
        column.addWidget(row)
        column.addWidget(self.who_is_who)  # as wide as the page: a column for each child
        column.addWidget(self.siblings)
        column.addWidget(self.professionals)

    def show_case(self, case: Case, pack: Pack, today: date) -> None:
        """Show everyone as they are now."""
        restrictions = holding(case, today)
        self._show_bars(restrictions, case)
        found = households(case)
        for number, household in enumerate(found):
            if number == len(self.homes):
                card = HomeCard(may_show=self._may_show)
                card.address_shown.connect(lambda n=number: self.address_shown.emit(n + 1))
                self.homes.append(card)
                self._left.addWidget(card)
            self.homes[number].show_home(household, today)
        for number, card in enumerate(self.homes):
            card.setVisible(number < len(found))
        self.who_is_who.show_case(case, pack, today, restricted_ids(restrictions))
        self.genogram.show_case(case, pack, today)
        self.professionals.show_people(case)

    def _show_bars(self, restrictions: tuple[Restriction, ...], case: Case) -> None:
        if restrictions == self._restricted:
            return
        self._restricted = restrictions
        empty(self._bars)
        for restriction in restrictions:
            title, words = restriction_words(restriction, case)
            self._bars.addWidget(Note(words, "safeguarding", title))


def restriction_words(restriction: Restriction, case: Case) -> tuple[str, str]:
    """Who is restricted and from what, and on whose word until when."""
    names = {person.id: person.name for person in case.people}
    who = names.get(restriction.person_id) if restriction.person_id else restriction.name
    protected = join_names(p.first_name for p in case.people if str(p.id) in restriction.protects)
    about = f" This protects {protected}." if protected else ""
    seen = f"Seen by {restriction.seen_by}" if restriction.seen_by else ""
    if seen and restriction.seen_on:
        seen = f"{seen}, {say_full_date(restriction.seen_on)}"
    until = f"ends {say_full_date(restriction.until)}" if restriction.until else "no end is known"
    line = ", ".join(part for part in (restriction.order or "No order named", until) if part)
    words = ". ".join(part for part in (line, seen) if part)
    what = restriction.what or "What is restricted is not written down yet"
    return f"{who or restriction.name or 'Somebody'}: {what}", f"{words}.{about}"


def _stacked() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(14))
    return holder, column
