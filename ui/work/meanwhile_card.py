"""Who supports a family while its request waits (schools' page: "support in the interim")."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.theme import theme


class MeanwhileCard(Card):
    """Whoever shows it hides it while ``words`` are empty: the authority has nobody for it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("While it waits", padding=22, parent=parent)
        self._desk = desk
        self.body.setSpacing(theme().px(6))
        self.words = ""
        """What it says; empty where nobody supports the family meanwhile."""
        self._said = Label("", "body")
        self._places = Label("", "help", "text2")
        self.body.addWidget(self._said)
        self.body.addWidget(self._places)

    def show_case(self, case: Case) -> None:
        """Say who supports this family, and whom to ring."""
        who, phone = self._desk.hub.support_meanwhile(case)
        places = ""
        if phone:
            self.words = f"The family is supported by the {who}. Ring {phone}."
        elif who:
            self.words = f"The family is supported by the {who} of its locality:"
            places = "  ·  ".join(f"{one.name} {one.phone}" for one in self._desk.pack.localities)
        else:
            self.words = ""
        shown = self.words.replace(phone, phone.replace(" ", "\xa0")) if phone else self.words
        self._said.setText(shown)
        self._places.setText(places)
        self._places.setVisible(bool(places))
