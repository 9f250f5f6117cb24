"""Who supports a family while its request waits (schools' page: "support in the interim")."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ehdesk.desk import Desk
from ehdesk.domain.case import Case
from ui.kit.card import Card
from ui.kit.labels import Label
from ui.theme import theme


class MeanwhileCard(Card):
    """Hidden where the authority has nobody for it."""

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__("While it waits", padding=22, parent=parent)
        who, phone = desk.hub.support_meanwhile(case)
        self.body.setSpacing(theme().px(6))
        self.words = ""
        """What it says; empty where nobody supports the family meanwhile."""
        if not who:
            self.hide()
            return
        if phone:
            self.words = f"The family is supported by the {who}. Ring {phone}."
            shown = self.words.replace(phone, phone.replace(" ", "\xa0"))
            self.body.addWidget(Label(shown, "body"))
            return
        self.words = f"The family is supported by the {who} of its locality:"
        self.body.addWidget(Label(self.words, "body"))
        places = "  ·  ".join(f"{one.name} {one.phone}" for one in desk.pack.localities)
        self.body.addWidget(Label(places, "help", "text2"))
