"""One outcome of the plan with its actions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.forms import kinds
from ehdesk.forms.spec import Field, Row
from ehdesk.kernel.ids import new_id
from ui.fields.action_row import COLUMNS, ActionRow
from ui.fields.heading import ErrorLine
from ui.fields.outcome_head import OutcomeHead
from ui.fields.row_form import RowForm
from ui.fields.rows_editor import RowView
from ui.fields.surroundings import Surroundings
from ui.fields.table_head import TableHead
from ui.kit.buttons import Button, IconButton
from ui.kit.card import Card
from ui.kit.distance_line import Distance
from ui.theme import theme

_LINES = (
    (("title", 6),),
    (("words", 4), ("words_by", 2)),
    (("needs", 3), ("people", 3)),
    (("start", 6),),
    (("hoped", 6),),
)
_NUMBERS = ("start", "hoped")
_LABELS = {
    "title": "What the family wants to be different",
    "words": "In the family’s own words",
    "words_by": "Whose words",
    "needs": "Needs it answers",
    "people": "Who it helps",
    "start": "Where things are now, 0 to 10",
    "hoped": "Where they hope to be, 0 to 10",
}


class OutcomeCard(RowView):
    """Read as a title, words and a distance line; opens in place. Actions are rows below."""

    action_opened = Signal()
    """One of its actions is about to be edited."""

    def __init__(
        self, row: Row, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(row, question, around, parent)
        self._number = 1
        self.action_rows: list[ActionRow] = []
        self.form: RowForm | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.card = Card(padding=0)
        outer.addWidget(self.card)
        self.error = ErrorLine()
        self.error.setContentsMargins(*(theme().px(side) for side in (18, 10, 18, 0)))
        self.card.body.addWidget(self.error)
        self._make_head()
        self._form_box = QVBoxLayout()
        self.card.body.addLayout(self._form_box)
        self._table_head = TableHead(
            COLUMNS, left=18 + 40, right=12 + 2 * 30 + 2 * 4, gap=10, line_above=True
        )
        self.card.body.addWidget(self._table_head)
        self._actions_box = QVBoxLayout()
        self._actions_box.setSpacing(0)
        self.card.body.addLayout(self._actions_box)
        self.add_button = Button("Add an action", "quiet", "plus", "small")
        self.add_button.clicked.connect(lambda: self.add_action())
        self.add_button.setVisible(not around.read_only)
        foot = QHBoxLayout()
        foot.setContentsMargins(*(theme().px(side) for side in (44, 8, 16, 10)))
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self.card.body.addLayout(foot)
        self.set_row(row)

    def value(self) -> Row:
        actions = [view.action() for view in self.action_rows if not view.is_blank()]
        return self.row | {"actions": actions}

    def set_row(self, row: Row) -> None:
        self.row = dict(row)
        if self.form is not None:
            self.form.set_row(row)
        known = {view.action_id: view for view in self.action_rows}
        wanted = row["actions"] if isinstance(row["actions"], list) else []
        for gone in set(known) - {action["id"] for action in wanted}:
            self._take_out(known[gone])
        for place, action in enumerate(wanted):
            view = known.get(action["id"])
            if view is None:
                self._put_in(action, place)
            elif view.action() != action:
                view.set_action(action)
        self._number_actions()
        self._read_again()

    def refresh(self) -> None:
        for view in self.action_rows:
            view.refresh()

    def set_number(self, number: int) -> None:
        self._number = number
        self._head.set_number(number)
        self._number_actions()

    def show_problem(self, words: str, *, warning: bool = False) -> None:
        self.error.say(words, warning=warning)
        self.card.set_edge("overdue" if words and not warning else "")

    def start(self) -> None:
        self.open()

    def open(self) -> None:
        """Edit the outcome itself in place."""
        if self.form is None:
            self.form = RowForm(
                self.question, self.around, _LINES, labels=_LABELS, whose=self.row["title"]
            )
            self.form.set_row(self.row)
            self.form.value_changed.connect(self._on_typed)
            self.form.layout().setContentsMargins(  # type: ignore[union-attr]
                *(theme().px(side) for side in (18, 14, 18, 16))
            )
            done = Button("Done", "secondary", "check", "small")
            done.setAccessibleName("Done with this outcome")
            done.clicked.connect(self.close_form)
            line = QHBoxLayout()
            line.addWidget(done)
            line.addStretch(1)
            self.form.layout().addLayout(line)  # type: ignore[union-attr]
            self._form_box.addWidget(self.form)
        self._head.hide()
        self.form.show()
        self.form.start()

    def close_form(self) -> None:
        """Back to reading, and on to the first action when there is none."""
        if self.form is not None:
            self.form.hide()
        self._head.show()
        self._read_again()
        if not self.action_rows and self.row["title"]:
            self.add_action()
        else:
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_action(self, action_id: str) -> bool:
        """Whether the action is one of this outcome's."""
        return any(view.action_id == action_id for view in self.action_rows)

    def open_action(self, action_id: str) -> None:
        """Begin to edit one of the actions."""
        next(view for view in self.action_rows if view.action_id == action_id).open()

    def close_actions(self) -> None:
        """Back to reading: what was typed is kept, a row left blank goes."""
        for view in tuple(self.action_rows):
            view.close_form()

    def add_action(self, after: ActionRow | None = None) -> None:
        """Open a new row, below ``after`` or at the end."""
        columns = next(c for c in kinds.columns(self.question) if c.key == "actions").fields
        blank = kinds.empty_row(str(new_id()), columns) | {"progress": "not_started"}
        place = self.action_rows.index(after) + 1 if after else len(self.action_rows)
        view = self._put_in(blank, place)
        self._number_actions()
        view.open()

    def _make_head(self) -> None:
        self._head = OutcomeHead()
        self.edit_button = IconButton("pencil", "Change this outcome", size="small")
        self.remove_button = IconButton("x", "Remove this outcome", size="small")
        self.edit_button.clicked.connect(self.open)
        self.remove_button.clicked.connect(self.remove_asked)
        for button in (self.edit_button, self.remove_button):
            button.setVisible(not self.around.read_only)
            self._head.line.addWidget(button)
        self.card.body.addWidget(self._head)

    def _read_again(self) -> None:
        row = self.row
        start, hoped = (row[key] if isinstance(row[key], int) else None for key in _NUMBERS)
        distance = Distance(start, None, None, hoped)
        self._head.show_outcome(
            row["title"] or "New outcome", row["words"], row["words_by"], distance
        )
        name = row["title"] or "this outcome"
        self.edit_button.set_name(f"Change {name}")
        self.remove_button.set_name(f"Remove {name}")
        self.add_button.setAccessibleName(f"Add an action to {name}")

    def _put_in(self, action: Row, place: int) -> ActionRow:
        view = ActionRow(action, self.around)
        self.action_rows.insert(place, view)
        self._actions_box.insertWidget(place, view)
        view.show()
        view.value_changed.connect(self.value_changed)
        view.opened.connect(self._on_action_opened)
        view.next_asked.connect(lambda: self._on_next(view))
        view.closed_blank.connect(lambda: self._drop_blank(view))
        view.remove_asked.connect(lambda: self._remove(view))
        return view

    def _take_out(self, view: ActionRow) -> None:
        self.action_rows.remove(view)
        self._actions_box.removeWidget(view)
        view.hide()
        view.deleteLater()

    def _number_actions(self) -> None:
        self._table_head.setVisible(bool(self.action_rows))
        for number, view in enumerate(self.action_rows, 1):
            view.set_number(f"{self._number}.{number}")

    def _on_action_opened(self) -> None:
        self.close_actions()
        self.action_opened.emit()

    def _on_next(self, view: ActionRow) -> None:
        """Tab past the last box: on to the row below, or a new one."""
        place = self.action_rows.index(view)
        if place == len(self.action_rows) - 1:
            self.add_action()
        else:
            self.action_rows[place + 1].open()

    def _drop_blank(self, view: ActionRow) -> None:
        self._take_out(view)
        self._number_actions()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, view: ActionRow) -> None:
        place, action = self.action_rows.index(view), view.action()
        self._take_out(view)
        self._number_actions()
        self.value_changed.emit()

        def put_back() -> None:
            self._put_in(action, min(place, len(self.action_rows)))
            self._number_actions()
            self.value_changed.emit()

        self.around.said(f"Action removed: {action['what']}", put_back)

    def _on_typed(self) -> None:
        assert self.form is not None  # noqa: S101 - it was typed into
        self.row = self.form.row()
        self.value_changed.emit()
