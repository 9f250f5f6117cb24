"""What was talked about in supervision: a note of the manager's own, and what is to be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ehdesk.desk import Desk
from ehdesk.domain.supervision import SupervisionAction
from ehdesk.kernel.errors import NotFound
from ui.kit.buttons import Button
from ui.kit.card import Card
from ui.kit.check import Check
from ui.kit.field_row import FieldRow
from ui.kit.labels import Label
from ui.kit.navigation import Navigator
from ui.kit.text_area import TextArea
from ui.kit.text_input import TextInput
from ui.theme import theme
from ui.wizard.autosave import Autosave, Saved
from ui.wizard.small_draft import SmallDraft
from ui.wizard.typed_boxes import TypedBoxes

_FOR_YOU = (
    "Your own list for the next supervision. What others are to see, and by when, goes into the "
    "plan or the family’s record."
)
"""Nothing here is due on anybody's Today: those lists are read by all, this file by one."""


class TalkedCard(Card):
    """The note is kept as it is typed, an action as a draft until it is added. ``action_added``
    gives what and its draft; ``write`` keeps a note about a family."""

    action_added = Signal(str, str)
    action_ticked = Signal(object, bool)
    into_the_record = Signal(str)

    def __init__(
        self, desk: Desk, navigator: Navigator, worker_id: UUID, write: Callable[[UUID, str], Saved]
    ) -> None:
        super().__init__("Talked about today")
        self.add_action(Label("Supervision note, not in the family’s file", "help", "text2"))
        self._worker_id, self._write = worker_id, write
        self._about: UUID | None = None
        self._shown: tuple[SupervisionAction, ...] | None = None
        self.note = TextArea("What was talked about")
        self._note_boxes = TypedBoxes(lambda: {"note": self.note.value()})
        self._note_kept = Autosave(self._note_boxes, self._save_note, self)
        self._note_kept.saved.connect(lambda saved: navigator.report_saved(saved.at))
        self._note_kept.failed.connect(
            lambda error: navigator.report_not_saved(error, self._note_kept.save_now)
        )
        self.note.value_changed.connect(self._note_kept.note_change)
        self._actions = QWidget()
        self._list = QVBoxLayout(self._actions)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.what = TextInput("What is to be done")
        self.add_button = Button("Add the action", "secondary", "plus")
        self.add_button.clicked.connect(self._on_add)
        self.record_button = Button("Add the note to the family’s record", "link", "pen-line")
        self.record_button.clicked.connect(self._on_record)
        self._what_row = FieldRow("What is to be done", _FOR_YOU, self.what, optional=True)
        self.draft = SmallDraft(desk, None, "", self._read, self._show_typed, self)
        self.draft.report_to(navigator)
        self.what.value_changed.connect(self._what_row.clear_error)
        self.what.value_changed.connect(self.draft.note_change)
        line = QHBoxLayout()
        line.setSpacing(theme().px(12))
        line.addWidget(self.add_button)
        line.addWidget(self.record_button)
        line.addStretch(1)
        self.note_row = FieldRow("What was talked about", "", self.note)
        self.note.value_changed.connect(self.note_row.clear_error)
        self.body.addWidget(self.note_row)
        self.body.addWidget(self._actions)
        self.body.addWidget(self.draft.note)
        self.body.addWidget(self._what_row)
        self.body.addLayout(line)

    @property
    def has_unsaved(self) -> bool:
        """Whether something is only in the boxes."""
        return self._note_kept.has_unsaved or self.draft.has_unsaved

    def show_family(self, about: UUID, text: str, actions: Sequence[SupervisionAction]) -> None:
        """Another family's note, or the same one. What is being typed is not written over; another
        family is not shown while that cannot be kept."""
        if about != self._about and not self.keep():
            return
        self._about = about
        self.draft.turn_to(None, f"supervision {self._worker_id} {about}")
        if not self._note_kept.has_unsaved and self.note.value() != text:
            self.note.set_value(text)
            self.note_row.clear_error()
            self._note_boxes.settle()
        if tuple(actions) == self._shown:
            return
        self._shown = tuple(actions)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for action in actions:
            box = Check(f"{action.what} ({action.who})")
            box.set_value(action.done_on is not None)
            box.value_changed.connect(
                lambda box=box, key=action.id: self.action_ticked.emit(key, box.value())
            )
            self._list.addWidget(box)

    def keep(self) -> bool:
        """Give what is typed to the store now; False when it could not be."""
        note, action = self._note_kept.save_now(), self.draft.keep()
        return note and action

    def close_drafts(self) -> None:
        """The page is taken away."""
        self._note_kept.stop()
        self.draft.close()

    def action_done(self) -> None:
        """The action is agreed, and its draft went with it."""
        self._show_typed({"what": ""})
        self.draft.begin_anew()

    def say_wrong(self, words: str) -> None:
        """Why the action was not taken."""
        self._what_row.set_error(words)

    def say_note_wrong(self, words: str) -> None:
        """Why the note was not added to the family's record."""
        self.note_row.set_error(words)

    def _save_note(self, typed: Mapping[str, Any]) -> Saved:
        if self._about is None:
            raise NotFound("No family is shown")
        return self._write(self._about, typed["note"])

    def _read(self) -> dict[str, str]:
        return {"what": self.what.value()}

    def _show_typed(self, typed: Mapping[str, Any]) -> None:
        self.what.set_value(str(typed["what"]))
        self._what_row.clear_error()

    def _on_add(self) -> None:
        self.action_added.emit(self.what.value(), self.draft.page)

    def _on_record(self) -> None:
        if self.keep():
            self.into_the_record.emit(self.note.value())
