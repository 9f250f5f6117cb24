"""One outcome of the plan: how far it has come, and its actions below (picture 10)."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ehdesk.domain.case import Outcome
from ehdesk.forms.single_kinds import quoted
from ehdesk.kernel.ids import new_id
from ui.cases.outcome_edit import OutcomeEdit
from ui.cases.plan_row import COLUMNS, END, LEFT, NUMBER, PlanRow, Row, blank_row, row_of, wraps
from ui.fields.number_disc import NumberDisc
from ui.fields.side_by_side import SideBySide
from ui.kit.buttons import Button, IconButton
from ui.kit.card import Card
from ui.kit.distance_line import Distance, DistanceLine
from ui.kit.labels import Label
from ui.kit.painting import painting
from ui.theme import theme

NEW = ""
"""The key under which an action that is not in the plan yet is being written."""


def outcome_row(outcome: Outcome) -> Row:
    """The outcome as its boxes edit it, without its actions."""
    return {
        "id": str(outcome.id),
        "title": outcome.title,
        "words": outcome.words,
        "words_by": outcome.words_by,
        "start": outcome.start,
        "hoped": outcome.hoped,
    }


class PlanOutcome(Card):
    """Tells the tab what a person wants changed; the tab changes the plan."""

    action_saved = Signal(object, int, bool)
    """The row, its place among the actions, and whether to go on to the next."""
    action_ticked = Signal(str, bool)
    action_removed = Signal(str)
    open_asked = Signal(str)
    """An action wants to be edited; "" for a new one."""
    outcome_saved = Signal(object)
    edit_asked = Signal()
    remove_asked = Signal()
    stepped_out = Signal(int)
    """Up or Down went past the first or last action."""

    def __init__(self, *, may_change: bool, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._may_change = may_change
        self._outcome: Outcome | None = None
        self._today = date.min
        self.rows: list[PlanRow] = []
        self.new_row: PlanRow | None = None
        self.edit: OutcomeEdit | None = None
        self._make_head()
        self._edit_box = QVBoxLayout()
        self.body.addLayout(self._edit_box)
        self._actions = _Ruled()
        column = QVBoxLayout(self._actions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._table_head = _TableHead()
        column.addWidget(self._table_head)
        self._rows_box = QVBoxLayout()
        self._rows_box.setSpacing(0)
        column.addLayout(self._rows_box)
        self.add_button = Button("Add an action", "quiet", "plus", "small")
        self.add_button.clicked.connect(lambda: self.open_asked.emit(NEW))
        foot = QHBoxLayout()
        px = theme().px
        foot.setContentsMargins(px(LEFT + 22), px(5), px(16), px(6))
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column.addLayout(foot)
        self.add_button.setVisible(may_change)
        self.body.addWidget(self._actions)

    @property
    def outcome_id(self) -> str:
        """The id of the outcome."""
        return str(self._outcome.id) if self._outcome else ""

    @property
    def editing(self) -> PlanRow | None:
        """The action that is being edited, if one is."""
        known = [*self.rows, *([self.new_row] if self.new_row else [])]
        return next((row for row in known if row.is_open), None)

    def row(self, action_id: str) -> PlanRow | None:
        """The view of an action."""
        return next((row for row in self.rows if row.action_id == action_id), None)

    def show_outcome(self, outcome: Outcome, today: date) -> None:
        """Show the outcome as it is now; what is being typed stays."""
        if (outcome, today) == (self._outcome, self._today):
            return
        self._outcome, self._today = outcome, today
        self._show_head(outcome)
        known = {row.action_id: row for row in self.rows}
        self.rows = []
        for place, action in enumerate(outcome.actions):
            row = known.pop(str(action.id), None) or self._make_row(row_of(action), action.number)
            row.show_row(row_of(action), action.number, today)
            self._rows_box.insertWidget(place, row)
            self.rows.append(row)
        for gone in known.values():
            self._drop(gone)
        if self.new_row is not None:
            number = f"{outcome.number}.{len(self.rows) + 1}"
            self.new_row.show_row(blank_row(self.new_row.action_id), number, today)
        self._show_columns()

    def open_action(self, action_id: str, names: list[str]) -> None:
        """Edit an action in place; NEW for one more."""
        self.fold(False)
        if action_id != NEW:
            row = self.row(action_id)
            if row is not None:
                row.open(names)
            return
        if self.new_row is None and self._outcome is not None:
            number = f"{self._outcome.number}.{len(self.rows) + 1}"
            self.new_row = self._make_row(blank_row(str(new_id())), number)
            self._rows_box.addWidget(self.new_row)
            self._show_columns()
        if self.new_row is not None:
            self.new_row.open(names)

    def close_new(self) -> None:
        """Put the row of an action that is not in the plan away."""
        if self.new_row is not None:
            self._drop(self.new_row)
            self.new_row = None
            self._show_columns()

    def open_edit(self) -> None:
        """Edit the outcome itself in place."""
        if self.edit is not None or self._outcome is None:
            return
        self.edit = OutcomeEdit(outcome_row(self._outcome))
        self.edit.saved.connect(self.outcome_saved)
        self.edit.put_back.connect(self.close_edit)
        self._edit_box.addWidget(self.edit)
        self._head.hide()
        self.edit.begin()

    def close_edit(self) -> None:
        """Back to reading the outcome."""
        if self.edit is not None:
            self._head.show()
            self.fold_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edit.hide()
            self.edit.deleteLater()
            self.edit = None

    def fold(self, folded: bool) -> None:
        """Hide or show the actions."""
        self._actions.setHidden(folded)
        title = self._outcome.title if self._outcome else ""
        self.fold_button.set_icon("chevron-down" if folded else "chevron-up")
        self.fold_button.set_name(f"{'Show' if folded else 'Hide'} the actions of {title}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_columns()

    def _show_columns(self) -> None:
        """The names of the columns stand over them as long as there are columns."""
        wanted = bool(self.rows or self.new_row) and not wraps(self.width())
        if self._table_head.isHidden() == wanted:
            self._table_head.setVisible(wanted)

    def _make_head(self) -> None:
        px = theme().px
        self._head = QWidget()
        line = QHBoxLayout(self._head)
        line.setContentsMargins(px(18), px(10), px(12), px(10))
        line.setSpacing(px(14))
        self._disc = NumberDisc(1)
        line.addWidget(self._disc)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._title = Label("", "card_title")
        self._said = Label("", "help", "voice.ink")
        column.addWidget(self._title)
        column.addWidget(self._said)
        self._distance = DistanceLine()
        self._numbers = QWidget()
        pair = QVBoxLayout(self._numbers)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(0)
        self._now = Label("", "help_strong", wrap=False)
        self._hope = Label("", "help", "text2", wrap=False)
        pair.addWidget(self._now)
        pair.addWidget(self._hope)
        both = QWidget()
        places = SideBySide(both, gap=px(16), line_gap=px(4), middle=True)
        places.add(words, 8, px(230))
        places.add(self._distance, 4, px(170))
        places.add(self._numbers, 2, px(92))
        line.addWidget(both, 1)
        self.menu_button = IconButton("ellipsis", "More", size="small")
        self.menu_button.clicked.connect(self._on_menu)
        self.menu_button.setVisible(self._may_change)
        self.fold_button = IconButton("chevron-up", "Hide the actions", size="small")
        self.fold_button.clicked.connect(lambda: self.fold(not self._actions.isHidden()))
        line.addWidget(self.menu_button)
        line.addWidget(self.fold_button)
        self.body.addWidget(self._head)

    def _show_head(self, outcome: Outcome) -> None:
        self._disc.set_number(outcome.number)
        self._title.setText(outcome.title or "Outcome without a name")
        said = " ".join(part for part in (quoted(outcome.words), outcome.words_by) if part)
        self._said.setText(said if outcome.words else "")
        self._said.setVisible(bool(outcome.words))
        moved = outcome.now if outcome.now != outcome.start or _measured(outcome) else None
        self._distance.setVisible(outcome.start is not None)
        self._distance.setAccessibleName(f"Distance travelled, {outcome.title}")
        self._distance.show_distance(Distance(outcome.start, None, moved, outcome.hoped))
        self._now.setText("" if outcome.now is None else f"{outcome.now} now")
        self._hope.setText("" if outcome.hoped is None else f"hoping for {outcome.hoped}")
        self._numbers.setVisible(outcome.now is not None or outcome.hoped is not None)
        self.menu_button.set_name(f"More for outcome {outcome.number}, {outcome.title}")
        self.add_button.setAccessibleName(f"Add an action to {outcome.title}")
        self.fold(self._actions.isHidden())

    def _make_row(self, row: Row, number: str) -> PlanRow:
        view = PlanRow(row, number, self._today, may_change=self._may_change)
        view.open_asked.connect(lambda: self.open_asked.emit(view.action_id))
        view.saved.connect(lambda row, go_on: self._on_saved(view, row, go_on))
        view.put_back.connect(lambda: self._on_put_back(view))
        view.ticked.connect(lambda on: self.action_ticked.emit(view.action_id, on))
        view.remove_asked.connect(lambda: self.action_removed.emit(view.action_id))
        view.moved.connect(lambda by: self._on_moved(view, by))
        return view

    def _drop(self, row: PlanRow) -> None:
        self._rows_box.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_saved(self, view: PlanRow, row: dict[str, Any], go_on: bool) -> None:
        place = self.rows.index(view) if view in self.rows else len(self.rows)
        self.action_saved.emit(row, place, go_on)

    def _on_put_back(self, view: PlanRow) -> None:
        if view is self.new_row:
            self.close_new()
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            view.close_form()

    def _on_moved(self, view: PlanRow, by: int) -> None:
        place = (self.rows.index(view) if view in self.rows else len(self.rows)) + by
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.stepped_out.emit(by)

    def _on_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, icon, signal in (
            ("Change this outcome", "pencil", self.edit_asked),
            ("Remove this outcome", "trash-2", self.remove_asked),
        ):
            action = QAction(theme().icon(icon), words, menu)
            action.triggered.connect(lambda _on=False, signal=signal: signal.emit())
            menu.addAction(action)
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))


def _measured(outcome: Outcome) -> bool:
    return any(measure.score is not None for measure in outcome.measures)


class _Ruled(QWidget):
    """A line along its top."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, theme().tokens.line)


class _TableHead(QWidget):
    """The names of the columns."""

    def __init__(self) -> None:
        super().__init__()
        px = theme().px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(LEFT + 30 + NUMBER + 4), px(6), px(END), px(6))
        cells = QWidget()
        places = SideBySide(cells, gap=px(10), line_gap=0)
        for words, share, least in COLUMNS:
            places.add(Label(words, "caption", "text2"), share, px(least))
        row.addWidget(cells)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme().tokens
        with painting(self) as painter:
            painter.fillRect(self.rect(), tokens.sunken)
            painter.fillRect(0, 0, self.width(), 1, tokens.line)
            painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
