"""The family's plan: outcomes in their own words, and who does what by when (picture 10)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ehdesk.forms.spec import Field, Row
from ui.fields.outcome_card import OutcomeCard
from ui.fields.rows_editor import RowsEditor, RowView
from ui.fields.surroundings import Surroundings
from ui.kit.buttons import Button
from ui.kit.empty_state import EmptyState


class PlanEditor(RowsEditor):
    """Outcome cards under one another. The same editor is the Plan tab of a case."""

    add_words = "Add an outcome"

    def __init__(
        self, question: Field, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, around, parent)
        self.heading.add_action(self.add_button)
        self.add_button.setVisible(not around.read_only)
        first = None
        if not around.read_only:
            first = Button("Add an outcome", "secondary", "plus")
            first.clicked.connect(lambda: self.add())
        self._empty = EmptyState(
            "list-checks",
            "No outcomes yet",
            "Start with what the family wants to be different",
            first,
        )
        self.body.addWidget(self._empty)
        self.after_rows_changed()

    def make_row(self, row: Row) -> RowView:
        card = OutcomeCard(row, self.question, self.around)
        card.action_opened.connect(lambda: self._close_actions_but_of(card))
        return card

    def removed(self, row: Row) -> str:
        return f"Outcome removed: {row['title']}" if row["title"] else "Outcome removed"

    def open_action(self, action_id: str) -> None:
        """Begin to edit an action, wherever it is. KeyError when there is none."""
        for view in self.rows:
            if isinstance(view, OutcomeCard) and view.has_action(action_id):
                view.open_action(action_id)
                return
        raise KeyError(action_id)

    def after_rows_changed(self) -> None:
        self._empty.setVisible(not self.rows)

    def _close_actions_but_of(self, opened: OutcomeCard) -> None:
        """One action is edited at a time in the whole plan (picture 10)."""
        for view in self.rows:
            if isinstance(view, OutcomeCard) and view is not opened:
                view.close_actions()
