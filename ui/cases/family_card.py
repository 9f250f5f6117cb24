"""Three small cards of the overview: the family, the team around it, and key facts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.people import Person, Professional
from ui.cases.case_words import key_facts
from ui.cases.emptied import empty
from ui.cases.icon import Icon
from ui.cases.person_line import PersonLine
from ui.kit.card import Card
from ui.kit.equal_columns import EqualColumns
from ui.kit.labels import Label
from ui.kit.pill import Pill
from ui.theme import theme


class FamilyCard(Card):
    """Everyone in the family, those at home first, and how to reach them safely."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Family", parent=parent)
        self._shown: object = None
        self._count = Label("", "body", "text2", wrap=False)
        self.add_action(self._count)

    def show_case(self, case: Case, today: date) -> None:
        """Show who belongs to the family now."""
        shown = (case.people, case.family, today)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self.body)
        self._count.setText(str(len(case.people)) if case.people else "")
        people = QWidget()
        columns = EqualColumns(people, gap=theme().px(4), most=2)
        for person in sorted(case.people, key=lambda one: one.lives == "elsewhere"):
            line = _about(person, case.family.name, today)
            name = _name(person, today)
            columns.addWidget(PersonLine(name, line, who=person.name))
        self.body.addWidget(people)
        if not case.people:
            self.body.addWidget(Label("Nobody has been entered yet.", "help", "text2"))
        self.body.addStretch(1)
        if case.family.contact_note or _phones(case):
            self.body.addWidget(_Rule())
            self.body.addWidget(_Reach(case))


class TeamCard(Card):
    """Who works with the family; the one who leads has a pill."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Team around the family", parent=parent)
        self._shown: object = None
        self._count = Label("", "body", "text2", wrap=False)
        self.add_action(self._count)

    def show_case(self, case: Case) -> None:
        """Show who helps now, whoever leads first."""
        shown = (case.professionals, case.lead_practitioner_id, case.worker)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self.body)
        lines = list(self._lines(case))
        self._count.setText(str(len(lines)) if lines else "")
        column = QVBoxLayout()
        column.setSpacing(theme().px(2))
        for line in lines:
            column.addWidget(line)
        if not lines:
            column.addWidget(Label("Nobody is named yet.", "help", "text2"))
        self.body.addLayout(column)
        self.body.addStretch(1)

    def _lines(self, case: Case) -> list[PersonLine]:
        lead = case.lead_practitioner
        lines = []
        if lead is not None:
            lines.append(PersonLine(lead.name, _role(lead), end=Pill("Lead", "done", "star")))
        if case.worker and (lead is None or lead.name != case.worker):
            pill = None if lead else Pill("Lead", "done", "star")
            lines.append(PersonLine(case.worker, "Allocated worker", end=pill))
        lines += [PersonLine(p.name, _role(p)) for p in case.professionals if p is not lead]
        return lines


class KeyFacts(Card):
    """What people look up most, as pairs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Key facts", parent=parent)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_case(self, case: Case, pack: Pack, today: date) -> None:
        """Show the facts as they are today."""
        facts = key_facts(case, pack, today)
        if facts == self._shown:
            return
        self._shown = facts
        empty(self.body)
        grid = QGridLayout()
        grid.setVerticalSpacing(theme().px(10))
        grid.setHorizontalSpacing(theme().px(16))
        grid.setColumnStretch(1, 1)
        for row, (what, answer) in enumerate(facts):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(what, "help", "text2", wrap=False), row, 0, top)
            words = Label(answer, "help_medium")
            words.setAccessibleName(f"{what}: {answer}")
            grid.addWidget(words, row, 1, top)
        self.body.addLayout(grid)
        self.body.addStretch(1)


class _Rule(QLabel):
    """A thin line across a card."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rule")
        self.setFixedHeight(1)
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        self.setStyleSheet(f"background: {theme().tokens.line.name()};")


class _Reach(QWidget):
    """How the family wants to be reached."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        row.addWidget(Icon("message-circle", "text2", 16, 1), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        if case.family.contact_note:
            words.addWidget(Label(case.family.contact_note, "help_medium"))
        for line in _phones(case):
            words.addWidget(Label(line, "help", "text2"))
        row.addLayout(words, 1)


def _phones(case: Case) -> list[str]:
    return [f"{person.first_name} {person.phone}" for person in case.adults if person.phone]


def _name(person: Person, today: date) -> str:
    age = person.age(today)
    if person.is_child:
        return person.first_name if age is None else f"{person.first_name}, {age}"
    return person.name


def _about(person: Person, family: str, today: date) -> str:
    if person.is_child:
        name = person.family_name if person.family_name not in ("", family) else ""
        place = ", ".join(part for part in (person.school, person.school_year(today)) if part)
        at_home = {"here": "At home", "part": "Part of the time", "elsewhere": "Lives elsewhere"}
        return ", ".join(part for part in (name, place or at_home.get(person.lives, "")) if part)
    lives = {"part": "here part of the time", "elsewhere": "lives elsewhere"}
    return ", ".join(p for p in (person.relationship, lives.get(person.lives, "")) if p)


def _role(professional: Professional) -> str:
    return professional.role or professional.agency
