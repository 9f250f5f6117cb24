"""First run: who works with it."""

from __future__ import annotations

from ehdesk.forms.spec import Help
from ui.kit.card import Card
from ui.kit.equal_columns import EqualColumns
from ui.kit.field_row import FieldRow
from ui.kit.text_input import TextInput
from ui.setup.step_page import StepPage


class PersonPage(StepPage):
    """Name, role, agency, phone and email of the first user."""

    def __init__(self) -> None:
        super().__init__(
            "About you",
            "About you",
            "This stands on what you record and on the papers that families get.",
        )
        self.person = TextInput()
        self.role = TextInput()
        self.agency = TextInput()
        self.phone = TextInput()
        self.email = TextInput()
        rows = {
            "person": FieldRow("Your name", "First name and last name.", self.person),
            "role": FieldRow("Your role", "For example SFSF, or Pastoral Lead.", self.role),
            "agency": FieldRow(
                "Your agency", "Your team at the council, or your school.", self.agency
            ),
            "phone": FieldRow(
                "Work phone", "Printed on a family’s plan, so that they can ring.", self.phone, True
            ),
            "email": FieldRow("Work email", "For other professionals.", self.email, True),
        }
        card = Card()
        for pair in (("person",), ("role", "agency"), ("phone", "email")):
            line = EqualColumns(gap=16, most=2)
            for key in pair:
                line.addWidget(rows[key])
                self.point_to(key, rows[key])
            card.body.addLayout(line)
        self.body.addWidget(card)

    def problems(self) -> list[tuple[str, str]]:
        found = []
        for key, editor, words in (
            ("person", self.person, "Enter your name"),
            ("role", self.role, "Enter your role"),
            ("agency", self.agency, "Enter your agency"),
        ):
            if not editor.value():
                found.append((key, words))
        typed = self.email.value()
        if typed and (typed.count("@") != 1 or " " in typed or typed[-1] == "@"):
            found.append(("email", "Enter an email address like name@example.org"))
        return found

    def line(self) -> str:
        return self.person.value()

    def help(self) -> tuple[Help, ...]:
        return (
            Help("Why we ask", "Every change is recorded with who made it and when."),
            Help("Work details only", "Do not give your private number or address."),
        )
