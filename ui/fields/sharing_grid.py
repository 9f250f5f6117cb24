"""Who may know what: agencies down, kinds of information across; a card each where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms.spec import Option
from ui.fields.sharing_cell import SharingCell
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import IconButton
from ui.kit.card import Card
from ui.kit.equal_columns import EqualColumns
from ui.kit.labels import Label
from ui.theme import theme

_NAME, _CELL = 140, 92
"""Least widths of an agency's name and of a place of the grid, in pixels at 100 %."""
_PAD, _GAP, _REMOVE = 16, 6, 30
_ACROSS = 3
"""Kinds side by side in a card."""

Place = tuple[str, str]
"""Who, and the code of a kind of information."""


@dataclass(frozen=True)
class Party:
    """Somebody who may be told: an agency or a person, and a quieter line about them.

    ``added`` when a person added it here, so that it can be removed; ``is_rest`` for everybody who
    has no line of their own."""

    who: str
    detail: str = ""
    added: bool = False
    is_rest: bool = False


class SharingGrid(QWidget):
    """``cells`` by who and kind. In the grid Tab stops once, in cards once a card; arrows go to
    the other places."""

    changed = Signal(str, str)
    """A person changed what one agency may know: who, and the code of the kind."""
    remove_asked = Signal(str)
    """A line that was added is to go again: who."""

    def __init__(self, options: Sequence[Option], *, read_only: bool = False) -> None:
        super().__init__()
        self._options, self._read_only = tuple(options), read_only
        self._parties: tuple[Party, ...] = ()
        self._kinds: tuple[Option, ...] = ()
        self._in_cards = False
        self._here: Place = ("", "")
        self.cells: dict[Place, SharingCell] = {}
        self._holder: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme().changed.connect(self._fit)

    @property
    def is_in_cards(self) -> bool:
        """Whether each agency has a card of its own."""
        return self._in_cards

    def set_lines(self, parties: Sequence[Party], kinds: Sequence[Option]) -> None:
        """Other lines or kinds: the places are made again and hold nothing yet."""
        if (tuple(parties), tuple(kinds)) == (self._parties, self._kinds):
            return
        self._parties, self._kinds = tuple(parties), tuple(kinds)
        self._in_cards = self._needed() > max(self.width(), 1)
        self._build_again()

    def start(self, who: str = "") -> None:
        """Put the keyboard on the first place that holds nothing, of ``who`` where it is given."""
        places = [place for place in self.cells if who in ("", place[0])]
        empty = [place for place in places if not self.cells[place].choice()]
        for place in (empty or places)[:1]:
            self.cells[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _needed(self) -> int:
        px, many = theme().px, len(self._kinds)
        remove = px(_REMOVE + _GAP) if self._has_added() else 0
        return px(_NAME) + many * (px(_CELL) + px(_GAP)) + 2 * px(_PAD) + remove

    def _has_added(self) -> bool:
        return not self._read_only and any(party.added for party in self._parties)

    def _fit(self) -> None:
        wanted = self._needed() > self.width()
        if wanted != self._in_cards and self.cells:
            self._in_cards = wanted
            QTimer.singleShot(0, self, self._build_again)  # not within the layout of its parent

    def _build_again(self) -> None:
        """Laid out anew, with the same contents and the keyboard where it was."""
        kept = {place: cell.choice() for place, cell in self.cells.items()}
        had = next((place for place, cell in self.cells.items() if cell.hasFocus()), None)
        self._build()
        for place, choice in kept.items():
            if place in self.cells:
                self.cells[place].show_choice(choice)
        if had in self.cells:
            self.cells[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        if self._holder is not None:
            self._column.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self.cells = {
            (party.who, kind.value): self._make_cell(party, kind)
            for party in self._parties
            for kind in self._kinds
        }
        holder = self._holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        if self._in_cards:
            for party in self._parties:
                column.addWidget(self._card(party))
        else:
            column.addWidget(self._table())
        self._column.addWidget(holder)
        holder.show()
        self._mark_stops()

    def _make_cell(self, party: Party, kind: Option) -> SharingCell:
        place = (party.who, kind.value)
        cell = SharingCell(party.who, kind.label, self._options, read_only=self._read_only)
        cell.value_changed.connect(lambda: self.changed.emit(*place))
        cell.moved.connect(lambda across, down: self._move(place, across, down))
        cell.visited.connect(lambda: self._on_visited(place))
        return cell

    def _table(self) -> Card:
        card, px = Card(padding=0), theme().px
        head = _Line(sunken=True)
        head.places.add(Label("Who", "caption", "text2"), 4, px(_NAME))
        for kind in self._kinds:
            head.places.add(Label(kind.label, "caption", "text2"), 3, px(_CELL))
        removes = self._has_added()
        if removes:
            head.row.addSpacing(px(_REMOVE + _GAP))
        card.body.addWidget(head)
        for party in self._parties:
            line = _Line(sunken=party.is_rest, last=party is self._parties[-1])
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

    def _card(self, party: Party) -> Card:
        card, px = Card(padding=0), theme().px
        head = _Line(sunken=True)
        head.places.add(_who(party), 1)
        if party.added and not self._read_only:
            head.row.addWidget(self._remove_button(party))
        card.body.addWidget(head)
        body = QWidget()
        margins = QVBoxLayout(body)
        margins.setContentsMargins(px(_PAD), px(8), px(_PAD), px(8))
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

    def _move(self, place: Place, across: int, down: int) -> None:
        whos, kinds = [p.who for p in self._parties], [k.value for k in self._kinds]
        row, column = whos.index(place[0]) + down, kinds.index(place[1]) + across
        if 0 <= row < len(whos) and 0 <= column < len(kinds):
            there = self.cells[whos[row], kinds[column]]
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_visited(self, place: Place) -> None:
        self._here = place
        self._mark_stops()

    def _mark_stops(self) -> None:
        if self._here not in self.cells:
            self._here = next(iter(self.cells), ("", ""))
        first = self._kinds[0].value if self._kinds else ""
        for place, cell in self.cells.items():
            if not self._in_cards or place[0] == self._here[0]:
                stop = place == self._here
            else:
                stop = place[1] == first
            policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)


class _Line(QWidget):
    """A row of the grid with a line under it; sunken for the head and for everybody else."""

    def __init__(self, *, sunken: bool = False, last: bool = False) -> None:
        super().__init__()
        px = theme().px
        self._sunken, self._last = sunken, last
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(px(_PAD), px(4), px(_PAD), px(4))
        self.row.setSpacing(0)
        inside = QWidget()
        self.places = SideBySide(inside, gap=px(_GAP), line_gap=px(2), middle=True)
        self.row.addWidget(inside, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            if self._sunken:
                painter.fillRect(self.rect(), tokens.sunken)
            if not self._last:
                painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)


def _who(party: Party) -> QWidget:
    block = QWidget()
    texts = QVBoxLayout(block)
    texts.setContentsMargins(0, theme().px(2), 0, theme().px(2))
    texts.setSpacing(0)
    texts.addWidget(Label(party.who, "body_strong"))
    if party.detail:
        texts.addWidget(Label(party.detail, "help", "text2"))
    return block
