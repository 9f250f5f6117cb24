"""Who is who to each child: a row for everyone, a column for each child (picture 29)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.authority.pack import Pack
from ehdesk.domain.case import Case
from ehdesk.domain.people import Person
from ui.cases.emptied import empty
from ui.kit.data_table import Column, DataTable
from ui.kit.labels import Label
from ui.kit.table_rows import Cell, Row, TableRows
from ui.theme import theme

_HELD = {
    "yes": ("Parental responsibility", "done.ink"),
    "no": ("No parental responsibility", "text2"),
    "not_known": ("Responsibility not known", "soon.ink"),
    "": ("Responsibility not asked", "soon.ink"),
}


class WhoIsWho(QWidget):
    """A table: what each person is to each child, and who may decide for whom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.table: DataTable | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(Label("Who is who to each child", "card_title"))
        self._box = QVBoxLayout()
        column.addLayout(self._box)
        theme().changed.connect(self._fit)

    def show_case(self, case: Case, pack: Pack, today: date, restricted: Collection[UUID]) -> None:
        """Show the family as it is now."""
        shown = (case.people, case.relationships, tuple(restricted), today)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._box)
        self.table = None
        children = case.children
        others = [person for person in case.people if not person.is_child]
        if not children or not others:
            words = "Add a child and an adult to see who is who to each child."
            self._box.addWidget(Label(words, "body", "text2"))
            return
        headers = ("Who", *(_child_head(child, today) for child in children))
        columns = (Column(24, keep=True), *(Column(18, keep=True) for _child in children))
        self.table = DataTable("Who is who to each child", columns)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model = TableRows(headers, self.table)
        model.set_rows([_row(person, children, case, pack, restricted) for person in others])
        self.table.setModel(model)
        self._box.addWidget(self.table)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.table is not None:
            bar = self.table.horizontalScrollBar()
            room = bar.sizeHint().height() if bar.maximum() else 0
            self.table.setFixedHeight(self.table.content_height() + room)


def _child_head(child: Person, today: date) -> str:
    age = child.age(today)
    return child.first_name if age is None else f"{child.first_name}, {age}"


def _row(
    person: Person,
    children: tuple[Person, ...],
    case: Case,
    pack: Pack,
    restricted: Collection[UUID],
) -> Row:
    no_contact = person.id in restricted
    pill = ("Contact restricted", "overdue", "shield-alert") if no_contact else None
    name = Cell(person.name, person.relationship, avatar=person.name, strong=True, pill=pill)
    return Row(str(person.id), (name, *(_cell(person, child, case, pack) for child in children)))


def _cell(person: Person, child: Person, case: Case, pack: Pack) -> Cell:
    for link in case.relationships:
        if link.person_id == person.id and link.to_id == child.id and link.kind:
            words, colour = _HELD.get(link.parental_responsibility, _HELD[""])
            kind = pack.label("relationships", link.kind)
            return Cell(kind, words, second_colour=colour)
    return Cell("–", quiet=True)
