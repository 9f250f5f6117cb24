"""One outcome of the plan: how far it has come, and its actions below (picture 10)."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ehdesk.domain.plan import Outcome
from ehdesk.kernel.ids import new_id
from ui.cases.outcome_edit import OutcomeEdit
from ui.cases.plan_row import COLUMNS, END, LEFT, NUMBER, PlanRow, Row, blank_row, row_of
from ui.fields.outcome_head import OutcomeHead
from ui.fields.table_head import TableHead
from ui.kit.buttons import Button, IconButton
from ui.kit.card import Card
from ui.kit.distance_line import Distance
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
    boxes_closed = Signal(object)
    """The boxes of an action or of the outcome were closed, by whatever way."""
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
        left = LEFT + 30 + NUMBER + 4
        self._table_head = TableHead(COLUMNS, left=left, right=END, gap=10, high=6, line_above=True)
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
            self.boxes_closed.emit(self.new_row.form)
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
            self.boxes_closed.emit(self.edit)
            self.edit.hide()
            self.edit.deleteLater()
            self.edit = None

    def fold(self, folded: bool) -> None:
        """Hide or show the actions."""
        self._actions.setHidden(folded)
        title = self._outcome.title if self._outcome else ""
        self.fold_button.set_icon("chevron-down" if folded else "chevron-up")
        self.fold_button.set_name(f"{'Show' if folded else 'Hide'} the actions of {title}")

    def _show_columns(self) -> None:
        self._table_head.setVisible(bool(self.rows or self.new_row))

    def _make_head(self) -> None:
        self._head = OutcomeHead()
        self.menu_button = IconButton("ellipsis", "More", size="small")
        self.menu_button.clicked.connect(self._on_menu)
        self.menu_button.setVisible(self._may_change)
        self.fold_button = IconButton("chevron-up", "Hide the actions", size="small")
        self.fold_button.clicked.connect(lambda: self.fold(not self._actions.isHidden()))
        self._head.line.addWidget(self.menu_button)
        self._head.line.addWidget(self.fold_button)
        self.body.addWidget(self._head)

    def _show_head(self, outcome: Outcome) -> None:
        title = outcome.title or "Outcome without a name"
        moved = outcome.now if outcome.now != outcome.start or _measured(outcome) else None
        distance = Distance(outcome.start, None, moved, outcome.hoped)
        self._head.set_number(outcome.number)
        self._head.show_outcome(title, outcome.words, outcome.words_by, distance)
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
            self.boxes_closed.emit(view.form)
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
