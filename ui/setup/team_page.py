"""First run: whose store it is."""

from __future__ import annotations

from ehdesk.authority.load import InstalledPack
from ehdesk.forms.spec import Help
from ui.kit.card import Card
from ui.kit.field_row import FieldRow
from ui.kit.option_card import OptionCards
from ui.kit.text_input import TextInput
from ui.setup.step_page import StepPage


class TeamPage(StepPage):
    """The name of the team or school and the authority whose pathway it follows."""

    def __init__(self, packs: tuple[InstalledPack, ...]) -> None:
        super().__init__(
            "Your team",
            "Who is this store for?",
            "A store holds the cases of one team or school, encrypted, on this computer.",
        )
        self.team = TextInput()
        self.authority = OptionCards(
            [(pack.code, pack.name, "Its pathway, forms and numbers") for pack in packs]
        )
        if packs:
            self.authority.set_value(packs[0].code)
        name = FieldRow(
            "Name of your team or school",
            "As colleagues know it. It is the name of the store, and is printed on papers.",
            self.team,
        )
        pack = FieldRow("Local authority", "Where the families you work with live.", self.authority)
        card = Card()
        card.body.addWidget(name)
        card.body.addSpacing(8)
        card.body.addWidget(pack)
        self.body.addWidget(card)
        self.point_to("team", name)
        self.point_to("authority", pack)

    def problems(self) -> list[tuple[str, str]]:
        found = []
        if not self.team.value():
            found.append(("team", "Enter the name of your team or school"))
        if not self.authority.value():
            found.append(("authority", "Choose a local authority"))
        return found

    def line(self) -> str:
        return self.team.value()

    def help(self) -> tuple[Help, ...]:
        return (
            Help(
                "One store or several?",
                "People who share cases share a store. A school that only asks for help has "
                "a store of its own.",
            ),
            Help(
                "Nothing leaves this computer",
                "There is no account and no cloud. You print or save what you share.",
            ),
        )
