"""Consent of a family as it stands (picture 30): who agreed to what, and what may be shared."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ui.cases.agreements_card import AgreementsCard
from ui.cases.consent_side import ConsentSide
from ui.cases.sharing_card import SharingCard
from ui.kit.main_and_side import MainAndSide
from ui.theme import theme


class ConsentPart(QWidget):
    """Read only: what the family says is written down in the consent form, on the day it is said.

    ``form_asked`` opens that form, ``withdraw_asked`` the page on which a withdrawal is recorded.
    """

    form_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self, pack: Pack, *, read_only: bool) -> None:
        super().__init__()
        self.agreements = AgreementsCard()
        self.sharing = SharingCard(pack, read_only=read_only)
        self.side = ConsentSide(pack, read_only=read_only)
        self.sharing.change_asked.connect(self.form_asked)
        self.side.go_on_asked.connect(self.form_asked)
        self.side.withdraw_asked.connect(self.withdraw_asked)
        main = QWidget()
        left = QVBoxLayout(main)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme().px(16))
        left.addWidget(self.agreements)
        left.addWidget(self.sharing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(MainAndSide(main, self.side, side_width=312, least=762, gap=18))

    def show_case(self, case: Case, today: date) -> None:
        """Show the consent that counts now."""
        self.agreements.show_case(case, today)
        self.sharing.show_case(case, today)
        self.side.show_case(case, today)
