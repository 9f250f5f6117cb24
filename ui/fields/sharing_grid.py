"""Who may know what: agencies down, kinds of information across; a card each where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.forms.spec import Option
from ui.fields.cell_grid import PAD, CellGrid, GridLine, Place
from ui.fields.sharing_cell import SharingCell
from ui.kit.buttons import IconButton
from ui.kit.card import Card
from ui.kit.equal_columns import EqualColumns
from ui.kit.labels import Label
from ui.theme import theme

_NAME, _CELL = 140, 92
"""Least widths of an agency's name and of a place of the grid, in pixels at 100 %."""
_GAP, _REMOVE = 4, 30
_ACROSS = 3
"""Kinds side by side in a card."""


@dataclass(frozen=True)
class Party:
    """Somebody who may be told: an agency or a person, and a quieter line about them.

    ``added`` when a person added it here, so that it can be removed; ``is_rest`` for everybody who
    has no line of their own."""

    who: str
    detail: str = ""
    added: bool = False
    is_rest: bool = False


class SharingGrid(CellGrid[SharingCell]):
    """``cells`` by who and the code of a kind; in cards, one for each agency, Tab stops once a
    card."""

    remove_asked = Signal(str)
    """A line that was added is to go again: who."""

    def __init__(self, options: Sequence[Option], *, read_only: bool = False) -> None:
        super().__init__(line_gap=10)
        self._options, self._read_only = tuple(options), read_only
        self._parties: tuple[Party, ...] = ()
        self._kinds: tuple[Option, ...] = ()

    def set_lines(self, parties: Sequence[Party], kinds: Sequence[Option]) -> None:
        """Other lines or kinds; a place that is still there keeps what it holds."""
        if (tuple(parties), tuple(kinds)) == (self._parties, self._kinds):
            return
        self._parties, self._kinds = tuple(parties), tuple(kinds)
        self._lay_out()

    def _make_cells(self) -> dict[Place, SharingCell]:
        options, read_only = self._options, self._read_only
        return {
            (party.who, kind.value): SharingCell(
                party.who, kind.label, options, read_only=read_only
            )
            for party in self._parties
            for kind in self._kinds
        }

    def _held(self, cell: SharingCell) -> tuple[str, ...]:
        return (cell.choice(),)

    def _show_held(self, cell: SharingCell, held: tuple[str, ...]) -> None:
        cell.show_choice(*held)

    def _width_of_table(self) -> int:
        px, many = theme().px, len(self._kinds)
        remove = px(_REMOVE + _GAP) if self._has_added() else 0
        return px(_NAME) + many * (px(_CELL) + px(_GAP)) + 2 * px(PAD) + remove

    def _has_added(self) -> bool:
        return not self._read_only and any(party.added for party in self._parties)

    def _is_stop_in_cards(self, place: Place) -> bool:
        if place[0] == self._here[0]:
            return place == self._here
        return place[1] == self._kinds[0].value

    def _table(self) -> Card:
        card, px = Card(padding=0), theme().px
        head = _line(sunken=True)
        head.places.add(Label("Who", "caption", "text2"), 4, px(_NAME))
        for kind in self._kinds:
            head.places.add(Label(kind.label, "caption", "text2"), 3, px(_CELL))
        removes = self._has_added()
        if removes:
            head.row.addSpacing(px(_REMOVE + _GAP))
        card.body.addWidget(head)
        for party in self._parties:
            line = _line(sunken=party.is_rest, last=party is self._parties[-1])
            line.places.add(_who(party), 4, px(_NAME))
            for kind in self._kinds:
                line.places.add(self.cells[party.who, kind.value], 3, px(_CELL))
            if removes and party.added:
                line.row.addSpacing(px(_GAP))
                line.row.addWidget(self._remove_button(party))
            elif removes:
                line.row.addSpacing(px(_REMOVE + _GAP))
            card.body.addWidget(line)
        return card

    def _cards(self) -> list[Card]:
        return [self._card(party) for party in self._parties]

    def _card(self, party: Party) -> Card:
        card, px = Card(padding=0), theme().px
        head = _line(sunken=True)
        head.places.add(_who(party), 1)
        if party.added and not self._read_only:
            head.row.addWidget(self._remove_button(party))
        card.body.addWidget(head)
        body = QWidget()
        margins = QVBoxLayout(body)
        margins.setContentsMargins(px(PAD), px(8), px(PAD), px(8))
        inside = QWidget()
        columns = EqualColumns(inside, gap=px(10), most=_ACROSS)
        for kind in self._kinds:
            block = QWidget()
            stack = QVBoxLayout(block)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(0)
            stack.addWidget(Label(kind.label, "help", "text2"))
            stack.addWidget(self.cells[party.who, kind.value])
            stack.addStretch(1)
            columns.addWidget(block)
        margins.addWidget(inside)
        card.body.addWidget(body)
        return card

    def _remove_button(self, party: Party) -> IconButton:
        button = IconButton("x", f"Remove {party.who}", size="small")
        button.clicked.connect(lambda: self.remove_asked.emit(party.who))
        return button


def _line(*, sunken: bool = False, last: bool = False) -> GridLine:
    return GridLine(gap=_GAP, padding=4, sunken=sunken, last=last)


def _who(party: Party) -> QWidget:
    block = QWidget()
    texts = QVBoxLayout(block)
    texts.setContentsMargins(0, theme().px(2), 0, theme().px(2))
    texts.setSpacing(0)
    texts.addWidget(Label(party.who, "body_strong"))
    if party.detail:
        texts.addWidget(Label(party.detail, "help", "text2"))
    return block
