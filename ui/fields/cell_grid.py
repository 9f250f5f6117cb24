"""The frame of a grid of answers: a table, or a card each where it is narrow; Tab and arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.fields.cell_face import CellFace
from ui.fields.side_by_side import SideBySide
from ui.kit.card import Card
from ui.theme import theme

PAD: Final = 16
"""Room at both sides of a line, in pixels at 100 %."""

Place = tuple[str, str]
"""The ids of a row and of a column, each as the grid names them."""


class GridCell(Protocol):
    """One place of a grid."""

    @property
    def face(self) -> CellFace:
        """What the keyboard stands on."""


CellT = TypeVar("CellT", bound=GridCell)


class CellGrid(QWidget, Generic[CellT]):
    """``cells`` by row and column. In the table Tab stops once, where the keyboard was last; arrows
    go to the other places. A grid of its own kind says what its cells, table and cards are."""

    changed = Signal(str, str)
    """A person changed a place: the ids of its row and column."""

    def __init__(self, *, line_gap: int) -> None:
        super().__init__()
        self._line_gap = line_gap
        self._in_cards = False
        self._here: Place = ("", "")
        self.cells: Mapping[Place, CellT] = {}
        self._holder: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme().changed.connect(self._fit)

    @property
    def is_in_cards(self) -> bool:
        """Whether there are cards instead of the table."""
        return self._in_cards

    def start(self, row: str = "") -> None:
        """Put the keyboard on the first place that holds nothing, of ``row`` where it is given."""
        places = [place for place in self.cells if row in ("", place[0])]
        empty = [place for place in places if not any(self._held(self.cells[place]))]
        for place in (empty or places)[:1]:
            self._go_to(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # What a grid of its own kind says

    def _make_cells(self) -> Mapping[Place, CellT]:
        raise NotImplementedError

    def _table(self) -> Card:
        raise NotImplementedError

    def _cards(self) -> Sequence[Card]:
        raise NotImplementedError

    def _width_of_table(self) -> int:
        """The least width that the table has room in."""
        raise NotImplementedError

    def _held(self, cell: CellT) -> tuple[str, ...]:
        """What a cell holds; nothing but "" when nobody said anything there."""
        raise NotImplementedError

    def _show_held(self, cell: CellT, held: tuple[str, ...]) -> None:
        raise NotImplementedError

    def _is_stop_in_cards(self, _place: Place) -> bool:
        """Whether Tab stops here in the cards."""
        return True

    def _add_below(self, _column: QVBoxLayout) -> None:
        """Put under the table or cards what belongs there."""

    # The frame

    def _lay_out(self) -> None:
        """Other rows or columns: a place that is still there keeps what it holds."""
        self._in_cards = self._width_of_table() > max(self.width(), 1)
        self._build_again()

    def _fit(self) -> None:
        wanted = self._width_of_table() > self.width()
        if wanted != self._in_cards and self.cells:
            self._in_cards = wanted
            QTimer.singleShot(0, self, self._build_again)  # not within the layout of its parent

    def _build_again(self) -> None:
        """Laid out anew, with the same contents and the keyboard where it was."""
        kept = {place: self._held(cell) for place, cell in self.cells.items()}
        had = next((place for place, cell in self.cells.items() if cell.face.hasFocus()), None)
        self._build()
        for place, held in kept.items():
            if place in self.cells:
                self._show_held(self.cells[place], held)
        if had is not None and had in self.cells:
            self._go_to(had)

    def _build(self) -> None:
        if self._holder is not None:
            self._column.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self.cells = self._make_cells()
        for place, cell in self.cells.items():
            self._follow(place, cell.face)
        holder = self._holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(self._line_gap))
        for card in self._cards() if self._in_cards else (self._table(),):
            column.addWidget(card)
        self._add_below(column)
        self._column.addWidget(holder)
        holder.show()
        self._mark_stops()

    def _follow(self, place: Place, face: CellFace) -> None:
        face.value_changed.connect(lambda: self.changed.emit(*place))
        face.moved.connect(lambda across, down: self._move(place, across, down))
        face.visited.connect(lambda: self._on_visited(place))

    def _move(self, place: Place, across: int, down: int) -> None:
        rows, columns = (list(dict.fromkeys(ids)) for ids in zip(*self.cells, strict=True))
        row, column = rows.index(place[0]) + down, columns.index(place[1]) + across
        if 0 <= row < len(rows) and 0 <= column < len(columns):
            self._go_to((rows[row], columns[column]))

    def _go_to(self, place: Place) -> None:
        self.cells[place].face.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_visited(self, place: Place) -> None:
        self._here = place
        self._mark_stops()

    def _mark_stops(self) -> None:
        if self._here not in self.cells:
            self._here = next(iter(self.cells), ("", ""))
        for place, cell in self.cells.items():
            stop = self._is_stop_in_cards(place) if self._in_cards else place == self._here
            policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
            cell.face.setFocusPolicy(policy)


class GridLine(QWidget):
    """A row of the table with a line under it, or of a card: sunken, or tinted as a warning."""

    def __init__(
        self,
        *,
        gap: int,
        padding: int,
        sunken: bool = False,
        warns: bool = False,
        last: bool = False,
    ) -> None:
        super().__init__()
        px = theme().px
        self._sunken, self._warns, self._last = sunken, warns, last
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(px(PAD), px(padding), px(PAD), px(padding))
        self.row.setSpacing(0)
        inside = QWidget()
        self.places = SideBySide(inside, gap=px(gap), line_gap=px(2), middle=True)
        self.row.addWidget(inside, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with QPainter(self) as painter:
            if self._sunken:
                painter.fillRect(self.rect(), tokens.sunken)
            if self._warns:
                tone = tokens.tone("overdue")
                painter.fillRect(self.rect(), tone.bg)
                painter.fillRect(0, 0, 3, self.height(), tone.ink)
            if not self._last:
                painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
