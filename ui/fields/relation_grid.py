"""Adults down, children across: what each is to each. One card a child where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.fields.cell_grid import PAD, CellGrid, GridLine, Place
from ui.fields.relation_cell import RelationCell
from ui.fields.relatives import Relative
from ui.kit.avatar import Avatar
from ui.kit.card import Card
from ui.kit.choice import Offered
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.kit.responsibility_mark import ResponsibilityMark
from ui.theme import theme

_NAME, _CELL = 170, 150
"""Least widths of the name of an adult and of a place of the grid, in pixels at 100 %."""
_GAP = 10

_KEY = {"yes": "has it", "no": "does not have it", "not_known": "not known", "": "not asked"}


class RelationGrid(CellGrid[RelationCell]):
    """``cells`` by adult and child; in cards, one for each child, Tab stops at every place."""

    def __init__(self, options: Sequence[Offered], *, read_only: bool = False) -> None:
        super().__init__(line_gap=12)
        self._options, self._read_only = tuple(options), read_only
        self._adults: tuple[Relative, ...] = ()
        self._children: tuple[Relative, ...] = ()

    def set_people(self, adults: Sequence[Relative], children: Sequence[Relative]) -> None:
        """Other people; a place whose adult and child are still there keeps what it holds."""
        self._adults, self._children = tuple(adults), tuple(children)
        self._lay_out()

    def _make_cells(self) -> dict[Place, RelationCell]:
        options, read_only = self._options, self._read_only
        return {
            (adult.id, child.id): RelationCell(
                adult.name, child.first, options, read_only=read_only
            )
            for child in self._children
            for adult in self._adults
        }

    def _held(self, cell: RelationCell) -> tuple[str, ...]:
        return cell.kind(), cell.responsible()

    def _show_held(self, cell: RelationCell, held: tuple[str, ...]) -> None:
        cell.show_relation(*held)

    def _width_of_table(self) -> int:
        px, many = theme().px, len(self._children)
        return px(_NAME) + many * (px(_CELL) + px(_GAP)) + 2 * px(PAD)

    def _table(self) -> Card:
        card = Card(padding=0)
        head = _line(sunken=True)
        head.places.add(QWidget(), 4, theme().px(_NAME))
        for child in self._children:
            head.places.add(_person(child, child.short, small=True), 4, theme().px(_CELL))
        card.body.addWidget(head)
        for adult in self._adults:
            line = _line(warns=adult.restricted, last=adult is self._adults[-1])
            line.places.add(_person(adult, adult.name), 4, theme().px(_NAME))
            for child in self._children:
                line.places.add(self.cells[adult.id, child.id], 4, theme().px(_CELL))
            card.body.addWidget(line)
        return card

    def _cards(self) -> list[Card]:
        return [self._card(child) for child in self._children]

    def _card(self, child: Relative) -> Card:
        card = Card(padding=0)
        head = _line(sunken=True)
        head.places.add(_person(child, child.short, small=True), 1)
        card.body.addWidget(head)
        for adult in self._adults:
            line = _line(warns=adult.restricted, last=adult is self._adults[-1])
            line.places.add(_person(adult, adult.name), 5, theme().px(_NAME))
            line.places.add(self.cells[adult.id, child.id], 6, theme().px(_CELL))
            card.body.addWidget(line)
        return card

    def _add_below(self, column: QVBoxLayout) -> None:
        column.addWidget(_key())


def _line(*, sunken: bool = False, warns: bool = False, last: bool = False) -> GridLine:
    return GridLine(gap=_GAP, padding=6, sunken=sunken, warns=warns, last=last)


def _person(person: Relative, words: str, *, small: bool = False) -> QWidget:
    block = QWidget()
    row = QHBoxLayout(block)
    px = theme().px
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    row.addWidget(Avatar(person.name, 22 if small else 26))
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(Label(words, "body_strong" if small else "body"))
    if person.said and not small:
        texts.addWidget(Label(person.said, "help", "text2"))
    if person.restricted:
        texts.addWidget(_restricted())
    row.addLayout(texts, 1)
    return block


def _restricted() -> QWidget:
    block = QWidget()
    row = QHBoxLayout(block)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(4))
    icon = QLabel()
    icon.setPixmap(theme().pixmap("shield-alert", "overdue.ink", 14))
    row.addWidget(icon)
    row.addWidget(Label("Contact restriction", "help_strong", "overdue.ink"), 1)
    return block


def _key() -> QWidget:
    """What each mark means."""
    block = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    block.setSizePolicy(policy)
    flow = FlowLayout(block, spacing=theme().px(14), line_spacing=theme().px(4))
    flow.addWidget(Label("Parental responsibility, key P:", "help", "text2", wrap=False))
    for answer, words in _KEY.items():
        one = QWidget()
        row = QHBoxLayout(one)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        row.addWidget(ResponsibilityMark(answer))
        row.addWidget(Label(words, "help", "text2", wrap=False))
        flow.addWidget(one)
    return block
