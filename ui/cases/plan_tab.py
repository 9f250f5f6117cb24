"""Plan: what the family wants to be different, and who does what by when (picture 10)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.access import Deed
from ehdesk.domain.case import Case
from ehdesk.domain.pathway import State
from ehdesk.kernel.errors import EhdeskError
from ehdesk.kernel.ids import new_id
from ui.cases.card_row import CardRow
from ui.cases.case_tab import CaseTab
from ui.cases.outcome_edit import OutcomeEdit
from ui.cases.plan_drafts import Boxes, PlanDrafts
from ui.cases.plan_edits import Edit, PlanHistory, said
from ui.cases.plan_outcome import NEW, PlanOutcome, outcome_row
from ui.cases.plan_row import row_of
from ui.cases.plan_side import PlanSide
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.empty_state import EmptyState
from ui.kit.navigation import Command, Navigator
from ui.theme import theme
from ui.wizard.small_draft import SmallDraft

PAPER = "family-plan"


class PlanTab(CaseTab):
    """Every change is one step in the store, said in a toast, and can be taken back."""

    def __init__(self, desk: Desk, navigator: Navigator) -> None:
        super().__init__(desk, navigator)
        self._case: Case | None = None
        self._history = PlanHistory(desk)
        self._drafts = PlanDrafts(desk, navigator, self)
        self.outcomes: list[PlanOutcome] = []
        self.new_outcome: OutcomeEdit | None = None
        self.print_button = Button("Print family copy", "secondary", "printer")
        self.print_button.clicked.connect(self._on_print)
        self.add_button = Button("Add an outcome", "primary", "plus")
        self.add_button.clicked.connect(self._on_add_outcome)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().px(12))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addLayout(self._list)
        self._new_card = Card(padding=0)
        self._new_card.hide()
        column.addWidget(self._new_card)
        self._empty = EmptyState("list-checks", "No outcomes yet", "")
        column.addWidget(self._empty)
        column.addStretch(1)
        self.side = PlanSide()
        row = CardRow(820, level=False)
        row.add(left, 74)
        row.add(self.side, 26)
        self.body.addWidget(row)
        self.body.addStretch(1)

    def header_actions(self) -> Sequence[Button]:
        found = [self.print_button] if self._case and self._case.outcomes else []
        return (*found, self.add_button) if self._may_change() else tuple(found)

    def commands(self) -> Sequence[Command]:
        if not self._may_change():
            return ()
        return (
            Command("Add an outcome", self._on_add_outcome, icon="plus"),
            Command("Take the last change of the plan back", self.undo, "Ctrl+Z", "undo-2"),
        )

    def show_case(self, case: Case) -> None:
        first = self._case is None
        self._case = case
        today = self.desk.clock.today()
        known = {view.outcome_id: view for view in self.outcomes}
        self.outcomes = []
        for place, outcome in enumerate(case.outcomes):
            view = known.pop(str(outcome.id), None) or self._make_outcome()
            view.show_outcome(outcome, today)
            self._list.insertWidget(place, view)
            self.outcomes.append(view)
        for gone in known.values():
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.side.show_case(case, self.desk.pack, today)
        self.side.setVisible(bool(case.outcomes))
        self._show_empty()
        if first and self._may_change():
            self._bring_back()

    def undo(self) -> None:
        """Take the last change back and say so."""
        self._take_back(None)

    def drafts(self) -> Sequence[SmallDraft]:
        return self._drafts.open()

    def keep(self) -> None:
        self._save_open(waiting=False)
        self._drafts.keep()

    def left(self) -> None:
        self._drafts.close()

    def key_back(self) -> bool:
        for view in self.outcomes:
            row = view.editing
            if row is not None:
                row.put_back.emit()
                return True
            if view.edit is not None:
                view.close_edit()
                return True
        if self.new_outcome is not None:
            self._close_new_outcome()
            return True
        return False

    def open_action(self, action_id: str) -> None:
        """Edit an action in place, wherever it is; one row at a time."""
        for view in self.outcomes:
            if view.row(action_id) is not None:
                self._open_action(view, action_id)

    def _bring_back(self) -> None:
        """Open the boxes of what was left unfinished, with what was typed in them."""
        views = {view.outcome_id: view for view in self.outcomes}
        for outcome, action in self._drafts.left_open(self.begun):
            view = views.get(outcome)
            if not outcome:
                self._open_new_outcome()
            elif view is not None and action is None:
                self._open_outcome(view)
            elif view is not None and action is not None and not self._is_editing():
                self._open_boxes(view, action)

    def _is_editing(self) -> bool:
        """Whether the boxes of an action are open: one action at a time."""
        return any(view.editing is not None for view in self.outcomes)

    def _may_change(self) -> bool:
        case = self._case
        if case is None or not self.desk.may(Deed.WORK) or not case.is_open:
            return False
        return case.state not in (State.DRAFT, State.SENT)

    def _make_outcome(self) -> PlanOutcome:
        view = PlanOutcome(may_change=self._may_change())
        view.open_asked.connect(lambda key: self._open_action(view, key))
        view.action_saved.connect(
            lambda row, place, go_on: self._save_action(view, row, place, go_on=go_on)
        )
        view.action_ticked.connect(lambda key, on: self._tick(view, key, on))
        view.action_removed.connect(lambda key: self._remove_action(view, key))
        view.outcome_saved.connect(lambda row: self._save_outcome(view, row))
        view.edit_asked.connect(lambda: self._edit_outcome(view))
        view.remove_asked.connect(lambda: self._remove_outcome(view))
        view.boxes_closed.connect(self._drafts.put_back)
        view.stepped_out.connect(lambda by: self._step(view, by))
        return view

    def _show_empty(self) -> None:
        nothing = not self.outcomes and self.new_outcome is None
        self._empty.setVisible(nothing)
        line = "There was no plan."
        if self._may_change():
            line = "Start with what the family wants to be different."
        elif self._case is not None and self._case.is_open:
            line = "The plan begins once the request has been accepted."
        self._empty.set_words("No outcomes yet", line)

    def _names(self) -> list[str]:
        """Whom to offer for who: the family by first names, then professionals."""
        if self._case is None:
            return []
        names = [person.first_name for person in self._case.people]
        names += [person.name for person in self._case.professionals]
        return list(dict.fromkeys([*names, self._case.worker] if self._case.worker else names))

    def _save_open(self, *, waiting: bool = True) -> None:
        """Put what stands in open boxes into the plan; what was brought back and only looked at
        (``waiting``) goes along when somebody works on elsewhere, and stays a draft otherwise."""

        def goes(boxes: Boxes | None) -> bool:
            return waiting or not self._drafts.is_waiting(boxes)

        for view in self.outcomes:
            row, edit = view.editing, view.edit
            if row is not None and goes(row.form):
                self._save_action(view, row.typed(), len(view.rows), go_on=False)
            if edit is not None and edit.title.value() and goes(edit):
                self._save_outcome(view, edit.row())
        new = self.new_outcome
        if new is not None and new.title.value() and goes(new):
            self._save_new_outcome(new.row())

    def _open_action(self, view: PlanOutcome, action_id: str) -> None:
        if self._may_change():
            self._save_open()
            self._open_boxes(view, action_id)

    def _open_boxes(self, view: PlanOutcome, action_id: str) -> None:
        view.open_action(action_id, self._names())
        row = view.new_row if action_id == NEW else view.row(action_id)
        if self._case is not None and row is not None and row.form is not None:
            self._drafts.watch_action(self._case.id, row.form, view.outcome_id, action_id)

    def _save_action(
        self, view: PlanOutcome, row: dict[str, Any], place: int, *, go_on: bool
    ) -> None:
        open_row = view.editing
        before = self._action_before(view, row["id"])
        written = any(row[key] for key in ("what", "who", "by_when", "by_words"))
        if before is None and not written:
            if open_row is not None:
                open_row.put_back.emit()
            return
        number = open_row.accessibleName().partition(" ")[0] if open_row else ""
        if before != row:
            words = said(number, before, row, self.desk.clock.today())
            edit = Edit(words, view.outcome_id, row["id"], before, row, place)
            if not self._make(edit, open_row.form if open_row else None):
                return
        elif open_row is not None:
            self._drafts.put_back(open_row.form)
        if view.new_row is not None and view.new_row is open_row:
            view.close_new()
            saved = view.row(row["id"])
            if saved is not None:
                saved.setFocus(Qt.FocusReason.OtherFocusReason)
        elif open_row is not None:
            open_row.close_form()
        if go_on:
            self._go_on(view, row["id"])

    def _go_on(self, view: PlanOutcome, action_id: str) -> None:
        """Tab past the last box: on to the row below, or to a new one."""
        place = next((n for n, row in enumerate(view.rows) if row.action_id == action_id), -1)
        following = view.rows[place + 1].action_id if 0 <= place < len(view.rows) - 1 else NEW
        self._open_boxes(view, following)

    def _tick(self, view: PlanOutcome, action_id: str, on: bool) -> None:
        before = self._action_before(view, action_id)
        if before is not None:
            after = before | {"progress": "done" if on else "started"}
            self._change_action(view, before, after)

    def _remove_action(self, view: PlanOutcome, action_id: str) -> None:
        before = self._action_before(view, action_id)
        if before is None:
            return
        place = [row.action_id for row in view.rows].index(action_id)
        self._change_action(view, before, None)
        left = view.rows[min(place, len(view.rows) - 1)] if view.rows else view.add_button
        left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_action(
        self, view: PlanOutcome, before: dict[str, Any], after: dict[str, Any] | None
    ) -> None:
        row = view.row(before["id"])
        place = view.rows.index(row) if row in view.rows and row is not None else len(view.rows)
        number = row.accessibleName().partition(" ")[0] if row else ""
        words = said(number, before, after, self.desk.clock.today())
        self._make(Edit(words, view.outcome_id, before["id"], before, after, place))

    def _edit_outcome(self, view: PlanOutcome) -> None:
        if self._may_change():
            self._save_open()
            self._open_outcome(view)

    def _open_outcome(self, view: PlanOutcome) -> None:
        view.open_edit()
        if self._case is not None and view.edit is not None:
            self._drafts.watch_outcome(self._case.id, view.edit, view.outcome_id)

    def _save_outcome(self, view: PlanOutcome, row: dict[str, Any]) -> None:
        outcome = next(o for o in self._outcomes() if str(o.id) == view.outcome_id)
        before = outcome_row(outcome)
        if before != row:
            words = f"Changed outcome {outcome.number}"
            edit = Edit(words, row["id"], "", before, row, outcome.number - 1)
            if not self._make(edit, view.edit):
                return
        view.close_edit()

    def _remove_outcome(self, view: PlanOutcome) -> None:
        outcome = next(o for o in self._outcomes() if str(o.id) == view.outcome_id)
        before = outcome_row(outcome) | {"actions": [row_of(a) for a in outcome.actions]}
        words = f"Removed outcome {outcome.number}"
        self._make(Edit(words, view.outcome_id, "", before, None, outcome.number - 1))
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add_outcome(self) -> None:
        if not self._may_change():
            return
        self._save_open()
        self._open_new_outcome()

    def _open_new_outcome(self) -> None:
        if self.new_outcome is None:
            blank = {"title": "", "words": "", "words_by": "", "start": None, "hoped": None}
            self.new_outcome = OutcomeEdit({"id": str(new_id())} | blank)
            self.new_outcome.saved.connect(self._save_new_outcome)
            self.new_outcome.put_back.connect(self._close_new_outcome)
            self._new_card.body.addWidget(self.new_outcome)
            self._new_card.show()
            self._show_empty()
            if self._case is not None:
                self._drafts.watch_outcome(self._case.id, self.new_outcome)
        self.new_outcome.begin()

    def _save_new_outcome(self, row: dict[str, Any]) -> None:
        words = f"Added outcome {len(self.outcomes) + 1}"
        edit = Edit(words, row["id"], "", None, row | {"actions": []}, len(self.outcomes))
        if not self._make(edit, self.new_outcome):
            return
        self._close_new_outcome()
        if self.outcomes:
            self._open_action(self.outcomes[-1], NEW)

    def _close_new_outcome(self) -> None:
        if self.new_outcome is not None:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._drafts.put_back(self.new_outcome)
            self.new_outcome.hide()
            self.new_outcome.deleteLater()
            self.new_outcome = None
            self._new_card.hide()
            self._show_empty()

    def _step(self, view: PlanOutcome, by: int) -> None:
        place = self.outcomes.index(view) + by
        if 0 <= place < len(self.outcomes) and self.outcomes[place].rows:
            rows = self.outcomes[place].rows
            rows[0 if by > 0 else -1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _outcomes(self) -> Sequence[Any]:
        return self._case.outcomes if self._case else ()

    def _action_before(self, view: PlanOutcome, action_id: str) -> dict[str, Any] | None:
        actions = [
            action
            for outcome in self._outcomes()
            if str(outcome.id) == view.outcome_id
            for action in outcome.actions
        ]
        return next((row_of(a) for a in actions if str(a.id) == action_id), None)

    def _make(self, edit: Edit, boxes: Boxes | None = None) -> bool:
        """Make an edit, typed in ``boxes``, and say so; False when it could not be saved, and the
        bar says why."""
        if self._case is None:
            return False
        try:
            self._history.make(self._case.id, edit, draft=self._drafts.page(boxes))
        except EhdeskError as error:
            self.navigator.report_not_saved(error, lambda: self._make(edit, boxes))
            return False
        self._drafts.recorded(boxes)
        self._after(edit.words, lambda: self._take_back(edit))
        return True

    def _take_back(self, edit: Edit | None) -> None:
        if self._case is None:
            return
        undone = self._history.undo(self._case.id, edit)
        if undone is None:
            self.navigator.say("There is nothing to take back in this plan.")
            return
        self._after(f"Taken back: {undone.words[:1].lower()}{undone.words[1:]}", None)
        for view in self.outcomes:
            row = view.row(undone.action) if undone.action else None
            if row is not None:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _after(self, words: str, undo: Any) -> None:
        """The plan has changed in the store: show it as it is there, and say what was done."""
        if self._case is not None:
            self.show_case(self.desk.cases.get(self._case.id))
        self.navigator.report_saved(self.desk.clock.now())
        self.navigator.say(words, undo)

    def _on_print(self) -> None:
        if self._case is not None:
            self.navigator.open_print(PAPER, self._case.id)
