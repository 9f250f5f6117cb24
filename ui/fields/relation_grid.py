"""Adults down, children across: what each is to each. One card a child where there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.fields.relation_cell import RelationCell
from ui.fields.relatives import Relative
from ui.fields.side_by_side import SideBySide
from ui.kit.avatar import Avatar
from ui.kit.card import Card
from ui.kit.choice import Offered
from ui.kit.flow_layout import FlowLayout
from ui.kit.labels import Label
from ui.kit.responsibility_mark import ResponsibilityMark
from ui.theme import theme

_NAME, _CELL = 170, 150
"""Least widths of the name of an adult and of a place of the grid, in pixels at 100 %."""
_PAD, _GAP = 16, 10

_KEY = {"yes": "has it", "no": "does not have it", "not_known": "not known", "": "not asked"}

Place = tuple[str, str]
"""The ids of an adult and of a child."""


class RelationGrid(QWidget):
    """``cells`` by adult and child. One of them is where Tab stops; arrows go to the others."""

    changed = Signal(str, str)
    """A person changed what an adult is to a child: their ids."""

    def __init__(self, options: Sequence[Offered], *, read_only: bool = False) -> None:
        super().__init__()
        self._options, self._read_only = tuple(options), read_only
        self._adults: tuple[Relative, ...] = ()
        self._children: tuple[Relative, ...] = ()
        self._in_cards = False
        self._here: Place = ("", "")
        self.cells: dict[Place, RelationCell] = {}
        self._holder: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme().changed.connect(self._fit)

    @property
    def is_in_cards(self) -> bool:
        """Whether each child has a card of its own."""
        return self._in_cards

    def set_people(self, adults: Sequence[Relative], children: Sequence[Relative]) -> None:
        """Other people: the places are made again, and hold nothing yet."""
        self._adults, self._children = tuple(adults), tuple(children)
        self._in_cards = self._needed() > max(self.width(), 1)
        self._build()

    def start(self) -> None:
        """Put the keyboard on the first place that holds nothing, or the first."""
        places = list(self.cells)
        empty = [p for p in places if not (self.cells[p].kind() or self.cells[p].responsible())]
        for place in (empty or places)[:1]:
            self.cells[place].face.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _needed(self) -> int:
        px, many = theme().px, len(self._children)
        return px(_NAME) + many * (px(_CELL) + px(_GAP)) + 2 * px(_PAD)

    def _fit(self) -> None:
        wanted = self._needed() > self.width()
        if wanted != self._in_cards and self.cells:
            self._in_cards = wanted
            QTimer.singleShot(0, self, self._build_again)  # not within the layout of its parent

    def _build_again(self) -> None:
        """The other way of laying it out, with the same contents and the keyboard where it was."""
        kept = {place: (c.kind(), c.responsible()) for place, c in self.cells.items()}
        had = next((place for place, c in self.cells.items() if c.face.hasFocus()), None)
        self._build()
        for place, relation in kept.items():
            if place in self.cells:
                self.cells[place].show_relation(*relation)
        if had in self.cells:
            self.cells[had].face.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        if self._holder is not None:
            self._column.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self.cells = {
            (adult.id, child.id): self._make_cell(adult, child)
            for child in self._children
            for adult in self._adults
        }
        holder = self._holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        if self._in_cards:
            for child in self._children:
                column.addWidget(self._card(child))
        else:
            column.addWidget(self._table())
        column.addWidget(_key())
        self._column.addWidget(holder)
        holder.show()
        self._mark_stop()

    def _make_cell(self, adult: Relative, child: Relative) -> RelationCell:
        place = (adult.id, child.id)
        cell = RelationCell(adult.name, child.first, self._options, read_only=self._read_only)
        cell.value_changed.connect(lambda: self.changed.emit(*place))
        cell.moved.connect(lambda across, down: self._move(place, across, down))
        cell.visited.connect(lambda: self._on_visited(place))
        return cell

    def _table(self) -> Card:
        card = Card(padding=0)
        head = _Line(sunken=True)
        head.places.add(QWidget(), 4, theme().px(_NAME))
        for child in self._children:
            head.places.add(_person(child, child.short, small=True), 4, theme().px(_CELL))
        card.body.addWidget(head)
        for adult in self._adults:
            line = _Line(restricted=adult.restricted, last=adult is self._adults[-1])
            line.places.add(_person(adult, adult.name), 4, theme().px(_NAME))
            for child in self._children:
                line.places.add(self.cells[adult.id, child.id], 4, theme().px(_CELL))
            card.body.addWidget(line)
        return card

    def _card(self, child: Relative) -> Card:
        card = Card(padding=0)
        head = _Line(sunken=True)
        head.places.add(_person(child, child.short, small=True), 1)
        card.body.addWidget(head)
        for adult in self._adults:
            line = _Line(restricted=adult.restricted, last=adult is self._adults[-1])
            line.places.add(_person(adult, adult.name), 5, theme().px(_NAME))
            line.places.add(self.cells[adult.id, child.id], 6, theme().px(_CELL))
            card.body.addWidget(line)
        return card

    def _move(self, place: Place, across: int, down: int) -> None:
        adults = [adult.id for adult in self._adults]
        children = [child.id for child in self._children]
        row, column = adults.index(place[0]) + down, children.index(place[1]) + across
        if 0 <= row < len(adults) and 0 <= column < len(children):
            there = self.cells[adults[row], children[column]]
            there.face.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_visited(self, place: Place) -> None:
        self._here = place
        self._mark_stop()

    def _mark_stop(self) -> None:
        """In the grid Tab stops once, where the keyboard was last; in cards at every place."""
        if self._here not in self.cells:
            self._here = next(iter(self.cells), ("", ""))
        for place, cell in self.cells.items():
            stop = self._in_cards or place == self._here
            policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            cell.face.setFocusPolicy(policy)


class _Line(QWidget):
    """A row of the grid: a line under it, sunken for the head, tinted for somebody restricted."""

    def __init__(
        self, *, sunken: bool = False, restricted: bool = False, last: bool = False
    ) -> None:
        super().__init__()
        px = theme().px
        self._sunken, self._restricted, self._last = sunken, restricted, last
        row = QHBoxLayout(self)
        row.setContentsMargins(px(_PAD), px(6), px(_PAD), px(6))
        inside = QWidget()
        self.places = SideBySide(inside, gap=px(_GAP), line_gap=px(2), middle=True)
        row.addWidget(inside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            if self._sunken:
                painter.fillRect(self.rect(), tokens.sunken)
            if self._restricted:
                tone = tokens.tone("overdue")
                painter.fillRect(self.rect(), tone.bg)
                painter.fillRect(0, 0, 3, self.height(), tone.ink)
            if not self._last:
                painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)


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
