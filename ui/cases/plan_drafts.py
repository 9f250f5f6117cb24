"""What is being written into the plan and is not in it yet, kept box by box."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout

from ehdesk.desk import Desk
from ui.cases.outcome_edit import OutcomeEdit
from ui.fields.action_form import ActionForm
from ui.kit.navigation import Navigator
from ui.wizard.small_draft import SmallDraft

Boxes = OutcomeEdit | ActionForm
_OUTCOME, _ACTION = "plan outcome", "plan action"


class PlanDrafts(QObject):
    """A draft for each outcome and action whose boxes are open.

    It goes with the edit of the plan that it becomes, or when its boxes are put back.
    """

    def __init__(self, desk: Desk, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._navigator = desk, navigator
        self._open: dict[Boxes, SmallDraft] = {}

    def left_open(self, pages: Iterable[str]) -> list[tuple[str, str | None]]:
        """Which of these drafts are of the plan, as outcome and action: ("", None) is a new
        outcome, an action "" a new one, None the outcome itself."""
        found: list[tuple[str, str | None]] = []
        for page in pages:
            for kind in (_OUTCOME, _ACTION):
                if page.startswith(kind):
                    outcome, _, action = page.removeprefix(kind).strip().partition(" ")
                    found.append((outcome, action if kind == _ACTION else None))
        return found

    def watch_outcome(self, case_id: UUID, boxes: OutcomeEdit, outcome: str = "") -> None:
        """The boxes of an outcome are open; of a new one without a key."""
        self._watch(case_id, f"{_OUTCOME} {outcome}".strip(), boxes)

    def watch_action(self, case_id: UUID, boxes: ActionForm, outcome: str, action: str) -> None:
        """The boxes of an action are open; of a new one without a key."""
        self._watch(case_id, f"{_ACTION} {outcome} {action}".strip(), boxes)

    def open(self) -> tuple[SmallDraft, ...]:
        """The drafts of all boxes that are open."""
        return tuple(self._open.values())

    def page(self, boxes: Boxes | None) -> str:
        """The draft that goes when what stands in the boxes is in the plan."""
        draft = self._open.get(boxes) if boxes is not None else None
        return draft.page if draft is not None else ""

    def is_waiting(self, boxes: Boxes | None) -> bool:
        """Whether what stands in the boxes was brought back, and nobody has gone on with it."""
        draft = self._open.get(boxes) if boxes is not None else None
        return draft is not None and draft.is_waiting

    def recorded(self, boxes: Boxes | None) -> None:
        """What stood in the boxes is in the plan, and its draft went with it."""
        draft = self._open.pop(boxes, None) if boxes is not None else None
        if draft is not None:
            draft.finish()
            _let_go(draft)

    def put_back(self, boxes: Boxes | None) -> None:
        """The boxes were closed, and what was typed is not wanted."""
        draft = self._open.pop(boxes, None) if boxes is not None else None
        if draft is not None:
            draft.drop()
            _let_go(draft)

    def keep(self) -> None:
        """Keep what is typed now."""
        for draft in self._open.values():
            draft.keep()

    def close(self) -> None:
        """The page is taken away."""
        for draft in self._open.values():
            draft.close()
        self._open = {}

    def _watch(self, case_id: UUID, page: str, boxes: Boxes) -> None:
        if boxes in self._open:
            return
        draft = SmallDraft(self._desk, case_id, page, boxes.typed, boxes.show_typed, boxes)
        draft.report_to(self._navigator)
        column = boxes.layout()
        if isinstance(column, QBoxLayout):
            column.insertWidget(0, draft.note)
        boxes.value_changed.connect(draft.note_change)
        boxes.destroyed.connect(lambda: self._open.pop(boxes, None))
        self._open[boxes] = draft


def _let_go(draft: SmallDraft) -> None:
    """The boxes may be opened again, with a draft of their own."""
    draft.note.deleteLater()
    draft.deleteLater()
